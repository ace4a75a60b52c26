//! From the rows of a table to the series of a chart.

pub mod partners;
pub mod products;
mod rates;
mod rows;
pub mod unknown;

use rows::{Row, by_last_year, currency, reporter, rows, valuation};

use super::{Point, Series, Unit};
use crate::error::{Error, Result};
use crate::model::column::{EXPORTS_SIDE, IMPORTS_SIDE, SIDE};
use crate::model::naming::{name_of, possessive};
use crate::model::source::{Kind, Side};
use crate::model::table::Table;
use crate::model::written::capital;

/// The series of a table, and what a chart must say of them.
#[derive(Debug, Clone)]
pub(super) struct Reading {
    pub series: Vec<Series>,
    /// Exporter and importer of each series.
    pub flows: Vec<(String, String)>,
    /// Name and reporter of each source, for the footer.
    pub sources: Vec<String>,
    pub unit: String,
    currency: String,
    several_sources: bool,
    note: Option<String>,
}

impl Reading {
    /// Reads one series for every flow and source, its values from `column`.
    pub fn of(table: &Table, column: &str) -> Result<Self> {
        Self::read(table, column, [SIDE, SIDE])
    }

    /// Reads a column of a balance table, which must be of one source.
    pub fn exchange(table: &Table, column: &str) -> Result<Self> {
        let reading = Self::read(table, column, [EXPORTS_SIDE, IMPORTS_SIDE])?;
        if reading.series.len() > 1 {
            return Err(Error::Chart {
                reason: "a balance is drawn for one source at a time; choose one source".to_owned(),
            });
        }
        Ok(reading)
    }

    fn read(table: &Table, column: &str, sides: [&str; 2]) -> Result<Self> {
        let rows = rows(&table.data, column, sides)
            .map_err(Error::frame("reading a table for a chart"))?;
        let mut reading = Self {
            series: Vec::new(),
            flows: Vec::new(),
            sources: Vec::new(),
            unit: table.caption.unit.clone(),
            currency: currency(&table.data).map_err(Error::frame("reading a table for a chart"))?,
            several_sources: false,
            note: None,
        };
        // A source without a single figure is not drawn, and not credited.
        let mut ids = by_last_year(&rows);
        ids.retain(|id| {
            rows.iter()
                .any(|row| row.source == *id && row.value.is_some())
        });
        if ids.is_empty() {
            return Err(Error::Chart {
                reason:
                    "nothing to draw: there is no figure; widen the years or choose another source"
                        .to_owned(),
            });
        }
        reading.several_sources = ids.len() > 1;
        for (place, id) in ids.iter().enumerate() {
            let source = table.caption.sources.iter().find(|source| source.id == *id);
            let name = source.map_or(id.clone(), |source| source.name().to_owned());
            let of_source: Vec<&Row> = rows.iter().filter(|row| row.source == *id).collect();
            let valuation = source
                .map(|source| valuation(&of_source, source))
                .unwrap_or_default();
            reading.sources.push(format!(
                "{name} ({}{valuation}, {})",
                reporter(&of_source),
                reading.unit
            ));
            // The source that reaches furthest is drawn solid, the older ones dashed.
            reading.add(&of_source, &name, place + 1 < ids.len());
        }
        Ok(reading)
    }

    fn add(&mut self, rows: &[&Row], source: &str, dashed: bool) {
        let flow = |row: &Row| {
            (
                row.exporter.clone(),
                row.importer.clone(),
                row.kind.clone(),
                row.sides.clone(),
            )
        };
        let mut flows: Vec<_> = Vec::new();
        for row in rows {
            if !flows.contains(&flow(row)) {
                flows.push(flow(row));
            }
        }
        let sided = |exporter: &str, importer: &str| {
            flows
                .iter()
                .filter(|(e, i, ..)| e == exporter && i == importer)
                .count()
                > 1
        };
        for one in &flows {
            let (exporter, importer, kind, sides) = one;
            let name = match kind.as_str() {
                kind if kind == Kind::TwoWay.as_str() => {
                    format!("{} and {}, both ways", name_of(exporter), name_of(importer))
                }
                _ => format!("{} to {}", name_of(exporter), name_of(importer)),
            };
            let mut detail = if self.several_sources {
                source.to_owned()
            } else {
                String::new()
            };
            if sided(exporter, importer) {
                let comma = if detail.is_empty() { "" } else { ", " };
                detail = format!("{detail}{comma}{}", sides[0]);
            }
            let points = rows.iter().filter(|row| flow(row) == *one);
            let points = points.map(|row| Point {
                year: row.year,
                value: row.value,
            });
            self.series.push(Series {
                name,
                key: exporter.clone(),
                detail,
                dashed: dashed
                    || (sided(exporter, importer) && sides[0] == Side::Importer.as_str()),
                points: points.collect(),
            });
            self.flows.push((exporter.clone(), importer.clone()));
        }
    }

    /// The unit of values that are money.
    pub fn money(&self) -> Unit {
        Unit::Money {
            currency: self.currency.clone(),
        }
    }

    /// The note that two sources are not one series.
    pub fn notes(&self) -> Option<String> {
        let apart =
            || "The sources are series apart: no line crosses from one to the other.".to_owned();
        self.note
            .clone()
            .or_else(|| self.several_sources.then(apart))
    }

    /// What a surplus and a deficit are called.
    pub fn balance_names(&self) -> (String, String) {
        let name = self
            .flows
            .first()
            .map_or(String::new(), |(first, _)| capital(&possessive(first)));
        (format!("{name} surplus"), format!("{name} deficit"))
    }
}
