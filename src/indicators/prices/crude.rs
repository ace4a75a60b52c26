//! When value over quantity tells another story than prices do.

use std::fmt;

use super::basket::Basket;
use crate::indicators::reason::{Figure, Reason, per_hundred};

/// The crude unit value and the price index moved in different directions.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CrudeDisagrees {
    /// Per cent.
    pub crude: f64,
    /// Per cent.
    pub index: f64,
}

/// Change of total value over total quantity, per cent.
///
/// ```text
/// 100 · ((ΣV₁/ΣQ₁) / (ΣV₀/ΣQ₀) − 1)
/// ```
///
/// # Errors
/// [`Reason::MixedUnits`] unless both periods are in one and the same unit.
pub fn crude_change(then: &Basket, now: &Basket) -> Figure {
    let mut units: Vec<&str> = [then, now]
        .iter()
        .flat_map(|basket| basket.goods().keys().map(|item| item.unit.as_str()))
        .collect();
    units.sort_unstable();
    units.dedup();
    if units.len() > 1 {
        return Err(Reason::MixedUnits(units.join(", ")));
    }
    let (before, after) = (then.crude()?, now.crude()?);
    per_hundred(after - before, before)
}

/// The warning to print where the crude unit value and the index, 100 then, differ in sign.
pub fn crude_disagrees(then: &Basket, now: &Basket, index: f64) -> Option<CrudeDisagrees> {
    let crude = crude_change(then, now).ok()?;
    let index = index - 100.0;
    let differ = (crude < 0.0 && index > 0.0) || (crude > 0.0 && index < 0.0);
    differ.then_some(CrudeDisagrees { crude, index })
}

impl fmt::Display for CrudeDisagrees {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let moved = |change: f64| if change < 0.0 { "fell" } else { "rose" };
        write!(
            f,
            "since the reference, value per unit of quantity {} by {:.1} % but prices {} by {:.1} %: the mix of products changed, so the crude unit value is no price",
            moved(self.crude),
            self.crude.abs(),
            moved(self.index),
            self.index.abs()
        )
    }
}
