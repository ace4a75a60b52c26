//! Claims in a table with a header: commas, tabs or semicolons between cells.

use super::cells;
use super::locate::Lines;
use super::row::{Column, Row, column};
use super::{Reading, Unparsed};
use crate::error::{Error, Result};

/// A row with the bytes it takes.
pub(super) struct Placed {
    pub(super) row: Row,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// The claims of a table.
///
/// # Errors
/// [`Error::MissingColumn`] without a column for whose trade it is or for a figure, [`Error::Unreadable`] if
/// the text is no table.
pub(super) fn read(text: &str) -> Result<Reading> {
    let mark = if text.starts_with('\u{feff}') {
        '\u{feff}'.len_utf8()
    } else {
        0
    };
    let body = &text[mark..];
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator(body))
        .flexible(true)
        .from_reader(body.as_bytes());
    let unreadable = |error: csv::Error| Error::Unreadable {
        reason: format!(
            "the table of claims cannot be read: {error}; save it as UTF-8 with one header"
        ),
    };
    let headers = reader.headers().map_err(unreadable)?.clone();
    let columns: Vec<Option<Column>> = headers.iter().map(column).collect();
    check(&columns, headers.iter())?;
    let mut rows: Vec<Placed> = Vec::new();
    for record in reader.records() {
        let record = record.map_err(unreadable)?;
        let start = record
            .position()
            .map_or(0, |position| usize::try_from(position.byte()).unwrap_or(0));
        let mut row = Row::default();
        for (cell, column) in record.iter().zip(&columns) {
            if let Some(column) = column {
                row.set_after(rows.last().map(|above| &above.row), *column, cell);
            }
        }
        rows.push(Placed {
            row,
            start: mark + start,
            end: text.len(),
        });
    }
    for at in 1..rows.len() {
        rows[at - 1].end = rows[at].start;
    }
    Ok(collect(&rows, text))
}

fn separator(text: &str) -> u8 {
    let header = text.lines().next().unwrap_or_default();
    let count = |mark: &u8| header.bytes().filter(|byte| byte == mark).count();
    [b',', b'\t', b';']
        .into_iter()
        .max_by_key(count)
        .unwrap_or(b',')
}

/// A table must say whose trade it is and hold a figure.
pub(super) fn check<'a>(
    columns: &[Option<Column>],
    found: impl Iterator<Item = &'a str>,
) -> Result<()> {
    let has = |column| columns.contains(&Some(column));
    let missing = if !has(Column::Exporter) && !has(Column::Importer) && !has(Column::Direction) {
        "exporter"
    } else if !has(Column::Level) && !has(Column::Growth) && !has(Column::GrowthPercent) {
        "level"
    } else {
        return Ok(());
    };
    Err(Error::MissingColumn {
        column: missing.to_owned(),
        found: found.map(str::to_owned).collect(),
    })
}

/// Makes claims of rows, and lists the rows that make none.
pub(super) fn collect(rows: &[Placed], text: &str) -> Reading {
    let lines = Lines::of(text);
    let pair = pair(rows);
    let mut reading = Reading {
        pair: pair.clone(),
        ..Reading::default()
    };
    for (index, placed) in rows
        .iter()
        .enumerate()
        .filter(|(_, placed)| !placed.row.is_blank())
    {
        let slice = text.get(placed.start..placed.end).unwrap_or_default();
        let raw = slice.trim();
        let start = placed.start + slice.len() - slice.trim_start().len();
        match cells::claim(&placed.row, pair.as_ref()) {
            Ok(mut claim) => {
                let within = raw.find(&claim.quote).filter(|_| !claim.quote.is_empty());
                if within.is_none() {
                    claim.quote = raw.to_owned();
                }
                claim.place = lines.place(start + within.unwrap_or(0));
                if claim.id.is_empty() {
                    claim.id = (index + 1).to_string();
                }
                reading.claims.push(claim);
            }
            Err(why) => reading.unparsed.push(Unparsed {
                quote: raw.to_owned(),
                place: lines.place(start),
                why,
            }),
        }
    }
    reading
}

/// The two countries that every row names which names two.
fn pair(rows: &[Placed]) -> Option<(String, String)> {
    let mut named = rows.iter().filter_map(|placed| cells::pair(&placed.row));
    let first = named.next()?;
    let same =
        |other: (String, String)| other == first || (other.1 == first.0 && other.0 == first.1);
    named.all(same).then_some(first)
}
