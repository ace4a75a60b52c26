//! Periods of a table that are dates: the last days of years are years.

use std::borrow::Cow;
use std::collections::BTreeSet;

use chrono::Datelike;

use crate::model::period::{Frequency, from_days, year_of};
use crate::providers::columns::code;
use crate::providers::door::Door;
use crate::providers::text::period::reading;
use crate::providers::text::year_column::dated;

/// How the periods of a table are to be read.
#[derive(Default)]
pub(crate) struct Dates {
    /// Every period is the first, or every one the last day of a year.
    annual: bool,
    /// Periods are days, of which the month is read.
    pub days: bool,
    flagged: u64,
}

impl Dates {
    /// Looks at all periods of a table, as long as they are such days.
    pub fn of<'a>(each: impl FnOnce(&mut dyn FnMut(&'a str) -> bool), door: &mut Door) -> Self {
        let (mut known, mut first, mut last, mut days) = (BTreeSet::new(), true, true, false);
        each(&mut |text| {
            if text.is_empty() || known.contains(text) {
                return true;
            }
            known.insert(text);
            let day = reading(text).and_then(|read| {
                let date = from_days(read.days);
                Some((date.month(), read.day?))
            });
            days |= day.is_some();
            first &= day == Some((1, 1));
            last &= day == Some((12, 31));
            first || last
        });
        // One first of January alone may be a month as well.
        let annual = !known.is_empty() && (last || (first && known.len() > 1));
        if annual {
            door.remark(format!(
                "periods such as `{}` are all the {} day of a year and are read as years; write 2003-01 for months",
                known.first().copied().unwrap_or_default(),
                if last { "last" } else { "first" }
            ));
        }
        Self {
            annual,
            days: days && !annual,
            flagged: 0,
        }
    }

    /// A period as the door reads it.
    pub fn read<'a>(&mut self, text: &'a str) -> Cow<'a, str> {
        let text = code(text.trim_matches('"').trim());
        if text.len() == 4 {
            return Cow::Borrowed(text);
        }
        if self.annual {
            let year = reading(text).map(|read| year_of(read.days).to_string());
            return year.map_or(Cow::Borrowed(text), Cow::Owned);
        }
        // A duration behind the first day, as SDMX writes it; `2019,0` as programs with a decimal comma do.
        let year = text
            .strip_suffix("-01-01/P1Y")
            .or_else(|| text.strip_suffix(",0"));
        if let Some(year) = year.filter(|year| year.len() == 4) {
            return Cow::Borrowed(year);
        }
        match dated(text) {
            Some(named) if !named.flag.is_empty() => {
                self.flagged += 1;
                Cow::Borrowed(named.period)
            }
            _ => Cow::Borrowed(text),
        }
    }

    /// Tells of the flags that periods carried.
    pub fn tell(&self, door: &mut Door) {
        if self.flagged > 0 {
            door.remark(format!(
                "rows whose period carries a flag, such as `2020 (p)`, read without it: {}",
                self.flagged
            ));
        }
    }
}

/// How often figures come, in the words of a column for it.
pub(crate) fn frequency(word: &str) -> Option<Frequency> {
    Some(match word.to_lowercase().as_str() {
        "a" | "annual" | "annually" | "year" | "yearly" => Frequency::Year,
        "q" | "quarter" | "quarterly" => Frequency::Quarter,
        "m" | "month" | "monthly" => Frequency::Month,
        _ => return None,
    })
}
