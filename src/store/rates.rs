//! Yearly series that turn one meaning of money into another.

use std::collections::BTreeMap;

use crate::model::source::Source;

/// One number a year: an exchange rate or a price index.
#[derive(Debug, Clone)]
pub struct Rates {
    /// What the numbers are, in words that a caption can print.
    pub name: String,
    pub by_year: BTreeMap<i32, f64>,
    pub source: Source,
}
