//! A flow that fell around a date, beside the flows that rose through third places.
//!
//! When A → B falls and both A → C and C → B rise, goods may go through C, or A may have found
//! other buyers and B other sellers: totals of flows cannot tell these apart. The check ranks where
//! both legs rose, and says no more than that.

mod change;
mod check;
mod choose;
mod other_dates;
mod places;
mod report;
mod told;
mod windows;
mod words;

pub use change::Change;
pub use check::Diversion;
pub use other_dates::OtherDates;
pub use places::{Beyond, Third, Unranked};
pub use report::{DiversionCheck, DiversionReport, Flows, Ranking};
pub use windows::{OwnPeriod, Windows};
