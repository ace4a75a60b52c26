//! Periods and currencies as tables write them.

use crate::checks::claims::claim::{Part, Period};
use crate::checks::claims::interval::Interval;
pub(super) use crate::checks::columns::Columns;
use crate::model::currency::Currency;

/// `2009`, `2008-01..2008-10`, `FY2018`.
pub(super) fn period(period: Period) -> String {
    let year = period.year;
    match period.part {
        Part::Year => year.to_string(),
        Part::Months(first, last) if first == last => format!("{year}-{first:02}"),
        Part::Months(first, last) => format!("{year}-{first:02}..{year}-{last:02}"),
        Part::Fiscal => format!("FY{year}"),
    }
}

pub(super) fn code(currency: Option<Currency>) -> Option<String> {
    currency.map(|currency| currency.as_str().to_owned())
}

/// The ends of a range of fractions, in per cent.
pub(super) fn percents(range: Interval) -> (f64, f64) {
    (100.0 * range.low(), 100.0 * range.high())
}

pub(super) fn line(line: usize) -> Option<u32> {
    u32::try_from(line).ok().filter(|line| *line > 0)
}
