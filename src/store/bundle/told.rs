//! What is told of the bundled flows: events around them, claims about them, their main goods.

use serde::{Deserialize, Serialize};

use super::{CLAIMS, EVENTS, GOODS};
use crate::model::event::{Event, Precision};
use crate::model::period::parse_date;

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

/// A growth rate or a level that somebody printed.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
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
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
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
