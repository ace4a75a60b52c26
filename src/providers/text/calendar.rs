//! Years, quarters and months of digits and words, checked against the calendar.

use chrono::NaiveDate;

use crate::model::month::month_number;
use crate::model::period::Frequency;

/// Years outside are mistakes: codes, quantities.
const YEARS: std::ops::RangeInclusive<i32> = 1800..=2200;

/// A period as read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reading {
    /// Days from 1970-01-01 to its first day.
    pub days: i32,
    pub frequency: Frequency,
    /// A year that begins within a calendar year, which it is taken for; to be said.
    pub fiscal: bool,
    /// The day of the month, where a date of a day was written.
    pub day: Option<u32>,
    /// `2003-04` is taken for a month; among fiscal years such as `2013-14` it is one of those.
    pub either: bool,
}

pub fn year(y: &str) -> Option<Reading> {
    starting(y, 1, Frequency::Year)
}

pub fn month(y: &str, m: &str) -> Option<Reading> {
    starting(y, short(m)?, Frequency::Month)
}

pub fn quarter(y: &str, q: &str) -> Option<Reading> {
    let q = short(q).filter(|q| (1..=4).contains(q))?;
    starting(y, q * 3 - 2, Frequency::Quarter)
}

pub fn day(y: &str, m: &str, d: &str) -> Option<Reading> {
    let read = month(y, m)?;
    let date = NaiveDate::from_ymd_opt(y.parse().ok()?, short(m)?, short(d)?);
    date.map(|_| Reading {
        day: short(d),
        ..read
    })
}

/// `2003` and `04` or `2004`: a year that ends in the next.
pub fn fiscal(y: &str, next: &str) -> Option<Reading> {
    let read = year(y)?;
    let following = y.parse::<i32>().ok()? + 1;
    let same = match next.len() {
        2 => format!("{:02}", following % 100) == next,
        4 => following.to_string() == next,
        _ => false,
    };
    same.then_some(Reading {
        fiscal: true,
        ..read
    })
}

pub fn named(y: &str, word: &str) -> Option<Reading> {
    let roman = ["i", "ii", "iii", "iv"]
        .iter()
        .position(|roman| *roman == word);
    match (month_number(word), roman) {
        (Some(m), _) => starting(y, m, Frequency::Month),
        (None, Some(q)) => quarter(y, &(q + 1).to_string()),
        _ => None,
    }
}

/// A number of one or two digits.
fn short(digits: &str) -> Option<u32> {
    (digits.len() <= 2).then(|| digits.parse().ok()).flatten()
}

fn starting(y: &str, month: u32, frequency: Frequency) -> Option<Reading> {
    let number = y
        .parse()
        .ok()
        .filter(|number| y.len() == 4 && YEARS.contains(number))?;
    let first = NaiveDate::from_ymd_opt(number, month, 1)?;
    Some(Reading {
        days: first.to_epoch_days(),
        frequency,
        fiscal: false,
        day: None,
        either: false,
    })
}
