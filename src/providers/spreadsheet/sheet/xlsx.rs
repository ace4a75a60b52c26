//! Sheets of XLSX, cell by cell, with merged cells and formulas.

use std::collections::{BTreeMap, HashSet};
use std::io::Cursor;

use calamine::{Data, DataRef, Xlsx};

use super::cell::words;
use super::{Cell, Sheet};
use crate::error::Result;
use crate::providers::spreadsheet::limits::{MOST_CELLS, damaged, too_large};

/// Largest area between the first cell and the last: a full sheet of some 470 columns.
const LARGEST_AREA: u64 = 500_000_000;

/// Cell by cell, since calamine's own range is built for the whole area at once: one cell at
/// XFD1048576 would ask for 17 billion.
pub(super) fn sheet(book: &mut Xlsx<Cursor<&[u8]>>, name: &str) -> Result<Sheet> {
    let mut sheet = Sheet {
        rows: BTreeMap::new(),
        filled: 0,
    };
    let mut cells = book.worksheet_cells_reader(name).map_err(damaged)?;
    let (mut widest, mut held) = (0_u64, 0_u64);
    // A formula may give an empty text; that is a result.
    let mut blank = HashSet::new();
    while let Some(cell) = cells.next_cell().map_err(damaged)? {
        let (row, column) = cell.get_position();
        let text = match cell.get_value() {
            DataRef::Empty => continue,
            DataRef::SharedString(text) => words(text),
            other => Cell::of(&Data::from(other.clone())),
        };
        if text == Cell::Empty {
            blank.insert((row, column));
        }
        widest = widest.max(u64::from(column) + 1);
        held += 1;
        let stored = (sheet.rows.len() as u64 + 1) * widest;
        let area = (u64::from(row) + 1) * widest;
        if stored.max(held) > MOST_CELLS || area > LARGEST_AREA {
            return Err(too_large());
        }
        sheet.put(row, column, text);
    }
    drop(cells);
    unsolved(book, name, &blank, &mut sheet)?;
    fill_merged(book, name, &mut sheet)?;
    Ok(sheet)
}

/// Marks formulas whose result is not in the file, as programs write that do not calculate.
fn unsolved(
    book: &mut Xlsx<Cursor<&[u8]>>,
    name: &str,
    blank: &HashSet<(u32, u32)>,
    sheet: &mut Sheet,
) -> Result<()> {
    let mut cells = book.worksheet_cells_reader(name).map_err(damaged)?;
    while let Some(cell) = cells.next_formula().map_err(damaged)? {
        let (row, column) = cell.get_position();
        if cell.get_value().is_empty() || blank.contains(&(row, column)) {
            continue;
        }
        // Rows without any value were left out; their formulas have none either.
        let known = sheet
            .rows
            .get(&row)
            .and_then(|row| row.get(column as usize));
        let solved = known.is_some_and(|cell| *cell != Cell::Empty);
        let area = (u64::from(row) + 1) * (u64::from(column) + 1);
        if !solved && area <= LARGEST_AREA {
            sheet.put(row, column, Cell::Formula(format!("={}", cell.get_value())));
        }
    }
    Ok(())
}

/// Gives the text of a cell merged downwards to the cells it covers.
fn fill_merged(book: &mut Xlsx<Cursor<&[u8]>>, name: &str, sheet: &mut Sheet) -> Result<()> {
    let merged = book.merge_cells_by_sheet_name(name).map_err(damaged)?;
    for area in merged
        .iter()
        .filter(|area| area.start.1 == area.end.1 && area.end.0 > area.start.0)
    {
        let Some(top) = sheet
            .rows
            .get(&area.start.0)
            .and_then(|row| row.get(area.start.1 as usize))
            .cloned()
        else {
            continue;
        };
        // Only rows that have something: an empty row stays empty.
        let below: Vec<u32> = sheet
            .rows
            .range(area.start.0 + 1..=area.end.0)
            .map(|(row, _)| *row)
            .collect();
        for row in below {
            sheet.put(row, area.start.1, top.clone());
            sheet.filled += 1;
        }
    }
    Ok(())
}
