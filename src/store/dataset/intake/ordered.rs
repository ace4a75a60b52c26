//! The rows of an input, pair by pair, each in order.

use std::collections::BTreeSet;

use super::Tag;
use super::block::{Packed, Run};
use super::held::Blocks;
use crate::error::{Error, Result};
use crate::model::period::from_days;

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

/// One row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    pub product: u32,
    pub tag: u32,
    pub value: Option<i64>,
    pub quantity: Option<i64>,
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
        let (areas, area_places) = sorted(areas);
        let (products, product_places) = sorted(products);
        let (units, unit_places) = sorted(units);
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
        mut take: impl FnMut(&Self, u32, u32, &[Entry]) -> Result<()>,
    ) -> Result<Repeated> {
        let parts = self.parts(year);
        let mut repeated = Repeated::default();
        let (mut packed, mut entries) = (Vec::new(), Vec::new());
        for pair in parts.chunk_by(|a, b| (a.exporter, a.importer) == (b.exporter, b.importer)) {
            packed.clear();
            for part in pair {
                self.blocks
                    .rows(part.block as usize, part.run, &mut packed)?;
            }
            entries.clear();
            entries.extend(packed.iter().map(|row| self.entry(row)));
            let (exporter, importer) = (pair[0].exporter, pair[0].importer);
            if !entries.is_sorted_by(|a, b| self.key(a) < self.key(b)) {
                entries.sort_by_key(|entry| self.key(entry));
                self.once_each(exporter, importer, &mut entries, &mut repeated)?;
            }
            take(self, exporter, importer, &entries)?;
        }
        Ok(repeated)
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

    fn entry(&self, row: &Packed) -> Entry {
        Entry {
            product: self.product_places[row.product as usize],
            tag: row.tag(),
            value: row.value(),
            quantity: row.quantity(),
        }
    }

    fn key(&self, entry: &Entry) -> (u32, u32) {
        (entry.product, self.tag_order[entry.tag as usize])
    }

    fn once_each(
        &self,
        exporter: u32,
        importer: u32,
        entries: &mut Vec<Entry>,
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
                repeated.missing += u64::from(later.value.is_none());
                repeated.value += i128::from(later.value.unwrap_or(0));
            }
            same
        });
        Ok(())
    }

    fn alike(&self, a: &Entry, b: &Entry) -> bool {
        let unit = |entry: &Entry| self.tags[entry.tag as usize].unit;
        let units = a.quantity.is_none() || unit(a) == unit(b);
        (a.value, a.quantity) == (b.value, b.quantity) && units
    }

    fn conflict(&self, exporter: u32, importer: u32, a: &Entry, b: &Entry) -> Error {
        let tag = &self.tags[a.tag as usize];
        let shown = |entry: &Entry| {
            let value = entry
                .value
                .map_or("no value".to_owned(), |value| value.to_string());
            let unit = &self.units[self.tags[entry.tag as usize].unit as usize];
            match entry.quantity {
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

/// The words sorted, and for each of them in the old order its new place.
fn sorted(words: Vec<String>) -> (Vec<String>, Vec<u32>) {
    let mut order: Vec<u32> = (0..words.len() as u32).collect();
    order.sort_unstable_by(|&a, &b| words[a as usize].cmp(&words[b as usize]));
    let mut places = vec![0; words.len()];
    for (place, &word) in (0..).zip(&order) {
        places[word as usize] = place;
    }
    let sorted = order.iter().map(|&word| words[word as usize].clone());
    (sorted.collect(), places)
}
