//! Parquet, for data frames elsewhere.

use std::io::{Cursor, Write};

use polars_io::parquet::write::ParquetWriter;

use super::Save;
use crate::error::{Error, Result};
use crate::model::table::Table;

/// One row group, the table's own column types.
pub struct Parquet;

impl Save for Parquet {
    fn endings(&self) -> &'static [&'static str] {
        &["parquet", "pq"]
    }

    fn write(&self, table: &Table, out: &mut dyn Write) -> Result<()> {
        // The writer wants a sized sink of its own.
        let mut buffer = Cursor::new(Vec::new());
        ParquetWriter::new(&mut buffer)
            .finish(&mut table.data.clone())
            .map_err(Error::frame("writing Parquet"))?;
        out.write_all(buffer.get_ref())
            .map_err(Error::io("cannot write"))
    }
}
