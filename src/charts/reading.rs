//! From the rows of a table to the series of a chart.

pub mod partners;
pub mod products;
mod rows;

use std::collections::BTreeSet;

use polars::prelude::*;

use rows::{Row, by_last_year, currency, reporter, rows, valuation};

use super::{Point, Series, Unit};
use crate::error::{Error, Result};
use crate::model::column::{BASE_PERIOD, EXPORTS_SIDE, IMPORTS_SIDE, SIDE};
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

    /// One series a flow, for rates, which each source computes within itself; levels are never
    /// merged. A note says which years are whose.
    ///
    /// # Errors
    /// [`Error::Chart`] if two sources, or two sides, have a rate for one year.
    pub fn merged(mut self) -> Result<Self> {
        let mut merged: Vec<(Series, (String, String))> = Vec::new();
        let mut spans: Vec<String> = Vec::new();
        for (series, flow) in self.series.iter().zip(&self.flows) {
            let years = || series.values().map(|(year, _)| year);
            let (first, last) = (
                years().fold(f64::MAX, f64::min),
                years().fold(f64::MIN, f64::max),
            );
            let span = format!("{first}–{last} {}", series.detail);
            if first <= last && !spans.contains(&span) {
                spans.push(span);
            }
            let Some((own, _)) = merged.iter_mut().find(|(own, _)| own.name == series.name) else {
                let own = Series {
                    detail: String::new(),
                    dashed: false,
                    ..series.clone()
                };
                merged.push((own, flow.clone()));
                continue;
            };
            for point in &series.points {
                match own.points.iter_mut().find(|known| known.year == point.year) {
                    Some(known) if known.value.is_some() && point.value.is_some() => {
                        return Err(Error::Chart {
                            reason: format!(
                                "two series have a rate for {} in {}; choose one source and side",
                                series.name, point.year
                            ),
                        });
                    }
                    Some(known) => known.value = point.value.or(known.value),
                    None => own.points.push(*point),
                }
            }
        }
        if self.several_sources {
            self.note = Some(format!(
                "Each rate is within one source: {}.",
                spans.join("; ")
            ));
        }
        (self.series, self.flows) = merged.into_iter().unzip();
        Ok(self)
    }

    /// The series with per cent turned into fractions, as charts of rates want them.
    pub fn fractions(&self) -> Vec<Series> {
        let mut series = self.series.clone();
        for point in series.iter_mut().flat_map(|one| &mut one.points) {
            point.value = point.value.map(|percent| percent / 100.0);
        }
        series
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

    /// `2003 = 100`, from the base periods of an index.
    pub fn base_label(&self, table: &Table) -> Result<String> {
        let step = "reading the base of an index";
        let bases = table
            .data
            .column(BASE_PERIOD)
            .and_then(|column| column.cast(&DataType::String));
        let bases = bases.map_err(Error::frame(step))?;
        let bases: BTreeSet<&str> = bases
            .str()
            .map_err(Error::frame(step))?
            .iter()
            .flatten()
            .collect();
        match bases.len() {
            1 => Ok(format!("{} = 100", bases.into_iter().collect::<String>())),
            0 => Err(Error::Chart {
                reason: "no series has a figure in the base year; choose another with --base"
                    .to_owned(),
            }),
            _ => Err(Error::Chart {
                reason: "indexes with different base years cannot share an axis; choose one source, or a base year that all have".to_owned(),
            }),
        }
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
