//! Flows on their way into a table, column by column, so that millions of them take little room.

mod twice;

use polars::prelude::*;

use super::column::{
    EXPORTER, IMPORTER, KIND, PERIOD, PRODUCT, QUANTITY, QUANTITY_UNIT, SIDE, SOURCE, VALUE,
};
use super::flow::Flow;
use super::period::Frequency;
use super::source::{Kind, Side};
use super::words::Words;
use super::written::period;
use crate::error::{Error, Result};
pub use twice::Twice;

/// One row, its words as numbers into the lists of the [`Intake`].
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Row {
    pub source: u32,
    pub exporter: u32,
    pub importer: u32,
    pub side: Side,
    pub kind: Kind,
    pub product: u32,
    /// First day of the period, in days since 1970-01-01.
    pub period: i32,
    pub value: Option<f64>,
    pub quantity: Option<f64>,
    pub quantity_unit: u32,
    /// What columns say that tell it from others and are not read; most often nothing.
    pub apart: u32,
    /// Line or record it was read from.
    pub place: u64,
}

impl Row {
    /// What tells the row from every other.
    pub fn key(&self) -> (u32, u32, u32, Side, Kind, u32, i32) {
        (
            self.source,
            self.exporter,
            self.importer,
            self.side,
            self.kind,
            self.product,
            self.period,
        )
    }
}

/// Rows, and the words they number.
#[derive(Debug, Clone, Default)]
pub struct Intake {
    pub rows: Vec<Row>,
    /// Exporters and importers.
    pub areas: Words,
    pub products: Words,
    pub sources: Words,
    pub units: Words,
    pub aparts: Words,
    files: Vec<String>,
}

/// Bits of a place that hold the row; those above hold the file.
const ROW_BITS: u32 = 40;

impl Intake {
    /// Begins a file; places that follow are in it.
    pub fn open_file(&mut self, name: &str) {
        self.files.push(name.to_owned());
    }

    /// A row of the file at hand as a place.
    pub fn place(&self, row: u64) -> u64 {
        let file = self.files.len().saturating_sub(1) as u64;
        (file << ROW_BITS) | (row & ((1 << ROW_BITS) - 1))
    }

    /// `row 3 of a.csv`.
    fn place_words(&self, place: u64) -> String {
        let row = place & ((1 << ROW_BITS) - 1);
        match self.files.get((place >> ROW_BITS) as usize) {
            Some(file) => format!("row {row} of {file}"),
            _ => format!("row {row}"),
        }
    }

    /// Takes a flow that was read from `place`.
    pub fn push(&mut self, place: u64, flow: &Flow) {
        let row = Row {
            source: self.sources.number(&flow.source),
            exporter: self.areas.number(&flow.exporter),
            importer: self.areas.number(&flow.importer),
            side: flow.side,
            kind: flow.kind,
            product: self.products.number(&flow.product),
            period: flow.period,
            value: flow.value,
            quantity: flow.quantity,
            quantity_unit: self.units.number(&flow.quantity_unit),
            apart: self.aparts.number(""),
            place,
        };
        self.rows.push(row);
    }

    /// Drops exact repetitions and says how many there were.
    ///
    /// # Errors
    /// [`Error::Conflict`] where one key has two values, or one value twice that a column which is
    /// not read tells apart, naming both places.
    pub fn once_each(&mut self, frequency: Frequency) -> Result<usize> {
        let in_order = self
            .rows
            .windows(2)
            .all(|pair| pair[0].key() < pair[1].key());
        if in_order {
            return Ok(0);
        }
        let met = self.rows.len();
        // Stable, so that the first of two places is named first.
        self.rows.sort_by_key(Row::key);
        for pair in self.rows.windows(2) {
            let (a, b) = (&pair[0], &pair[1]);
            let figures = |row: &Row| (row.value, row.quantity, row.apart);
            if a.key() == b.key() && figures(a) != figures(b) {
                return Err(self.conflict(a, b, frequency));
            }
        }
        self.rows.dedup_by_key(|row| row.key());
        Ok(met - self.rows.len())
    }

    fn conflict(&self, a: &Row, b: &Row, frequency: Frequency) -> Error {
        let shown = |row: &Row| {
            let value = row
                .value
                .map_or("missing".to_owned(), |value| value.to_string());
            match row.quantity {
                _ if a.apart != b.apart => format!("{value} ({})", self.aparts.word(row.apart)),
                Some(quantity) if a.value == b.value => format!(
                    "{value} ({quantity} {})",
                    self.units.word(row.quantity_unit)
                ),
                _ => value,
            }
        };
        Error::Conflict {
            first: self.place_words(a.place),
            second: self.place_words(b.place),
            key: format!(
                "{} to {} in {} ({}, {}, {})",
                self.areas.word(a.exporter),
                self.areas.word(a.importer),
                period(a.period, frequency),
                a.side,
                self.products.word(a.product),
                self.sources.word(a.source)
            ),
            a: shown(a),
            b: shown(b),
        }
    }

    /// The rows as a frame.
    pub(super) fn frame(&self) -> PolarsResult<DataFrame> {
        let rows = &self.rows;
        let periods: Vec<i32> = rows.iter().map(|row| row.period).collect();
        let values: Vec<Option<f64>> = rows.iter().map(|row| row.value).collect();
        let quantities: Vec<Option<f64>> = rows.iter().map(|row| row.quantity).collect();
        DataFrame::new_infer_height(vec![
            Column::new(PERIOD.into(), periods).cast(&DataType::Date)?,
            column(EXPORTER, &self.areas, rows, |row| row.exporter)?,
            column(IMPORTER, &self.areas, rows, |row| row.importer)?,
            closed(SIDE, &Side::ALL, Side::as_str, rows, |row| row.side as u32)?,
            closed(KIND, &Kind::ALL, Kind::as_str, rows, |row| row.kind as u32)?,
            column(PRODUCT, &self.products, rows, |row| row.product)?,
            Column::new(VALUE.into(), values),
            Column::new(QUANTITY.into(), quantities),
            column(QUANTITY_UNIT, &self.units, rows, |row| row.quantity_unit)?,
            column(SOURCE, &self.sources, rows, |row| row.source)?,
        ])
    }
}

/// Codes that repeat over millions of rows, each stored once.
fn column(
    name: &str,
    words: &Words,
    rows: &[Row],
    number: fn(&Row) -> u32,
) -> PolarsResult<Column> {
    let codes = DataType::from_categories(Categories::global());
    let list = Column::new(name.into(), words.list()).cast(&codes)?;
    spread(&list, rows, number)
}

/// Words of a closed list, in its own order.
fn closed<T: Copy>(
    name: &str,
    all: &[T],
    as_str: fn(T) -> &'static str,
    rows: &[Row],
    number: fn(&Row) -> u32,
) -> PolarsResult<Column> {
    let words: Vec<&str> = all.iter().map(|&one| as_str(one)).collect();
    let dtype = DataType::from_frozen_categories(FrozenCategories::new(words.iter().copied())?);
    spread(&Column::new(name.into(), words).cast(&dtype)?, rows, number)
}

fn spread(list: &Column, rows: &[Row], number: fn(&Row) -> u32) -> PolarsResult<Column> {
    let numbers: Vec<IdxSize> = rows.iter().map(number).collect();
    list.take(&IdxCa::from_vec("".into(), numbers))
}
