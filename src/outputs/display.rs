//! Cells of a table, for programs (every digit) and for people (few digits, with their unit).

use polars::prelude::*;

use crate::error::{Error, Result};
use crate::model::column;

/// One cell, free of the data frame it came from.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Cell {
    Empty,
    /// Short words, as most are, take no allocation.
    Text(PlSmallStr),
    Whole(i64),
    Number(f64),
}

impl Cell {
    /// As people read it; what a number means is told by its column's name.
    pub fn shown(&self, name: &str, scale: Scale) -> String {
        match self {
            Self::Empty => "–".to_owned(),
            // No control character reaches a terminal or a page.
            Self::Text(text) => text.chars().filter(|letter| !letter.is_control()).collect(),
            Self::Whole(number) => number.to_string(),
            Self::Number(figure) => shown(*figure, name, scale),
        }
    }
}

fn shown(figure: f64, name: &str, scale: Scale) -> String {
    let share = [column::EXPORT_SHARE, column::IMPORT_SHARE].contains(&name);
    if share {
        fixed(figure, 2)
    } else if name.ends_with("_percent") || name.ends_with("_points") {
        signed(fixed(figure, 2), figure)
    } else if name.ends_with("_ratio") {
        fixed(figure, 3)
    } else if name == column::INDEX {
        fixed(figure, 1)
    } else if [column::CHANGE, column::BALANCE, column::DIFFERENCE].contains(&name) {
        signed(scale.shown(figure), figure)
    } else if is_money(name) {
        scale.shown(figure)
    } else {
        significant(figure)
    }
}

/// Five digits that say something, and all before the point.
fn significant(figure: f64) -> String {
    if figure.fract() == 0.0 {
        return fixed(figure, 0);
    }
    let before = figure.abs().log10().floor();
    if before < -8.0 {
        return format!("{figure:.4e}");
    }
    let decimals = (4.0 - before).clamp(0.0, 12.0) as usize;
    let written = fixed(figure, decimals);
    match written.contains('.') {
        true => written
            .trim_end_matches('0')
            .trim_end_matches('.')
            .to_owned(),
        false => written,
    }
}

/// Columns that hold amounts of the table's currency, besides those whose name ends in `_value`.
const MONEY: [&str; 6] = [
    column::VALUE,
    column::CHANGE,
    column::EXPORTS,
    column::IMPORTS,
    column::BALANCE,
    column::DIFFERENCE,
];

/// Whether a column holds amounts of money.
pub(super) fn is_money(name: &str) -> bool {
    MONEY.contains(&name) || name.ends_with("_value")
}

/// One scale for all the money of a table, so that a column can be read down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scale {
    One,
    Thousand,
    Million,
}

impl Scale {
    /// The scale in which the largest amount has at least four digits.
    pub fn of(frame: &DataFrame, cells: &[Vec<Cell>]) -> Self {
        let money = frame.columns().iter().zip(cells);
        let money = money.filter(|(column, _)| is_money(column.name()));
        let largest = money
            .flat_map(|(_, cells)| cells)
            .fold(0.0_f64, |most, cell| match cell {
                Cell::Number(amount) => most.max(amount.abs()),
                _ => most,
            });
        match largest {
            largest if largest >= 1e9 => Self::Million,
            largest if largest >= 1e6 => Self::Thousand,
            _ => Self::One,
        }
    }

    /// What a header adds to the name of a column of money.
    pub fn mark(self) -> &'static str {
        match self {
            Self::One => "",
            Self::Thousand => " (thousand)",
            Self::Million => " (m)",
        }
    }

    fn shown(self, amount: f64) -> String {
        match self {
            Self::One => grouped(&fixed(amount, 2)),
            Self::Thousand => grouped(&fixed(amount / 1e3, 1)),
            Self::Million => grouped(&fixed(amount / 1e6, 1)),
        }
    }
}

/// A number with so many decimals, a true minus sign, and none before what rounds to zero.
fn fixed(number: f64, decimals: usize) -> String {
    let digits = format!("{:.decimals$}", number.abs());
    if number < 0.0 && !is_zero(&digits) {
        format!("\u{2212}{digits}")
    } else {
        digits
    }
}

/// A plus before what is printed as more than zero.
fn signed(digits: String, number: f64) -> String {
    if number > 0.0 && !is_zero(&digits) {
        format!("+{digits}")
    } else {
        digits
    }
}

fn is_zero(digits: &str) -> bool {
    digits
        .bytes()
        .all(|byte| matches!(byte, b'0' | b'.' | b','))
}

/// Digits with commas between the thousands.
fn grouped(digits: &str) -> String {
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, "0"));
    let mut grouped = String::new();
    let (sign, whole) = match whole.strip_prefix('\u{2212}') {
        Some(rest) => ("\u{2212}", rest),
        None => ("", whole),
    };
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place) % 3 == 0 {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    format!("{sign}{grouped}.{decimals}")
}

/// Whether a column's cells stand to the right, as figures do.
pub(super) fn is_number(column: &Column) -> bool {
    column.dtype().is_primitive_numeric()
}

/// Rows that are held as cells at a time where a format writes row after row.
const AT_A_TIME: usize = 1 << 13;

/// A frame in parts that are small as cells.
pub(super) fn parts(frame: &DataFrame) -> impl Iterator<Item = DataFrame> + '_ {
    let starts = (0..frame.height()).step_by(AT_A_TIME);
    starts.map(|start| frame.slice(start as i64, AT_A_TIME))
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
                let cell =
                    |cell: Option<&str>| cell.map_or(Cell::Empty, |text| Cell::Text(text.into()));
                text.str()?.iter().map(cell).collect()
            }
        })
    };
    read().map_err(Error::frame("writing a column"))
}
