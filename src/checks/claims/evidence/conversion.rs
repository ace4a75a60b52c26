//! Exchange rates and price indices by year.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::currency::Currency;

/// Official exchange rates, averages over a year.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Rates {
    /// Who published them, for the words: `European Central Bank`.
    pub name: String,
    /// Units of the currency for one US dollar.
    pub per_usd: BTreeMap<(i32, Currency), f64>,
}

impl Rates {
    /// The factor that turns an amount of one currency into the other at a year's average rate.
    pub fn factor(&self, year: i32, from: Currency, to: Currency) -> Option<f64> {
        Some(self.rate(year, to)? / self.rate(year, from)?)
    }

    /// Every currency with a rate, and the US dollar.
    pub fn currencies(&self) -> BTreeSet<Currency> {
        let named = self.per_usd.keys().map(|(_, currency)| *currency);
        named.chain([Currency::USD]).collect()
    }

    fn rate(&self, year: i32, currency: Currency) -> Option<f64> {
        if currency == Currency::USD {
            return Some(1.0);
        }
        let rate = self.per_usd.get(&(year, currency)).copied();
        rate.filter(|rate| *rate > 0.0 && rate.is_finite())
    }
}

/// A price index by year, on any base.
#[derive(Debug, Clone, PartialEq)]
pub struct PriceIndex {
    /// Its name, for the words: `US consumer prices (CPI-U)`.
    pub name: String,
    /// The currency whose purchasing power it measures.
    pub currency: Currency,
    pub index: BTreeMap<i32, f64>,
}

impl PriceIndex {
    /// How many times the prices of the first year those of the second are.
    pub fn rise(&self, from: i32, to: i32) -> Option<f64> {
        let (then, now) = (self.index.get(&from)?, self.index.get(&to)?);
        Some(now / then).filter(|rise| *rise > 0.0 && rise.is_finite())
    }
}
