//! Workbooks: XLSX, XLS and ODS, in any layout that is a table.
//!
//! Which sheet: the one of `--sheet`, by name or number; else the first in which a row is the
//! header of a known layout. The choice is told.
//!
//! Quirks:
//! - Whole numbers lose the `.0` that spreadsheets keep inside, so codes stay codes. A leading zero
//!   that a sheet shows by format alone is not in the file, and cannot be read.
//! - Dates become `2003-01-31`. A row with an error such as `#N/A` is rejected.
//! - Titles above the header are skipped, as are rows below with a single cell; both are counted.
//! - Cells merged downwards (a country over its years) are filled in XLSX.
//! - A workbook may claim more cells than any memory holds: size is checked before anything is built.

use crate::error::{Error, Result};
use crate::providers::door::{Door, Marks};
use crate::providers::own::columns as own_columns;
use crate::providers::own::table as own_table;
use crate::providers::provider::Provider;
use crate::providers::spreadsheet::sheet::{Cell, Sheet, open};
use crate::providers::table::Table;
use crate::providers::tables::tables;
use crate::providers::text::document::Document;
use crate::providers::text::grid::Grid;

/// Sheets of a workbook.
pub struct Spreadsheet;

/// Rows above the header that a sheet may have.
const PREAMBLE: usize = 40;

impl Provider for Spreadsheet {
    fn name(&self) -> &'static str {
        "spreadsheet"
    }

    fn about(&self) -> &'static str {
        "XLSX, XLS and ODS workbooks with a sheet in any of the layouts that are tables"
    }

    fn recognises(&self, document: &Document) -> bool {
        let zipped = document.bytes().starts_with(b"PK\x03\x04");
        let compound = document
            .bytes()
            .starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1");
        match document.ending().as_str() {
            "xlsx" | "xlsm" | "ods" => zipped,
            "xls" => compound,
            _ => false,
        }
    }

    fn read(&self, document: &Document, door: &mut Door) -> Result<()> {
        let mut workbook = open(document)?;
        let names = workbook.names();
        let chosen = match door.sheet() {
            Some(typed) => vec![choose(&names, typed)?],
            None => names.clone(),
        };
        let mut first_row = String::new();
        for name in &chosen {
            let sheet = workbook.sheet(name)?;
            if let Some((row, table)) = header(&sheet, door) {
                if names.len() > 1 {
                    door.remark(format!("sheet `{name}` was read, of: {}", names.join(", ")));
                }
                return read(&sheet, row, table, document, door);
            }
            if first_row.is_empty() {
                first_row = sheet
                    .texts()
                    .next()
                    .map(|row| row.join(", "))
                    .unwrap_or_default();
            }
        }
        let reason = format!(
            "no known layout in sheets: {}; the first row there is: {first_row}; say what columns mean with --map, or which sheet with --sheet",
            chosen.join(", ")
        );
        Err(Error::Unreadable { reason })
    }
}

/// The sheet of a name, or of a number counted from one.
fn choose(names: &[String], typed: &str) -> Result<String> {
    let named = names.iter().find(|name| name.eq_ignore_ascii_case(typed));
    let numbered = || {
        typed
            .parse::<usize>()
            .ok()
            .and_then(|number| names.get(number.checked_sub(1)?))
    };
    named
        .or_else(numbered)
        .cloned()
        .ok_or_else(|| Error::Unreadable {
            reason: format!(
                "there is no sheet `{typed}`; choose one of: {}",
                names.join(", ")
            ),
        })
}

/// The row that is the header of a known layout, and that layout.
fn header(sheet: &Sheet, door: &Door) -> Option<(usize, &'static dyn Table)> {
    let rows = || sheet.texts().enumerate().take(PREAMBLE);
    if let Some(mapping) = door.mapping() {
        let row = rows().find(|(_, row)| own_columns::fits(row, mapping))?.0;
        return Some((row, &own_table::OwnTable));
    }
    rows().find_map(|(row, header)| {
        let table = tables()
            .into_iter()
            .find(|table| table.recognises_header(&header))?;
        Some((row, table))
    })
}

fn read(
    sheet: &Sheet,
    header_row: usize,
    table: &dyn Table,
    document: &Document,
    door: &mut Door,
) -> Result<()> {
    let header: Vec<String> = sheet.texts().nth(header_row).unwrap_or_default();
    if header_row > 0 {
        door.remark(format!("{header_row} rows above the header were skipped"));
    }
    if sheet.filled > 0 {
        door.remark(format!(
            "{} cells were filled from cells merged over them",
            sheet.filled
        ));
    }
    door.marks(Marks {
        decimal: '.',
        thousands: None,
    });
    let (mut rows, mut notes) = (Vec::new(), 0_u64);
    for (line, cells) in sheet.rows().skip(header_row + 1) {
        let filled = cells.iter().filter(|cell| **cell != Cell::Empty).count();
        match filled {
            0 => continue,
            1 if header.len() > 2 => {
                notes += 1;
                continue;
            }
            _ => {}
        }
        let wrong = cells
            .iter()
            .enumerate()
            .find_map(|(column, cell)| match cell {
                Cell::Wrong(error) => Some((
                    column,
                    error.as_str(),
                    "is an error of the spreadsheet; mend the cell or empty it",
                )),
                Cell::Text(text) if column >= header.len() => Some((
                    column,
                    text.as_str(),
                    "stands to the right of the header; name its column or empty it",
                )),
                _ => None,
            });
        if let Some((column, text, reason)) = wrong {
            door.reject(
                line,
                header.get(column).map_or("", String::as_str),
                text,
                reason,
            );
            continue;
        }
        let mut texts: Vec<String> = cells.iter().map(Cell::text).collect();
        texts.resize(header.len(), String::new());
        rows.push((line, texts));
    }
    if notes > 0 {
        door.remark(format!(
            "{notes} rows with a single cell were taken for notes and skipped"
        ));
    }
    table.read_grid(&Grid::from_cells(header, rows), document, door)
}
