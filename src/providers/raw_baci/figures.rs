//! Figures of BACI on their way into a table.

use std::collections::HashMap;

use super::areas::codes;
use super::{DIGITS, RawBaci};
use crate::error::Result;
use crate::model::coded::{Coded, CodedRow};
use crate::model::column::{TOTAL, WORLD};
use crate::model::flow_table::FlowTable;
use crate::model::intake::{Intake, Row};
use crate::model::period::{Years, first_day, to_days};
use crate::model::source::{Kind, Side};
use crate::model::words::Words;
use crate::store::raw::{By, Total};

/// BACI's quantities are tonnes, read as kilogrammes.
const KILOGRAMMES: f64 = 1000.0;

/// Figures with the numbers that BACI has for countries and products.
pub(super) struct Figures {
    intake: Intake,
    codes: Vec<Option<&'static str>>,
    /// The number of each area that was met.
    areas: Vec<Option<u32>>,
    /// The number of each product that was met.
    products: HashMap<(u32, u8), u32>,
    source: u32,
    world: u32,
    total: u32,
    units: [u32; 2],
    apart: u32,
}

impl Figures {
    pub fn new(source: &str) -> Self {
        let mut intake = Intake::default();
        let codes = codes();
        Self {
            source: intake.sources.number(source),
            world: intake.areas.number(WORLD),
            total: intake.products.number(TOTAL),
            units: ["", "t"].map(|unit| intake.units.number(unit)),
            apart: intake.aparts.number(""),
            areas: vec![None; codes.len()],
            products: HashMap::new(),
            intake,
            codes,
        }
    }

    /// Takes a figure in whole dollars and kilogrammes; false if an area is no country.
    ///
    /// An area that is left out is the world, a product that is left out all goods.
    pub fn push(
        &mut self,
        year: u16,
        areas: [Option<u16>; 2],
        product: Option<(u32, u8)>,
        value: Option<i64>,
        quantity: Option<i64>,
    ) -> bool {
        let [Some(exporter), Some(importer)] = areas.map(|area| self.area(area)) else {
            return false;
        };
        let product = match product {
            Some(product) => *self.products.entry(product).or_insert_with(|| {
                let (code, digits) = product;
                let code = format!("{code:0digits$}", digits = usize::from(digits));
                self.intake.products.number(&code)
            }),
            None => self.total,
        };
        let row = Row {
            source: self.source,
            exporter,
            importer,
            side: Side::Reconciled,
            kind: Kind::Total,
            product,
            period: to_days(first_day(i32::from(year))),
            value: value.map(|value| value as f64),
            quantity: quantity.map(|quantity| quantity as f64 / KILOGRAMMES),
            quantity_unit: self.units[usize::from(quantity.is_some())],
            apart: self.apart,
            place: 0,
        };
        self.intake.rows.push(row);
        true
    }

    fn area(&mut self, number: Option<u16>) -> Option<u32> {
        let Some(number) = number else {
            return Some(self.world);
        };
        let place = usize::from(number);
        if self.areas[place].is_none() {
            self.areas[place] = self.codes[place].map(|code| self.intake.areas.number(code));
        }
        self.areas[place]
    }

    /// Takes the totals of some years, and says of how many rows they are and how many of those have no value;
    /// none if an area is no country.
    pub fn push_totals(&mut self, totals: &[Total], by: By, years: Years) -> Option<[u64; 2]> {
        let mut counts = [0; 2];
        let asked = |total: &&Total| years.contains(i32::from(total.year));
        for total in totals.iter().filter(asked) {
            counts[0] += u64::from(total.sum.rows);
            counts[1] += u64::from(total.without_value);
            if !self.push_total(total, by) {
                return None;
            }
        }
        Some(counts)
    }

    /// Takes a total; false if an area is no country.
    fn push_total(&mut self, total: &Total, by: By) -> bool {
        let (exporter, importer, product) = match by {
            By::Pair => (Some(total.first), Some(total.second as u16), None),
            By::ExporterProduct => (Some(total.first), None, Some(total.second)),
            By::ImporterProduct => (None, Some(total.first), Some(total.second)),
        };
        let known = total.without_value < total.sum.rows;
        let value = known.then_some(total.sum.value);
        let product = product.map(|product| (product, DIGITS));
        self.push(total.year, [exporter, importer], product, value, None)
    }

    /// The figures as coded rows.
    pub fn coded(self) -> Coded {
        let mut coded = Coded {
            sources: self.intake.sources.list().to_vec(),
            ..Coded::default()
        };
        let words = |words: &Words| words.list().to_vec();
        let areas = coded.add_areas(words(&self.intake.areas).iter().map(String::as_str));
        let products = coded.add_products(words(&self.intake.products).iter().map(String::as_str));
        let row = |row: &Row| CodedRow {
            source: row.source,
            exporter: areas[row.exporter as usize],
            importer: areas[row.importer as usize],
            side: row.side,
            kind: row.kind,
            product: products[row.product as usize],
            period: row.period,
            value: row.value,
        };
        coded.rows = self.intake.rows.iter().map(row).collect();
        coded
    }

    pub fn table(self, of: &RawBaci) -> Result<FlowTable> {
        FlowTable::from_intake(self.intake, of.basis.clone(), vec![of.source.clone()])
    }
}
