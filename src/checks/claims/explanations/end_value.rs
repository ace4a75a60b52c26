//! The change divided by the later level.

use super::{Explain, Explained};
use crate::checks::claims::case::Case;
use crate::checks::claims::claim::Base;
use crate::checks::claims::interval::Interval;
use crate::checks::claims::reading::Reading;

/// The change was divided by the level it ended at, not by the one it began at.
///
/// ```text
/// rate = (level − base) / level = 1 − base / level
/// ```
pub(super) struct EndValue;

impl Explain for EndValue {
    fn name(&self) -> &'static str {
        "divided by the end value"
    }

    fn test(&self, case: &Case<'_>) -> Vec<Explained> {
        let yearly = case
            .change()
            .is_some_and(|change| matches!(change.base, Base::PerYearSince(_)));
        let Some(stated) = case.stated_rate().filter(|_| !yearly) else {
            return Vec::new();
        };
        let pairs = case.best_pairs();
        let figures = pairs.iter().filter_map(|pair| {
            let inverse = Reading::exact(1.0).over(pair.ratio()?)?;
            let figure = inverse.map(|range| Some(Interval::point(1.0) - range))?;
            let words = format!(
                "change between levels of {}, divided by the later one",
                pair.words
            );
            Some(Explained::rate(stated, figure, &words))
        });
        figures.collect()
    }
}
