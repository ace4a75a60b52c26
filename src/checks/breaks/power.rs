//! What so many points can carry.

use serde::Serialize;

use super::enough::{KNOWN_GROWTHS, SEGMENT, UNKNOWN_GROWTHS};
use crate::checks::statistics::{deviation, t_quantile};
use crate::model::number::share;

/// How many growth rates there are and what they suffice for.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Carries {
    pub figures: usize,
    /// Log growth rates from one period to the very next.
    pub growths: usize,
    /// Standard deviation of the log growth rates.
    pub deviation: Option<f64>,
    /// The shift in mean log growth halfway that would be found four times in five at five per
    /// cent; smaller ones are mostly missed. `None` if nothing is tested.
    pub detectable: Option<f64>,
    pub words: String,
}

impl Carries {
    pub(super) fn of(figures: usize, growths: &[f64]) -> Self {
        let count = growths.len();
        let deviation = deviation(growths);
        let detectable = deviation
            .filter(|_| count >= KNOWN_GROWTHS)
            .and_then(|deviation| detectable(count / 2, count - count / 2, deviation));
        let limit = detectable.map_or(String::new(), |shift| {
            format!(
                "; at the usual scatter a change of mean growth halfway must be {} a period or more to be found four times in five",
                share(shift.exp_m1())
            )
        });
        let words = if count < KNOWN_GROWTHS.max(UNKNOWN_GROWTHS) {
            format!(
                "{figures} figures give {count} growth rates, too few for any test of a break: {KNOWN_GROWTHS} are needed, and {SEGMENT} on each side of a date; with fewer, growth before and after is described and no more"
            )
        } else {
            format!(
                "{figures} figures give {count} growth rates: known and unknown dates can be tested{limit}, and about a quarter more at an unknown date"
            )
        };
        Self {
            figures,
            growths: count,
            deviation,
            detectable,
            words,
        }
    }
}

/// The shift in a mean that Chow's test at five per cent finds four times in five.
///
/// ```text
/// (t(0.975; n − 2) + t(0.8; n − 2)) · s · √(1/before + 1/after)
/// ```
///
/// `None` with fewer than two values a side.
pub fn detectable(before: usize, after: usize, deviation: f64) -> Option<f64> {
    if before < 2 || after < 2 {
        return None;
    }
    let freedom = (before + after - 2) as f64;
    let multiple = t_quantile(0.025, freedom) + t_quantile(0.2, freedom);
    Some(multiple * deviation * (1.0 / before as f64 + 1.0 / after as f64).sqrt())
}
