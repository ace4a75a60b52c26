//! What is found of some flows, each row once.

use super::files::RawFiles;
use super::place::Place;
use super::reject::Rejects;
use super::row::Row;
use crate::error::{Error, Result};

/// The rows of some flows, and how they were found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// Sorted by year, exporter, importer and product; each key once.
    pub rows: Vec<Row>,
    /// One for each file.
    pub files: Vec<Found>,
    /// Exact repetitions that were dropped.
    pub repeated: u64,
}

/// How the rows of one file were found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The file, and behind a colon the member of a zip.
    pub name: String,
    pub way: Way,
    /// Rows wanted.
    pub rows: u64,
    /// Rows that could not be read: of a scan those whose keys could not, and those wanted.
    pub rejects: Rejects,
    /// What a reader of the result must be told.
    pub remarks: Vec<String>,
}

/// How the rows of a file were found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Way {
    /// By so many probes of a sorted file.
    Bisected { probes: u64 },
    /// By reading all of it, so many lines.
    Scanned { lines: u64 },
}

/// A row and its place.
pub(super) type Met = (Row, Place);

impl RawFiles {
    /// Drops exact repetitions and counts them.
    pub(super) fn once_each(&self, met: &mut Vec<Met>) -> Result<u64> {
        let key = |row: &Row| (row.year, row.exporter, row.importer, row.product);
        for pair in met.windows(2) {
            let ((a, _), (b, _)) = (&pair[0], &pair[1]);
            if key(a) == key(b) && a != b {
                return Err(self.conflict(&pair[0], &pair[1])?);
            }
        }
        let before = met.len();
        met.dedup_by_key(|(row, _)| *row);
        Ok((before - met.len()) as u64)
    }

    fn conflict(&self, (a, at_a): &Met, (b, at_b): &Met) -> Result<Error> {
        let named = |place: &Place| -> Result<String> {
            let line = place.line_in(&self.files)?;
            Ok(format!("row {line} of {}", self.files[place.file].name()))
        };
        let shown = |row: &Row| {
            let amount = |amount: Option<i64>, unit: &str| match amount {
                Some(amount) => format!("{amount} {unit}"),
                None => "missing".to_owned(),
            };
            let value = amount(row.value, "dollars");
            match a.value == b.value {
                true => format!("{value} ({})", amount(row.quantity, "kg")),
                false => value,
            }
        };
        Ok(Error::Conflict {
            first: named(at_a)?,
            second: named(at_b)?,
            key: format!(
                "{} to {} in {} (product {:06})",
                a.exporter, a.importer, a.year, a.product
            ),
            a: shown(a),
            b: shown(b),
        })
    }
}
