//! What all series of a table show.

use serde::Serialize;

use super::coverage::CoverageChange;
use super::duplicated::DuplicatedSection;
use super::event::Event;
use super::report::BreakReport;
use crate::checks::additivity::unit_of;
use crate::checks::flows::Strand;

/// What one series shows.
#[derive(Debug, Clone, Serialize)]
pub struct SeriesBreaks {
    pub series: Strand,
    /// The dates it was held against, in the order of `known` and `known_levels`.
    pub events: Vec<Event>,
    #[serde(flatten)]
    pub report: BreakReport,
}

/// What all series show.
#[derive(Debug, Clone, Serialize)]
pub struct BreaksReport {
    pub series: Vec<SeriesBreaks>,
    /// Periods in which many series of one source and side repeat the one before.
    pub repeated: Vec<DuplicatedSection>,
    /// Series of one source and side that come and go, the largest share first.
    pub coverage: Vec<CoverageChange>,
}

/// Equal figures of fewer digits are no sign of a copy: rounded ones agree by chance.
const DIGITS: f64 = 1e4;

impl SeriesBreaks {
    /// Whether figures look wrong in themselves: a jump that is
    /// [unlikely trade](super::Jump::is_unlikely_trade), or a period that repeats the one before in
    /// five digits or more.
    pub fn disagrees(&self) -> bool {
        let copied = self.report.duplicated.iter();
        let copied = copied.filter(|one| {
            unit_of(&[one.value]).is_none_or(|unit| one.value.abs() / unit >= DIGITS)
        });
        let jumps = self.report.jumps.iter();
        jumps.filter(|jump| jump.is_unlikely_trade()).count() + copied.count() > 0
    }
}

impl BreaksReport {
    /// Whether any series [disagrees](SeriesBreaks::disagrees) with itself.
    pub fn disagrees(&self) -> bool {
        self.series.iter().any(SeriesBreaks::disagrees)
    }
}
