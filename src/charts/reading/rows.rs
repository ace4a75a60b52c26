//! The rows of a table, free of the data frame.

use std::collections::BTreeSet;

use polars::prelude::*;

use crate::model::column::{CURRENCY, EXPORTER, IMPORTER, KIND, PERIOD, SOURCE};
use crate::model::naming::name_of;
use crate::model::source::{Kind, Side, Source};

/// One row: whose figure it is, and the figure.
pub(super) struct Row {
    pub year: f64,
    pub exporter: String,
    pub importer: String,
    pub kind: String,
    pub sides: [String; 2],
    pub source: String,
    pub value: Option<f64>,
}

/// Every row of a table, its figure from `column` and its sides from `sides`.
pub(super) fn rows(data: &DataFrame, column: &str, sides: [&str; 2]) -> PolarsResult<Vec<Row>> {
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
    // Ranks are whole numbers.
    let values = data.column(column)?.cast(&DataType::Float64)?;
    let (periods, values) = (text(PERIOD)?, values.f64()?.clone());
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

/// The currency of a table.
pub(super) fn currency(data: &DataFrame) -> PolarsResult<String> {
    let first = data.column(CURRENCY)?.str()?.iter().next().flatten();
    Ok(first.unwrap_or_default().to_owned())
}

/// Source ids by the last year they have a figure for, then the first.
pub(super) fn by_last_year(rows: &[Row]) -> Vec<String> {
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
pub(super) fn reporter(rows: &[&Row]) -> String {
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

/// How the figures of one source are valued, as far as it says: `, CIF`; `, exports FOB and imports
/// CIF` where one country reports both ways.
pub(super) fn valuation(rows: &[&Row], source: &Source) -> String {
    let sides: BTreeSet<&str> = rows
        .iter()
        .flat_map(|row| row.sides.iter().map(String::as_str))
        .collect();
    let of = |side: Side| {
        source
            .valuation
            .get(&side)
            .filter(|_| sides.contains(side.as_str()))
    };
    match (of(Side::Exporter), of(Side::Importer)) {
        (Some(exports), Some(imports)) if exports != imports => {
            format!(", exports {exports} and imports {imports}")
        }
        (Some(one), _) | (None, Some(one)) => format!(", {one}"),
        (None, None) => String::new(),
    }
}
