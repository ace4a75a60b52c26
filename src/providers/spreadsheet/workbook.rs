//! Workbooks: XLSX, XLS and ODS, in any layout that is a table.
//!
//! Which sheet: the one of `--sheet`, by name or number; else the first in which a row is the
//! header of a known layout. The choice is told.
//!
//! Quirks:
//! - Whole numbers lose the `.0` that spreadsheets keep inside, so codes stay codes. A leading zero
//!   that a sheet shows by format alone is not in the file, and cannot be read.
//! - Dates become `2003-01-31`. A row with an error such as `#N/A` is rejected.
//! - Titles above the header and notes below the table are skipped, counted and quoted; what they say of
//!   currency and unit is heard. A lone cell among the rows is handed on like any other.
//! - Cells merged downwards (a country over its years) are filled in XLSX.
//! - A workbook may claim more cells than any memory holds: size is checked before anything is built.

use crate::error::{Error, Result};
use crate::providers::door::{Door, Marks};
use crate::providers::own::columns as own_columns;
use crate::providers::own::table as own_table;
use crate::providers::provider::Provider;
use crate::providers::spreadsheet::around;
use crate::providers::spreadsheet::sheet::{Cell, Sheet, open};
use crate::providers::table::Table;
use crate::providers::tables::tables;
use crate::providers::text::document::Document;
use crate::providers::text::evidence::thousands;
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
    let mut lines = around::above(sheet, header_row)?;
    around::quote(&lines, "above the header", door);
    if sheet.filled > 0 {
        door.remark(format!(
            "{} cells were filled from cells merged over them",
            sheet.filled
        ));
    }
    let (units, skipped) = match around::units(sheet, header_row) {
        Some((line, units)) => {
            door.leave_out("a line of units below the header");
            (Some((line, units)), header_row + 2)
        }
        None => (None, header_row + 1),
    };
    let notes = around::notes(sheet, skipped, header.len());
    if !notes.is_empty() {
        door.remark(format!(
            "{} rows with a single cell were taken for notes and skipped",
            notes.len()
        ));
        around::quote(&notes, "below the table", door);
    }
    let below = notes.first().map_or(u64::MAX, |note| note.row);
    let mut rows = Vec::new();
    for (line, cells) in sheet.rows().skip(skipped) {
        if cells.iter().all(|cell| *cell == Cell::Empty) || line >= below {
            continue;
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
                Cell::Formula(formula) => Some((
                    column,
                    formula.as_str(),
                    "is a formula whose result is not in the file; open the workbook in a spreadsheet and save it",
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
    let thousands = thousands(&header, &rows);
    if let Some(mark) = thousands {
        door.remark(format!(
            "figures kept as text are read with `{mark}` between thousands"
        ));
    }
    door.marks(Marks {
        decimal: '.',
        thousands,
    });
    around::refuse_units_within(&rows)?;
    lines.extend(notes);
    let lines = lines.into_iter().map(around::Around::into_line).collect();
    let grid = Grid::from_cells(header, rows)
        .with_lines(lines)
        .with_units(units);
    table.read_grid(&grid, document, door)
}
