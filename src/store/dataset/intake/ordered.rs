//! The rows of an input, pair by pair, each in order.

use std::collections::BTreeSet;

use super::Tag;
use super::block::{Packed, Run};
use super::held::{Blocks, Spare};
use crate::error::{Error, Result};
use crate::model::period::from_days;
use crate::store::dataset::sorting::sorted;

/// Everything an input held. Words are sorted; numbers of words are places in them.
pub struct Ordered {
    pub areas: Vec<String>,
    pub products: Vec<String>,
    pub units: Vec<String>,
    /// By number of a tag; its unit is a place in `units`.
    pub tags: Vec<Tag>,
    /// By number of a tag: its place in the order of periods, sides and kinds.
    pub tag_order: Vec<u32>,
    area_places: Vec<u32>,
    product_places: Vec<u32>,
    blocks: Blocks,
}

/// A run of rows and the block it lies in, by the places of its countries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Part {
    exporter: u32,
    importer: u32,
    block: u32,
    run: Run,
}

impl Ordered {
    pub(super) fn new(words: [Vec<String>; 3], mut tags: Vec<Tag>, blocks: Blocks) -> Self {
        let [areas, products, units] = words;
        let (areas, area_places) = sorted(&areas);
        let (products, product_places) = sorted(&products);
        let (units, unit_places) = sorted(&units);
        for tag in &mut tags {
            tag.unit = unit_places[tag.unit as usize];
        }
        let key = |tag: &Tag| (tag.period, tag.side.as_str(), tag.kind.as_str());
        let keys: BTreeSet<_> = tags.iter().map(key).collect();
        let order = |tag: &Tag| keys.range(..key(tag)).count() as u32;
        let tag_order = tags.iter().map(order).collect();
        Self {
            areas,
            products,
            units,
            tags,
            tag_order,
            area_places,
            product_places,
            blocks,
        }
    }

    /// Gives the rows of a year to `take`, a pair of countries (by their places) at a time, and says how many exact
    /// repetitions were left out and what they came to.
    ///
    /// Rows of a pair are sorted by product, then by period, side and kind.
    ///
    /// # Errors
    /// [`Error::Conflict`] where one key has two figures; those of `take`.
    pub fn year(
        &mut self,
        year: i32,
        mut take: impl FnMut(&Self, u32, u32, &[Packed]) -> Result<()>,
    ) -> Result<Repeated> {
        let parts = self.parts(year);
        let mut repeated = Repeated::default();
        let mut rows = Vec::new();
        for pair in parts.chunk_by(|a, b| (a.exporter, a.importer) == (b.exporter, b.importer)) {
            rows.clear();
            for part in pair {
                self.blocks.rows(part.block as usize, part.run, &mut rows)?;
            }
            let (exporter, importer) = (pair[0].exporter, pair[0].importer);
            if !self.place_products(&mut rows) {
                rows.sort_by_key(|row| self.key(row));
                self.once_each(exporter, importer, &mut rows, &mut repeated)?;
            }
            take(self, exporter, importer, &rows)?;
        }
        Ok(repeated)
    }

    /// The memory of the rows.
    pub fn into_spare(self) -> Spare {
        self.blocks.into_spare()
    }

    fn parts(&self, year: i32) -> Vec<Part> {
        let mut parts = Vec::new();
        for (block, held) in (0..).zip(&self.blocks.blocks) {
            // Runs are sorted by year first.
            let from = held
                .runs
                .partition_point(|run| run.key >> 48 < u64::from(year as u16));
            let runs = held.runs[from..]
                .iter()
                .take_while(|run| run.year() == year);
            parts.extend(runs.map(|&run| Part {
                exporter: self.area_places[run.exporter() as usize],
                importer: self.area_places[run.importer() as usize],
                block,
                run,
            }));
        }
        parts.sort_unstable();
        parts
    }

    /// Gives products their places, and says whether the rows are in order then, no key twice.
    fn place_products(&self, rows: &mut [Packed]) -> bool {
        let mut last = None;
        let mut ordered = true;
        for row in rows {
            row.product = self.product_places[row.product as usize];
            let key = Some(self.key(row));
            ordered &= last < key;
            last = key;
        }
        ordered
    }

    #[inline]
    fn key(&self, row: &Packed) -> u64 {
        u64::from(row.product) << 32 | u64::from(self.tag_order[row.tag() as usize])
    }

    fn once_each(
        &self,
        exporter: u32,
        importer: u32,
        entries: &mut Vec<Packed>,
        repeated: &mut Repeated,
    ) -> Result<()> {
        let clash = entries.windows(2).find(|pair| {
            self.key(&pair[0]) == self.key(&pair[1]) && !self.alike(&pair[0], &pair[1])
        });
        if let Some([a, b]) = clash {
            return Err(self.conflict(exporter, importer, a, b));
        }
        entries.dedup_by(|later, first| {
            let same = self.key(later) == self.key(first);
            if same {
                repeated.rows += 1;
                repeated.missing += u64::from(!later.has_value());
                repeated.value += i128::from(later.value_or_zero());
            }
            same
        });
        Ok(())
    }

    fn alike(&self, a: &Packed, b: &Packed) -> bool {
        let unit = |entry: &Packed| self.tags[entry.tag() as usize].unit;
        let units = !a.has_quantity() || unit(a) == unit(b);
        (a.value(), a.quantity()) == (b.value(), b.quantity()) && units
    }

    fn conflict(&self, exporter: u32, importer: u32, a: &Packed, b: &Packed) -> Error {
        let tag = &self.tags[a.tag() as usize];
        let shown = |entry: &Packed| {
            let value = entry
                .value()
                .map_or("no value".to_owned(), |value| value.to_string());
            let unit = &self.units[self.tags[entry.tag() as usize].unit as usize];
            match entry.quantity() {
                Some(quantity) => format!("{value} ({quantity} {unit})"),
                None => value,
            }
        };
        Error::Conflict {
            first: "one row".to_owned(),
            second: "another".to_owned(),
            key: format!(
                "{} to {} in {} ({}, {}, product {})",
                self.areas[exporter as usize],
                self.areas[importer as usize],
                from_days(tag.period),
                tag.side,
                tag.kind,
                self.products[a.product as usize],
            ),
            a: shown(a),
            b: shown(b),
        }
    }
}

/// Rows that said again what another had said.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Repeated {
    pub rows: u64,
    pub missing: u64,
    pub value: i128,
}
