//! The roll-ups of a year, summed while its rows go by.

use std::io::Write;

use super::super::intake::{Ordered, Packed};
use super::batch::{Batch, Key};
use super::cell::{Cell, too_large};
use crate::error::{Error, Result};

/// Sums by pair, by exporter and product, by importer and product, and by product.
pub struct Sums<W: Write + Send> {
    pairs: Batch<W>,
    exporter_products: Batch<W>,
    importer_products: Batch<W>,
    world: Batch<W>,
    /// By place in the order of tags: a tag there, and the place itself.
    tags: Vec<u32>,
    products: usize,
    exporter: Option<u32>,
    /// By product and place of tag, those of the exporter at hand.
    of_exporter: Vec<Cell>,
    /// As above, those of all.
    of_world: Vec<Cell>,
    /// By importer, then as above; empty for one that is not met.
    of_importers: Vec<Vec<Cell>>,
    /// By place of tag, those of the pair at hand.
    of_pair: Vec<Cell>,
    /// Bytes that the cells of importers may still take.
    room: usize,
}

impl<W: Write + Send> Sums<W> {
    /// Writes to the batches of the tables, in the order of [`Table::ALL`](super::super::tables::Table::ALL), holding at most `room` bytes of sums.
    pub fn new(batches: [Batch<W>; 4], all: &Ordered, room: usize) -> Self {
        let [pairs, exporter_products, importer_products, world] = batches;
        let orders = all
            .tag_order
            .iter()
            .max()
            .map_or(0, |&last| last as usize + 1);
        let mut tags = vec![0; orders];
        for (tag, &order) in (0..).zip(&all.tag_order) {
            tags[order as usize] = tag;
        }
        Self {
            pairs,
            exporter_products,
            importer_products,
            world,
            of_world: vec![Cell::default(); orders * all.products.len()],
            tags,
            products: all.products.len(),
            exporter: None,
            of_exporter: Vec::new(),
            of_importers: vec![Vec::new(); all.areas.len()],
            of_pair: vec![Cell::default(); orders],
            room,
        }
    }

    /// Takes the rows of a pair; exporters come one after the other.
    pub fn pair(
        &mut self,
        exporter: u32,
        importer: u32,
        rows: &[Packed],
        all: &Ordered,
    ) -> Result<()> {
        if self.exporter != Some(exporter) {
            self.flush_exporter(all)?;
            self.exporter = Some(exporter);
            self.of_exporter = vec![Cell::default(); self.cells()];
        }
        if self.of_importers[importer as usize].is_empty() {
            let bytes = self.cells() * size_of::<Cell>();
            let Some(room) = self.room.checked_sub(bytes) else {
                return Err(Error::Unreadable {
                    reason: "the totals by importer and product do not fit in the memory that was given; raise --memory".to_owned(),
                });
            };
            self.room = room;
            self.of_importers[importer as usize] = vec![Cell::default(); self.cells()];
        }
        let orders = self.tags.len();
        let of_importer = &mut self.of_importers[importer as usize];
        self.of_pair.fill(Cell::default());
        let mut over = false;
        for row in rows {
            let (value, there) = (row.value_or_zero(), row.has_value());
            let order = all.tag_order[row.tag() as usize] as usize;
            let place = row.product as usize * orders + order;
            over |= self.of_exporter[place].add(value, there);
            over |= of_importer[place].add(value, there);
            over |= self.of_pair[order].add(value, there);
        }
        if over {
            return Err(too_large());
        }
        let key = Key {
            exporter,
            importer,
            ..Key::default()
        };
        for (&tag, &cell) in self.tags.iter().zip(&self.of_pair) {
            self.pairs.sum(Key { tag, ..key }, cell, all)?;
        }
        Ok(())
    }

    /// Writes what is left; gives back what was written to and the rows, table by table.
    pub fn finish(mut self, all: &Ordered) -> Result<[(W, u64); 4]> {
        self.flush_exporter(all)?;
        let importers = std::mem::take(&mut self.of_importers);
        for (importer, cells) in (0..).zip(importers) {
            let key = Key {
                importer,
                ..Key::default()
            };
            spread(&mut self.importer_products, &cells, &self.tags, key, all)?;
        }
        spread(
            &mut self.world,
            &self.of_world,
            &self.tags,
            Key::default(),
            all,
        )?;
        Ok([
            self.pairs.finish(all)?,
            self.exporter_products.finish(all)?,
            self.importer_products.finish(all)?,
            self.world.finish(all)?,
        ])
    }

    fn cells(&self) -> usize {
        self.products * self.tags.len()
    }

    fn flush_exporter(&mut self, all: &Ordered) -> Result<()> {
        let Some(exporter) = self.exporter else {
            return Ok(());
        };
        for (all, &cell) in self.of_world.iter_mut().zip(&self.of_exporter) {
            all.merge(cell)?;
        }
        let key = Key {
            exporter,
            ..Key::default()
        };
        let cells = &self.of_exporter;
        spread(&mut self.exporter_products, cells, &self.tags, key, all)
    }
}

fn spread<W: Write + Send>(
    batch: &mut Batch<W>,
    cells: &[Cell],
    tags: &[u32],
    key: Key,
    all: &Ordered,
) -> Result<()> {
    for (product, cells) in (0..).zip(cells.chunks(tags.len().max(1))) {
        for (&tag, &cell) in tags.iter().zip(cells) {
            batch.sum(
                Key {
                    product,
                    tag,
                    ..key
                },
                cell,
                all,
            )?;
        }
    }
    Ok(())
}
