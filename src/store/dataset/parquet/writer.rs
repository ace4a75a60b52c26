//! Writing a table, group of rows by group of rows.

use std::io::Write;
use std::sync::Arc;

use parquet::file::metadata::SortingColumn;
use parquet::file::properties::{EnabledStatistics, WriterProperties};
use parquet::file::writer::SerializedFileWriter;

use super::chunk::Packer;
use super::failed;
use super::table::{Data, Layout};
use crate::error::{Error, Result};

/// Writes one file.
pub struct Writer<W: Write + Send> {
    file: SerializedFileWriter<W>,
    packer: Packer,
}

const STEP: &str = "cannot write";

impl<W: Write + Send> Writer<W> {
    /// Begins a file.
    ///
    /// # Errors
    /// [`Error::Io`] if `out` takes nothing.
    pub fn new(out: W, layout: &Layout) -> Result<Self> {
        let sorted_by = layout
            .sorted_by
            .iter()
            .filter_map(|name| layout.place(name));
        let sorted_by = sorted_by.map(|place| SortingColumn {
            column_idx: place as i32,
            descending: false,
            nulls_first: false,
        });
        let properties = WriterProperties::builder()
            .set_created_by(format!("bilat {}", env!("CARGO_PKG_VERSION")))
            .set_sorting_columns(Some(sorted_by.collect()))
            .set_statistics_enabled(EnabledStatistics::Chunk)
            .set_offset_index_disabled(true)
            .build();
        let schema = layout.schema().map_err(failed(STEP))?;
        let file = SerializedFileWriter::new(out, schema, Arc::new(properties));
        Ok(Self {
            file: file.map_err(failed(STEP))?,
            packer: Packer::new().map_err(Error::io(STEP))?,
        })
    }

    /// Writes a group of rows, a column of `data` for each of the layout, all of one length.
    ///
    /// # Errors
    /// [`Error::Io`] if it cannot be written.
    pub fn group(&mut self, data: &[Data<'_>]) -> Result<()> {
        let columns = self.file.schema_descr().columns().to_vec();
        let mut group = self.file.next_row_group().map_err(failed(STEP))?;
        for (column, data) in columns.into_iter().zip(data) {
            let (bytes, close) = self.packer.chunk(column, *data).map_err(failed(STEP))?;
            group.append_column(&bytes, close).map_err(failed(STEP))?;
        }
        group.close().map_err(failed(STEP))?;
        Ok(())
    }

    /// Writes the footer and gives back what was written to.
    ///
    /// # Errors
    /// [`Error::Io`] if it cannot be written.
    pub fn finish(self) -> Result<W> {
        self.file.into_inner().map_err(failed(STEP))
    }
}
