//! Columns made from a list, and periods as tables write them.

use polars::prelude::Column;

use crate::checks::claims::claim::{Part, Period};
use crate::checks::claims::interval::Interval;
use crate::model::currency::Currency;

/// Columns of one frame, made row by row from the same list.
pub(super) struct Columns<'a, T> {
    rows: &'a [T],
    pub made: Vec<Column>,
}

impl<'a, T> Columns<'a, T> {
    pub fn of(rows: &'a [T]) -> Self {
        Self {
            rows,
            made: Vec::new(),
        }
    }

    pub fn text(mut self, name: &str, of: impl Fn(&T) -> Option<String>) -> Self {
        let cells: Vec<Option<String>> = self.rows.iter().map(of).collect();
        self.made.push(Column::new(name.into(), cells));
        self
    }

    pub fn number(mut self, name: &str, of: impl Fn(&T) -> Option<f64>) -> Self {
        // An open end of a range is no number that a table could hold.
        let cells = self
            .rows
            .iter()
            .map(|row| of(row).filter(|number| number.is_finite()));
        self.made.push(Column::new(
            name.into(),
            cells.collect::<Vec<Option<f64>>>(),
        ));
        self
    }

    pub fn whole(mut self, name: &str, of: impl Fn(&T) -> Option<u32>) -> Self {
        let cells: Vec<Option<u32>> = self.rows.iter().map(of).collect();
        self.made.push(Column::new(name.into(), cells));
        self
    }

    pub fn flag(mut self, name: &str, of: impl Fn(&T) -> Option<bool>) -> Self {
        let word = |flag: bool| if flag { "yes" } else { "no" }.to_owned();
        let cells: Vec<Option<String>> = self.rows.iter().map(|row| of(row).map(word)).collect();
        self.made.push(Column::new(name.into(), cells));
        self
    }
}

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
