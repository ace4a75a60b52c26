//! Whether totals are the sum of their parts, at any level.
//!
//! A [`Whole`] is one total with its parts: partners under `World`, products under `TOTAL`, HS6
//! under HS4 under HS2, months under a year, members under a group. [`Totals`] gathers them from
//! loaded flows, [`check()`] adds them up.

mod check;
mod gather;
mod report;
mod told;
mod tolerance;
mod totals;
mod whole;

pub use check::{Agreement, Ranked, Sum, check};
pub use gather::Level;
pub use report::{Checked, LevelReport, TotalsReport};
pub(super) use told::line as level_line;
pub use tolerance::{Tolerance, unit_of};
pub use totals::Totals;
pub use whole::Whole;
