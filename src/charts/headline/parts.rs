//! Headlines of charts about parts and their total.

use super::Headline;
use crate::model::naming::{in_prose, possessive};
use crate::model::number;
use crate::model::written::capital;

/// Growth of a total in one year, or in how many years it grew.
pub(in crate::charts) fn contributions(of: &str, totals: &[(f64, f64)], basis: &str) -> Headline {
    let measure = format!("Contributions to the growth of {of}, percentage points; {basis}");
    let up = totals.iter().filter(|(_, growth)| *growth > 0.0).count();
    let title = match totals {
        [] => format!("What drove {of}"),
        [(year, growth)] => {
            let verb = if *growth < 0.0 { "fell" } else { "grew" };
            let rate = number::share(growth.abs());
            format!("{} {verb} by {rate} in {year}", capital(of))
        }
        _ => format!("{} grew in {up} of {} years", capital(of), totals.len()),
    };
    (title, measure)
}

/// What the largest part of a flow makes up.
pub(in crate::charts) fn composition(
    (exporter, importer): (&str, &str),
    largest: Option<(&str, f64)>,
    year: f64,
    basis: &str,
) -> Headline {
    let flow = format!("{} exports to {}", possessive(exporter), in_prose(importer));
    let measure = format!("{} of goods, {year}, in {basis}", capital(&flow));
    let title = largest
        .map(|(name, share)| format!("{name}: {} of {flow} in {year}", number::share(share)));
    (
        title.unwrap_or_else(|| format!("What {flow} consist of")),
        measure,
    )
}
