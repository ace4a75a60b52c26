//! What stands around the table of a sheet: titles above it, a row of units, notes below.

use crate::error::Result;
use crate::providers::door::Door;
use crate::providers::spreadsheet::sheet::{Cell, Sheet};
use crate::providers::text::cell::{clip, is_number, unreadable};
use crate::providers::text::header::is_header;
use crate::providers::text::layout::is_unit;
use crate::providers::text::line::Line;
use crate::providers::text::unit::Unit;

/// A row outside the table, its cells in one text.
pub(crate) struct Around {
    pub row: u64,
    text: String,
}

impl Around {
    fn of(row: u64, cells: &[Cell]) -> Self {
        let texts: Vec<String> = cells.iter().map(Cell::text).collect();
        let filled = texts.iter().filter(|text| !text.is_empty());
        let filled: Vec<&str> = filled.map(String::as_str).collect();
        Self {
            row,
            text: filled.join(" | "),
        }
    }

    pub fn into_line(self) -> Line {
        Line {
            place: format!("row {}", self.row),
            text: self.text,
        }
    }
}

/// The rows above the header.
///
/// # Errors
/// [`crate::error::Error::Unreadable`] if they are a table of their own.
pub(crate) fn above(sheet: &Sheet, header_row: usize) -> Result<Vec<Around>> {
    let mut headed: Option<u64> = None;
    let mut titles = Vec::new();
    for (row, cells) in sheet.rows().take(header_row) {
        let texts: Vec<String> = cells.iter().map(Cell::text).collect();
        let filled = texts.iter().filter(|text| !text.is_empty());
        let several = filled.clone().count() > 2;
        if let (Some(first), true) = (
            headed,
            several && filled.clone().any(|text| is_number(text)),
        ) {
            return Err(unreadable(format!(
                "rows {first} to {row} look like a table of their own above the one that is read; put each in a sheet of its own"
            )));
        }
        if several && is_header(&texts) {
            headed.get_or_insert(row);
        }
        titles.push(Around::of(row, cells));
    }
    Ok(titles)
}

/// Quotes the first of such rows.
pub(crate) fn quote(lines: &[Around], place: &str, door: &mut Door) {
    for line in lines.iter().filter(|line| !line.text.is_empty()).take(3) {
        door.remark(format!(
            "row {}, {place}, says `{}`",
            line.row,
            clip(&line.text, 120)
        ));
    }
}

/// A row of units right below the header.
pub(crate) fn units(sheet: &Sheet, header_row: usize) -> Option<(u64, Vec<String>)> {
    let (row, cells) = sheet.rows().nth(header_row + 1)?;
    let texts: Vec<String> = cells.iter().map(Cell::text).collect();
    let mut filled = texts.iter().filter(|text| !text.is_empty()).peekable();
    (filled.peek().is_some() && filled.all(|text| is_unit(text))).then_some((row, texts))
}

/// The rows of one cell with words that end the sheet.
pub(crate) fn notes(sheet: &Sheet, from: usize, width: usize) -> Vec<Around> {
    let mut found = Vec::new();
    for (row, cells) in sheet.rows().skip(from) {
        let filled = || cells.iter().filter(|cell| **cell != Cell::Empty);
        let note = match (filled().next(), filled().count()) {
            (None, _) => continue,
            (Some(Cell::Text(text)), 1) => width > 2 && !is_number(text),
            _ => false,
        };
        match note {
            true => found.push(Around::of(row, cells)),
            false => found.clear(),
        }
    }
    found
}

/// Refuses a row among the others that says a unit: what follows is counted in another.
pub(crate) fn refuse_units_within(rows: &[(u64, Vec<String>)]) -> Result<()> {
    for (row, texts) in rows {
        let mut filled = texts.iter().filter(|text| !text.is_empty());
        if let (Some(text), None) = (filled.next(), filled.next())
            && Unit::read(text).is_some()
        {
            return Err(unreadable(format!(
                "row {row} says `{}`, so the rows below it are counted in another unit; put each table in a sheet of its own",
                clip(text, 40)
            )));
        }
    }
    Ok(())
}
