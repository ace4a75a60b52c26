//! Columns that a layout does not read.
//!
//! Two rows of one flow that differ in such a column alone are two figures and no repetition.

use std::fmt::Write;

use crate::providers::columns::{cell, plain};
use crate::providers::door::Door;
use crate::providers::text::grid::Grid;

/// Columns that are not read, with their names.
pub(crate) struct Unread {
    columns: Vec<(usize, String)>,
    words: String,
}

impl Unread {
    /// Every column but those `known`, which are read or say nothing of which flow a row is.
    pub fn of<'a>(grid: &Grid, known: impl IntoIterator<Item = &'a str>) -> Self {
        let known: Vec<String> = known.into_iter().map(plain).collect();
        let named = grid.header().iter().enumerate();
        let unread = named.filter(|(_, name)| !name.is_empty() && !known.contains(&plain(name)));
        Self::over(
            unread
                .map(|(column, name)| (column, name.clone()))
                .collect(),
        )
    }

    /// These columns.
    pub fn over(columns: Vec<(usize, String)>) -> Self {
        let words = String::new();
        Self { columns, words }
    }

    /// Tells the door which columns they are.
    pub fn tell(&self, door: &mut Door) {
        if !self.columns.is_empty() {
            let names: Vec<&str> = self.columns.iter().map(|(_, name)| name.as_str()).collect();
            door.remark(format!("columns not used: `{}`", names.join("`, `")));
        }
    }

    /// Tells the door what they say of the observation to come.
    pub fn note(&mut self, cells: &[&str], door: &mut Door) {
        if self.columns.is_empty() {
            return;
        }
        self.words.clear();
        for (column, name) in &self.columns {
            let text = cell(cells, Some(*column));
            let comma = if self.words.is_empty() { "" } else { ", " };
            // Writing to a string never fails.
            _ = write!(self.words, "{comma}{name} `{text}`");
        }
        door.apart(&self.words);
    }
}
