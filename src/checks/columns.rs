//! Columns made from a list, row by row.

use polars::prelude::{Column, DataFrame};

use super::series::Period;
use crate::error::{Error, Result};
use crate::model::table::{Caption, Table};

/// Columns of one frame, made row by row from the same list.
pub(in crate::checks) struct Columns<'a, T> {
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

    /// Years as numbers, parts of years as words.
    pub fn period(mut self, name: &str, of: impl Fn(&T) -> Option<Period>) -> Self {
        let yearly = |row: &T| of(row).is_none_or(|period| period.in_a_year() == 1);
        if !self.rows.iter().all(yearly) {
            return self.text(name, |row| of(row).map(|period| period.to_string()));
        }
        let year = |row: &T| of(row).map(Period::calendar_year);
        let cells: Vec<Option<i32>> = self.rows.iter().map(year).collect();
        self.made.push(Column::new(name.into(), cells));
        self
    }

    pub fn flag(mut self, name: &str, of: impl Fn(&T) -> Option<bool>) -> Self {
        let word = |flag: bool| if flag { "yes" } else { "no" }.to_owned();
        let cells: Vec<Option<String>> = self.rows.iter().map(|row| of(row).map(word)).collect();
        self.made.push(Column::new(name.into(), cells));
        self
    }

    /// One word in every row.
    pub fn same(self, name: &str, word: &str) -> Self {
        self.text(name, |_| Some(word.to_owned()))
    }

    /// The finished columns as a table.
    pub fn table(self, caption: Caption) -> Result<Table> {
        let data = DataFrame::new_infer_height(self.made);
        Ok(Table {
            data: data.map_err(Error::frame("listing what a check found"))?,
            caption,
        })
    }
}
