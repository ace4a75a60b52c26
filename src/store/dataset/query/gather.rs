//! Rows of many groups and files brought together under their keys.

use super::super::import::Cell;
use super::super::tables::Table;
use super::answer::{Answer, Quantity, Tag};
use super::batch::Batch;
use super::key::Key;
use super::names::Names;
use super::{Products, Query, earlier};
use crate::error::Result;
use crate::store::dataset::sorting::sorted;

/// Sums rows by key.
pub struct Gather {
    entries: Vec<(Key, Cell)>,
    quantities: Vec<Quantity>,
    /// Whether each key comes once, so that nothing need be summed.
    single: bool,
    /// Entries at which equal keys are brought together, to hold memory down.
    limit: usize,
}

/// The least such number.
const LIMIT: usize = 1 << 20;

impl Gather {
    pub fn new(query: &Query, table: Table) -> Self {
        let by = query.by;
        Self {
            entries: Vec::new(),
            quantities: Vec::new(),
            single: by.exporter == table.has_exporter()
                && by.importer == table.has_importer()
                && (by.product != Products::Together) == table.has_product()
                && !matches!(by.product, Products::Digits(_)),
            limit: LIMIT,
        }
    }

    /// Makes room for so many rows, if each has a key of its own.
    pub fn expect(&mut self, rows: u64) {
        if self.single {
            self.entries.reserve_exact(rows as usize);
        }
    }

    /// Takes rows.
    ///
    /// # Errors
    /// [`Error::Unreadable`] where a sum has no room.
    pub fn take(&mut self, batch: &Batch<'_>) -> Result<()> {
        let number = |numbers: &[u32], row: usize| numbers.get(row).copied().unwrap_or(0);
        for (row, &value) in batch.values.iter().enumerate() {
            let key = Key::new(
                number(batch.tags, row),
                number(batch.exporters, row),
                number(batch.importers, row),
                number(batch.products, row),
            );
            let there = batch.present.get(row) != Some(&false);
            let missing = batch
                .missing
                .get(row)
                .map_or(!there as u32, |&missing| missing as u32);
            let cell = Cell {
                value,
                // Uncounted, they are enough to tell a sum of none from 0.
                rows: match batch.rows.get(row) {
                    Some(&rows) => rows as u32,
                    None => u32::from(there) + missing,
                },
                missing,
            };
            match self.entries.last_mut() {
                Some((last, sum)) if *last == key && !self.single => sum.merge(cell)?,
                _ => self.entries.push((key, cell)),
            }
        }
        let quantities = batch.quantities.iter().zip(batch.units).enumerate();
        self.quantities
            .extend(quantities.map(|(row, (&amount, &unit))| {
                let there = batch.quantities_present.get(row) != Some(&false);
                let amount = there.then_some(amount);
                Quantity { amount, unit }
            }));
        if !self.single && self.entries.len() >= self.limit {
            merge(&mut self.entries)?;
            self.limit = LIMIT.max(self.entries.len() * 2);
        }
        Ok(())
    }

    /// The answer, sorted by period, side, kind, exporter, importer and product.
    pub fn finish(mut self, query: &Query, names: &Names) -> Result<Answer> {
        let (areas, area_places) = sorted(names.areas.list());
        let (products, product_places) = sorted(names.products.list());
        let mut tags = names.tags.clone();
        tags.sort_unstable_by_key(Tag::order);
        let places = names
            .tags
            .iter()
            .map(|tag| tags.partition_point(|known| known.order() < tag.order()) as u32);
        let tag_places: Vec<u32> = places.collect();
        let at = |places: &[u32], old: u32| places.get(old as usize).copied().unwrap_or(0);
        for (key, _) in &mut self.entries {
            *key = Key::new(
                at(&tag_places, key.tag()),
                at(&area_places, key.exporter()),
                at(&area_places, key.importer()),
                at(&product_places, key.product()),
            );
        }
        if self.quantities.is_empty() {
            merge(&mut self.entries)?;
        } else {
            let mut order: Vec<u32> = (0..self.entries.len() as u32).collect();
            order.sort_unstable_by_key(|&row| self.entries[row as usize].0);
            let entries = order.iter().map(|&row| self.entries[row as usize]);
            let quantities = order.iter().map(|&row| self.quantities[row as usize]);
            (self.entries, self.quantities) = (entries.collect(), quantities.collect());
        }
        let joined = match query.earlier {
            Some(years) => earlier::join(&self.entries, &tags, years),
            None => Vec::new(),
        };
        Ok(Answer {
            by: query.by,
            counted: query.counts || query.table() == Table::Rows,
            years: query.years,
            areas,
            products,
            units: names.units.list().to_vec(),
            tags,
            entries: self.entries,
            quantities: self.quantities,
            joined,
        })
    }
}

/// Sorts entries and sums those of one key.
fn merge(entries: &mut Vec<(Key, Cell)>) -> Result<()> {
    if entries.is_sorted_by(|a, b| a.0 < b.0) {
        return Ok(());
    }
    entries.sort_unstable_by_key(|entry| entry.0);
    let mut failed = None;
    entries.dedup_by(|later, first| {
        let same = later.0 == first.0;
        if same && let Err(error) = first.1.merge(later.1) {
            failed = Some(error);
        }
        same
    });
    failed.map_or(Ok(()), Err)
}
