//! From the rows of a table to the series of a chart.

use std::collections::BTreeSet;

use polars::prelude::*;

use super::{Point, Series, Unit};
use crate::error::{Error, Result};
use crate::model::column::{
    BALANCE, BASE_PERIOD, CURRENCY, EXPORTER, EXPORTS_SIDE, IMPORTER, IMPORTS_SIDE, KIND, PERIOD,
    SIDE, SOURCE,
};
use crate::model::country::name_of;
use crate::model::source::{Kind, Side};
use crate::model::table::Table;

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
}

/// One row: whose figure it is, and the figure.
struct Row {
    year: f64,
    exporter: String,
    importer: String,
    kind: String,
    sides: [String; 2],
    source: String,
    value: Option<f64>,
}

impl Reading {
    /// Reads one series for every flow and source, its values from `column`.
    pub fn of(table: &Table, column: &str) -> Result<Self> {
        Self::read(table, column, [SIDE, SIDE])
    }

    /// Reads a balance table: one series for every source.
    pub fn balance(table: &Table) -> Result<Self> {
        let reading = Self::read(table, BALANCE, [EXPORTS_SIDE, IMPORTS_SIDE])?;
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
        };
        let ids = by_first_year(&rows);
        reading.several_sources = ids.len() > 1;
        for (place, id) in ids.iter().enumerate() {
            let name = table
                .caption
                .sources
                .iter()
                .find(|source| source.id == *id)
                .map_or(id.clone(), |source| source.name().to_owned());
            let of_source: Vec<&Row> = rows.iter().filter(|row| row.source == *id).collect();
            reading.sources.push(format!(
                "{name} ({}, {})",
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

    /// One series a flow: where two sources have a rate for one year, the later source's stands.
    ///
    /// For rates alone, which each source computes within itself; levels are never merged.
    pub fn merged(mut self) -> Self {
        let mut merged: Vec<(Series, (String, String))> = Vec::new();
        for (series, flow) in self.series.iter().zip(&self.flows) {
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
                    Some(known) => known.value = point.value.or(known.value),
                    None => own.points.push(*point),
                }
            }
        }
        (self.series, self.flows) = merged.into_iter().unzip();
        self
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
        self.several_sources.then(|| {
            "The sources are series apart: no line and no growth rate crosses from one to the other.".to_owned()
        })
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
            _ => Ok("first year of each = 100".to_owned()),
        }
    }

    /// What a surplus and a deficit are called.
    pub fn balance_names(&self) -> (String, String) {
        let name = self.flows.first().map_or("", |(first, _)| name_of(first));
        (format!("{name}’s surplus"), format!("{name}’s deficit"))
    }
}

fn rows(data: &DataFrame, column: &str, sides: [&str; 2]) -> PolarsResult<Vec<Row>> {
    let text = |name: &str| -> PolarsResult<Vec<String>> {
        let column = match data.column(name) {
            // A balance has no kind: it is of all trade.
            Err(_) if name == KIND => {
                return Ok(vec![Kind::Total.as_str().to_owned(); data.height()]);
            }
            column => column?.cast(&DataType::String)?,
        };
        let texts = column
            .str()?
            .iter()
            .map(|text| text.unwrap_or_default().to_owned());
        Ok(texts.collect())
    };
    let (periods, values) = (text(PERIOD)?, data.column(column)?.f64()?.clone());
    let (exporters, importers, kinds) = (text(EXPORTER)?, text(IMPORTER)?, text(KIND)?);
    let (first, second, sources) = (text(sides[0])?, text(sides[1])?, text(SOURCE)?);
    let row = |row: usize| Row {
        year: decimal_year(&periods[row]),
        exporter: exporters[row].clone(),
        importer: importers[row].clone(),
        kind: kinds[row].clone(),
        sides: [first[row].clone(), second[row].clone()],
        source: sources[row].clone(),
        value: values.get(row),
    };
    Ok((0..data.height()).map(row).collect())
}

/// `2003`, `2003-Q2` or `2003-04` as a decimal year.
fn decimal_year(period: &str) -> f64 {
    let (year, rest) = period.split_once('-').unwrap_or((period, ""));
    let part = match rest.strip_prefix('Q') {
        Some(quarter) => quarter.parse().map(|quarter: f64| (quarter - 1.0) / 4.0),
        None => rest.parse().map(|month: f64| (month - 1.0) / 12.0),
    };
    year.parse::<f64>().unwrap_or(f64::NAN) + part.unwrap_or(0.0)
}

fn currency(data: &DataFrame) -> PolarsResult<String> {
    let column = data.column(CURRENCY)?.str()?.get(0);
    Ok(column.unwrap_or_default().to_owned())
}

/// Source ids by the last year they have a figure for, then the first.
fn by_first_year(rows: &[Row]) -> Vec<String> {
    let ids: BTreeSet<&String> = rows.iter().map(|row| &row.source).collect();
    let mut ids: Vec<(f64, f64, String)> = ids
        .into_iter()
        .map(|id| {
            let years = rows
                .iter()
                .filter(|row| row.source == *id && row.value.is_some());
            let (first, last) = years.fold((f64::MAX, f64::MIN), |(first, last), row| {
                (first.min(row.year), last.max(row.year))
            });
            (last, first, id.clone())
        })
        .collect();
    ids.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
    ids.into_iter().map(|(.., id)| id).collect()
}

/// Who reports the figures of one source.
fn reporter(rows: &[&Row]) -> String {
    let sides: BTreeSet<&str> = rows
        .iter()
        .flat_map(|row| row.sides.iter().map(String::as_str))
        .collect();
    let exporter = Side::Exporter.as_str();
    let reporters: BTreeSet<&str> = rows
        .iter()
        .flat_map(|row| {
            let [exports, imports] = &row.sides;
            // In a balance the second side is that of the flow back.
            let back = if exports == imports {
                None
            } else {
                Some(if imports == exporter {
                    &row.importer
                } else {
                    &row.exporter
                })
            };
            let own = if exports == exporter {
                &row.exporter
            } else {
                &row.importer
            };
            [Some(own), back].into_iter().flatten().map(String::as_str)
        })
        .collect();
    let both_sides = sides.contains(exporter) && sides.contains(Side::Importer.as_str());
    match (sides.len(), reporters.len()) {
        (2, 1) if both_sides => {
            format!("reported by {}", name_of(reporters.first().unwrap_or(&"")))
        }
        (1, _) if sides.contains(Side::Unstated.as_str()) => "reporter not stated".to_owned(),
        (1, _)
            if both_sides
                || sides.contains(exporter)
                || sides.contains(Side::Importer.as_str()) =>
        {
            format!("{}-reported", sides.first().unwrap_or(&""))
        }
        (1, _) => sides.first().unwrap_or(&"").to_string(),
        _ => "each side’s own report".to_owned(),
    }
}
