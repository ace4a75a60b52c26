//! What every value in a table means.

use std::fmt;

use serde::{Deserialize, Serialize};

pub use super::currency::Currency;
use super::period::Frequency;

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
            currency: Currency::USD,
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
