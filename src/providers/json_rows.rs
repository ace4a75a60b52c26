//! Flat JSON of the user's own, as a grid.

mod held;

use std::collections::HashMap;
use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, Error as _, MapAccess, Visitor};
use serde_json::value::RawValue;

use crate::error::{Error, Result};
use crate::providers::door::{Door, Marks};
use crate::providers::json;
use crate::providers::own::table::OwnTable;
use crate::providers::provider::Provider;
use crate::providers::table::Table;
use crate::providers::tables::tables;
use crate::providers::text::document::Document;
use crate::providers::text::evidence::thousands;
use crate::providers::text::grid::Grid;
use held::held;

/// Flat JSON records in any layout that is a table, or explained by a mapping.
pub struct JsonRows;

impl Provider for JsonRows {
    fn name(&self) -> &'static str {
        "json"
    }

    fn about(&self) -> &'static str {
        "JSON lists of flat objects and NDJSON: columns of your own, or those of a known table"
    }

    fn recognises(&self, document: &Document) -> bool {
        let head = document.head().trim_start();
        head.starts_with('[') || head.starts_with('{')
    }

    fn read(&self, document: &Document, door: &mut Door) -> Result<()> {
        let grid = grid(document, door)?;
        let known = tables()
            .into_iter()
            .find(|table| table.recognises_header(grid.header()));
        match known {
            Some(table) if door.mapping().is_none() => table.read_grid(&grid, document, door),
            _ => OwnTable.read_grid(&grid, document, door),
        }
    }
}

/// Reads rows of flat objects as a grid, so that a mapping of columns serves JSON as it serves CSV.
///
/// Layouts: a list `[{…}, {…}]`; NDJSON, an object on each line; an object that holds one list under
/// `data`, `rows`, `records`, `result` or `items`, whose other keys are heard as lines around the
/// table; and the same with lists for rows, named by `columns` or by the first of them.
///
/// ```json
/// [{"year": 2020, "from": "NOR", "to": "CHN", "usd": 12.50}, {"year": 2021, "from": "NOR", "to": "CHN"}]
/// ```
///
/// The header is the union of the keys in the order they are first met; what a row lacks is empty,
/// and so is null. Numbers keep their text: `12.50` stays `12.50`, and a long code loses no digit.
/// The place of a row is its number in the list, or its line in NDJSON.
///
/// # Errors
/// [`Error::Unreadable`] if the text is no JSON, has no row, or a cell holds a list or an
/// object (named by its path).
pub fn grid(document: &Document, door: &mut Door) -> Result<Grid> {
    let text = document.text()?;
    let (rows, lines) = if is_lines(text) {
        (ndjson(text)?, Vec::new())
    } else {
        let held = held(text)?;
        held.tell(door)?;
        (held.rows, held.lines)
    };
    if rows.is_empty() {
        return Err(unreadable("there are no rows"));
    }
    let mut header: Vec<String> = Vec::new();
    let mut column: HashMap<String, usize> = HashMap::new();
    let mut cells = Vec::with_capacity(rows.len());
    let mut short = 0_u64;
    for (place, row) in rows {
        let mut record = vec![String::new(); header.len()];
        for (key, raw) in &row.0 {
            let at = *column.entry(key.clone()).or_insert_with(|| {
                header.push(key.clone());
                record.push(String::new());
                header.len() - 1
            });
            record[at] = cell(place, key, raw.get())?;
        }
        short += u64::from(row.0.len() < header.len());
        cells.push((place, record));
    }
    for (_, record) in &mut cells {
        record.resize(header.len(), String::new());
    }
    if short > 0 {
        door.remark(format!(
            "{short} of {} rows lack some of the keys; those cells are empty",
            cells.len()
        ));
    }
    if let Some(mark) = thousands(&header, &cells) {
        door.remark(format!(
            "figures kept as text are read with `{mark}` between thousands"
        ));
        door.marks(Marks {
            decimal: '.',
            thousands: Some(mark),
        });
    }
    Ok(Grid::from_cells(header, cells).with_lines(lines))
}

/// A row in its own order, each value in its own text.
struct Row(Vec<Member>);

type Member = (String, Box<RawValue>);

impl<'de> Deserialize<'de> for Row {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Members)
    }
}

struct Members;

impl<'de> Visitor<'de> for Members {
    type Value = Row;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a row of names and values")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Row, A::Error> {
        let mut members: Vec<Member> = Vec::new();
        while let Some(member) = map.next_entry()? {
            members.push(member);
        }
        match json::double(members.iter().map(|(key, _)| key.as_str())) {
            Some(key) => Err(A::Error::custom(format!(
                "key `{key}` stands twice in one row"
            ))),
            None => Ok(Row(members)),
        }
    }
}

/// NDJSON: the first line is a whole object, and it is not all there is unless it is a row.
fn is_lines(text: &str) -> bool {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    let Some(Ok(first)) = lines.next().map(serde_json::from_str::<Row>) else {
        return false;
    };
    lines.next().is_some()
        || first
            .0
            .iter()
            .all(|(_, raw)| !raw.get().starts_with(['[', '{']))
}

fn ndjson(text: &str) -> Result<Vec<(u64, Row)>> {
    (1..)
        .zip(text.lines())
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(place, line)| match serde_json::from_str(line) {
            Ok(row) => Ok((place, row)),
            Err(error) => Err(unreadable(&format!(
                "row {place}: {}",
                json::explain(line, &error)
            ))),
        })
        .collect()
}

fn cell(place: u64, key: &str, raw: &str) -> Result<String> {
    match raw.as_bytes().first() {
        Some(b'"') => json::parse(raw),
        Some(b'[' | b'{') => Err(unreadable(&format!(
            "row {place}: `{key}` holds a {}, not a figure or a text; flatten it first",
            if raw.starts_with('[') {
                "list"
            } else {
                "nested object"
            }
        ))),
        _ if raw == "null" => Ok(String::new()),
        _ => Ok(raw.to_owned()),
    }
}

fn unreadable(reason: &str) -> Error {
    Error::Unreadable {
        reason: reason.to_owned(),
    }
}
