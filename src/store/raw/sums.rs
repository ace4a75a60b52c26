//! Sums of the rows of a pass, by year and two more keys.

use std::collections::BTreeMap;

use super::file::RawFile;
use super::grid::Grid;
use super::reader::Sink;
use super::row::Row;
use super::totals::{By, Sum, Total};
use crate::error::Result;

/// Adds up the rows of one piece.
///
/// `PAIRS` is [`By::Pair`], whose rows follow each other and are added up before they are filed;
/// `QUANTITIES` is whether quantities are.
pub(super) struct Sums<const PAIRS: bool, const QUANTITIES: bool> {
    by: By,
    /// A grid a year; nearly always one.
    grids: Vec<(u16, Grid)>,
    /// The grid at hand.
    at: usize,
    /// The first key at hand, and its sums while they are out of the grid.
    first: Option<u16>,
    row: Vec<Sum>,
    /// The pair at hand, and its sum while it is not yet in the row.
    run: Sum,
    run_of: Row,
    /// Rows without a value, which BACI does not have.
    without_value: BTreeMap<(u16, u16, u32), u32>,
    fits: bool,
}

impl<const PAIRS: bool, const QUANTITIES: bool> Sums<PAIRS, QUANTITIES> {
    pub fn new(by: By) -> Self {
        Self {
            by,
            grids: Vec::new(),
            at: 0,
            first: None,
            row: Vec::new(),
            run: Sum::default(),
            run_of: Row::default(),
            without_value: BTreeMap::new(),
            fits: true,
        }
    }

    /// Turns to the grid of a year.
    fn grid(&mut self, year: u16) -> &mut Grid {
        if self
            .grids
            .get(self.at)
            .is_none_or(|(at_hand, _)| *at_hand != year)
        {
            let known = self.grids.iter().position(|(other, _)| *other == year);
            self.at = known.unwrap_or(self.grids.len());
            if known.is_none() {
                self.grids.push((year, Grid::default()));
            }
        }
        &mut self.grids[self.at].1
    }

    #[inline]
    fn keys(&self, row: &Row) -> (u16, u32) {
        match self.by {
            By::Pair => (row.exporter, u32::from(row.importer)),
            By::ExporterProduct => (row.exporter, row.product),
            By::ImporterProduct => (row.importer, row.product),
        }
    }

    /// Turns to the sums of a year and a first key.
    fn open(&mut self, year: u16, first: u16) {
        self.close();
        self.row = self.grid(year).open(first);
        self.first = Some(first);
    }

    /// Puts everything at hand into its grid.
    fn close(&mut self) {
        let Some(first) = self.first.take() else {
            return;
        };
        let (grid, row) = (&mut self.grids[self.at].1, &mut self.row);
        let run = std::mem::take(&mut self.run);
        if run.rows > 0 {
            let sum = grid.sum(row, u32::from(self.run_of.importer));
            self.fits &= sum.add(&run);
        }
        grid.close(first, std::mem::take(&mut self.row));
    }

    /// The sums of all pieces as one.
    pub fn joined(by: By, pieces: impl IntoIterator<Item = Self>) -> Self {
        pieces
            .into_iter()
            .fold(Self::new(by), |mut all, mut piece| {
                piece.close();
                all.take_in(piece);
                all
            })
    }

    /// Adds the sums of another piece or file.
    pub fn take_in(&mut self, other: Self) {
        if self.grids.is_empty() {
            *self = other;
            return;
        }
        self.fits &= other.fits;
        for (year, grid) in other.grids {
            for (first, second, _, sum) in grid.sorted() {
                if self.first != Some(first) || self.grids[self.at].0 != year {
                    self.open(year, first);
                }
                let own = self.grids[self.at].1.sum(&mut self.row, second);
                self.fits &= own.add(sum);
            }
            self.close();
            self.grid(year).overflown |= grid.overflown;
        }
        for (key, count) in other.without_value {
            *self.without_value.entry(key).or_default() += count;
        }
    }

    /// Makes sure that every sum is whole.
    pub fn whole(&self, file: &RawFile) -> Result<()> {
        if self.grids.iter().any(|(_, grid)| grid.overflown) {
            return Err(file.unreadable(
                "there are more than 65,534 product codes, and the HS has 7,000; check column `k`",
            ));
        }
        match self.fits {
            true => Ok(()),
            false => {
                Err(file.unreadable("sums exceed what trade can be; check the unit of `v` and `q`"))
            }
        }
    }

    /// The years, in their order.
    pub fn years(&self) -> Vec<&(u16, Grid)> {
        let mut grids: Vec<&(u16, Grid)> = self.grids.iter().collect();
        grids.sort_by_key(|(year, _)| *year);
        grids
    }

    pub fn totals(&self) -> Vec<Total> {
        let years = self.years();
        let count = years.iter().map(|(_, grid)| grid.sorted().count()).sum();
        // Doubling would take twice the room.
        let mut all = Vec::with_capacity(count);
        for (year, grid) in years {
            all.extend(grid.sorted().map(|(first, second, _, sum)| Total {
                year: *year,
                first,
                second,
                sum: *sum,
                without_value: self.without_value(*year, first, second),
            }));
        }
        all
    }

    fn without_value(&self, year: u16, first: u16, second: u32) -> u32 {
        let key = (year, first, second);
        match self.without_value.is_empty() {
            true => 0,
            false => self.without_value.get(&key).copied().unwrap_or_default(),
        }
    }
}

impl<const PAIRS: bool, const QUANTITIES: bool> Sink for Sums<PAIRS, QUANTITIES> {
    const QUANTITIES: bool = QUANTITIES;
    const PRODUCTS: bool = !PAIRS;

    fn wants(&mut self, row: &Row) -> bool {
        let (first, _) = self.keys(row);
        self.open(row.year, first);
        self.run_of = *row;
        true
    }

    #[inline]
    fn row(&mut self, row: &Row, _line: u64) {
        let one = Sum {
            value: row.value.unwrap_or_default(),
            quantity: if QUANTITIES {
                row.quantity.unwrap_or_default()
            } else {
                0
            },
            rows: 1,
            without_quantity: u32::from(!QUANTITIES || row.quantity.is_none()),
        };
        let sum = match PAIRS {
            true => &mut self.run,
            false => self.grids[self.at].1.sum(&mut self.row, row.product),
        };
        self.fits &= sum.add(&one);
        if row.value.is_none() {
            let (first, second) = self.keys(row);
            *self
                .without_value
                .entry((row.year, first, second))
                .or_default() += 1;
        }
    }
}
