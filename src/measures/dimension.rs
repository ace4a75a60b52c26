//! What flows are told apart by.

use std::str::FromStr;

use crate::error::{Error, Result};
use crate::model::coded::CodedRow;
use crate::model::column::{EXPORTER, IMPORTER, PRODUCT};

/// What flows are told apart by, besides the period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Dimension {
    Exporter,
    Importer,
    Product,
}

/// No code: the key is summed over it.
pub(super) const NONE: u32 = u32::MAX;

/// A code in each dimension, or [`NONE`].
pub(super) type Key = [u32; 3];

impl Dimension {
    pub const ALL: [Self; 3] = [Self::Exporter, Self::Importer, Self::Product];

    /// The word of commands and the name of the column.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Exporter => EXPORTER,
            Self::Importer => IMPORTER,
            Self::Product => PRODUCT,
        }
    }

    pub(super) const fn of(self, row: &CodedRow) -> u32 {
        match self {
            Self::Exporter => row.exporter,
            Self::Importer => row.importer,
            Self::Product => row.product,
        }
    }

    /// The key of a row that tells `by` apart.
    pub(super) fn key(by: &[Self], row: &CodedRow) -> Key {
        let mut key = [NONE; 3];
        for dimension in by {
            key[*dimension as usize] = dimension.of(row);
        }
        key
    }
}

impl FromStr for Dimension {
    type Err = Error;

    fn from_str(typed: &str) -> Result<Self> {
        crate::model::source::word(typed, "dimension", &Self::ALL, Self::as_str)
    }
}
