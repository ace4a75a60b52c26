//! The world of a matrix, and markets with worlds of their own.

use super::{Panel, Slice, WorldRow};
use crate::error::{Error, Result};
use crate::measures::dimension::{Dimension, Key, NONE};
use crate::measures::shape::Shape;
use crate::model::coded::CodedRow;
use std::collections::BTreeMap;

impl Panel {
    /// Hands over the matrices of a period, each with a world of its own: one for every market that rows are
    /// told apart by besides the country that sells or buys.
    ///
    /// # Errors
    /// As [`slice`](Self::slice), and those of `each`.
    pub fn each_market(
        &self,
        period: i32,
        shape: &Shape,
        world: WorldRow,
        mut each: impl FnMut(Slice) -> Result<()>,
    ) -> Result<()> {
        let own = shape.own();
        let apart = shape.by.iter().copied().filter(|one| Some(*one) != own);
        let apart: Vec<Dimension> = apart.collect();
        if apart.is_empty() {
            let slice = self.slice(period, shape, world)?;
            return slice.map_or(Ok(()), each);
        }
        let rows = self.parts(self.rows(period), |dimension| shape.has(dimension));
        let mut markets: BTreeMap<Key, Vec<u32>> = BTreeMap::new();
        for (place, row) in (0..).zip(rows.iter()) {
            let market = Dimension::key(&apart, row);
            // Of markets that are not shown there is nothing to say.
            if self.shows(&market) {
                markets.entry(market).or_default().push(place);
            }
        }
        for (market, places) in markets {
            let rows = places.iter().map(|place| rows[*place as usize]);
            let rows: Vec<CodedRow> = rows.collect();
            if let Some(slice) = self.sliced(period, &rows, shape, world, &market)? {
                each(slice)?;
            }
        }
        Ok(())
    }

    /// The world's own rows, which a matrix is held against.
    pub(super) fn world_rows(
        &self,
        period: i32,
        shape: &Shape,
        market: &Key,
    ) -> Result<Vec<CodedRow>> {
        let missing = || Error::NothingLeft {
            what: "these data have no row of the world for what is asked".to_owned(),
            remedy: "take the sum of the data with --world data".to_owned(),
        };
        let (Some(world), Some(own)) = (self.world, shape.own()) else {
            return Err(missing());
        };
        let partner = match own {
            Dimension::Exporter => Dimension::Importer,
            _ => Dimension::Exporter,
        };
        let named = &self.named[partner as usize];
        let fits = |row: &CodedRow| match shape.has(partner) {
            true => partner.of(row) != world,
            // The market that was named, or the whole world, which no row of a country stands for.
            false if named.is_empty() => partner.of(row) == world,
            false => named.contains(&partner.of(row)),
        };
        let of_market = |row: &CodedRow| {
            let mut all = Dimension::ALL.into_iter();
            all.all(|one| [NONE, one.of(row)].contains(&market[one as usize]))
        };
        let product = |row: &CodedRow| {
            shape.has(Dimension::Product) || self.has(Dimension::Product, row.product)
        };
        let rows: Vec<CodedRow> = self
            .rows(period)
            .iter()
            .filter(|row| own.of(row) == world && fits(row) && of_market(row) && product(row))
            .copied()
            .collect();
        match rows.is_empty() {
            true => Err(missing()),
            false => Ok(rows),
        }
    }
}
