//! Claims as a list of objects in JSON.

use serde::Deserialize;
use serde_json::Value;
use serde_json::value::RawValue;

use super::Reading;
use super::row::{Column, Row, column};
use super::table::{Placed, check, collect};
use crate::error::{Error, Result};

#[derive(Deserialize)]
struct Wrapped<'a> {
    #[serde(borrow)]
    claims: Vec<&'a RawValue>,
}

/// The claims of a list, or of an object that holds one as `claims`.
///
/// # Errors
/// As for a table.
pub(super) fn read(text: &str) -> Result<Reading> {
    let unreadable = |error: serde_json::Error| Error::Unreadable {
        reason: format!(
            "the list of claims cannot be read: {error}; write [{{\"exporter\": \"NOR\", …}}]"
        ),
    };
    let body = text.trim_start_matches('\u{feff}');
    let objects = if body.trim_start().starts_with('{') {
        serde_json::from_str::<Wrapped>(body)
            .map_err(unreadable)?
            .claims
    } else {
        serde_json::from_str::<Vec<&RawValue>>(body).map_err(unreadable)?
    };
    let mut rows = Vec::new();
    let mut columns: Vec<Option<Column>> = Vec::new();
    let mut names: Vec<String> = Vec::new();
    // Objects stand in the order of the text, so each is looked for behind the one before.
    let mut from = 0;
    for raw in objects {
        let words = raw.get();
        let start = text[from..].find(words).map_or(from, |found| from + found);
        from = start + words.len();
        let fields: serde_json::Map<String, Value> =
            serde_json::from_str(words).map_err(unreadable)?;
        let mut row = Row::default();
        for (name, value) in &fields {
            let column = column(name);
            if let (Some(column), Some(cell)) = (column, cell(value)) {
                row.set(column, &cell);
            }
            columns.push(column);
            names.push(name.clone());
        }
        rows.push(Placed {
            row,
            start,
            end: from,
        });
    }
    check(&columns, names.iter().map(String::as_str))?;
    Ok(collect(&rows, text))
}

fn cell(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}
