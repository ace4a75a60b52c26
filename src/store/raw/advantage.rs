//! Revealed comparative advantage of every exporter in every product.

use std::collections::BTreeSet;

use super::account::Account;
use super::files::RawFiles;
use super::grid::Grid;
use super::sums::Sums;
use super::totals::By;
use crate::error::Result;

/// How much more an exporter sells of a product than the world does.
///
/// ```text
/// RCA(c,p) = (x(c,p) / Σp x(c,p)) / (Σc x(c,p) / Σcp x(c,p))
/// ```
///
/// Unit: ratio; 1 is the world's own share. The four sums are exact; the ratio is rounded once for
/// each of three operations on them.
///
/// Source: Balassa (1965), *Manchester School* 33(2).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Advantage {
    pub year: u16,
    pub exporter: u16,
    pub product: u32,
    /// Whole US dollars the exporter sells of the product.
    pub value: i64,
    /// Null where the exporter or the world sells nothing.
    pub ratio: Option<f64>,
}

impl RawFiles {
    /// Gives `each` the advantage of every exporter in every product it sells, by year.
    ///
    /// Files after each other whose first rows say one year are taken together. Within a file,
    /// sorted by year, exporter and product. A value that is missing counts as nothing sold.
    ///
    /// # Errors
    /// Those of `each` and of [`each_totals`](Self::each_totals);
    /// [`Error::Unreadable`](crate::Error::Unreadable) where a year stands in files apart, for
    /// shares of half a year are none.
    pub fn advantages(
        &self,
        mut each: impl FnMut(&Advantage) -> Result<()>,
    ) -> Result<Vec<Account>> {
        let mut accounts = Vec::new();
        let mut done = BTreeSet::new();
        for group in self.files.chunk_by(|a, b| a.first_year == b.first_year) {
            let mut sums = Sums::<false, false>::new(By::ExporterProduct);
            for file in group {
                let (further, account) = self.add_up(file, By::ExporterProduct)?;
                accounts.push(account);
                sums.take_in(further);
                sums.whole(file)?;
            }
            for (year, grid) in sums.years() {
                if let (false, Some(file)) = (done.insert(*year), group.first()) {
                    return Err(file.unreadable(format!(
                        "holds rows of {year}, as an earlier file does; name the files of a year one after the other"
                    )));
                }
                of_year(*year, grid, &mut each)?;
            }
        }
        Ok(accounts)
    }
}

/// The advantages of one year, from its totals.
fn of_year(year: u16, grid: &Grid, each: &mut impl FnMut(&Advantage) -> Result<()>) -> Result<()> {
    let exporters = grid.by_first();
    let products = grid.by_slot();
    let world: i128 = exporters.iter().sum();
    for (exporter, product, slot, sum) in grid.sorted() {
        let (own, all) = (exporters[usize::from(exporter)], products[slot]);
        let ratio = (sum.value as f64 / own as f64) / (all as f64 / world as f64);
        each(&Advantage {
            year,
            exporter,
            product,
            value: sum.value,
            ratio: (own > 0 && all > 0).then_some(ratio),
        })?;
    }
    Ok(())
}
