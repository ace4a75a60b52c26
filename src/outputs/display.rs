//! Cells of a table, for programs (every digit) and for people (few digits, with their unit).

use polars::prelude::*;

use crate::error::{Error, Result};
use crate::model::column;

/// One cell, free of the data frame it came from.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Cell {
    Empty,
    Text(String),
    Whole(i64),
    Number(f64),
}

impl Cell {
    /// Every digit, as programs read it back.
    pub fn exact(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) => text.clone(),
            Self::Whole(number) => number.to_string(),
            Self::Number(number) => number.to_string(),
        }
    }

    /// As people read it; what a number means is told by its column's name.
    pub fn shown(&self, name: &str) -> String {
        match self {
            Self::Empty => "–".to_owned(),
            // No control character reaches a terminal or a page.
            Self::Text(text) => text.chars().filter(|letter| !letter.is_control()).collect(),
            Self::Whole(number) => number.to_string(),
            Self::Number(figure) => shown(*figure, name),
        }
    }
}

fn shown(figure: f64, name: &str) -> String {
    let share = [column::EXPORT_SHARE, column::IMPORT_SHARE].contains(&name);
    if share {
        fixed(figure, 2)
    } else if name.ends_with("_percent") || name.ends_with("_points") {
        signed(figure, 2)
    } else if name.ends_with("_ratio") {
        fixed(figure, 3)
    } else if name == column::INDEX {
        fixed(figure, 1)
    } else if name == column::YEARS_ELAPSED {
        figure.to_string()
    } else if [column::CHANGE, column::BALANCE].contains(&name) {
        signed_compact(figure)
    } else {
        compact(figure)
    }
}

/// A number with so many decimals, a true minus sign, and none before what rounds to zero.
pub(super) fn fixed(number: f64, decimals: usize) -> String {
    let digits = format!("{:.decimals$}", number.abs());
    let zero = digits.bytes().all(|byte| matches!(byte, b'0' | b'.'));
    if number < 0.0 && !zero {
        format!("\u{2212}{digits}")
    } else {
        digits
    }
}

fn signed(number: f64, decimals: usize) -> String {
    let digits = fixed(number, decimals);
    let zero = digits.bytes().all(|byte| matches!(byte, b'0' | b'.'));
    if number > 0.0 && !zero {
        format!("+{digits}")
    } else {
        digits
    }
}

/// `2,280.0m` is hard to compare down a column: millions throughout, thousands set apart.
fn compact(number: f64) -> String {
    let millions = fixed(number / 1e6, 1);
    let (whole, decimals) = millions.split_once('.').unwrap_or((&millions, "0"));
    let (sign, digits) = match whole.strip_prefix('\u{2212}') {
        Some(digits) => ("\u{2212}", digits),
        None => ("", whole),
    };
    let mut grouped = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place) % 3 == 0 {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    format!("{sign}{grouped}.{decimals}")
}

fn signed_compact(number: f64) -> String {
    let digits = compact(number);
    if number > 0.0 && digits != "0.0" {
        format!("+{digits}")
    } else {
        digits
    }
}

/// Whether a column's cells stand to the right, as figures do.
pub(super) fn is_number(column: &Column) -> bool {
    column.dtype().is_primitive_numeric()
}

/// The columns of a frame as cells.
///
/// # Errors
/// [`Error::Frame`] for a column that holds neither text nor numbers.
pub(super) fn cells(frame: &DataFrame) -> Result<Vec<Vec<Cell>>> {
    frame.columns().iter().map(column_cells).collect()
}

fn column_cells(column: &Column) -> Result<Vec<Cell>> {
    let read = || -> PolarsResult<Vec<Cell>> {
        Ok(match column.dtype() {
            dtype if dtype.is_integer() => {
                let whole = column.cast(&DataType::Int64)?;
                let cell = |cell: Option<i64>| cell.map_or(Cell::Empty, Cell::Whole);
                whole.i64()?.iter().map(cell).collect()
            }
            dtype if dtype.is_float() => {
                let cell = |cell: Option<f64>| match cell {
                    Some(number) if number.is_finite() => Cell::Number(number),
                    _ => Cell::Empty,
                };
                column.f64()?.iter().map(cell).collect()
            }
            _ => {
                let text = column.cast(&DataType::String)?;
                let cell = |cell: Option<&str>| {
                    cell.map_or(Cell::Empty, |text| Cell::Text(text.to_owned()))
                };
                text.str()?.iter().map(cell).collect()
            }
        })
    };
    read().map_err(Error::frame("writing a column"))
}
