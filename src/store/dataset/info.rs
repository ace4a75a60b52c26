//! What a store holds, in short.

use super::store::Store;
use super::tables::Table;
use crate::error::Result;

/// One vintage in a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Info {
    pub vintage: String,
    /// Whether it is meant where none is named.
    pub latest: bool,
    pub years: Vec<i32>,
    pub rows: u64,
    /// Bytes of all its Parquet files.
    pub bytes: u64,
    /// Bytes of the table of rows alone.
    pub row_bytes: u64,
    /// Records that could not be read.
    pub rejected: u64,
}

impl Store {
    /// Every vintage, the oldest first.
    ///
    /// # Errors
    /// As [`Store::vintages`].
    pub fn info(&self) -> Result<Vec<Info>> {
        let vintages = self.vintages()?;
        let last = vintages.len();
        let info = vintages.iter().enumerate().map(|(place, vintage)| {
            let manifest = vintage.manifest();
            let years = &manifest.years;
            let files = || years.iter().flat_map(|year| &year.files);
            let rows = files().filter(|file| file.table == Table::Rows);
            Info {
                vintage: manifest.vintage.clone(),
                latest: place + 1 == last,
                years: years.iter().map(|year| year.year).collect(),
                rows: years.iter().map(|year| year.rows).sum(),
                bytes: files().map(|file| file.bytes).sum(),
                row_bytes: rows.map(|file| file.bytes).sum(),
                rejected: manifest.inputs.iter().map(|input| input.rejected).sum(),
            }
        });
        Ok(info.collect())
    }
}
