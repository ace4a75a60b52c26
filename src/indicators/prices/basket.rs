//! Prices and quantities of one period.

use std::collections::BTreeMap;

use super::unit_value::{Traded, unit_value};
use crate::indicators::reason::{Figure, Reason, finite, quotient};
use crate::model::sum::exact_sum;

/// A product in one unit of quantity: the same in two units is two, for their prices have nothing in common.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Item {
    pub product: String,
    pub unit: String,
}

/// What was traded of one item; both are above zero.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Good {
    pub price: f64,
    pub quantity: f64,
}

/// Prices and quantities of one period.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Basket {
    goods: BTreeMap<Item, Good>,
    /// Value of all rows, those without a quantity too.
    value: f64,
    /// Rows that give no price: without value or quantity, or with one of zero.
    unpriced: usize,
    rows: Vec<Traded>,
}

impl Basket {
    /// Adds up the rows of one item; their unit value is its price.
    ///
    /// # Errors
    /// [`Reason::Negative`] for a value or quantity below zero or no number.
    pub fn of(rows: Vec<Traded>) -> Result<Self, Reason> {
        let mut sums: BTreeMap<Item, Vec<(f64, f64)>> = BTreeMap::new();
        let mut unpriced = 0;
        for row in &rows {
            match row.priced() {
                Ok(pair) => {
                    let item = Item {
                        product: row.product.clone(),
                        unit: row.unit.clone(),
                    };
                    sums.entry(item).or_default().push(pair);
                }
                Err(Reason::Negative) => return Err(Reason::Negative),
                Err(_) => unpriced += 1,
            }
        }
        let good = |pairs: Vec<(f64, f64)>| -> Result<Good, Reason> {
            let quantity = exact_sum(pairs.iter().map(|pair| pair.1));
            let value = exact_sum(pairs.iter().map(|pair| pair.0));
            Ok(Good {
                price: quotient(value, quantity)?,
                quantity,
            })
        };
        let goods = sums
            .into_iter()
            .map(|(item, pairs)| Ok((item, good(pairs)?)))
            .collect::<Result<_, Reason>>()?;
        let value = finite(exact_sum(rows.iter().filter_map(|row| row.value)))?;
        Ok(Self {
            goods,
            value,
            unpriced,
            rows,
        })
    }

    /// A basket of known prices and quantities, as `(product, unit, price, quantity)`.
    ///
    /// # Errors
    /// As [`Basket::of`].
    pub fn priced<'a>(
        goods: impl IntoIterator<Item = (&'a str, &'a str, f64, f64)>,
    ) -> Result<Self, Reason> {
        let row = |(product, unit, price, quantity): (&str, &str, f64, f64)| Traded {
            product: product.to_owned(),
            unit: unit.to_owned(),
            value: Some(price * quantity),
            quantity: Some(quantity),
        };
        Self::of(goods.into_iter().map(row).collect())
    }

    /// All rows of several periods as one.
    ///
    /// # Errors
    /// As [`Basket::of`].
    pub fn together<'a>(baskets: impl IntoIterator<Item = &'a Self>) -> Result<Self, Reason> {
        let rows = baskets.into_iter().flat_map(|basket| basket.rows.clone());
        Self::of(rows.collect())
    }

    pub fn goods(&self) -> &BTreeMap<Item, Good> {
        &self.goods
    }

    /// Value of all rows, those without a quantity too.
    pub fn value(&self) -> f64 {
        self.value
    }

    /// The same, if any row has a value.
    pub fn total(&self) -> Figure {
        match self.rows.iter().any(|row| row.value.is_some()) {
            true => Ok(self.value),
            false => Err(Reason::NoFigure),
        }
    }

    /// Rows that give no price.
    pub fn unpriced(&self) -> usize {
        self.unpriced
    }

    /// The unit value of everything together, if all is in one unit.
    pub fn crude(&self) -> Figure {
        unit_value(&self.rows).figure
    }
}
