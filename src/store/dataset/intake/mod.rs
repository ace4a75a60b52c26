//! Rows on their way into the store: taken in any order, held within a budget, given in order.

mod block;
mod held;
mod ordered;
mod totals;

use std::collections::HashMap;
use std::path::Path;

pub use block::{Packed, Run};
pub use ordered::Ordered;
pub use totals::{Total, Totals};

use super::watch::{Progress, Stage, Watch};
use crate::error::{Error, Result};
use crate::model::period::year_of;
use crate::model::source::{Kind, Side};
use crate::model::words::Words;
use held::Held;
pub use held::Spare;

/// One figure, its words as numbers that the [`Intake`] gave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    /// First day of the period, in days since 1970-01-01.
    pub period: i32,
    pub exporter: u32,
    pub importer: u32,
    pub side: Side,
    pub kind: Kind,
    pub product: u32,
    /// In the smallest unit that the decimals of the vintage leave: whole dollars for 0 of them.
    pub value: Option<i64>,
    /// Likewise, in the unit that follows.
    pub quantity: Option<i64>,
    /// What the quantity is measured in; of no meaning without one.
    pub unit: u32,
}

/// What rows share beside their countries and product.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Tag {
    pub period: i32,
    pub side: Side,
    pub kind: Kind,
    pub unit: u32,
}

/// Takes the rows of one input.
pub struct Intake<'a> {
    pub(super) areas: Words,
    pub(super) products: Words,
    pub(super) units: Words,
    tags: Vec<Tag>,
    tag_numbers: HashMap<Tag, u32>,
    /// The tag of the row before, which most often is the next one's too.
    last: Option<(Tag, u32, i32)>,
    held: Held,
    totals: Totals,
    rejected: u64,
    hashes: Vec<(usize, String)>,
    watch: Watch<'a>,
    progress: Progress,
}

/// Numbers are stored as decimals of 18 digits; this is the first that has more.
pub const LARGEST: i64 = 1_000_000_000_000_000_000;
/// Areas, as many as a key of rows has room for.
const AREAS: u32 = 1 << 24;
/// Rows between two looks at the world outside.
const LOOK: u64 = 1 << 12;

impl<'a> Intake<'a> {
    /// Holds at most `budget` bytes of rows; what is more goes to a file in `folder`.
    pub(super) fn new(budget: usize, folder: &Path, spare: Spare, watch: Watch<'a>) -> Self {
        let mut units = Words::default();
        // That of rows without a quantity.
        units.number("");
        Self {
            areas: Words::default(),
            products: Words::default(),
            units,
            tags: Vec::new(),
            tag_numbers: HashMap::new(),
            last: None,
            held: Held::new(budget, folder, spare),
            totals: Totals::default(),
            rejected: 0,
            hashes: Vec::new(),
            watch,
            progress: Progress::default(),
        }
    }

    /// The number of a country or area, by its canonical code.
    pub fn area(&mut self, code: &str) -> u32 {
        self.areas.number(code)
    }

    /// The number of a product, by its code.
    pub fn product(&mut self, code: &str) -> u32 {
        self.products.number(code)
    }

    /// The number of a unit of quantity.
    pub fn unit(&mut self, unit: &str) -> u32 {
        self.units.number(unit)
    }

    /// Says that so many bytes of the input are read, for the progress.
    pub fn read(&mut self, bytes: u64) {
        self.progress.bytes = bytes;
    }

    /// Says that so many records could not be read, for the manifest.
    pub fn rejected(&mut self, records: u64) {
        self.rejected += records;
    }

    /// Says the SHA-256, hexadecimal, of the input of that place, where it is known only once it is read.
    pub fn hashed(&mut self, input: usize, sha256: String) {
        self.hashes.push((input, sha256));
    }

    /// Takes a row.
    ///
    /// # Errors
    /// [`Error::Interrupted`] if that was asked for; [`Error::Unreadable`] for a number that is too large;
    /// [`Error::Io`] where rows no longer fit in the budget and cannot be written.
    #[inline]
    pub fn push(&mut self, row: Row) -> Result<()> {
        let tag = Tag {
            period: row.period,
            side: row.side,
            kind: row.kind,
            unit: row.unit,
        };
        // Without a quantity its unit says nothing, and any tag will do that has the rest.
        let alike = |last: &Tag| {
            let unit = last.unit == tag.unit || row.quantity.is_none();
            (last.period, last.side, last.kind) == (tag.period, tag.side, tag.kind) && unit
        };
        let (number, year) = match self.last {
            Some((last, number, year)) if alike(&last) => (number, year),
            _ => self.tag(tag)?,
        };
        let large = |amount: Option<i64>| {
            amount.is_some_and(|amount| !(-LARGEST < amount && amount < LARGEST))
        };
        if large(row.value) || large(row.quantity) || row.exporter.max(row.importer) >= AREAS {
            return Err(self.too_large(&row));
        }
        self.totals.add(year, row.value);
        self.held.push(
            Packed::new(&row, number),
            Run::key(year, row.exporter, row.importer),
        )?;
        self.progress.rows += 1;
        if self.progress.rows.is_multiple_of(LOOK) {
            self.watch.look(&self.progress)?;
        }
        Ok(())
    }

    #[cold]
    fn tag(&mut self, tag: Tag) -> Result<(u32, i32)> {
        let year = year_of(tag.period);
        // Folders are named by years of four digits.
        if !(1000..=9999).contains(&year) {
            let reason = format!("the year {year} is none that trade has figures for");
            return Err(Error::Unreadable { reason });
        }
        let next = self.tags.len() as u32;
        let number = *self.tag_numbers.entry(tag).or_insert(next);
        if number == next {
            self.tags.push(tag);
        }
        self.last = Some((tag, number, year));
        Ok((number, year))
    }

    #[cold]
    fn too_large(&self, row: &Row) -> Error {
        let reason = format!(
            "{} to {}, product {}: {} has more than 18 digits or there are too many areas; import with fewer decimals",
            self.areas.word(row.exporter),
            self.areas.word(row.importer),
            self.products.word(row.product),
            row.value.or(row.quantity).unwrap_or_default(),
        );
        Error::Unreadable { reason }
    }

    /// What was taken, ready to be given in order.
    pub(super) fn finish(mut self) -> Result<(Ordered, Taken, Watch<'a>)> {
        self.progress.stage = Stage::Writing;
        self.watch.look(&self.progress)?;
        let taken = Taken {
            totals: self.totals,
            rejected: self.rejected,
            hashes: self.hashes,
            progress: self.progress,
        };
        let words = [self.areas, self.products, self.units].map(|words| words.list().to_vec());
        let ordered = Ordered::new(words, self.tags, self.held.finish()?);
        Ok((ordered, taken, self.watch))
    }
}

/// What an input held.
pub struct Taken {
    pub totals: Totals,
    pub rejected: u64,
    /// By place of the input.
    pub hashes: Vec<(usize, String)>,
    pub progress: Progress,
}
