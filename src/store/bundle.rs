//! The figures compiled into the library, each file with the source it was published by.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use serde::Deserialize;

use super::Rates;
use crate::error::{Error, Result};
use crate::model::basis::{Basis, Currency};
use crate::model::column::TOTAL;
use crate::model::event::{Event, Precision};
use crate::model::flow_table::{Flow, FlowTable};
use crate::model::period::{first_day, parse_date, to_days};
use crate::model::source::{Kind, Side, Source};

/// A bundled file and the description that stands beside it.
#[derive(Debug, Clone, Copy)]
pub struct File {
    /// Path below `data/`.
    pub name: &'static str,
    pub csv: &'static str,
    pub source: &'static str,
}

macro_rules! file {
    ($name:literal) => {
        File {
            name: concat!($name, ".csv"),
            csv: include_str!(concat!("../../data/", $name, ".csv")),
            source: include_str!(concat!("../../data/", $name, ".source.toml")),
        }
    };
}

/// Files of flows, in the order that settles ties between sources.
pub const FLOWS: [File; 7] = [
    file!("flows/oec"),
    file!("flows/comtrade"),
    file!("flows/wits"),
    file!("flows/unctad"),
    file!("flows/baci"),
    file!("flows/imf"),
    file!("flows/encyclopedia"),
];
pub const EVENTS: File = file!("events");
pub const EXCHANGE_RATES: File = file!("exchange_rates");
pub const PRICES: File = file!("prices");
pub const COUNTRIES: File = file!("countries");
pub const COUNTRY_NAMES: File = file!("country_names");
pub const GROUPS: File = file!("groups");
pub const GROUP_NAMES: File = file!("group_names");
pub const DEMONYMS: File = file!("demonyms");
pub const HS: File = file!("hs");
pub const CLAIMS: File = file!("claims");
pub const GOODS: File = file!("goods");

/// Every bundled file.
pub fn files() -> impl Iterator<Item = File> {
    let others = [
        DEMONYMS,
        EVENTS,
        EXCHANGE_RATES,
        PRICES,
        COUNTRIES,
        COUNTRY_NAMES,
        GROUPS,
        GROUP_NAMES,
        HS,
        CLAIMS,
        GOODS,
    ];
    FLOWS.into_iter().chain(others)
}

impl File {
    /// Who published the figures in this file.
    pub fn source(&self) -> Source {
        toml::from_str(self.source).expect("every bundled source is read by a test")
    }

    fn rows<T: for<'de> Deserialize<'de>>(&self) -> Vec<T> {
        csv::Reader::from_reader(self.csv.as_bytes())
            .deserialize()
            .collect::<std::result::Result<_, _>>()
            .expect("every bundled file is read by a test")
    }
}

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
    #[serde(default)]
    /// Chapter of the Harmonized System; most files have totals alone.
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

/// Every bundled event, by date.
pub fn events() -> Vec<Event> {
    #[derive(Deserialize)]
    struct Row {
        start: String,
        end: String,
        precision: Precision,
        label: String,
        short: String,
        concerns: String,
        source: String,
    }
    let date = |text: &str| parse_date(text).expect("every bundled event is read by a test");
    let mut events: Vec<Event> = EVENTS
        .rows::<Row>()
        .into_iter()
        .map(|row| Event {
            start: date(&row.start),
            precision: row.precision,
            end: (!row.end.is_empty()).then(|| date(&row.end)),
            label: row.label,
            short: row.short,
            concerns: match row.concerns.as_str() {
                "*" => Vec::new(),
                codes => codes.split('|').map(str::to_owned).collect(),
            },
            source: row.source,
        })
        .collect();
    events.sort_by_key(|event| event.start);
    events
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

/// A growth rate or a level that somebody printed.
#[derive(Debug, Clone, PartialEq, Deserialize, serde::Serialize)]
pub struct Claim {
    pub id: String,
    pub exporter: String,
    pub importer: String,
    /// `export` for one direction, `two-way` for both together.
    pub flow: String,
    pub year: i32,
    /// The number as printed, in `unit`.
    pub level: Option<f64>,
    pub unit: String,
    /// Decimals printed; half of the last one is the rounding error.
    pub level_digits: Option<u32>,
    /// Fraction: 0.39 is 39 per cent.
    pub growth_stated: Option<f64>,
    pub quote: String,
    pub source: String,
    pub url: String,
}

/// Published claims about the bundled flows.
pub fn claims() -> Vec<Claim> {
    CLAIMS.rows()
}

/// A good that a publication names among the main ones of a flow.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, serde::Serialize)]
pub struct Good {
    pub exporter: String,
    pub importer: String,
    pub goods: String,
    pub source: String,
    pub url: String,
}

/// Main goods of the bundled flows, as publications name them.
pub fn goods() -> Vec<Good> {
    GOODS.rows()
}
