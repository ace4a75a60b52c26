//! Headlines of charts of one flow as both sides report it.

use super::Headline;
use crate::charts::Series;
use crate::model::naming::{in_prose, possessive};
use crate::model::number::share;
use crate::model::written::capital;

/// Both sides' reports of one flow: in how many years the importer reports more.
pub(in crate::charts) fn reports(
    exporter: &Series,
    importer: &Series,
    of: (&str, &str),
    basis: &str,
) -> Headline {
    let measure = format!(
        "{} exports of goods to {} as each side reports them, in {basis}",
        capital(&possessive(of.0)),
        in_prose(of.1)
    );
    let pairs: Vec<(f64, f64, f64)> = exporter
        .values()
        .filter_map(|(year, own)| Some((year, own, importer.at(year)?)))
        .collect();
    let more = pairs.iter().filter(|(_, own, other)| other > own).count();
    let title = match (more, pairs.len()) {
        (_, 0) => "Two reports of one flow".to_owned(),
        (more, 1) => format!(
            "{} reported {} than {} in {}",
            capital(&in_prose(of.1)),
            if more == 1 { "more" } else { "no more" },
            in_prose(of.0),
            pairs[0].0
        ),
        (more, all) if more == all && all > 1 => format!(
            "{} reported more goods from {} than {} reported selling, in every year",
            capital(&in_prose(of.1)),
            in_prose(of.0),
            in_prose(of.0)
        ),
        (more, all) => format!(
            "{} reported more than {} in {more} of {all} years",
            capital(&in_prose(of.1)),
            in_prose(of.0)
        ),
    };
    (title, measure)
}

/// The gap between both reports: where it began and where it ended.
pub(in crate::charts) fn gap(gaps: &Series, of: (&str, &str)) -> Headline {
    let measure = format!(
        "{} exports of goods to {}: the importer’s report against the exporter’s, per cent of the latter",
        capital(&possessive(of.0)),
        in_prose(of.1)
    );
    let (first, last) = (gaps.values().next(), gaps.values().next_back());
    let by = |gap: f64| match gap {
        gap if gap < 0.0 => format!("{} less", share(-gap)),
        gap => format!("{} more", share(gap)),
    };
    let title = match first.zip(last) {
        Some(((from, began), (to, ended))) if from < to => format!(
            "{} reported {} from {} than {} did in {from}, and {} in {to}",
            capital(&in_prose(of.1)),
            by(began),
            in_prose(of.0),
            in_prose(of.0),
            by(ended)
        ),
        _ => format!(
            "How {} report of goods from {} differs from {} own",
            possessive(of.1),
            in_prose(of.0),
            possessive(of.0)
        ),
    };
    (title, measure)
}
