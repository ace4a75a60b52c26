//! Parts as shares of their whole.

use super::reason::{Reason, fit};
use crate::model::sum::exact_sum_of;

/// The sum of values that may be shared out: zero or more each, and not all zero.
///
/// `of` names the sum, should it be zero.
pub fn whole(values: &[f64], of: &'static str) -> Result<f64, Reason> {
    fit(values)?;
    let sum = exact_sum_of(values);
    match sum {
        0.0 => Err(Reason::Zero(of)),
        sum if sum.is_finite() => Ok(sum),
        _ => Err(Reason::TooLarge),
    }
}

/// Each value as a share of all, 0 to 1.
pub fn shares(values: &[f64], of: &'static str) -> Result<Vec<f64>, Reason> {
    let whole = whole(values, of)?;
    Ok(values.iter().map(|value| value / whole).collect())
}

/// Half the sum of absolute differences of two lists of shares: 0 the same, 1 nothing in common.
pub fn distance(a: &[f64], b: &[f64]) -> Result<f64, Reason> {
    if a.len() != b.len() {
        return Err(Reason::Unmatched);
    }
    let differences: Vec<f64> = a.iter().zip(b).map(|(a, b)| (a - b).abs()).collect();
    Ok(exact_sum_of(&differences) / 2.0)
}
