//! JSON: a caption with its rows, or one row a line.

use std::io::Write;

use polars::prelude::DataFrame;
use serde_json::{Map, Value, json};

use super::Save;
use super::display::{Cell, cells, parts};
use crate::error::{Error, Result};
use crate::model::table::Table;

/// One object: `caption` and `rows`.
pub struct Json;

/// One object a line, rows alone, as streaming readers want them.
pub struct NdJson;

impl Save for Json {
    fn endings(&self) -> &'static [&'static str] {
        &["json"]
    }

    fn write(&self, table: &Table, out: &mut dyn Write) -> Result<()> {
        let whole = json!({ "caption": table.caption, "rows": rows(&table.data)? });
        serde_json::to_writer_pretty(&mut *out, &whole).map_err(failed)?;
        writeln!(out).map_err(Error::io("cannot write"))
    }
}

impl Save for NdJson {
    fn endings(&self) -> &'static [&'static str] {
        &["ndjson", "jsonl"]
    }

    fn write(&self, table: &Table, out: &mut dyn Write) -> Result<()> {
        for part in parts(&table.data) {
            for row in rows(&part)? {
                serde_json::to_writer(&mut *out, &row).map_err(failed)?;
                writeln!(out).map_err(Error::io("cannot write"))?;
            }
        }
        Ok(())
    }
}

fn failed(error: serde_json::Error) -> Error {
    Error::Io {
        step: "cannot write",
        cause: error.into(),
    }
}

fn rows(frame: &DataFrame) -> Result<Vec<Value>> {
    let names = frame.get_column_names();
    let columns = cells(frame)?;
    let row = |row: usize| {
        let fields = names.iter().zip(&columns);
        let fields = fields.map(|(name, cells)| (name.to_string(), value(&cells[row])));
        Value::Object(fields.collect::<Map<String, Value>>())
    };
    Ok((0..frame.height()).map(row).collect())
}

fn value(cell: &Cell) -> Value {
    match cell {
        Cell::Empty => Value::Null,
        Cell::Text(text) => json!(text.as_str()),
        Cell::Whole(number) => json!(number),
        Cell::Number(number) => json!(number),
    }
}
