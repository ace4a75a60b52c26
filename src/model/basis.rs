//! What every value in a table means.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::period::Frequency;
use super::source::word;
use crate::error::{Error, Result};

/// The meaning of all values of one table, so that no row needs a unit of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Basis {
    pub frequency: Frequency,
    pub currency: Currency,
    pub prices: Prices,
    /// Product classification, such as `HS 1992`; none for totals alone.
    pub classification: Option<String>,
}

impl Basis {
    /// Yearly values in current US dollars.
    pub fn yearly_dollars() -> Self {
        Self {
            frequency: Frequency::Year,
            currency: Currency::Usd,
            prices: Prices::Current,
            classification: None,
        }
    }

    /// The unit in words, as captions print it: `current US dollars`.
    pub fn unit(&self) -> String {
        match self.prices {
            Prices::Current => format!("current {}", self.currency.plural()),
            Prices::Constant { year } => format!("constant {year} {}", self.currency.plural()),
        }
    }
}

/// A currency that values can be held in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Currency {
    Usd,
    Nok,
    Cny,
    Eur,
}

impl Currency {
    pub const ALL: [Self; 4] = [Self::Usd, Self::Nok, Self::Cny, Self::Eur];

    /// ISO 4217 code.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Usd => "USD",
            Self::Nok => "NOK",
            Self::Cny => "CNY",
            Self::Eur => "EUR",
        }
    }

    /// The name in the plural, as prose uses it.
    pub const fn plural(self) -> &'static str {
        match self {
            Self::Usd => "US dollars",
            Self::Nok => "Norwegian kroner",
            Self::Cny => "Chinese yuan",
            Self::Eur => "euros",
        }
    }
}

impl FromStr for Currency {
    type Err = Error;

    fn from_str(typed: &str) -> Result<Self> {
        word(typed, "currency", &Self::ALL, Self::as_str)
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Prices that values are expressed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Prices {
    /// Of the year itself.
    Current,
    /// Of one year, by a price index.
    Constant { year: i32 },
}

impl fmt::Display for Prices {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Current => f.write_str("current"),
            Self::Constant { year } => write!(f, "constant {year}"),
        }
    }
}
