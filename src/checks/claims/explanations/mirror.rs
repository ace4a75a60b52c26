//! Growth as another report has it, the other side's among them.

use super::{Explain, Explained};
use crate::checks::claims::case::Case;

/// The levels are of one report and the growth of another: the other side's, or another source's.
///
/// Not tested where the claim is held against data alone: then every report is a comparison already.
pub(super) struct AnotherReport;

impl Explain for AnotherReport {
    fn name(&self) -> &'static str {
        "another report"
    }

    fn test(&self, case: &Case<'_>) -> Vec<Explained> {
        let Some(stated) = case.stated_rate().filter(|_| !case.own_pairs().is_empty()) else {
            return Vec::new();
        };
        let others = case.other_pairs();
        let figures = others.iter().filter_map(|pair| {
            let figure = case.rate(pair.ratio()?)?;
            Some(Explained::rate(stated, figure, &pair.words))
        });
        figures.collect()
    }
}
