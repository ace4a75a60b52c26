//! How easily a figure that means nothing would have found an explanation.

use super::{Explanation, Figure};
use crate::checks::claims::interval::Interval;

/// Rates this far to both sides of the levels' own are looked at: half as much again, or half.
const REACH: f64 = 0.5;

/// The share of all rates near `implied` that one of these suppositions would have explained.
///
/// ```text
/// |∪ (figure ± half the width of the stated one)| / 1, within `implied` ± 0.5
/// ```
///
/// `None` where the stated change has no width to speak of (a direction, an open hedge) or no supposition
/// gives a rate. A lower bound: bases that somebody publishes are left out.
pub fn chance(explanations: &[Explanation], implied: f64) -> Option<f64> {
    let near = Interval::new(implied - REACH, implied + REACH);
    let width = explanations.first()?.explained.stated.width();
    let widened = |one: &Explanation| match one.explained.figure {
        Figure::Rate { range, .. } => {
            let low = (range.low() - width / 2.0).max(near.low());
            let high = (range.high() + width / 2.0).min(near.high());
            (low < high).then_some((low, high))
        }
        Figure::Money { .. } => None,
    };
    let mut covered: Vec<(f64, f64)> = explanations.iter().filter_map(widened).collect();
    if covered.is_empty() || !width.is_finite() || width >= REACH {
        return None;
    }
    covered.sort_by(|one, other| one.0.total_cmp(&other.0));
    let mut end = near.low();
    let lengths = covered.into_iter().map(|(low, high)| {
        let more = (high - low.max(end)).max(0.0);
        end = end.max(high);
        more
    });
    Some(lengths.sum::<f64>() / near.width())
}
