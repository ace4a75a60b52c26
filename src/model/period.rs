//! Calendar periods, and ranges of years as people type them.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::error::{Error, Result};

/// How often a table has figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Frequency {
    Year,
    Quarter,
    Month,
}

/// The first day of `year`.
///
/// Years outside what a calendar can hold are clamped to it.
pub fn first_day(year: i32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or(if year < 0 {
        NaiveDate::MIN
    } else {
        NaiveDate::MAX
    })
}

/// Days since 1970-01-01, as data frames store dates.
pub fn to_days(date: NaiveDate) -> i32 {
    date.to_epoch_days()
}

/// The date that lies `days` after 1970-01-01.
pub fn from_days(days: i32) -> NaiveDate {
    NaiveDate::from_epoch_days(days).unwrap_or(NaiveDate::MAX)
}

/// The year of a date stored as days since 1970-01-01.
pub fn year_of(days: i32) -> i32 {
    from_days(days).year()
}

/// Reads `2010-10-08`, `2010-10` or `2010`; the missing parts are taken as the first.
///
/// # Errors
/// [`Error::BadDate`] for anything else.
pub fn parse_date(typed: &str) -> Result<NaiveDate> {
    let bad = || Error::BadDate {
        typed: typed.to_owned(),
    };
    let mut parts = typed.split('-');
    let mut next = |default: &str| {
        parts
            .next()
            .unwrap_or(default)
            .parse::<u32>()
            .map_err(|_| bad())
    };
    let (year, month, day) = (next("")?, next("1")?, next("1")?);
    if parts.next().is_some() {
        return Err(bad());
    }
    i32::try_from(year)
        .ok()
        .and_then(|year| NaiveDate::from_ymd_opt(year, month, day))
        .ok_or_else(bad)
}

/// A range of years, both ends included; an open end takes what the data have.
///
/// ```
/// let years: bilat::Years = "2003..2009".parse()?;
/// assert!(years.contains(2009) && !years.contains(2010));
/// # Ok::<(), bilat::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Years {
    pub first: Option<i32>,
    pub last: Option<i32>,
}

impl Years {
    /// Whether `year` lies in the range.
    pub fn contains(&self, year: i32) -> bool {
        self.first.is_none_or(|first| first <= year) && self.last.is_none_or(|last| year <= last)
    }
}

impl FromStr for Years {
    type Err = Error;

    fn from_str(typed: &str) -> Result<Self> {
        let bad = || Error::BadYears {
            typed: typed.to_owned(),
        };
        let year = |text: &str| match text.trim() {
            "" => Ok(None),
            digits if digits.len() == 4 => digits.parse().map(Some).map_err(|_| bad()),
            _ => Err(bad()),
        };
        let years = match typed.split_once("..") {
            Some((first, last)) => Self {
                first: year(first)?,
                last: year(last)?,
            },
            None => {
                let only = year(typed)?.ok_or_else(bad)?;
                Self {
                    first: Some(only),
                    last: Some(only),
                }
            }
        };
        match (years.first, years.last) {
            (Some(first), Some(last)) if first > last => Err(bad()),
            _ => Ok(years),
        }
    }
}

impl fmt::Display for Years {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.first, self.last) {
            (Some(first), Some(last)) if first == last => write!(f, "{first}"),
            (first, last) => {
                let end = |year: Option<i32>| year.map(|y| y.to_string()).unwrap_or_default();
                write!(f, "{}..{}", end(first), end(last))
            }
        }
    }
}

impl<'de> Deserialize<'de> for Years {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> std::result::Result<Self, D::Error> {
        String::deserialize(deserializer)?
            .parse()
            .map_err(serde::de::Error::custom)
    }
}

impl Serialize for Years {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_read_back_as_written() -> Result<()> {
        for typed in ["2003..2009", "2003..", "..2009", "2009"] {
            assert_eq!(typed.parse::<Years>()?.to_string(), typed);
        }
        Ok(())
    }

    #[test]
    fn nonsense_is_refused() {
        for typed in [
            "",
            "2009..2003",
            "20x9",
            "09",
            "2003-2009",
            "2003...2009",
            "20033",
        ] {
            assert!(typed.parse::<Years>().is_err(), "{typed}");
        }
    }

    #[test]
    fn dates_may_be_short() -> Result<()> {
        assert_eq!(parse_date("2010-12")?, parse_date("2010-12-01")?);
        assert!(parse_date("2010-13").is_err() && parse_date("x").is_err());
        Ok(())
    }
}
