//! Whether totals are the sum of their parts, at any level.
//!
//! A [`Whole`] is one total with its parts: partners under `World`, products under `TOTAL`, HS6
//! under HS4 under HS2, months under a year, members under a group. Functions beside it make them
//! from the figures of a table, [`check()`] adds them up.

mod check;
mod gather;
mod levels;
mod report;
mod told;
mod tolerance;
mod totals;

pub use check::{Agreement, Ranked, Sum, check};
pub use gather::Level;
pub use levels::{Whole, members_to_group, months_to_year, parts_to_total, shorter_codes};
pub use report::{Checked, LevelReport, TotalsReport};
pub(super) use told::line as level_line;
pub use tolerance::{Tolerance, unit_of};
pub use totals::Totals;
