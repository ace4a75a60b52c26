//! The names of the shares, and what is missing.

use super::{Figures, body};
use crate::charts::layout::alt;
use crate::charts::layout::bands::Hue;
use crate::charts::layout::ends::Ending;
use crate::charts::layout::naming::{self, Naming};
use crate::charts::series::Look;
use crate::model::number;

/// Names and shares of the last year at the middles of their bands, from the top down.
///
/// With the height of a plot of bars that carry their figures, a name has its share only if the bar has not.
pub fn endings(
    figures: &Figures,
    hues: &[Hue],
    naming: Naming,
    bars: Option<f64>,
    look: &Look,
) -> Vec<Ending> {
    let Some((year, shares)) = figures
        .years
        .last()
        .and_then(|last| Some((last.year as f64, last.shares.as_ref()?)))
    else {
        return Vec::new();
    };
    let column = naming::column(figures.parts.iter().map(|part| part.name.as_str()), look);
    let mut under = 0.0;
    let mut endings = Vec::new();
    for ((part, share), hue) in figures.parts.iter().zip(shares).zip(hues) {
        let at = (year, under + share / 2.0);
        let said = bars.is_some_and(|height| body::holds(*share, height));
        let told = if said {
            String::new()
        } else {
            number::share(*share)
        };
        let named = (part.name.as_str(), told);
        endings.push(naming::ending(
            naming,
            (named.0, &named.1),
            at,
            hue.word,
            column,
        ));
        under += share;
    }
    endings.reverse();
    endings
}

/// The note on years that are gaps, and for want of what.
pub fn gaps(figures: &Figures) -> Option<String> {
    let missing: Vec<i64> = figures
        .years
        .iter()
        .filter(|year| year.shares.is_none())
        .map(|year| year.year)
        .collect();
    let names = alt::lacking(&figures.parts, &missing);
    let years = alt::years(&missing);
    match &names[..] {
        [] => None,
        all if all.len() == figures.parts.len() => Some(format!("No shares for {years}.")),
        some if some.len() <= 3 => Some(format!(
            "Not shown: {years}, for want of {}.",
            some.join(", ")
        )),
        some => Some(format!(
            "Not shown: {years}, for want of {} parts.",
            some.len()
        )),
    }
}
