//! The figures compiled into the library, each file with the source it was published by.

mod figures;
mod told;

pub use figures::{consumer_prices, currencies_with_rates, exchange_rates, flows};
pub use told::{Claim, Good, claims, events, goods};

use serde::Deserialize;

use crate::model::source::Source;

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
