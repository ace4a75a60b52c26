//! Value per unit of quantity.

use std::collections::BTreeSet;

use crate::indicators::about::About;
use crate::indicators::reason::{Figure, Reason, percent, quotient};
use crate::model::sum::exact_sum;

pub const ABOUT: About = About {
    name: "unit-value",
    short: "uv",
    about: "what a unit of quantity cost on average, from values and quantities of one unit",
    formula: "ΣV / ΣQ, over rows with both, all in one unit",
    unit: "currency per unit of quantity, such as US dollars per kg",
    keys: "period × product (× partner) × unit of quantity",
    nulls: "null without a quantity, where it is zero, and over different units, which are never added up",
    source: "United Nations Statistics Division, quantity and weight in trade statistics (2009); biased for heterogeneous products: Silver (2010)",
};

/// One row of trade with its quantity.
#[derive(Debug, Clone, PartialEq)]
pub struct Traded {
    pub product: String,
    /// Unit of the quantity; empty without one.
    pub unit: String,
    pub value: Option<f64>,
    pub quantity: Option<f64>,
}

/// The unit value of rows, and how much of their value it rests on.
#[derive(Debug, Clone, PartialEq)]
pub struct UnitValue {
    pub figure: Figure,
    /// The one unit of the rows.
    pub unit: Option<String>,
    /// Quantity of the rows that have a value too, in that unit.
    pub quantity: Figure,
    /// Per cent of the value of all rows that has a quantity.
    pub coverage: Figure,
}

impl Traded {
    /// Value and quantity, where the row has both and they are above zero.
    ///
    /// # Errors
    /// [`Reason::NoFigure`], [`Reason::NoQuantity`], or [`Reason::Negative`].
    pub fn priced(&self) -> Result<(f64, f64), Reason> {
        let good = |number: f64| number.is_finite() && number >= 0.0;
        let value = self.value.ok_or(Reason::NoFigure)?;
        let quantity = self.quantity.ok_or(Reason::NoQuantity)?;
        if !good(value) || !good(quantity) {
            return Err(Reason::Negative);
        }
        if quantity == 0.0 || self.unit.is_empty() {
            return Err(Reason::NoQuantity);
        }
        if value == 0.0 {
            return Err(Reason::NotPositive);
        }
        Ok((value, quantity))
    }
}

/// The unit value of all rows together, if all are in one unit.
///
/// ```text
/// ΣV / ΣQ
/// ```
///
/// Over different products this is the *crude* unit value: it moves with the mix of products even
/// where no price does. Rows with a value but without a quantity are left out; `coverage` says how
/// much value remains.
pub fn unit_value(rows: &[Traded]) -> UnitValue {
    let priced: Vec<(f64, f64)> = rows.iter().filter_map(|row| row.priced().ok()).collect();
    let priced_rows = rows.iter().filter(|row| row.priced().is_ok());
    let units: BTreeSet<&str> = priced_rows.map(|row| row.unit.as_str()).collect();
    let values = exact_sum(priced.iter().map(|row| row.0));
    let quantities = exact_sum(priced.iter().map(|row| row.1));
    let figure = if rows.iter().any(|row| row.priced() == Err(Reason::Negative)) {
        Err(Reason::Negative)
    } else if units.len() > 1 {
        let units: Vec<&str> = units.iter().copied().collect();
        Err(Reason::MixedUnits(units.join(", ")))
    } else if priced.is_empty() {
        // A value that lacks a quantity says more than a row that lacks both.
        let worth = |row: &&Traded| row.value.is_some_and(|value| value != 0.0);
        let rows = rows.iter().filter(worth).chain(rows.iter());
        let why = rows.filter_map(|row| row.priced().err()).next();
        Err(why.unwrap_or(Reason::NoFigure))
    } else {
        quotient(values, quantities)
    };
    let all = exact_sum(rows.iter().filter_map(|row| row.value));
    UnitValue {
        quantity: figure.clone().map(|_| quantities),
        figure,
        unit: units
            .first()
            .filter(|_| units.len() == 1)
            .map(|unit| (*unit).to_owned()),
        coverage: percent(values, all),
    }
}
