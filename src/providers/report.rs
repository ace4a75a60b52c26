//! What was understood of the files, and what became of every row.

use std::collections::BTreeMap;

use polars::prelude::{Column, DataFrame};

use crate::error::{Error, Result};
use crate::model::table::{Caption, Table};

/// The mark of a cell with nothing in it.
pub(super) const EMPTY: &str = "(empty)";

/// A row that should have been a figure and could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reject {
    pub file: String,
    /// Line, or number of the record.
    pub place: u64,
    pub column: String,
    pub text: String,
    pub reason: String,
}

/// The account of one file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FileReport {
    pub file: String,
    /// Name of the layout it was read as.
    pub provider: &'static str,
    pub encoding: String,
    pub sha256: String,
    /// Bytes, unpacked.
    pub bytes: u64,
    /// Observations met: kept, rejected, or left out.
    pub met: u64,
    pub kept: u64,
    pub rejected: u64,
    /// Rows that are no figure of a flow, by reason.
    pub left_out: BTreeMap<String, u64>,
    /// Kept rows in which the figure is missing, by the mark that says so.
    pub missing: BTreeMap<String, u64>,
    /// What was guessed, and what the file says of itself.
    pub remarks: Vec<String>,
}

/// The account of everything that was loaded.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    pub files: Vec<FileReport>,
    pub rejects: Vec<Reject>,
    /// Rules applied to all files together: totals beside parts, repetitions.
    pub rules: Vec<String>,
}

impl Report {
    /// Rows rejected in all files.
    pub fn rejected(&self) -> u64 {
        self.files.iter().map(|file| file.rejected).sum()
    }

    /// The account in lines that a reader of a result must see.
    pub fn lines(&self) -> Vec<String> {
        let mut lines = Vec::new();
        for file in &self.files {
            let name = &file.file;
            lines.push(format!(
                "{name}: read as {}, {} of {} rows kept",
                file.provider, file.kept, file.met
            ));
            lines.extend(
                file.remarks
                    .iter()
                    .map(|remark| format!("{name}: {remark}")),
            );
            lines.extend(
                file.left_out
                    .iter()
                    .map(|(reason, count)| format!("{name}: {count} left out: {reason}")),
            );
            for (mark, count) in file.missing.iter().filter(|(mark, _)| *mark != EMPTY) {
                lines.push(format!("{name}: {count} without a figure, marked `{mark}`"));
            }
            if file.rejected > 0 {
                lines.push(format!("{name}: {} rejected", file.rejected));
            }
        }
        // A few show what is wrong; all of them go to a file on request.
        const SHOWN: usize = 5;
        for reject in self.rejects.iter().take(SHOWN) {
            lines.push(format!(
                "{}: row {}, column `{}`: `{}` {}",
                reject.file, reject.place, reject.column, reject.text, reject.reason
            ));
        }
        if self.rejects.len() > SHOWN {
            lines.push(format!(
                "and {} more rejected rows",
                self.rejects.len() - SHOWN
            ));
        }
        lines.extend(self.rules.iter().cloned());
        lines
    }
}

impl Report {
    /// The rejected rows as a table: file, row, column, text, reason.
    ///
    /// # Errors
    /// [`Error::Frame`] if the table cannot be built.
    pub fn rejects_table(&self) -> Result<Table> {
        let text = |name: &str, of: &dyn Fn(&Reject) -> &str| {
            Column::new(name.into(), self.rejects.iter().map(of).collect::<Vec<_>>())
        };
        let rows: Vec<u64> = self.rejects.iter().map(|reject| reject.place).collect();
        let data = DataFrame::new_infer_height(vec![
            text("file", &|reject| &reject.file),
            Column::new("row".into(), rows),
            text("column", &|reject| &reject.column),
            text("text", &|reject| &reject.text),
            text("reason", &|reject| &reject.reason),
        ])
        .map_err(Error::frame("listing rejected rows"))?;
        Ok(Table {
            data,
            caption: Caption::titled("Rows that could not be read"),
        })
    }
}
