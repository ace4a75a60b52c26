//! Sentences that state what the tables hold, each with its source.

use polars::prelude::*;

use super::Material;
use crate::error::{Error, Result};
use crate::model::column::{
    BASE_PERIOD, CAGR, CURRENCY, EXPORTER, GROWTH, IMPORTER, PERIOD, SOURCE, VALUE,
};
use crate::model::naming::name_of;
use crate::model::number::{money, percent};
use crate::model::table::Table;

/// A row of a growth table.
struct Fact {
    period: String,
    base: String,
    exporter: String,
    importer: String,
    source: String,
    currency: String,
    value: Option<f64>,
    growth: Option<f64>,
}

/// One sentence a direction and source: the latest level and growth, the peak, the average.
pub(super) fn sentences(material: &Material) -> Result<Vec<String>> {
    let step = "stating facts";
    let facts = read(&material.tables.growth).map_err(Error::frame(step))?;
    let mut sentences = Vec::new();
    for average in &material.tables.averages {
        let averages = Averages::read(average).map_err(Error::frame(step))?;
        for (exporter, importer, source, words) in averages.rows {
            let of_flow: Vec<&Fact> = facts
                .iter()
                .filter(|fact| {
                    fact.exporter == exporter && fact.importer == importer && fact.source == source
                })
                .filter(|fact| fact.value.is_some())
                .collect();
            let Some(last) = of_flow.last() else { continue };
            let publisher = publisher(average, &source);
            let mut sentence = format!(
                "**{} to {}** ({publisher}): {} in {}",
                name_of(&exporter),
                name_of(&importer),
                amount(last),
                last.period
            );
            if let Some(growth) = last.growth {
                sentence.push_str(&format!(", {} on {}", percent(growth / 100.0), last.base));
            }
            let peak = of_flow
                .iter()
                .max_by(|a, b| a.value.unwrap_or(0.0).total_cmp(&b.value.unwrap_or(0.0)));
            if let Some(peak) = peak.filter(|peak| peak.period != last.period) {
                sentence.push_str(&format!("; highest in {}, {}", peak.period, amount(peak)));
            }
            sentence.push_str(&words);
            sentences.push(sentence);
        }
    }
    Ok(sentences)
}

fn publisher(table: &Table, id: &str) -> String {
    let source = table.caption.sources.iter().find(|source| source.id == id);
    source.map_or(id.to_owned(), |source| source.name().to_owned())
}

fn amount(fact: &Fact) -> String {
    fact.value
        .map_or("–".to_owned(), |value| money(value, &fact.currency))
}

fn read(table: &Table) -> PolarsResult<Vec<Fact>> {
    let data = &table.data;
    let text = |name: &str| data.column(name)?.str();
    let written = |name: &str| data.column(name)?.cast(&DataType::String);
    let (periods, bases) = (written(PERIOD)?, written(BASE_PERIOD)?);
    let (periods, bases) = (periods.str()?, bases.str()?);
    let (values, growth) = (data.column(VALUE)?.f64()?, data.column(GROWTH)?.f64()?);
    let (exporters, importers, sources, currencies) = (
        text(EXPORTER)?,
        text(IMPORTER)?,
        text(SOURCE)?,
        text(CURRENCY)?,
    );
    let own = |cell: Option<&str>| cell.unwrap_or_default().to_owned();
    let fact = |row: usize| Fact {
        period: own(periods.get(row)),
        base: own(bases.get(row)),
        exporter: own(exporters.get(row)),
        importer: own(importers.get(row)),
        source: own(sources.get(row)),
        currency: own(currencies.get(row)),
        value: values.get(row),
        growth: growth.get(row),
    };
    Ok((0..data.height()).map(fact).collect())
}

/// Average growth in words, by flow and source.
struct Averages {
    rows: Vec<(String, String, String, String)>,
}

impl Averages {
    fn read(table: &Table) -> PolarsResult<Self> {
        let data = &table.data;
        let text = |name: &str| -> PolarsResult<Vec<String>> {
            let column = data.column(name)?.cast(&DataType::String)?;
            Ok(column
                .str()?
                .iter()
                .map(|cell| cell.unwrap_or_default().to_owned())
                .collect())
        };
        let (exporters, importers, sources) = (text(EXPORTER)?, text(IMPORTER)?, text(SOURCE)?);
        let (firsts, lasts, rates) = (text(BASE_PERIOD)?, text(PERIOD)?, data.column(CAGR)?.f64()?);
        let row = |row: usize| {
            let words = rates.get(row).map_or(".".to_owned(), |rate| {
                let rate = percent(rate / 100.0);
                format!(
                    ". Compound growth {}–{}: {rate} a year.",
                    firsts[row], lasts[row]
                )
            });
            (
                exporters[row].clone(),
                importers[row].clone(),
                sources[row].clone(),
                words,
            )
        };
        Ok(Self {
            rows: (0..data.height()).map(row).collect(),
        })
    }
}
