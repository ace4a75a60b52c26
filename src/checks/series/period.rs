//! A year, quarter or month that can be counted on from.

use std::cmp::Ordering;
use std::fmt;

use chrono::{Datelike, NaiveDate};
use serde::{Serialize, Serializer};

use crate::model::period::{Frequency, first_day};

/// A calendar year, quarter or month.
///
/// Periods of one frequency are whole numbers in a row, so that "the one before" is never guessed
/// from what happens to stand above.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    frequency: Frequency,
    /// Years, quarters or months since the year 0.
    number: i32,
}

impl Period {
    pub const fn year(year: i32) -> Self {
        Self {
            frequency: Frequency::Year,
            number: year,
        }
    }

    /// A quarter, 1 to 4; others are counted on into the next years.
    pub const fn quarter(year: i32, quarter: i32) -> Self {
        Self {
            frequency: Frequency::Quarter,
            number: year * 4 + quarter - 1,
        }
    }

    /// A month, 1 to 12; others are counted on into the next years.
    pub const fn month(year: i32, month: i32) -> Self {
        Self {
            frequency: Frequency::Month,
            number: year * 12 + month - 1,
        }
    }

    /// The period a day lies in.
    pub fn of(day: NaiveDate, frequency: Frequency) -> Self {
        let month = day.month0() as i32;
        match frequency {
            Frequency::Year => Self::year(day.year()),
            Frequency::Quarter => Self::quarter(day.year(), month / 3 + 1),
            Frequency::Month => Self::month(day.year(), month + 1),
        }
    }

    pub const fn frequency(self) -> Frequency {
        self.frequency
    }

    /// How many of them a year has.
    pub const fn in_a_year(self) -> i32 {
        match self.frequency {
            Frequency::Year => 1,
            Frequency::Quarter => 4,
            Frequency::Month => 12,
        }
    }

    /// The calendar year it lies in.
    pub const fn calendar_year(self) -> i32 {
        self.number.div_euclid(self.in_a_year())
    }

    /// Its first day.
    pub fn first_day(self) -> NaiveDate {
        let months = 12 / self.in_a_year();
        let month = self.number.rem_euclid(self.in_a_year()) * months + 1;
        let year = first_day(self.calendar_year());
        year.with_month(month.unsigned_abs()).unwrap_or(year)
    }

    /// The period so many later, or earlier if below zero.
    pub const fn plus(self, steps: i32) -> Self {
        Self {
            frequency: self.frequency,
            number: self.number + steps,
        }
    }

    pub const fn next(self) -> Self {
        self.plus(1)
    }

    pub const fn previous(self) -> Self {
        self.plus(-1)
    }

    /// How many periods lie from `earlier` to this one; of one frequency only.
    pub const fn since(self, earlier: Self) -> i32 {
        self.number - earlier.number
    }
}

impl Ord for Period {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.in_a_year(), self.number).cmp(&(other.in_a_year(), other.number))
    }
}

impl PartialOrd for Period {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let part = self.number.rem_euclid(self.in_a_year()) + 1;
        let text = match self.frequency {
            Frequency::Year => self.number.to_string(),
            Frequency::Quarter => format!("{}-Q{part}", self.calendar_year()),
            Frequency::Month => format!("{}-{part:02}", self.calendar_year()),
        };
        f.pad(&text)
    }
}

impl Serialize for Period {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_month_of_december_is_january() {
        assert_eq!(Period::month(2009, 12).next(), Period::month(2010, 1));
        assert_eq!(Period::quarter(2010, 1).previous().to_string(), "2009-Q4");
        assert_eq!(Period::month(2010, 1).previous().to_string(), "2009-12");
        assert_eq!(Period::year(2010).since(Period::year(2003)), 7);
        assert_eq!(Period::month(2009, 12).calendar_year(), 2009);
    }

    #[test]
    fn a_day_lies_in_its_year_quarter_and_month() {
        let day = NaiveDate::from_ymd_opt(2010, 10, 8).unwrap();
        let of = |frequency| Period::of(day, frequency).to_string();
        assert_eq!(of(Frequency::Year), "2010");
        assert_eq!(of(Frequency::Quarter), "2010-Q4");
        assert_eq!(of(Frequency::Month), "2010-10");
        let first = Period::of(day, Frequency::Quarter).first_day();
        assert_eq!(first, NaiveDate::from_ymd_opt(2010, 10, 1).unwrap());
    }
}
