//! Answers, compact while they are many and plain when they are read.

use super::super::import::Cell;
use super::key::Key;
use super::{By, Products, earlier};
use crate::model::period::{Years, year_of};
use crate::model::source::{Kind, Side};

/// What figures share beside their series.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tag {
    /// First day of the period, in days since 1970-01-01.
    pub period: i32,
    pub side: Side,
    pub kind: Kind,
}

impl Tag {
    pub fn order(&self) -> (i32, Side, Kind) {
        (self.period, self.side, self.kind)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quantity {
    pub amount: Option<i64>,
    pub unit: u32,
}

/// Figures sorted by period, side, kind, exporter, importer and product, no key twice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    pub(super) by: By,
    pub(super) counted: bool,
    pub(super) years: Years,
    pub(super) areas: Vec<String>,
    pub(super) products: Vec<String>,
    pub(super) units: Vec<String>,
    pub(super) tags: Vec<Tag>,
    pub(super) entries: Vec<(Key, Cell)>,
    /// Empty unless every row was asked for.
    pub(super) quantities: Vec<Quantity>,
    /// Empty unless earlier figures were asked for.
    pub(super) joined: Vec<u32>,
}

/// One figure of an answer. What it is summed over is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Figure<'a> {
    /// First day of the period, in days since 1970-01-01.
    pub period: i32,
    pub side: Side,
    pub kind: Kind,
    pub exporter: Option<&'a str>,
    pub importer: Option<&'a str>,
    pub product: Option<&'a str>,
    /// In the smallest unit that the decimals of the vintage leave; none where no row has one.
    pub value: Option<i64>,
    /// How many rows it is the sum of, if that was asked for.
    pub rows: Option<u32>,
    /// How many of them have no value.
    pub missing: u32,
    /// Only where rows are given one by one.
    pub quantity: Option<i64>,
    /// Empty without a quantity.
    pub quantity_unit: &'a str,
    /// The place in the answer of the figure so many years earlier, if that was asked for and is there.
    pub earlier: Option<usize>,
}

impl Answer {
    /// How many figures there are, those that only serve as earlier ones among them.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// A figure by its place, below [`len`](Self::len).
    pub fn figure(&self, place: usize) -> Figure<'_> {
        let (key, cell) = &self.entries[place];
        let tag = self.tags[key.tag() as usize];
        let area = |by: bool, number: u32| by.then(|| self.areas[number as usize].as_str());
        let by_product = self.by.product != Products::Together;
        let quantity = self.quantities.get(place);
        let joined = self
            .joined
            .get(place)
            .filter(|&&then| then != earlier::NONE);
        Figure {
            period: tag.period,
            side: tag.side,
            kind: tag.kind,
            exporter: area(self.by.exporter, key.exporter()),
            importer: area(self.by.importer, key.importer()),
            product: by_product.then(|| self.products[key.product() as usize].as_str()),
            value: cell.sum(),
            rows: self.counted.then_some(cell.rows),
            missing: cell.missing,
            quantity: quantity.and_then(|quantity| quantity.amount),
            quantity_unit: quantity.map_or("", |quantity| &self.units[quantity.unit as usize]),
            earlier: joined.map(|&then| then as usize),
        }
    }

    /// The figures of the years that were asked for, in order.
    pub fn figures(&self) -> impl Iterator<Item = Figure<'_>> {
        let asked: Vec<bool> = self
            .tags
            .iter()
            .map(|tag| self.years.contains(year_of(tag.period)))
            .collect();
        (0..self.entries.len())
            .filter(move |&place| asked[self.entries[place].0.tag() as usize])
            .map(|place| self.figure(place))
    }

    /// The same figures column by column, as data frames are built.
    pub fn columns(&self) -> Columns<'_> {
        let mut columns = Columns {
            areas: &self.areas,
            products: &self.products,
            units: &self.units,
            ..Columns::default()
        };
        for (place, (key, cell)) in self.entries.iter().enumerate() {
            let tag = self.tags[key.tag() as usize];
            if !self.years.contains(year_of(tag.period)) {
                continue;
            }
            columns.period.push(tag.period);
            columns.side.push(tag.side);
            columns.kind.push(tag.kind);
            if self.by.exporter {
                columns.exporter.push(key.exporter());
            }
            if self.by.importer {
                columns.importer.push(key.importer());
            }
            if self.by.product != Products::Together {
                columns.product.push(key.product());
            }
            columns.value.push(cell.sum());
            if self.counted {
                columns.rows.push(cell.rows);
            }
            columns.missing.push(cell.missing);
            if let Some(quantity) = self.quantities.get(place) {
                columns.quantity.push(quantity.amount);
                columns.quantity_unit.push(quantity.unit);
            }
            if let Some(&then) = self.joined.get(place) {
                let then = self.entries.get(then as usize);
                columns.earlier.push(then.and_then(|(_, cell)| cell.sum()));
            }
        }
        columns
    }
}

/// Figures as columns of one length; those that were not asked for are empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Columns<'a> {
    /// What numbers of `exporter` and `importer` stand for, sorted.
    pub areas: &'a [String],
    pub products: &'a [String],
    pub units: &'a [String],
    pub period: Vec<i32>,
    pub side: Vec<Side>,
    pub kind: Vec<Kind>,
    pub exporter: Vec<u32>,
    pub importer: Vec<u32>,
    pub product: Vec<u32>,
    pub value: Vec<Option<i64>>,
    pub rows: Vec<u32>,
    pub missing: Vec<u32>,
    pub quantity: Vec<Option<i64>>,
    pub quantity_unit: Vec<u32>,
    /// Values so many years earlier; none where there is no such figure or it has no value.
    pub earlier: Vec<Option<i64>>,
}
