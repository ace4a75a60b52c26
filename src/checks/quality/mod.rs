//! A quality sheet of any table of figures: what is there, what is not, and what looks odd.
//!
//! Everything on it is a count of what stands in the table. An odd pattern is a place to look;
//! the sheet says nothing of why it is there.

mod cells;
mod check;
mod coverage;
mod digits;
mod mirrors;
mod sheet;
mod told;
mod words;

pub use cells::{Conflict, Duplicate, Repeated};
pub use check::{Quality, QualityReport, SourceSheet};
pub use coverage::PeriodCoverage;
pub use digits::{Digits, LAST_DIGIT_FIGURES, Rounded};
pub use mirrors::Mirrors;
pub use sheet::{QualitySheet, quality};
