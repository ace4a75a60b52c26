//! The mean of a flow before and after.

use serde::Serialize;

use super::windows::Windows;
use crate::checks::series::{Period, Series};
use crate::model::sum::exact_sum;

/// Means a period before and after, in the unit of the figures.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Change {
    pub before: f64,
    pub after: f64,
    /// After less before.
    pub difference: f64,
    /// Difference over the mean before; `None` if that is 0.
    pub relative: Option<f64>,
}

impl Change {
    pub(super) fn new(before: f64, after: f64) -> Self {
        let difference = after - before;
        Self {
            before,
            after,
            difference,
            relative: (before > 0.0).then(|| difference / before),
        }
    }

    /// The change of one flow; the periods without a figure if any is missing, since a mean over
    /// fewer periods is not the same mean.
    pub(super) fn of(series: &Series, windows: &Windows) -> Result<Self, Vec<Period>> {
        let (before, after) = (
            mean(series, windows.earlier()),
            mean(series, windows.later()),
        );
        match (before, after) {
            (Ok(before), Ok(after)) => Ok(Self::new(before, after)),
            (before, after) => {
                let missing = [before.err(), after.err()].into_iter().flatten();
                Err(missing.flatten().collect())
            }
        }
    }

    /// After over before, less one flow of the same kind: what grew beside it.
    pub(super) fn growth_beside(&self, one: &Self) -> Option<f64> {
        let (before, after) = (self.before - one.before, self.after - one.after);
        (before > 0.0 && after > 0.0).then(|| after / before)
    }
}

fn mean(series: &Series, (first, last): (Period, Period)) -> Result<f64, Vec<Period>> {
    let periods: Vec<Period> = (0..=last.since(first))
        .map(|step| first.plus(step))
        .collect();
    let figures: Vec<f64> = periods.iter().filter_map(|p| series.at(*p)).collect();
    if figures.len() < periods.len() {
        let missing = |period: &Period| series.at(*period).is_none();
        return Err(periods.into_iter().filter(missing).collect());
    }
    Ok(exact_sum(figures) / periods.len() as f64)
}
