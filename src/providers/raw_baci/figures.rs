//! Figures of BACI on their way into a table.

use super::areas::codes;
use super::{DIGITS, RawBaci};
use crate::error::Result;
use crate::model::coded::{Coded, CodedRow};
use crate::model::column::{TOTAL, WORLD};
use crate::model::flow_table::FlowTable;
use crate::model::intake::{Intake, Row};
use crate::model::period::{first_day, to_days};
use crate::model::source::{Kind, Side};
use crate::model::words::Words;
use crate::store::raw::{By, Total};

/// BACI's quantities are tonnes, read as kilogrammes.
const KILOGRAMMES: f64 = 1000.0;

/// Figures with the numbers that BACI has for countries and products.
pub(super) struct Figures {
    intake: Intake,
    codes: Vec<Option<&'static str>>,
    /// The product before, which most often is the next one's too, and its number.
    last: Option<((u32, u8), u32)>,
    source: u32,
}

impl Figures {
    pub fn new(source: &str) -> Self {
        let mut intake = Intake::default();
        Self {
            source: intake.sources.number(source),
            intake,
            codes: codes(),
            last: None,
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
        let code = |area: Option<u16>| match area {
            Some(area) => self.codes[usize::from(area)],
            None => Some(WORLD),
        };
        let [Some(exporter), Some(importer)] = areas.map(code) else {
            return false;
        };
        let intake = &mut self.intake;
        let product = match (product, self.last) {
            (Some(product), Some((last, number))) if product == last => number,
            (Some((code, digits)), _) => {
                let number = intake
                    .products
                    .number(&format!("{code:0digits$}", digits = usize::from(digits)));
                self.last = Some(((code, digits), number));
                number
            }
            (None, _) => intake.products.number(TOTAL),
        };
        let unit = if quantity.is_some() { "t" } else { "" };
        let row = Row {
            source: self.source,
            exporter: intake.areas.number(exporter),
            importer: intake.areas.number(importer),
            side: Side::Reconciled,
            kind: Kind::Total,
            product,
            period: to_days(first_day(i32::from(year))),
            value: value.map(|value| value as f64),
            quantity: quantity.map(|quantity| quantity as f64 / KILOGRAMMES),
            quantity_unit: intake.units.number(unit),
            apart: intake.aparts.number(""),
            place: 0,
        };
        intake.rows.push(row);
        true
    }

    /// Takes a total; false if an area is no country.
    pub fn push_total(&mut self, total: &Total, by: By) -> bool {
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
