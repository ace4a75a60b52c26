//! The bundled figures: flows, exchange rates and prices.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use serde::Deserialize;

use super::{EXCHANGE_RATES, FLOWS, PRICES};
use crate::error::{Error, Result};
use crate::model::basis::{Basis, Currency};
use crate::model::column::TOTAL;
use crate::model::flow_table::{Flow, FlowTable};
use crate::model::period::{first_day, to_days};
use crate::model::source::{Kind, Side};
use crate::store::Rates;

/// All bundled flows: yearly, current US dollars, every series apart by source and side.
///
/// # Errors
/// [`Error::Frame`] if the table cannot be built.
pub fn flows() -> Result<FlowTable> {
    static TABLE: OnceLock<FlowTable> = OnceLock::new();
    if let Some(table) = TABLE.get() {
        return Ok(table.clone());
    }
    let mut flows = Vec::new();
    let mut sources = Vec::new();
    for file in FLOWS {
        let source = file.source();
        for row in file.rows::<FlowRow>() {
            flows.push((flows.len() as u64 + 2, row.flow(&source.id)));
        }
        sources.push(source);
    }
    let table = FlowTable::new(flows, Basis::yearly_dollars(), sources)?;
    Ok(TABLE.get_or_init(|| table).clone())
}

#[derive(Deserialize)]
struct FlowRow {
    year: i32,
    exporter: String,
    importer: String,
    side: Side,
    kind: Kind,
    /// Chapter of the Harmonized System; most files have totals alone.
    #[serde(default)]
    product: Option<String>,
    value: Option<f64>,
}

impl FlowRow {
    fn flow(self, source: &str) -> Flow {
        Flow {
            period: to_days(first_day(self.year)),
            exporter: self.exporter,
            importer: self.importer,
            side: self.side,
            kind: self.kind,
            product: self.product.unwrap_or_else(|| TOTAL.to_owned()),
            value: self.value,
            quantity: None,
            quantity_unit: String::new(),
            source: source.to_owned(),
        }
    }
}

/// Units of `currency` per US dollar, annual averages; 1 for the dollar itself in every year.
///
/// # Errors
/// [`Error::MissingRate`] for a currency without rates.
pub fn exchange_rates(currency: Currency) -> Result<Rates> {
    #[derive(Deserialize)]
    struct Row {
        year: i32,
        currency: Currency,
        per_usd: f64,
    }
    let by_year = EXCHANGE_RATES
        .rows::<Row>()
        .into_iter()
        .filter(|row| row.currency == currency)
        .map(|row| (row.year, row.per_usd))
        .collect::<std::collections::BTreeMap<_, _>>();
    if by_year.is_empty() {
        return Err(Error::MissingRate {
            what: format!("exchange rate of {currency}"),
            years: vec!["any year".to_owned()],
            remedy: "keep the currency of the data".to_owned(),
        });
    }
    let source = EXCHANGE_RATES.source();
    Ok(Rates {
        name: format!(
            "{currency} per US dollar, annual average ({})",
            source.name()
        ),
        by_year,
        source,
    })
}

/// Every currency but the dollar that has an exchange rate in some year.
pub fn currencies_with_rates() -> BTreeSet<Currency> {
    #[derive(Deserialize)]
    struct Row {
        currency: Currency,
    }
    let rows = EXCHANGE_RATES.rows::<Row>().into_iter();
    rows.map(|row| row.currency).collect()
}

/// Consumer prices of the United States, the index that `constant` dollars are made with.
pub fn consumer_prices() -> Rates {
    #[derive(Deserialize)]
    struct Row {
        year: i32,
        value: f64,
    }
    let source = PRICES.source();
    Rates {
        name: format!(
            "US consumer price index, CPI-U, annual average ({})",
            source.name()
        ),
        by_year: PRICES
            .rows::<Row>()
            .into_iter()
            .map(|row| (row.year, row.value))
            .collect(),
        source,
    }
}
