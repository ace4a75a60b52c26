//! Sums of every row of a file, by year and two more keys.

use super::account::Account;
use super::file::RawFile;
use super::files::RawFiles;
use super::pass::pass;
use super::sums::Sums;
use crate::error::Result;

/// What totals are by, besides the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// Exporter and importer.
    Pair,
    /// Exporter and product.
    ExporterProduct,
    /// Importer and product.
    ImporterProduct,
}

/// A sum of amounts, and of how many rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sum {
    /// Whole US dollars, of the rows that state a value.
    pub value: i64,
    /// Kilogrammes, of the rows that state a quantity.
    pub quantity: i64,
    pub rows: u32,
    /// Rows whose quantity is missing: with any of them, the quantity is a part only.
    pub without_quantity: u32,
}

impl Sum {
    /// Adds, and says whether it still fits.
    #[inline]
    #[must_use]
    pub(super) fn add(&mut self, other: &Self) -> bool {
        let (value, over) = self.value.overflowing_add(other.value);
        let (quantity, above) = self.quantity.overflowing_add(other.quantity);
        let (rows, beyond) = self.rows.overflowing_add(other.rows);
        *self = Self {
            value,
            quantity,
            rows,
            without_quantity: self.without_quantity.wrapping_add(other.without_quantity),
        };
        !(over | above | beyond)
    }
}

/// A sum and its keys; sorted by year, first and second key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Total {
    pub year: u16,
    /// Exporter, or importer for [`By::ImporterProduct`].
    pub first: u16,
    /// Importer for [`By::Pair`], product elsewhere.
    pub second: u32,
    pub sum: Sum,
    /// Rows whose value is missing: with any of them, the value is a part only; with as many as
    /// there are rows, nothing is known.
    pub without_value: u32,
}

impl RawFiles {
    /// Gives `each` the totals of one file after the other, with the account of its lines.
    ///
    /// One file at a time, so that any number of years takes the room of the largest file: about
    /// 24 bytes for each sum on the way and 40 in the end, once a thread where rows are unsorted.
    /// Without `quantities`, they are neither read nor looked at, which halves the time.
    ///
    /// # Errors
    /// Those of `each`; [`Error::Io`](crate::Error::Io) and
    /// [`Error::Unreadable`](crate::Error::Unreadable) in [`Error::File`](crate::Error::File) where a
    /// file cannot be read, changed meanwhile, or has sums or product codes beyond all measure.
    pub fn each_totals(
        &self,
        by: By,
        quantities: bool,
        mut each: impl FnMut(&RawFile, Vec<Total>, &Account) -> Result<()>,
    ) -> Result<()> {
        for file in &self.files {
            let (totals, account) = match (by, quantities) {
                (By::Pair, true) => self.add_up::<true, true>(file, by).map(listed)?,
                (By::Pair, false) => self.add_up::<true, false>(file, by).map(listed)?,
                (_, true) => self.add_up::<false, true>(file, by).map(listed)?,
                (_, false) => self.add_up::<false, false>(file, by).map(listed)?,
            };
            each(file, totals, &account)?;
        }
        Ok(())
    }

    /// The totals of one file, values alone.
    ///
    /// # Errors
    /// As [`each_totals`](Self::each_totals).
    pub fn totals_of(&self, file: &RawFile, by: By) -> Result<(Vec<Total>, Account)> {
        match by {
            By::Pair => self.add_up::<true, false>(file, by).map(listed),
            _ => self.add_up::<false, false>(file, by).map(listed),
        }
    }

    /// One pass over one file.
    pub(super) fn add_up<const PAIRS: bool, const QUANTITIES: bool>(
        &self,
        file: &RawFile,
        by: By,
    ) -> Result<(Sums<PAIRS, QUANTITIES>, Account)> {
        let (pieces, account) = pass(file, self.threads_for_tables(file), || Sums::new(by))?;
        // What was learnt serves the next question; that it was not kept harms no answer.
        _ = self.learn(file, &account);
        let sums = Sums::joined(by, pieces.into_iter().map(|piece| piece.sink));
        sums.whole(file)?;
        Ok((sums, account))
    }

    /// The totals of all files together, and the account of each.
    ///
    /// # Errors
    /// As [`each_totals`](Self::each_totals).
    pub fn totals(&self, by: By, quantities: bool) -> Result<(Vec<Total>, Vec<Account>)> {
        let key = |total: &Total| (total.year, total.first, total.second);
        let mut all: Vec<Total> = Vec::new();
        let mut accounts = Vec::new();
        self.each_totals(by, quantities, |_, totals, account| {
            all.extend(totals);
            accounts.push(account.clone());
            Ok(())
        })?;
        all.sort_by_key(key);
        let mut fits = true;
        all.dedup_by(|next, kept| {
            let same = key(next) == key(kept);
            if same {
                fits &= kept.sum.add(&next.sum);
                kept.without_value += next.without_value;
            }
            same
        });
        match (fits, self.files.first()) {
            (false, Some(file)) => {
                Err(file.unreadable("and further files: sums exceed what trade can be"))
            }
            _ => Ok((all, accounts)),
        }
    }
}

fn listed<const PAIRS: bool, const QUANTITIES: bool>(
    (sums, account): (Sums<PAIRS, QUANTITIES>, Account),
) -> (Vec<Total>, Account) {
    (sums.totals(), account)
}
