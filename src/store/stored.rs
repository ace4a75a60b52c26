//! Flows of a store as a table.

use std::path::PathBuf;

use super::asked::Asked;
use super::dataset::{About, Columns, Decimals, Query, Store, Vintage};
use crate::error::{Error, Result};
use crate::model::basis::{Basis, Prices};
use crate::model::coded::{Coded, CodedRow};
use crate::model::column::{TOTAL, WORLD};
use crate::model::flow_table::FlowTable;
use crate::model::intake::{Intake, Row};
use crate::model::period::{Frequency, Years};
use crate::model::source::Source;

/// How a manifest names rows that have no products.
const TOTALS: &str = "total";

impl Store {
    /// The store among files that somebody names, if there is one.
    ///
    /// # Errors
    /// [`Error::BasisMismatch`] for a store beside other files, which it is not read with.
    pub fn among(files: &[PathBuf]) -> Result<Option<Self>> {
        let stores = files.iter().map(|path| Self::at(path));
        let mut stores = stores.filter(|store| Self::is_store(store.root()));
        match (stores.next(), files.len()) {
            (None, _) => Ok(None),
            (Some(store), 1) => Ok(Some(store)),
            (Some(store), _) => Err(Error::BasisMismatch {
                reason: format!(
                    "the store {} stands beside other files",
                    store.root().display()
                ),
                remedy: "name the store alone, or import the files into it".to_owned(),
            }),
        }
    }

    /// The flows of the vintage that is meant which bear on what is asked for.
    ///
    /// # Errors
    /// As [`vintage`](Self::vintage) and [`Vintage::flows`].
    pub fn flows(&self, asked: &Asked) -> Result<FlowTable> {
        let vintage = self.vintage()?;
        let flows = vintage.flows(asked);
        flows.map_err(|error| error.in_file(vintage.folder()))
    }
}

impl Vintage {
    /// The flows that bear on what is asked for, all years of them.
    ///
    /// Where products are not told apart their values are summed exactly, and a remark says of how
    /// many rows; those without a value are left out of the sum.
    ///
    /// # Errors
    /// As [`ask`](Self::ask); [`Error::NothingLeft`](crate::Error::NothingLeft) if there is no such flow;
    /// [`Error::UnknownCurrency`](crate::Error::UnknownCurrency) for a manifest with a currency that is none.
    pub fn flows(&self, asked: &Asked) -> Result<FlowTable> {
        let about = &self.manifest().about;
        let mut intake = Intake::default();
        let (mut rows, mut missing) = (0, 0);
        for query in asked.queries() {
            let answer = self.ask(&query)?;
            let columns = answer.columns();
            let sum = |counts: &[u32]| counts.iter().map(|count| u64::from(*count)).sum::<u64>();
            rows += sum(&columns.rows);
            missing += sum(&columns.missing);
            take(&mut intake, &columns, about);
        }
        let (basis, source) = self.meaning()?;
        let mut table = FlowTable::from_intake(intake, basis, vec![source])?;
        self.tell(&mut table, asked, rows, missing);
        Ok(table)
    }

    fn meaning(&self) -> Result<(Basis, Source)> {
        let about = &self.manifest().about;
        let basis = Basis {
            frequency: about.frequency,
            currency: about.currency.parse()?,
            prices: Prices::Current,
            classification: Some(about.classification.clone()).filter(|name| !name.is_empty()),
        };
        Ok((basis, about.source.clone()))
    }

    fn tell(&self, table: &mut FlowTable, asked: &Asked, rows: u64, missing: u64) {
        let sums = match asked {
            Asked::ByProduct { .. } => Some("partners together".to_owned()),
            _ => asked
                .detail()
                .sums()
                .filter(|_| self.manifest().products != TOTALS),
        };
        if let Some(sums) = sums {
            table.remark_sums(&sums, rows, missing);
        }
        for note in &self.manifest().about.notes {
            table.remark(note.clone());
        }
    }

