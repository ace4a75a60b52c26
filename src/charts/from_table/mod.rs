//! What each kind of chart takes from a table.

pub mod pair;
pub mod partners;
pub mod parts;
