//! Rows of a table on their way into its file, as many as make a group.

use std::io::Write;

use super::super::intake::{LARGEST, Ordered, Packed};
use super::super::parquet::{Data, Writer};
use super::super::tables::Table;
use super::amounts::Amounts;
use super::cell::{Cell, too_large};
use crate::error::Result;
use crate::model::source::{Kind, Side};

/// Collects the rows of one table and writes them group by group.
pub struct Batch<W: Write + Send> {
    table: Table,
    out: Writer<W>,
    size: usize,
    exporters: Vec<u32>,
    importers: Vec<u32>,
    products: Vec<u32>,
    tags: Vec<u32>,
    values: Amounts,
    quantities: Amounts,
    rows: Vec<i64>,
    missing: Vec<i64>,
    written: u64,
}

/// Where a row stands.
#[derive(Debug, Clone, Copy, Default)]
pub struct Key {
    pub exporter: u32,
    pub importer: u32,
    pub product: u32,
    pub tag: u32,
}

impl<W: Write + Send> Batch<W> {
    pub fn new(table: Table, out: Writer<W>) -> Self {
        Self {
            table,
            out,
            // Rows are sought by pair, in groups as small as the footer bears; sums are read whole.
            size: match table {
                Table::Rows => 1 << 16,
                _ => 1 << 18,
            },
            exporters: Vec::new(),
            importers: Vec::new(),
            products: Vec::new(),
            tags: Vec::new(),
            values: Amounts::default(),
            quantities: Amounts::default(),
            rows: Vec::new(),
            missing: Vec::new(),
            written: 0,
        }
    }

    /// Takes the rows of a pair.
    pub fn pair(
        &mut self,
        exporter: u32,
        importer: u32,
        rows: &[Packed],
        all: &Ordered,
    ) -> Result<()> {
        let mut rest = rows;
        while !rest.is_empty() {
            let room = self.size - self.tags.len();
            let (here, later) = rest.split_at(room.min(rest.len()));
            let end = self.tags.len() + here.len();
            self.exporters.resize(end, exporter);
            self.importers.resize(end, importer);
            self.products.extend(here.iter().map(|row| row.product));
            self.tags.extend(here.iter().map(Packed::tag));
            self.values
                .extend(here, Packed::value_or_zero, Packed::has_value);
            self.quantities
                .extend(here, Packed::quantity_or_zero, Packed::has_quantity);
            if end == self.size {
                self.flush(all)?;
            }
            rest = later;
        }
        Ok(())
    }

    /// Takes a sum; those of no rows are left out.
    pub fn sum(&mut self, key: Key, cell: Cell, all: &Ordered) -> Result<()> {
        if cell.rows == 0 {
            return Ok(());
        }
        if cell.value.unsigned_abs() >= LARGEST as u64 {
            return Err(too_large());
        }
        self.exporters.push(key.exporter);
        self.importers.push(key.importer);
        self.products.push(key.product);
        self.tags.push(key.tag);
        self.values.push(cell.sum());
        self.rows.push(i64::from(cell.rows));
        self.missing.push(i64::from(cell.missing));
        match self.tags.len() == self.size {
            true => self.flush(all),
            false => Ok(()),
        }
    }

    /// Writes what is left and the footer; gives back what was written to, and the rows.
    pub fn finish(mut self, all: &Ordered) -> Result<(W, u64)> {
        if !self.tags.is_empty() {
            self.flush(all)?;
        }
        Ok((self.out.finish()?, self.written))
    }

    fn flush(&mut self, all: &Ordered) -> Result<()> {
        let first = self.tags.first().copied().unwrap_or(0);
        let one = self.tags.iter().all(|&tag| tag == first);
        let tagged = |of: &dyn Fn(u32) -> u32| -> Vec<u32> {
            if one {
                return vec![of(first); self.tags.len()];
            }
            let by_tag: Vec<u32> = (0..all.tags.len() as u32).map(of).collect();
            self.tags.iter().map(|&tag| by_tag[tag as usize]).collect()
        };
        let tag = |number: u32| &all.tags[number as usize];
        let mut days: Vec<i32> = all.tags.iter().map(|tag| tag.period).collect();
        days.sort_unstable();
        days.dedup();
        let periods =
            tagged(&|number| days.partition_point(|&day| day < tag(number).period) as u32);
        let sides = sorted(&Side::ALL.map(Side::as_str));
        let kinds = sorted(&Kind::ALL.map(Kind::as_str));
        let side_codes = tagged(&|number| place(&sides, tag(number).side.as_str()));
        let kind_codes = tagged(&|number| place(&kinds, tag(number).kind.as_str()));
        let texts = |codes, words| Data::Texts { codes, words };
        let codes = &periods;
        let mut data = vec![Data::Days { codes, days: &days }];
        if self.table.has_exporter() {
            data.push(texts(&self.exporters, &all.areas));
        }
        if self.table.has_importer() {
            data.push(texts(&self.importers, &all.areas));
        }
        data.extend([texts(&side_codes, &sides), texts(&kind_codes, &kinds)]);
        if self.table.has_product() {
            data.push(texts(&self.products, &all.products));
        }
        data.push(self.values.data());
        let units;
        match self.table {
            Table::Rows => {
                // The empty word is the first.
                let units_of: Vec<u32> = all.tags.iter().map(|tag| tag.unit).collect();
                let rows = self.tags.iter().zip(self.quantities.present());
                let unit = |(&tag, &present)| if present { units_of[tag as usize] } else { 0 };
                units = rows.map(unit).collect::<Vec<u32>>();
                data.extend([self.quantities.data(), texts(&units, &all.units)]);
            }
            _ => data.extend([Data::Counts(&self.rows), Data::Counts(&self.missing)]),
        }
        self.out.group(&data)?;
        self.written += self.tags.len() as u64;
        for codes in [
            &mut self.exporters,
            &mut self.importers,
            &mut self.products,
            &mut self.tags,
        ] {
            codes.clear();
        }
        self.values.clear();
        self.quantities.clear();
        self.rows.clear();
        self.missing.clear();
        Ok(())
    }
}

fn sorted(words: &[&str]) -> Vec<String> {
    let mut words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
    words.sort_unstable();
    words
}

fn place(words: &[String], word: &str) -> u32 {
    words.partition_point(|known| known.as_str() < word) as u32
}
