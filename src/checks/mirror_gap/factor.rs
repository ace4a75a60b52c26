//! What an import value is divided by to take freight and insurance out of it.

use std::str::FromStr;

use serde::Serialize;

use crate::error::{Error, Result};

/// A CIF/FOB factor that carries its name.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CifFactor {
    /// Above 0: 1.06 takes 6 per cent of the FOB value for freight and insurance.
    pub factor: f64,
    /// Who uses it, as reports print it.
    pub name: String,
}

impl CifFactor {
    /// The factor of the IMF since 2018.
    ///
    /// Source: IMF, *Direction of Trade Statistics*, introduction ("a CIF/FOB factor of 1.06 is
    /// currently used"); Marini, Dippelsman and Stanger (2018), IMF Working Paper 18/16.
    pub fn imf() -> Self {
        Self::named(1.06, "IMF, Direction of Trade Statistics")
    }

    /// About 5 per cent, the average that the OECD estimates.
    ///
    /// Source: Miao and Fortanier (2017), OECD Statistics Working Paper 2017/04.
    pub fn oecd() -> Self {
        Self::named(1.05, "average of the OECD's estimates")
    }

    /// The factor of the IMF before 2018.
    ///
    /// Source: IMF (1993), *A Guide to Direction of Trade Statistics*.
    pub fn imf_before_2018() -> Self {
        Self::named(1.10, "IMF, Direction of Trade Statistics, before 2018")
    }

    /// The factor of the FAO for food and agriculture.
    pub fn fao() -> Self {
        Self::named(1.12, "FAO, agricultural trade")
    }

    /// No adjustment, for two sides that value alike.
    pub fn none() -> Self {
        Self::named(1.0, "no adjustment")
    }

    /// A factor of the user's own.
    ///
    /// # Errors
    /// [`Error::BadValue`] unless it is finite and above 0.
    pub fn own(factor: f64) -> Result<Self> {
        if factor.is_finite() && factor > 0.0 {
            return Ok(Self::named(factor, "own factor"));
        }
        Err(Error::BadValue {
            row: 1,
            column: "cif".to_owned(),
            value: factor.to_string(),
            expected: "a factor above 0 such as 1.06".to_owned(),
        })
    }

    fn named(factor: f64, name: &str) -> Self {
        Self {
            factor,
            name: name.to_owned(),
        }
    }
}

impl Default for CifFactor {
    fn default() -> Self {
        Self::imf()
    }
}

/// Reads `1.06`, `imf`, `oecd`, `imf-old`, `fao`, `none`, or a number of one's own.
impl FromStr for CifFactor {
    type Err = Error;

    fn from_str(typed: &str) -> Result<Self> {
        match typed.trim() {
            "imf" | "1.06" => Ok(Self::imf()),
            "oecd" | "1.05" => Ok(Self::oecd()),
            "imf-old" | "1.10" | "1.1" => Ok(Self::imf_before_2018()),
            "fao" | "1.12" => Ok(Self::fao()),
            "none" | "1" | "1.0" => Ok(Self::none()),
            other => other
                .parse()
                .ok()
                .and_then(|factor| Self::own(factor).ok())
                .ok_or_else(|| Error::UnknownWord {
                    what: "CIF/FOB factor",
                    typed: other.to_owned(),
                    known: vec![
                        "imf",
                        "oecd",
                        "fao",
                        "imf-old",
                        "none",
                        "a number such as 1.08",
                    ],
                }),
        }
    }
}
