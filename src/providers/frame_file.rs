//! Parquet and Arrow files: data frames at rest.
//!
//! Any file with the columns of a tidy table, such as `bilat convert -o tidy.parquet` writes, or
//! one that a mapping explains. Columns are read as text, so that codes keep their zeros, and go
//! the way of every other table. Decimals are read from Parquet alone.

mod decimals;

use std::io::Cursor;
use std::sync::Arc;

use polars::prelude::*;
use polars_io::SerReader;
use polars_io::ipc::{IpcReader, IpcStreamReader};
use polars_io::parquet::read::ParquetReader;

use super::door::Door;
use super::guarded::guarded;
use super::own::table::OwnTable;
use super::provider::Provider;
use super::table::Table;
use super::text::document::Document;
use super::text::grid::Grid;
use crate::error::{Error, Result};

/// A data frame in a file, recognised by its first bytes.
pub struct FrameFile;

impl Provider for FrameFile {
    fn name(&self) -> &'static str {
        "frame"
    }

    fn about(&self) -> &'static str {
        "Parquet, Arrow IPC file or stream: tidy or wide columns of your own"
    }

    fn recognises(&self, document: &Document) -> bool {
        Format::of(document.bytes()).is_some()
    }

    fn read(&self, document: &Document, door: &mut Door<'_>) -> Result<()> {
        let format = Format::of(document.bytes())
            .ok_or_else(|| broken("it is neither Parquet nor Arrow"))?;
        let read = guarded(|| format.frame(document.bytes()));
        let frame = read
            .ok_or_else(|| broken("it is damaged"))?
            .map_err(|error| broken(&error.to_string()))?;
        let (header, rows) = cells(&frame).map_err(Error::frame("reading the columns"))?;
        OwnTable.read_grid(&Grid::from_cells(header, rows), document, door)
    }
}

fn broken(reason: &str) -> Error {
    Error::Unreadable {
        reason: format!("the data frame cannot be read: {reason}"),
    }
}

#[derive(Clone, Copy)]
enum Format {
    Parquet,
    File,
    Stream,
}

impl Format {
    fn of(bytes: &[u8]) -> Option<Self> {
        if bytes.starts_with(b"PAR1") {
            Some(Self::Parquet)
        } else if bytes.starts_with(b"ARROW1") {
            Some(Self::File)
        } else if bytes.starts_with(&[0xff; 4]) {
            // The mark that continues an IPC stream.
            Some(Self::Stream)
        } else {
            None
        }
    }

    fn frame(self, bytes: &[u8]) -> PolarsResult<DataFrame> {
        match self {
            Self::Parquet => parquet(bytes),
            Self::File => {
                let mut reader = IpcReader::new(Cursor::new(bytes));
                no_decimals(&*reader.schema()?)?;
                reader.finish()
            }
            Self::Stream => {
                let mut reader = IpcStreamReader::new(Cursor::new(bytes));
                no_decimals(&reader.arrow_schema()?)?;
                reader.finish()
            }
        }
    }
}

fn parquet(bytes: &[u8]) -> PolarsResult<DataFrame> {
    let mut reader = ParquetReader::new(Cursor::new(bytes));
    let Some((stored, scales)) = decimals::as_stored(reader.get_metadata()?) else {
        return reader.finish();
    };
    reader.set_metadata(Arc::new(stored));
    let mut frame = reader.finish()?;
    for (name, scale) in &scales {
        let column = decimals::column(frame.column(name)?, *scale)?;
        frame.with_column(column)?;
    }
    Ok(frame)
}

/// Arrow files say at once what they hold, and the reader would panic on a decimal.
fn no_decimals(schema: &ArrowSchema) -> PolarsResult<()> {
    let decimal = |field: &&ArrowField| format!("{:?}", field.dtype).starts_with("Decimal");
    match schema.iter_values().find(decimal) {
        None => Ok(()),
        Some(field) => Err(polars_err!(
            ComputeError: "column `{}` holds decimals, which Arrow files are not read with; save it as floating point, or the file as Parquet",
            field.name
        )),
    }
}

type Cells = (Vec<String>, Vec<(u64, Vec<String>)>);

fn cells(frame: &DataFrame) -> PolarsResult<Cells> {
    let header = frame
        .get_column_names()
        .iter()
        .map(|name| name.to_string())
        .collect();
    let columns: Vec<Column> = frame
        .columns()
        .iter()
        .map(|column| column.cast(&DataType::String))
        .collect::<PolarsResult<_>>()?;
    let texts: Vec<&StringChunked> = columns
        .iter()
        .map(Column::str)
        .collect::<PolarsResult<_>>()?;
    let cell = |text: &StringChunked, row: usize| text.get(row).unwrap_or_default().to_owned();
    let row = |row: usize| {
        (
            row as u64 + 1,
            texts.iter().map(|text| cell(text, row)).collect(),
        )
    };
    Ok((header, (0..frame.height()).map(row).collect()))
}
