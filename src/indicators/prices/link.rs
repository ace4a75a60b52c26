//! The price of one period relative to another.

use super::basket::Basket;
use super::formula::Formula;
use super::matching::{Coverage, matched};
use super::outliers::Outliers;
use crate::indicators::reason::{Figure, Reason};

/// How two periods are compared.
#[derive(Debug, Clone, Copy)]
pub(super) struct Link {
    pub formula: Formula,
    pub outliers: Outliers,
}

/// A price level relative to the reference, and what it rests on.
pub(super) struct Level {
    pub price: Figure,
    pub coverage: Option<Coverage>,
}

impl Link {
    /// The price of the second basket relative to the first.
    pub fn between(
        self,
        (then, now): (&Basket, &Basket),
        names: impl FnOnce() -> (String, String),
    ) -> Level {
        let matched = matched(then, now, self.outliers);
        let price = if matched.pairs.is_empty() {
            let (first, second) = names();
            Err(Reason::NothingInCommon(first, second))
        } else {
            self.formula.price(&matched.pairs)
        };
        Level {
            price,
            coverage: Some(matched.coverage),
        }
    }
}
