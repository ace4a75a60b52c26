//! Cells of a workbook as text, with its size checked before it is built.

use std::collections::{BTreeMap, HashSet};
use std::io::Cursor;

use calamine::{Data, DataRef, ExcelDateTime, Ods, Reader, Xls, Xlsx};

use super::biff::area;
use crate::error::Result;
use crate::providers::guarded::guarded;
use crate::providers::spreadsheet::limits::{MOST_CELLS, damaged, too_large};
use crate::providers::spreadsheet::weight::weigh;
use crate::providers::text::document::Document;

/// Largest area between the first cell and the last: a full sheet of some 470 columns.
const LARGEST_AREA: u64 = 500_000_000;

/// A cell as text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) enum Cell {
    #[default]
    Empty,
    Text(String),
    /// An error of the spreadsheet, such as `#N/A`.
    Wrong(String),
    /// A formula whose result the file does not hold.
    Formula(String),
}

impl Cell {
    pub fn text(&self) -> String {
        match self {
            Self::Text(text) | Self::Wrong(text) | Self::Formula(text) => text.clone(),
            Self::Empty => String::new(),
        }
    }

    fn of(data: &Data) -> Self {
        match data {
            Data::Empty => Self::Empty,
            Data::Int(number) => Self::Text(number.to_string()),
            Data::Float(number) => Self::Text(number_text(*number)),
            Data::String(text) | Data::DurationIso(text) => words(text),
            Data::Bool(truth) => Self::Text(truth.to_string()),
            Data::DateTime(date) => Self::Text(date_text(date)),
            Data::DateTimeIso(date) => {
                Self::Text(date.split('T').next().unwrap_or_default().to_owned())
            }
            Data::Error(error) => Self::Wrong(error.to_string()),
        }
    }
}

fn words(text: &str) -> Cell {
    match text.trim() {
        "" => Cell::Empty,
        text => Cell::Text(text.to_owned()),
    }
}

/// A whole number without `.0`: sheets keep the code 842 as 842.0.
fn number_text(number: f64) -> String {
    // Rust writes the shortest digits that give the same number back.
    format!("{number}")
}

fn date_text(date: &ExcelDateTime) -> String {
    if date.is_duration() {
        return number_text(date.as_f64());
    }
    let (year, month, day, ..) = date.to_ymd_hms_milli();
    format!("{year:04}-{month:02}-{day:02}")
}

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
            Self::Xlsx(book) => return xlsx(book, name),
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

/// Cell by cell, since calamine's own range is built for the whole area at once: one cell at
/// XFD1048576 would ask for 17 billion.
fn xlsx(book: &mut Xlsx<Cursor<&[u8]>>, name: &str) -> Result<Sheet> {
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
