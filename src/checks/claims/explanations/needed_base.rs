//! The base that the stated change needs, and whether somebody publishes it.

use super::{Explain, Explained, Figure};
use crate::checks::claims::case::Case;
use crate::checks::claims::claim::{Base, Flow};
use crate::checks::claims::evidence::Level;
use crate::checks::claims::flow::ends;
use crate::checks::claims::interval::Interval;
use crate::checks::claims::reading::Reading;
use crate::checks::claims::words::{money, money_range};

/// The printed level was compared with another base than the one printed.
///
/// ```text
/// base = level / (1 + rate); for a yearly rate over n years, level / (1 + rate)^n
/// ```
///
/// Fits where a level somebody publishes lies in that range: of the same flow for the base year or a
/// year beside it from another hand (the text's own other years are growth of several years), or of
/// the other direction or both together for the base year.
pub(super) struct NeededBase;

impl Explain for NeededBase {
    fn name(&self) -> &'static str {
        "another base"
    }

    fn test(&self, case: &Case<'_>) -> Vec<Explained> {
        let levels = now(case);
        levels
            .iter()
            .filter_map(|level| tested(case, level))
            .collect()
    }
}

/// The claim's level, as the text prints it.
fn now<'a>(case: &'a Case) -> Vec<&'a Level> {
    let own = case
        .lines
        .iter()
        .filter(|line| line.own)
        .flat_map(|line| &line.levels);
    own.filter(|level| level.period == case.period).collect()
}

fn tested(case: &Case, level: &Level) -> Option<Explained> {
    let needed = needed_base(case, level)?;
    let base = money(needed.value, level.currency);
    let range = money_range(needed.rounding, level.currency);
    let figure = Figure::Money {
        value: needed.value,
        range: needed.usual,
        currency: level.currency,
    };
    let stated = case.stated_rate()?;
    let explained = |fits, gap, rest: String| Explained {
        figure,
        stated: stated.usual,
        fits,
        gap,
        words: format!("the stated change needs a base of {base} ({range}){rest}"),
    };
    let nearest = candidates(case, level)
        .into_iter()
        .filter_map(|(published, words)| {
            let rate = case.rate(level.reading.over(published.reading)?)?;
            Some((published, words, (rate.value - stated.value).abs()))
        });
    let Some((published, words, gap)) = nearest.min_by(|one, other| one.2.total_cmp(&other.2))
    else {
        return Some(explained(
            false,
            f64::INFINITY,
            ", and no published level is at hand".into(),
        ));
    };
    let fits = published.reading.rounding.meets(needed.usual);
    let verb = if fits {
        "which is what"
    } else {
        "which nothing at hand is; nearest comes what"
    };
    let amount = money(published.reading.value, level.currency);
    let year = published.period.year;
    Some(explained(
        fits,
        gap,
        format!(", {verb} {words} gives for {year}: {amount}"),
    ))
}

/// The base that makes the stated rate true of a level; `None` without a stated rate.
pub(in crate::checks::claims) fn needed_base(case: &Case, level: &Level) -> Option<Reading> {
    let stated = case
        .stated_rate()
        .filter(|stated| stated.value.is_finite())?;
    let times = stated.less(-1.0)?;
    let whole = match case.change()?.base {
        Base::PerYearSince(_) => {
            let years = f64::from(case.span()?);
            times.map(|range: Interval| range.power(years))?
        }
        _ => times,
    };
    level.reading.over(whole)
}

/// Published levels that may have been taken for the base, each with its words.
fn candidates(case: &Case, level: &Level) -> Vec<(Level, String)> {
    let Some(base) = case.base() else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for line in &case.lines {
        let beside = line.levels.iter().filter(|one| {
            let near = one.period.part == base.part && (one.period.year - base.year).abs() <= 1;
            near && !line.own && one.period < case.period && one.currency == level.currency
        });
        found.extend(beside.map(|one| (one.clone(), line.words.clone())));
    }
    for (flow, what) in other_flows(&case.flow) {
        for line in case.lines_of(&flow) {
            let then = line.levels.iter();
            let then = then.filter(|one| one.period == base && one.currency == level.currency);
            found.extend(then.map(|one| (one.clone(), format!("{} ({what})", line.words))));
        }
    }
    found
}

/// The other flows between the same two, with words for each.
pub(super) fn other_flows(flow: &Flow) -> Vec<(Flow, &'static str)> {
    let Some([first, second]) = ends(flow) else {
        return Vec::new();
    };
    let one_way = |exporter: &str, importer: &str| Flow::OneWay {
        exporter: Some(exporter.to_owned()),
        importer: Some(importer.to_owned()),
    };
    let both = Flow::TwoWay {
        first: first.to_owned(),
        second: Some(second.to_owned()),
    };
    match flow {
        Flow::OneWay { .. } => vec![
            (one_way(second, first), "the other direction"),
            (both, "both directions together"),
        ],
        Flow::TwoWay { .. } => vec![
            (one_way(first, second), "one direction alone"),
            (one_way(second, first), "the other direction alone"),
        ],
        Flow::Balance { .. } => Vec::new(),
    }
}
