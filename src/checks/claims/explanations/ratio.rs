//! The new level in per cent of the old, stated as growth.

use super::{Explain, Explained};
use crate::checks::claims::case::Case;
use crate::checks::claims::claim::Measure;

/// "To 118 per cent" became "by 118 per cent"; of factors, "three times more" became "three times".
///
/// ```text
/// rate = level / base; for a factor, factor = level / base − 1
/// ```
pub(super) struct Ratio;

impl Explain for Ratio {
    fn name(&self) -> &'static str {
        "ratio for growth"
    }

    fn test(&self, case: &Case<'_>) -> Vec<Explained> {
        let (Some(stated), Some(change)) = (case.stated_rate(), case.change()) else {
            return Vec::new();
        };
        let (less, how) = match change.measure {
            Measure::Rate(_) => (-1.0, "the later in per cent of the earlier"),
            Measure::Factor(_) => (1.0, "times more, written as times"),
            _ => return Vec::new(),
        };
        let pairs = case.best_pairs();
        let figures = pairs.iter().filter_map(|pair| {
            let figure = case.rate(pair.ratio()?)?.less(less)?;
            let words = format!("levels of {}, {how}", pair.words);
            Some(Explained::rate(stated, figure, &words))
        });
        figures.collect()
    }
}
