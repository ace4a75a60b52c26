//! What can be held against published figures, and what figures can be held against each other.
//!
//! The rooms work on plain data: a [`series::Series`] is one flow over time, a [`series::Figure`]
//! one cell of a table. Nothing here reads files or clocks, and the same input gives the same
//! result, seeded permutations included.

pub mod additivity;
pub mod breaks;
pub mod claims;
mod columns;
pub mod diversion;
pub mod examine;
pub mod flows;
pub mod mirror_gap;
pub mod quality;
pub mod series;
pub mod statistics;
pub mod vintages;

pub use examine::{Examine, Examined};
