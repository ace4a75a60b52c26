//! Parquet, for data frames elsewhere.

use std::io::{Cursor, Write};

use polars::prelude::*;
use polars_io::parquet::write::ParquetWriter;

use super::Save;
use crate::error::{Error, Result};
use crate::model::table::Table;

/// The table's own column types, texts that repeat as texts.
pub struct Parquet;

impl Save for Parquet {
    fn endings(&self) -> &'static [&'static str] {
        &["parquet", "pq"]
    }

    fn write(&self, table: &Table, out: &mut dyn Write) -> Result<()> {
        // The writer wants a sink that threads may share, so parts are told one after the other.
        let mut buffer = Cursor::new(Vec::new());
        let mut write = || -> PolarsResult<()> {
            let schema = spelled_out(&table.data.clear())?.schema().clone();
            let mut writer = ParquetWriter::new(&mut buffer).batched(&schema)?;
            for start in (0..table.data.height()).step_by(GROUP) {
                let part = table.data.slice(start as i64, GROUP);
                writer.write_batch(&spelled_out(&part)?)?;
            }
            writer.finish().map(|_| ())
        };
        write().map_err(Error::frame("writing Parquet"))?;
        out.write_all(buffer.get_ref())
            .map_err(Error::io("cannot write"))
    }
}

/// Rows of a group, which are spelled out together.
const GROUP: usize = 1 << 18;

/// The frame with texts that repeat as texts of their own, which every reader knows.
fn spelled_out(frame: &DataFrame) -> PolarsResult<DataFrame> {
    let mut plain = frame.clone();
    for column in frame.columns() {
        if column.dtype().is_categorical() || column.dtype().is_enum() {
            plain.with_column(column.cast(&DataType::String)?)?;
        }
    }
    Ok(plain)
}
