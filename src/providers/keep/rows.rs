//! Rows of BACI on their way into a store.

use crate::error::Result;
use crate::model::period::{first_day, to_days};
use crate::model::source::{Kind, Side};
use crate::providers::raw_baci::codes;
use crate::store::dataset::{Intake, Row};
use crate::store::raw::{Reject, Rejects, Row as RawRow};

/// Rows of BACI on their way into a store, each number of an area and product looked up once.
pub(super) struct RawRows<'a, 'b> {
    intake: &'a mut Intake<'b>,
    codes: Vec<Option<&'static str>>,
    areas: Vec<Option<u32>>,
    products: Vec<Option<u32>>,
    units: [u32; 2],
    year: (u16, i32),
    /// Rows whose area is no country known here, the first of them listed.
    pub strangers: Rejects,
}

/// Products have six digits.
const PRODUCTS: usize = 1_000_000;

impl<'a, 'b> RawRows<'a, 'b> {
    pub fn of(intake: &'a mut Intake<'b>) -> Self {
        let codes = codes();
        Self {
            areas: vec![None; codes.len()],
            products: vec![None; PRODUCTS],
            units: [intake.unit(""), intake.unit("t")],
            year: (0, 0),
            strangers: Rejects::default(),
            codes,
            intake,
        }
    }

    fn area(&mut self, number: u16) -> Option<u32> {
        let place = usize::from(number);
        if self.areas[place].is_none() {
            self.areas[place] = self.codes[place].map(|code| self.intake.area(code));
        }
        self.areas[place]
    }

    /// Takes a row of a line of the file, of which so many bytes are read.
    pub fn push(&mut self, row: &RawRow, line: u64, read: u64) -> Result<()> {
        self.intake.read(read);
        let (exporter, importer) = (self.area(row.exporter), self.area(row.importer));
        let (Some(exporter), Some(importer)) = (exporter, importer) else {
            let (column, area) = match exporter {
                None => ("i", row.exporter),
                Some(_) => ("j", row.importer),
            };
            self.strangers.add(Reject {
                file: String::new(),
                line,
                column: column.to_owned(),
                text: area.to_string(),
                reason: "is no country or area known here".to_owned(),
            });
            return Ok(());
        };
        if self.year.0 != row.year {
            self.year = (row.year, to_days(first_day(i32::from(row.year))));
        }
        let place = row.product as usize;
        let product = match self.products[place] {
            Some(product) => product,
            None => {
                let product = self.intake.product(&format!("{:06}", row.product));
                self.products[place] = Some(product);
                product
            }
        };
        self.intake.push(Row {
            period: self.year.1,
            exporter,
            importer,
            side: Side::Reconciled,
            kind: Kind::Total,
            product,
            value: row.value,
            quantity: row.quantity,
            unit: self.units[usize::from(row.quantity.is_some())],
        })
    }
}
