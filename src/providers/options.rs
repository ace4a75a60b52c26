//! What a file does not say of itself, and how to read it where it could be read in several ways.

use std::str::FromStr;

use super::own::mapping::Mapping;
use super::settle::Detail;
use super::text::dialect::Hints;
use crate::error::{Error, Result};
use crate::model::currency::Currency;
use crate::model::period::Frequency;

/// What a user knows of a file.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Layout to read the file as, instead of the one it is recognised as.
    pub layout: Option<String>,
    /// What a value counts, instead of what the file says.
    pub unit: Option<Unit>,
    /// Currency of the values, instead of what the file says.
    pub currency: Option<Currency>,
    /// Currency of the values if the file does not say.
    pub otherwise: Option<Currency>,
    /// Country that reports, for files of one office that do not name it.
    pub reporter: Option<String>,
    /// Which periods to keep where a file has yearly and monthly figures.
    pub frequency: Option<Frequency>,
    /// Which products to keep where totals stand beside parts that do not add up to them.
    pub detail: Option<Detail>,
    /// Which column means what, for a table of one's own.
    pub mapping: Option<Mapping>,
    /// How the text is written, where it could be read in several ways.
    pub hints: Hints,
    /// Sheet of a workbook to read.
    pub sheet: Option<String>,
    /// Whether a row that cannot be read refuses all of them.
    pub strict: bool,
}

impl Options {
    /// Whether any of it bears on how a file is read that says everything itself; a currency for
    /// files that do not say theirs does not.
    pub(super) fn says_anything(&self) -> bool {
        let Self {
            layout,
            unit,
            currency,
            otherwise: _,
            reporter,
            frequency,
            detail,
            mapping,
            hints,
            sheet,
            strict,
        } = self;
        let hinted = hints.encoding.is_some()
            || hints.separator.is_some()
            || hints.decimal.is_some()
            || hints.thousands.is_some();
        *strict
            || hinted
            || layout.is_some()
            || unit.is_some()
            || currency.is_some()
            || reporter.is_some()
            || frequency.is_some()
            || detail.is_some()
            || mapping.is_some()
            || sheet.is_some()
    }
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
    pub(super) const fn power(self) -> i32 {
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
