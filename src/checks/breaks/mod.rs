//! Whether one series means the same thing, or moves in the same way, from end to end.
//!
//! Breaks in growth and in level at known and unknown dates; periods that repeat the one before;
//! jumps by a power of ten; keys that appear and end; growth far from the usual. A break is dated,
//! never explained: an event is named because it lies in the same period, and for no other reason.
//!
//! Sources: Chow (1960), *Econometrica* 28(3); Andrews (1993, corrected 2003), *Econometrica*
//! 61(4) and 71(1); Holm (1979), *Scandinavian Journal of Statistics* 6(2).

mod check;
mod chow;
mod coverage;
mod duplicated;
mod enough;
mod event;
mod found;
mod jump;
mod known;
mod level;
mod outlier;
mod power;
mod report;
mod segments;
mod told;
mod unknown;

pub use check::Breaks;
pub use chow::Chow;
pub use coverage::{Change, CoverageChange, coverage_changes};
pub use duplicated::{
    DuplicatedPeriod, DuplicatedSection, duplicated_periods, duplicated_sections,
};
pub use enough::{KNOWN_GROWTHS, SEGMENT, UNKNOWN_GROWTHS};
pub use event::Event;
pub use found::{BreaksReport, SeriesBreaks};
pub use jump::{Jump, jumps};
pub use known::{DESCRIBED, KnownBreak, known_breaks};
pub use level::{LEVELS, LevelBreak, level_break};
pub use outlier::{GrowthOutlier, OUTLIER_GROWTHS, growth_outliers};
pub use power::{Carries, detectable};
pub use report::{BreakCheck, BreakReport, Part};
pub use unknown::{ANDREWS, Search, UnknownBreak, unknown_break};
