//! What layouts hand over, word for word.

use std::collections::BTreeMap;

use crate::model::source::{Kind, Side};
use crate::providers::observation::{Amount, Observation, Scheme};
use crate::providers::text::marks::Marks;

/// An observation as a layout handed it over.
#[derive(Debug, Clone, PartialEq)]
pub struct Seen {
    pub period: String,
    pub exporter: String,
    pub importer: String,
    pub scheme: Scheme,
    pub side: Side,
    pub kind: Kind,
    pub product: String,
    /// As text, whether it was text or a number.
    pub value: Option<String>,
    /// Amount and unit.
    pub quantity: Option<(Option<String>, String)>,
}

/// Everything a layout hands over, word for word: what a test of a layout compares.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Overheard {
    pub taken: Vec<Seen>,
    pub left_out: BTreeMap<String, u64>,
    /// Place, column, text and reason.
    pub rejected: Vec<(u64, String, String, String)>,
    pub remarks: Vec<String>,
    pub currency: Option<String>,
    /// Power of ten that values count.
    pub power: i32,
    pub classification: Option<String>,
    pub publisher: Option<String>,
    pub title: Option<String>,
    pub updated: Option<String>,
    pub marks: Option<Marks>,
}

impl Seen {
    pub(super) fn of(seen: &Observation<'_>) -> Self {
        let text = |amount: Amount<'_>| match amount {
            Amount::Text(text) | Amount::Tens(text, 0) => Some(text.to_owned()),
            Amount::Tens(text, power) => {
                let moved = format!("{text}e{power}").parse::<f64>();
                Some(moved.map_or(text.to_owned(), |moved| moved.to_string()))
            }
            Amount::Number(number) => number.map(|number| number.to_string()),
        };
        Self {
            period: seen.period.to_owned(),
            exporter: seen.exporter.to_owned(),
            importer: seen.importer.to_owned(),
            scheme: seen.scheme,
            side: seen.side,
            kind: seen.kind,
            product: seen.product.to_owned(),
            value: text(seen.value),
            quantity: seen
                .quantity
                .map(|(amount, unit)| (text(amount), unit.to_owned())),
        }
    }
}
