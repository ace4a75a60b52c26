//! Where the middle of figures lies.

use crate::indicators::reason::{Figure, Reason};
use crate::model::sum::exact_sum_of;

/// The mean of values.
pub(super) fn mean(values: &[f64]) -> Figure {
    match values.len() {
        0 => Err(Reason::TooFew(1)),
        n => Ok(exact_sum_of(values) / n as f64),
    }
}

/// The middle of sorted values.
pub(super) fn median(sorted: &[f64]) -> Figure {
    let half = sorted.len() / 2;
    match sorted.len() {
        0 => Err(Reason::TooFew(1)),
        n if n % 2 == 1 => Ok(sorted[half]),
        _ => Ok(f64::midpoint(sorted[half - 1], sorted[half])),
    }
}
