//! Shift-share year by year, summed.

use std::collections::BTreeMap;

use super::two_periods::{Product, Shift, ShiftShare, shift_share, summed};
use crate::indicators::reason::Reason;

/// Exports by product in one year: the exporter's and the reference's, in one order.
#[derive(Debug, Clone, PartialEq)]
pub struct Year {
    pub own: Vec<f64>,
    pub reference: Vec<f64>,
}

/// Dynamic shift-share: the parts of every year on the year before, summed over the years.
///
/// With the weights renewed each year, a mix that changes on the way counts as it was.
///
/// # Errors
/// [`Reason::NoFigureFor`] for a calendar year missing between the first and the last,
/// [`Reason::TooFew`] with one year, [`Reason::Unmatched`] if the years list different numbers of
/// products, and those of [`shift_share`].
pub fn dynamic_shift_share(years: &BTreeMap<i32, Year>) -> Result<ShiftShare, Reason> {
    let (Some(first), Some(last)) = (years.keys().next(), years.keys().next_back()) else {
        return Err(Reason::TooFew(2));
    };
    if first == last {
        return Err(Reason::TooFew(2));
    }
    let year = |year: i32| {
        years
            .get(&year)
            .ok_or_else(|| Reason::NoFigureFor(year.to_string()))
    };
    let steps: Vec<ShiftShare> = (first + 1..=*last)
        .map(|now| shift_share(&paired(year(now - 1)?, year(now)?)?))
        .collect::<Result<_, _>>()?;
    let count = steps.first().map_or(0, |step| step.products.len());
    if steps.iter().any(|step| step.products.len() != count) {
        return Err(Reason::Unmatched);
    }
    let product = |k: usize| {
        let of: Vec<Shift> = steps.iter().map(|step| step.products[k].clone()).collect();
        summed(&of)
    };
    let products: Vec<Shift> = (0..count).map(product).collect();
    Ok(ShiftShare {
        total: summed(&products),
        products,
    })
}

fn paired(then: &Year, now: &Year) -> Result<Vec<Product>, Reason> {
    let counts = [then.reference.len(), now.own.len(), now.reference.len()];
    if counts.iter().any(|count| *count != then.own.len()) {
        return Err(Reason::Unmatched);
    }
    let product = |k: usize| Product {
        own: (then.own[k], now.own[k]),
        reference: (then.reference[k], now.reference[k]),
    };
    Ok((0..then.own.len()).map(product).collect())
}
