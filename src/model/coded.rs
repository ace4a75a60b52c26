//! The rows of a flow table with their codes as numbers, for work on millions of them.

use polars::prelude::*;

use super::column::{EXPORTER, IMPORTER, KIND, PERIOD, PRODUCT, SIDE, SOURCE, VALUE};
use super::flow_table::FlowTable;
use super::source::{Kind, Side};
use super::sum::exact_sum_of;
use crate::error::{Error, Result};

/// The rows of a table, and the codes that they number.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Coded {
    /// Exporters and importers, sorted.
    pub areas: Vec<String>,
    /// Sorted.
    pub products: Vec<String>,
    /// In the order of [`FlowTable::sources`].
    pub sources: Vec<String>,
    /// In the order of the table.
    pub rows: Vec<CodedRow>,
}

/// A flow, its codes as places in the lists of [`Coded`]. Quantities are left out.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CodedRow {
    pub source: u32,
    pub exporter: u32,
    pub importer: u32,
    pub side: Side,
    pub kind: Kind,
    pub product: u32,
    /// First day of the period, in days since 1970-01-01.
    pub period: i32,
    pub value: Option<f64>,
}

impl Coded {
    /// The place of an area in the list, if any row has it.
    pub fn area(&self, code: &str) -> Option<u32> {
        let found = self.areas.binary_search_by(|area| area.as_str().cmp(code));
        found.ok().map(|place| place as u32)
    }
}

impl Coded {
    /// Takes in areas and says where in the list each of them is; rows that are there are renumbered.
    pub fn add_areas<'a>(&mut self, codes: impl IntoIterator<Item = &'a str>) -> Vec<u32> {
        let (own, places) = merged(&mut self.areas, codes);
        if let Some(own) = own {
            for row in &mut self.rows {
                row.exporter = own[row.exporter as usize];
                row.importer = own[row.importer as usize];
            }
        }
        places
    }

    /// The same of products.
    pub fn add_products<'a>(&mut self, codes: impl IntoIterator<Item = &'a str>) -> Vec<u32> {
        let (own, places) = merged(&mut self.products, codes);
        if let Some(own) = own {
            for row in &mut self.rows {
                row.product = own[row.product as usize];
            }
        }
        places
    }
}

impl Coded {
    /// Takes in the rows of another, of the same sources.
    pub fn append(&mut self, other: Self) {
        let areas = self.add_areas(other.areas.iter().map(String::as_str));
        let products = self.add_products(other.products.iter().map(String::as_str));
        if self.sources.is_empty() {
            self.sources = other.sources;
        }
        let rows = other.rows.into_iter().map(|row| CodedRow {
            exporter: areas[row.exporter as usize],
            importer: areas[row.importer as usize],
            product: products[row.product as usize],
            ..row
        });
        self.rows.extend(rows);
    }

    /// Makes one of rows that differ in their value alone: the sum of those that are known, none if none is.
    ///
    /// Rows are sorted by period, exporter, importer and product then.
    pub fn sum_alike(&mut self) {
        let key = |row: &CodedRow| {
            let codes = [row.exporter, row.importer, row.product, row.source];
            (row.period, codes, row.side as u8, row.kind as u8)
        };
        // Which of two alike comes first is nothing to an exact sum.
        self.rows.sort_unstable_by_key(key);
        let mut known = Vec::new();
        let alike = self.rows.chunk_by(|a, b| key(a) == key(b));
        let sums = alike.map(|alike| {
            known.clear();
            known.extend(alike.iter().filter_map(|row| row.value));
            let value = match known[..] {
                [] => None,
                [value] => Some(value),
                _ => Some(exact_sum_of(&known)),
            };
            CodedRow { value, ..alike[0] }
        });
        self.rows = sums.collect();
    }
}

/// Puts words in a sorted list; the new places of those that were there, if any changed, and of the words.
fn merged<'a>(
    list: &mut Vec<String>,
    words: impl IntoIterator<Item = &'a str>,
) -> (Option<Vec<u32>>, Vec<u32>) {
    let words: Vec<&str> = words.into_iter().collect();
    let mut all: Vec<&str> = list
        .iter()
        .map(String::as_str)
        .chain(words.iter().copied())
        .collect();
    all.sort_unstable();
    all.dedup();
    let place = |word: &str| all.partition_point(|known| *known < word) as u32;
    let own = (all.len() > list.len()).then(|| list.iter().map(|word| place(word)).collect());
    let places = words.iter().map(|word| place(word)).collect();
    if own.is_some() {
        *list = all.into_iter().map(str::to_owned).collect();
    }
    (own, places)
}

