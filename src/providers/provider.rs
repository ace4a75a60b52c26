//! The contract of this wing.

use std::str::FromStr;

use super::header::Header;
use crate::error::{Error, Result};
use crate::model::basis::Currency;
use crate::model::flow_table::FlowTable;
use crate::model::source::Source;

/// A layout of trade files.
pub trait Provider: Sync {
    /// Whether a file with this header has the layout.
    fn recognises(&self, header: &Header) -> bool;

    /// # Errors
    /// Names row, column, value and remedy.
    fn read(
        &self,
        text: &str,
        header: &Header,
        source: &Source,
        options: &Options,
    ) -> Result<FlowTable>;
}

/// What a file does not say of itself.
#[derive(Debug, Clone, Copy, Default)]
pub struct Options {
    pub unit: Unit,
    /// Currency of the values; US dollars if none.
    pub currency: Option<Currency>,
}

/// What one of a file's values counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Unit {
    #[default]
    One,
    Thousand,
    Million,
    Billion,
}

impl Unit {
    pub const ALL: [Self; 4] = [Self::One, Self::Thousand, Self::Million, Self::Billion];

    /// The word that options use.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::One => "one",
            Self::Thousand => "thousand",
            Self::Million => "million",
            Self::Billion => "billion",
        }
    }

    /// Power of ten that a value is moved by.
    pub(super) const fn exponent(self) -> i32 {
        match self {
            Self::One => 0,
            Self::Thousand => 3,
            Self::Million => 6,
            Self::Billion => 9,
        }
    }
}

impl FromStr for Unit {
    type Err = Error;

    fn from_str(typed: &str) -> Result<Self> {
        crate::model::source::word(typed, "unit", &Self::ALL, Self::as_str)
    }
}
