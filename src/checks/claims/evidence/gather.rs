//! The evidence that loaded flows and the bundled rates and prices give.

use std::collections::{BTreeMap, BTreeSet};

use super::{Evidence, PriceIndex, Rates, Series};
use crate::checks::claims::claim::{Claim, Goods, Part, Period};
use crate::error::{Error, Result};
use crate::model::basis::{Currency, Prices};
use crate::model::column::TOTAL;
use crate::model::flow_table::{Flow, FlowTable};
use crate::model::period::{Frequency, from_days};
use crate::model::source::{Kind, Side};
use crate::model::sum::exact_sum;
use crate::store::bundle;

impl Evidence {
    /// Everything that `flows` hold about the countries of the claims, with the exchange rates of
    /// the European Central Bank and the consumer prices of the United States.
    ///
    /// Of months and quarters every run within a year is summed where none of it is missing, so
    /// that January–October and the whole year can be checked too. Products are left out: claims
    /// are held against totals.
    ///
    /// # Errors
    /// [`Error::BasisMismatch`] for constant prices, which no publication prints as its levels;
    /// [`Error::Frame`] if the flows cannot be collected.
    pub fn gather(claims: Vec<Claim>, flows: &FlowTable) -> Result<Self> {
        let basis = flows.basis();
        if basis.prices != Prices::Current {
            return Err(Error::BasisMismatch {
                reason: format!("claims cannot be held against values in {}", basis.unit()),
                remedy: "give current values".to_owned(),
            });
        }
        let named: BTreeSet<String> = claims
            .iter()
            .flat_map(|claim| claim.flow.countries())
            .map(str::to_owned)
            .collect();
        let of_named = flows.retain(|flow| {
            flow.product == TOTAL
                && named.contains(&flow.exporter)
                && named.contains(&flow.importer)
        });
        let rows = match of_named {
            Ok(table) => table.flows()?,
            Err(Error::NothingLeft { .. }) => Vec::new(),
            Err(error) => return Err(error),
        };
        let names: BTreeMap<&str, &str> = flows
            .sources()
            .iter()
            .map(|source| (source.id.as_str(), source.name()))
            .collect();
        Ok(Self {
            claims,
            series: series(&rows, basis.frequency, basis.currency, &names),
            rates: rates()?,
            prices: vec![consumer_prices()],
        })
    }
}

fn series(
    rows: &[Flow],
    frequency: Frequency,
    currency: Currency,
    names: &BTreeMap<&str, &str>,
) -> Vec<Series> {
    type Key<'a> = (&'a str, &'a str, &'a str, Side, bool);
    let mut values: BTreeMap<Key<'_>, BTreeMap<i32, f64>> = BTreeMap::new();
    let whole = |kind: Kind| matches!(kind, Kind::Total | Kind::TwoWay);
    for row in rows.iter().filter(|row| whole(row.kind)) {
        let key = (
            row.source.as_str(),
            row.exporter.as_str(),
            row.importer.as_str(),
            row.side,
            row.kind == Kind::TwoWay,
        );
        if let Some(value) = row.value {
            values.entry(key).or_default().insert(row.period, value);
        }
    }
    values
        .into_iter()
        .map(
            |((source, exporter, importer, side, two_way), values)| Series {
                exporter: exporter.to_owned(),
                importer: importer.to_owned(),
                two_way,
                side,
                source: source.to_owned(),
                name: (*names.get(source).unwrap_or(&source)).to_owned(),
                currency,
                goods: Goods::Goods,
                values: periods(&values, frequency),
            },
        )
        .collect()
}

/// The values by year and, of parts of a year, by every run of them that has no gap.
fn periods(values: &BTreeMap<i32, f64>, frequency: Frequency) -> BTreeMap<Period, f64> {
    use chrono::Datelike;
    let months = match frequency {
        Frequency::Year => 12,
        Frequency::Quarter => 3,
        Frequency::Month => 1,
    };
    let mut years: BTreeMap<i32, BTreeMap<u8, f64>> = BTreeMap::new();
    for (days, value) in values {
        let first = from_days(*days);
        let month = u8::try_from(first.month()).unwrap_or(1);
        years.entry(first.year()).or_default().insert(month, *value);
    }
    let mut found = BTreeMap::new();
    for (year, parts) in years {
        for start in parts.keys().copied() {
            let run = (start..=12)
                .step_by(months)
                .map_while(|month| parts.get(&month));
            let run: Vec<f64> = run.copied().collect();
            for count in 1..=run.len() {
                let last = start - 1 + u8::try_from(count * months).unwrap_or(12);
                let part = match (start, last) {
                    (1, 12) => Part::Year,
                    _ => Part::Months(start, last),
                };
                let sum = exact_sum(run[..count].iter().copied());
                found.insert(Period { year, part }, sum);
            }
        }
    }
    found
}

fn rates() -> Result<Rates> {
    let mut per_usd = BTreeMap::new();
    for currency in bundle::currencies_with_rates() {
        let rates = bundle::exchange_rates(currency)?;
        per_usd.extend(
            rates
                .by_year
                .into_iter()
                .map(|(year, rate)| ((year, currency), rate)),
        );
    }
    Ok(Rates {
        name: bundle::EXCHANGE_RATES.source().name().to_owned(),
        per_usd,
    })
}

fn consumer_prices() -> PriceIndex {
    PriceIndex {
        name: "US consumer prices (CPI-U)".to_owned(),
        currency: Currency::USD,
        index: bundle::consumer_prices().by_year,
    }
}