    /// Hands the flows that bear on what is asked for over, a year at a time, and returns what they mean:
    /// so any number of years takes the room of one.
    ///
    /// None, and nothing handed over, where there are several sides, of which one must be chosen for all
    /// years together.
    ///
    /// # Errors
    /// As [`flows`](Self::flows), and those of `each`.
    pub fn each_year(
        &self,
        asked: &Asked,
        years: Years,
        mut each: impl FnMut(Frequency, Coded) -> Result<()>,
    ) -> Result<Option<FlowTable>> {
        let sides = self.ask(&Query {
            years,
            counts: true,
            ..Query::default()
        })?;
        let mut sides = sides.figures().map(|figure| figure.side);
        let first = sides.next();
        if sides.any(|side| Some(side) != first) {
            return Ok(None);
        }
        let (mut rows, mut missing) = (0, 0);
        let own = self.manifest().years.iter().map(|year| year.year);
        for year in own.filter(|year| years.contains(*year)) {
            let mut coded = Coded {
                sources: vec![self.manifest().about.source.id.clone()],
                ..Coded::default()
            };
            for query in asked.queries() {
                let answer = self.ask(&Query {
                    years: Years {
                        first: Some(year),
                        last: Some(year),
                    },
                    ..query
                })?;
                let columns = answer.columns();
                let sum =
                    |counts: &[u32]| counts.iter().map(|count| u64::from(*count)).sum::<u64>();
                rows += sum(&columns.rows);
                missing += sum(&columns.missing);
                add(&mut coded, &columns, self.manifest().about.decimals);
            }
            if !coded.rows.is_empty() {
                each(self.manifest().about.frequency, coded)?;
            }
        }
        let (basis, source) = self.meaning()?;
        let mut table = FlowTable::bare(basis, vec![source])?;
        self.tell(&mut table, asked, rows, missing);
        Ok(Some(table))
    }
}

/// Adds the figures of an answer; the world stands where a side was summed over.
fn add(coded: &mut Coded, columns: &Columns<'_>, decimals: Decimals) {
    let world = coded.add_areas(columns.areas.iter().map(String::as_str).chain([WORLD]));
    let total = coded.add_products(columns.products.iter().map(String::as_str).chain([TOTAL]));
    let code = |numbers: &[u32], row: usize, places: &[u32]| match numbers.get(row) {
        Some(number) => places[*number as usize],
        // What was summed over stands last.
        None => places[places.len() - 1],
    };
    let scale = 10f64.powi(i32::from(decimals.value));
    coded.rows.reserve_exact(columns.period.len());
    for row in 0..columns.period.len() {
        coded.rows.push(CodedRow {
            source: 0,
            exporter: code(&columns.exporter, row, &world),
            importer: code(&columns.importer, row, &world),
            side: columns.side[row],
            kind: columns.kind[row],
            product: code(&columns.product, row, &total),
            period: columns.period[row],
            value: columns.value[row].map(|value| value as f64 / scale),
        });
    }
}

/// Takes the figures of an answer; the world stands where a side was summed over.
fn take(intake: &mut Intake, columns: &Columns<'_>, about: &About) {
    let source = intake.sources.number(&about.source.id);
    let apart = intake.aparts.number("");
    let total = intake.products.number(TOTAL);
    let areas: Vec<u32> = columns
        .areas
        .iter()
        .map(|code| intake.areas.number(code))
        .collect();
    let products: Vec<u32> = columns
        .products
        .iter()
        .map(|code| intake.products.number(code))
        .collect();
    let units: Vec<u32> = columns
        .units
        .iter()
        .map(|unit| intake.units.number(unit))
        .collect();
    let (no_unit, world) = (intake.units.number(""), intake.areas.number(WORLD));
    let area = |numbers: &[u32], row: usize| {
        numbers
            .get(row)
            .map_or(world, |number| areas[*number as usize])
    };
    let amount = |number: Option<i64>, decimals: u8| {
        // Division rounds once, so the decimal fraction is the nearest that there is.
        number.map(|number| number as f64 / 10f64.powi(i32::from(decimals)))
    };
    let decimals = about.decimals;
    let rows = (0..columns.period.len()).map(|row| Row {
        source,
        exporter: area(&columns.exporter, row),
        importer: area(&columns.importer, row),
        side: columns.side[row],
        kind: columns.kind[row],
        product: columns
            .product
            .get(row)
            .map_or(total, |product| products[*product as usize]),
        period: columns.period[row],
        value: amount(columns.value[row], decimals.value),
        quantity: amount(
            columns.quantity.get(row).copied().flatten(),
            decimals.quantity,
        ),
        quantity_unit: columns
            .quantity_unit
            .get(row)
            .map_or(no_unit, |unit| units[*unit as usize]),
        apart,
        place: 0,
    });
    intake.rows.extend(rows);
}
