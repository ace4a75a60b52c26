//! Finding columns by name, and reading the cells in them.

use std::collections::BTreeMap;

use crate::error::{Error, Result};
use crate::providers::text::grid::Grid;

/// A name without case, spaces and signs, so that `refYear`, `ref_year` and `Ref Year` are one.
///
/// SDMX writes `REPORTER: Reporting country` where labels are wished for; the label is dropped.
pub(crate) fn plain(name: &str) -> String {
    let id = name.split_once(": ").map_or(name, |(id, _)| id);
    let letters = id.chars().filter(|letter| letter.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

/// Where the first of `names` stands that the header has; earlier names are preferred.
pub(crate) fn find(header: &[String], names: &[&str]) -> Option<usize> {
    let header: Vec<String> = header.iter().map(|name| plain(name)).collect();
    names.iter().find_map(|name| {
        let wanted = plain(name);
        header.iter().position(|name| *name == wanted)
    })
}

/// Whether the header has every one of `names`.
pub(crate) fn has_all(header: &[String], names: &[&str]) -> bool {
    names.iter().all(|name| find(header, &[name]).is_some())
}

/// Where the first of `names` stands.
///
/// # Errors
/// [`Error::MissingColumn`] if the header has none of them.
pub(crate) fn require(grid: &Grid, names: &[&str]) -> Result<usize> {
    find(grid.header(), names).ok_or_else(|| Error::MissingColumn {
        column: names.first().copied().unwrap_or_default().to_owned(),
        found: grid.header().to_vec(),
    })
}

/// The text of a cell; empty where the table has no such column.
pub(crate) fn cell<'a>(cells: &[&'a str], column: Option<usize>) -> &'a str {
    column
        .and_then(|column| cells.get(column))
        .map_or("", |text| text.trim())
}

/// A code as the publisher wrote it: readers that guess types turn `842` into `842.0`.
pub(crate) fn code(text: &str) -> &str {
    text.strip_suffix(".0").unwrap_or(text)
}

/// How often each word was met, for remarks.
#[derive(Default)]
pub(crate) struct Tally(BTreeMap<String, u64>);

impl Tally {
    pub fn add(&mut self, word: &str) {
        match self.0.get_mut(word) {
            Some(count) => *count += 1,
            None => _ = self.0.insert(word.to_owned(), 1),
        }
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn words(&self) -> Vec<&str> {
        self.0.keys().map(String::as_str).collect()
    }

    pub fn count(&self, word: &str) -> u64 {
        self.0.get(word).copied().unwrap_or_default()
    }

    /// The word met most often; the first by alphabet among equals.
    pub fn most(&self) -> Option<&str> {
        let most = self.0.values().max()?;
        let first = self.0.iter().find(|(_, count)| *count == most)?;
        Some(first.0)
    }

    /// `H4 (12), H5 (3)`.
    pub fn list(&self) -> String {
        let each: Vec<String> = self
            .0
            .iter()
            .map(|(word, n)| format!("{word} ({n})"))
            .collect();
        each.join(", ")
    }
}
