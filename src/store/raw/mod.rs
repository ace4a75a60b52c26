//! Answers straight from BACI's own files: bytes to exact integers, without a data frame.
//!
//! A file whose rows are known to be sorted is bisected for the few rows wanted
//! ([`RawFiles::flows`]); any other is scanned once, in parallel, and what the scan learns of its order
//! is [remembered](Memory). Whole-file passes give totals ([`RawFiles::totals`]).
//!
//! Values are whole US dollars, as `v` is in thousands with at most three decimals; quantities are
//! kilogrammes, as `q` is in tonnes. Sums are exact, so neither threads nor the order of rows change
//! a digit. A row that cannot be read is a [`Reject`] with its place, never a gap.

mod account;
mod amount;
mod answer;
mod bisect;
mod careful;
mod digits;
mod file;
mod files;
mod flows;
mod grid;
mod layout;
mod memory;
mod packed;
mod pass;
mod pieces;
mod place;
mod positioned;
mod probe;
mod quick;
mod reader;
#[cfg(test)]
mod reader_agrees;
mod reject;
mod route;
mod row;
mod rows;
mod sums;
mod sweep;
mod totals;

pub use account::{Account, Order};
pub use answer::{Answer, Found, Way};
pub use file::RawFile;
pub use files::{RawFiles, Refused};
pub use layout::{Field, Layout};
pub use memory::{Known, Memory};
pub use reject::{Reject, Rejects};
pub use route::Route;
pub use row::Row;
pub use totals::{By, Sum, Total};