impl FlowTable {
    /// The rows with codes as numbers, which takes 48 bytes a row and no copy of a word.
    ///
    /// # Errors
    /// [`Error::Frame`] if the query behind the table fails.
    pub fn coded(&self) -> Result<Coded> {
        let frame = self.lazy().collect();
        let mut frame = frame.map_err(Error::frame("collecting flows"))?;
        frame.rechunk_mut();
        let sources: Vec<String> = self
            .sources()
            .iter()
            .map(|source| source.id.clone())
            .collect();
        coded(&frame, sources).map_err(Error::frame("reading flows back"))
    }
}

fn coded(frame: &DataFrame, sources: Vec<String>) -> PolarsResult<Coded> {
    let codes = |name: &str| frame.column(name)?.cat32();
    let (exporters, importers) = (codes(EXPORTER)?, codes(IMPORTER)?);
    let (areas, area) = numbered(&[exporters, importers])?;
    let (products, product) = numbered(&[codes(PRODUCT)?])?;
    let (met, source) = numbered(&[codes(SOURCE)?])?;
    let place = |id: &String| sources.iter().position(|source| source == id);
    let places: Vec<Option<usize>> = met.iter().map(place).collect();
    let (sides, kinds) = (frame.column(SIDE)?.cat8()?, frame.column(KIND)?.cat8()?);
    let (sides, kinds) = (
        sides.physical().cont_slice()?,
        kinds.physical().cont_slice()?,
    );
    let periods = frame.column(PERIOD)?.cast(&DataType::Int32)?;
    let (periods, values) = (periods.i32()?.cont_slice()?, frame.column(VALUE)?.f64()?);
    let ids = [exporters, importers, codes(PRODUCT)?, codes(SOURCE)?];
    let [exporters, importers, from, ids] = ids.map(|ids| ids.physical().cont_slice());
    let (exporters, importers, from, ids) = (exporters?, importers?, from?, ids?);
    let row = |(at, value): (usize, Option<f64>)| {
        let row = || {
            Some(CodedRow {
                source: places[source(ids[at]) as usize]? as u32,
                exporter: area(exporters[at]),
                importer: area(importers[at]),
                // Words of a closed list are numbered in its order.
                side: *Side::ALL.get(usize::from(sides[at]))?,
                kind: *Kind::ALL.get(usize::from(kinds[at]))?,
                product: product(from[at]),
                period: periods[at],
                value,
            })
        };
        row().ok_or_else(|| polars_err!(ComputeError: "row {at} of the flow table is not a flow"))
    };
    let rows = values.iter().enumerate().map(row);
    let rows = rows.collect::<PolarsResult<_>>()?;
    Ok(Coded {
        areas,
        products,
        sources,
        rows,
    })
}

/// The words of columns, sorted, and from the number of a word in polars to its place among them.
fn numbered(
    columns: &[&Categorical32Chunked],
) -> PolarsResult<(Vec<String>, impl Fn(u32) -> u32 + use<>)> {
    let mut met = Vec::new();
    for column in columns {
        for id in column.physical().cont_slice()? {
            let at = *id as usize;
            if at >= met.len() {
                met.resize(at + 1, false);
            }
            met[at] = true;
        }
    }
    let mapping = columns.first().map(|column| column.get_mapping());
    let word = |id: u32| Some((mapping?.cat_to_str(id)?.to_owned(), id));
    let ids = (0..).zip(&met).filter(|(_, met)| **met);
    let mut words: Vec<(String, u32)> = ids.filter_map(|(id, _)| word(id)).collect();
    words.sort_unstable();
    let mut places = vec![0; met.len()];
    for (place, (_, id)) in (0..).zip(&words) {
        places[*id as usize] = place;
    }
    let list = words.into_iter().map(|(word, _)| word).collect();
    Ok((list, move |id| places[id as usize]))
}
