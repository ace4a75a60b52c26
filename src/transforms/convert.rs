//! Values in another currency.

use std::collections::BTreeMap;

use super::Reshape;
use crate::error::{Error, Result};
use crate::model::basis::{Basis, Currency, Prices};
use crate::model::flow_table::FlowTable;
use crate::model::period::Years;
use crate::model::written::spans;
use crate::store::bundle::exchange_rates;

/// Converts every value at the annual average rate of its own year.
///
/// A year without a rate gets null, and the note names it. Constant prices are refused: they are
/// defined in the currency they were deflated in.
///
/// Rates: European Central Bank reference rates, annual averages, crossed through the dollar.
#[derive(Debug, Clone, Copy)]
pub struct Convert {
    pub to: Currency,
    /// Years whose lack of a rate is worth a note.
    pub years: Years,
}

impl Reshape for Convert {
    fn apply(&self, flows: &FlowTable) -> Result<FlowTable> {
        let from = flows.basis().currency;
        if from == self.to {
            return Ok(flows.clone());
        }
        if flows.basis().prices != Prices::Current {
            return Err(Error::BasisMismatch {
                reason: format!("{} cannot be converted year by year", flows.basis().unit()),
                remedy: "convert current values, or deflate in the currency of the data".to_owned(),
            });
        }
        let factors = factors(from, self.to)?;
        let what = format!("exchange rate {from} to {}", self.to);
        let mut table = scale(flows, &factors, &what, self.years)?.with_basis(Basis {
            currency: self.to,
            ..flows.basis().clone()
        });
        let dollar = Currency::USD;
        let rates = exchange_rates(if from == dollar { self.to } else { from })?;
        table.note(format!("converted from {from}: {}", rates.name));
        Ok(table)
    }
}

/// What a value in `from` is multiplied by to be in `to`, by year.
fn factors(from: Currency, to: Currency) -> Result<BTreeMap<i32, f64>> {
    let per_dollar = |currency| match currency {
        Currency::USD => Ok(None),
        other => exchange_rates(other).map(|rates| Some(rates.by_year)),
    };
    Ok(match (per_dollar(from)?, per_dollar(to)?) {
        (None, None) => BTreeMap::new(),
        (None, Some(to)) => to,
        (Some(from), None) => from
            .into_iter()
            .map(|(year, rate)| (year, 1.0 / rate))
            .collect(),
        (Some(from), Some(to)) => from
            .into_iter()
            .filter_map(|(year, rate)| Some((year, to.get(&year)? / rate)))
            .collect(),
    })
}

/// Multiplies every value by the factor of its year; no factor, no value, and a note.
///
/// # Errors
/// [`Error::MissingRate`] if no year with a value has a factor.
pub(super) fn scale(
    flows: &FlowTable,
    factors: &BTreeMap<i32, f64>,
    what: &str,
    years: Years,
) -> Result<FlowTable> {
    let mut rows = flows.flows()?;
    let mut lacking = std::collections::BTreeSet::new();
    let mut converted = 0;
    for flow in rows.iter_mut().filter(|flow| flow.value.is_some()) {
        let factor = factors.get(&flow.year());
        match factor {
            Some(_) => converted += 1,
            None => drop(lacking.insert(flow.year())),
        }
        flow.value = flow.value.zip(factor).map(|(value, factor)| value * factor);
    }
    lacking.retain(|year| years.contains(*year));
    let lacking: Vec<i32> = lacking.into_iter().collect();
    if converted == 0 {
        return Err(Error::MissingRate {
            what: what.to_owned(),
            years: vec![spans(&lacking)],
            remedy: "choose years that have one (`bilat sources` lists the files)".to_owned(),
        });
    }
    let mut table = flows.with_flows(&rows)?;
    if !lacking.is_empty() {
        table.note(format!(
            "no {what} for {}: values of these years are left empty",
            spans(&lacking)
        ));
    }
    Ok(table)
}
