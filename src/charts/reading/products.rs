//! The products of one flow.

use std::collections::BTreeMap;

use polars::prelude::*;

use super::{Reading, rows::rows};
use crate::error::{Error, Result};
use crate::model::column::{PRODUCT, SIDE, VALUE};
use crate::model::sum::exact_sum;
use crate::model::table::Table;

/// A chapter of the Harmonized System, or a product of another classification.
#[derive(Debug, Clone)]
pub struct Product {
    pub code: String,
    /// `None` if none of what it holds has a figure.
    pub value: Option<f64>,
}

/// What one flow consists of in its last year.
#[derive(Debug, Clone)]
pub struct Products {
    /// For the words of the chart alone: it tells no product from another.
    pub reading: Reading,
    pub flow: (String, String),
    pub year: f64,
    pub chapters: Vec<Product>,
}

/// Reads the products of a composition, those of the Harmonized System summed to chapters.
///
/// # Errors
/// [`Error::Chart`] if the table has no products, or those of several flows or sources.
pub fn products(table: &Table) -> Result<Products> {
    let refuse = |reason: &str| {
        Err(Error::Chart {
            reason: reason.to_owned(),
        })
    };
    let step = || Error::frame("reading products for a chart");
    if table.data.column(PRODUCT).is_err() {
        return refuse("these data have totals alone; give a file with products with --data");
    }
    let codes = table
        .data
        .column(PRODUCT)
        .and_then(|column| column.cast(&DataType::String));
    let codes = codes.map_err(step())?;
    let codes: Vec<&str> = codes
        .str()
        .map_err(step())?
        .iter()
        .map(Option::unwrap_or_default)
        .collect();
    let found = rows(&table.data, VALUE, [SIDE, SIDE]).map_err(step())?;
    let year = found
        .iter()
        .filter(|row| row.value.is_some())
        .map(|row| row.year)
        .fold(f64::MIN, f64::max);
    let mut flows: Vec<(&str, &str, &str, &str, &str)> = found
        .iter()
        .map(|row| {
            let side = row.sides[0].as_str();
            (
                row.exporter.as_str(),
                row.importer.as_str(),
                row.kind.as_str(),
                side,
                row.source.as_str(),
            )
        })
        .collect();
    flows.sort_unstable();
    flows.dedup();
    let [(exporter, importer, ..)] = flows[..] else {
        return refuse(
            "a treemap shows one flow of one source and side; choose them, and the exporter first",
        );
    };
    let mut chapters: BTreeMap<&str, Vec<Option<f64>>> = BTreeMap::new();
    for (row, code) in found.iter().zip(&codes).filter(|(row, _)| row.year == year) {
        let chapter = match crate::model::product::level(code) {
            Some(_) => code.get(..2).unwrap_or(code),
            None => code,
        };
        chapters.entry(chapter).or_default().push(row.value);
    }
    let chapters = chapters.into_iter().map(|(code, values)| Product {
        code: code.to_owned(),
        value: match values.iter().any(Option::is_some) {
            true => Some(exact_sum(values.into_iter().flatten())),
            false => None,
        },
    });
    Ok(Products {
        chapters: chapters.collect(),
        flow: (exporter.to_owned(), importer.to_owned()),
        year,
        reading: Reading::of(table, VALUE)?,
    })
}
