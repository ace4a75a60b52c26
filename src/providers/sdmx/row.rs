//! What one row of SDMX counts, by its indicator and unit.

use crate::providers::imf::indicators::{Meaning, meaning};
use crate::providers::money::money;
use crate::providers::observation::Direction;

/// What a row is to a table of flows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Row {
    Value {
        direction: Option<Direction>,
        currency: String,
        power: i32,
        fob: bool,
    },
    Quantity(&'static str),
    /// A flow whose indicator and unit name two currencies; this is the indicator's.
    Against(String),
    /// No flow, and why.
    Out(&'static str),
}

/// A code without its label: `EL:Greece`, `1: Import`.
pub(crate) fn id(cell: &str) -> &str {
    match cell.split_once(':') {
        // `China, P.R.: Mainland` is a name, not a code with a label.
        Some((code, _))
            if !code
                .bytes()
                .any(|byte| byte.is_ascii_lowercase() || byte == b',') =>
        {
            code.trim()
        }
        _ => cell.trim(),
    }
}

/// Reads a row by its indicator, else by its unit; `flow` is what another column says.
pub(crate) fn row(indicator: &str, unit: &str, flow: Option<Direction>) -> Row {
    let row = by_indicator(indicator, unit, flow);
    match (&row, currency(unit)) {
        (Row::Value { currency, .. }, Some(code)) if code != currency => {
            Row::Against(currency.clone())
        }
        _ => row,
    }
}

/// The currency of a unit that is an ISO code.
fn currency(unit: &str) -> Option<&'static str> {
    let written = id(unit);
    let is_code = written.len() == 3 && written.bytes().all(|byte| byte.is_ascii_uppercase());
    money(written).currency.filter(|_| is_code)
}

fn by_indicator(indicator: &str, unit: &str, flow: Option<Direction>) -> Row {
    let value = |direction, currency: &str, power| Row::Value {
        direction,
        currency: currency.to_owned(),
        power,
        fob: false,
    };
    match id(indicator).to_ascii_uppercase().as_str() {
        "VALUE_IN_EUROS" | "VALUE_IN_EURO" | "VALUE_EUR" | "VALUE_EUROS" => {
            return value(flow, "EUR", 0);
        }
        // Short-term and long-term indicators of Eurostat count millions.
        "TRD_VAL" => return value(flow, "EUR", 6),
        "MIO_EXP_VAL" => return value(Some(Direction::Export), "EUR", 6),
        "MIO_IMP_VAL" => return value(Some(Direction::Import), "EUR", 6),
        "VALUE_NAC" | "VALUE_IN_NAC" => return Row::Out("values in national currency"),
        "QUANTITY_IN_100KG" => return Row::Quantity("100 kg"),
        "QUANTITY_IN_KG" | "QUANTITY_KG" => return Row::Quantity("kg"),
        "SUPPLEMENTARY_QUANTITY" | "SUP_QUANTITY" | "QUANTITY_SUPPL_UNIT" => {
            return Row::Out("quantities in supplementary units");
        }
        _ => {}
    }
    match meaning(indicator) {
        Meaning::Flow(direction) => return value(Some(direction), "USD", 0),
        Meaning::ImportsFob => {
            return Row::Value {
                direction: Some(Direction::Import),
                currency: "USD".to_owned(),
                power: 0,
                fob: true,
            };
        }
        Meaning::Other => {}
    }
    // The OECD and others say the money in the unit and the direction in a column of its own.
    match currency(unit) {
        Some(code) if flow.is_some() => value(flow, code, 0),
        _ => Row::Out("indicators or units that are no flow in money"),
    }
}
