//! Cells of a workbook as text, with its size checked before it is built.

mod cell;
mod xlsx;

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{Ods, Reader, Xls, Xlsx};

pub(crate) use cell::Cell;

use super::biff::area;
use crate::error::Result;
use crate::providers::guarded::guarded;
use crate::providers::spreadsheet::limits::{MOST_CELLS, damaged, too_large};
use crate::providers::spreadsheet::weight::weigh;
use crate::providers::text::document::Document;

/// The cells of a sheet, rows with nothing in them left out.
pub(crate) struct Sheet {
    rows: BTreeMap<u32, Vec<Cell>>,
    /// Cells that took the text of a merged one.
    pub filled: u64,
}

impl Sheet {
    /// Rows with their number, counted from one.
    pub fn rows(&self) -> impl Iterator<Item = (u64, &Vec<Cell>)> {
        self.rows
            .iter()
            .map(|(row, cells)| (u64::from(*row) + 1, cells))
    }

    pub fn texts(&self) -> impl Iterator<Item = Vec<String>> {
        self.rows
            .values()
            .map(|row| row.iter().map(Cell::text).collect())
    }

    fn put(&mut self, row: u32, column: u32, cell: Cell) {
        let cells = self.rows.entry(row).or_default();
        let column = column as usize;
        if cells.len() <= column {
            cells.resize(column + 1, Cell::Empty);
        }
        cells[column] = cell;
    }
}

/// An opened workbook.
pub(crate) enum Workbook<'a> {
    Xlsx(Box<Xlsx<Cursor<&'a [u8]>>>),
    Xls(Box<Xls<Cursor<&'a [u8]>>>),
    Ods(Box<Ods<Cursor<&'a [u8]>>>),
}

/// Opens a workbook whose size has been checked.
///
/// # Errors
/// [`Error::Unreadable`] if it is damaged, locked by a password, or too large.
pub(crate) fn open(document: &Document) -> Result<Workbook<'_>> {
    let bytes = || Cursor::new(document.bytes());
    Ok(match document.ending().as_str() {
        "xls" => {
            match area(document.bytes()) {
                None => return Err(damaged("the file is not whole, fetch it again")),
                Some(cells) if cells > MOST_CELLS => return Err(too_large()),
                Some(_) => {}
            }
            let book = guarded(|| Xls::new(bytes())).ok_or_else(|| damaged("it is damaged"))?;
            Workbook::Xls(Box::new(book.map_err(damaged)?))
        }
        "ods" => {
            weigh(document)?;
            Workbook::Ods(Box::new(Ods::new(bytes()).map_err(damaged)?))
        }
        _ => {
            weigh(document)?;
            Workbook::Xlsx(Box::new(Xlsx::new(bytes()).map_err(damaged)?))
        }
    })
}

impl Workbook<'_> {
    pub fn names(&self) -> Vec<String> {
        match self {
            Self::Xlsx(book) => book.sheet_names(),
            Self::Xls(book) => book.sheet_names(),
            Self::Ods(book) => book.sheet_names(),
        }
    }

    /// The cells of a sheet.
    ///
    /// # Errors
    /// [`Error::Unreadable`] if it is damaged or spans too many cells.
    pub fn sheet(&mut self, name: &str) -> Result<Sheet> {
        let range = match self {
            Self::Xlsx(book) => return xlsx::sheet(book, name),
            Self::Xls(book) => book.worksheet_range(name).map_err(damaged)?,
            Self::Ods(book) => book.worksheet_range(name).map_err(damaged)?,
        };
        let mut sheet = Sheet {
            rows: BTreeMap::new(),
            filled: 0,
        };
        let (row, column) = range.start().unwrap_or_default();
        for (down, right, data) in range.used_cells() {
            sheet.put(row + to_u32(down), column + to_u32(right), Cell::of(data));
        }
        Ok(sheet)
    }
}

fn to_u32(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
