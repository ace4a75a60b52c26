//! One published figure.

use super::period::year_of;
use super::source::{Kind, Side};

/// One published figure.
#[derive(Debug, Clone, PartialEq)]
pub struct Flow {
    /// First day of the period, in days since 1970-01-01.
    pub period: i32,
    pub exporter: String,
    pub importer: String,
    pub side: Side,
    pub kind: Kind,
    pub product: String,
    /// Whole units of the table's currency; `None` is not reported, which is not 0.
    pub value: Option<f64>,
    /// How much went; `None` is not reported.
    pub quantity: Option<f64>,
    /// Unit of the quantity, empty without one.
    pub quantity_unit: String,
    pub source: String,
}

impl Flow {
    /// The year the period lies in.
    pub fn year(&self) -> i32 {
        year_of(self.period)
    }
}
