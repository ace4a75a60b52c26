//! What single words in a column of units, scales or measures say of the value beside them.

use crate::model::currency::Currency;
use crate::providers::money::money;
use crate::providers::text::money_words::scale;
use crate::providers::text::no_money::{is_no_money, measure};
use crate::providers::text::stated::Stated;
use crate::providers::text::unit::Unit;

/// What a word says of the value beside it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Says {
    Unit(Unit),
    /// It is no value in money, but this.
    Other(&'static str),
    /// Money, in words that are not certain.
    Unclear,
    Nothing,
}

fn whole(power: i32) -> Says {
    Says::Unit(Unit {
        power,
        currency: None,
    })
}

pub(super) fn in_currency(word: &str) -> Says {
    if let Some(unit) = Unit::read(word) {
        return Says::Unit(unit);
    }
    match word.parse::<Currency>() {
        Ok(currency) => Says::Unit(Unit {
            power: 0,
            currency: Some(currency.as_str()),
        }),
        Err(_) => Says::Unclear,
    }
}

pub(super) fn in_unit(word: &str) -> Says {
    if ["one", "ones", "unit", "units", "1"].contains(&word.to_lowercase().as_str()) {
        return whole(0);
    }
    if let (Ok(currency), 3) = (word.parse::<Currency>(), word.len()) {
        return Says::Unit(Unit {
            power: 0,
            currency: Some(currency.as_str()),
        });
    }
    match Stated::of(word) {
        Stated::Unit(unit) => Says::Unit(unit),
        Stated::Other(other) => Says::Other(other),
        Stated::Perhaps => Says::Unclear,
        Stated::Nothing => is_no_money(word).map_or(Says::Nothing, Says::Other),
    }
}

/// `Millions`, `1000`; a small number may be an exponent or only how figures are shown.
pub(super) fn in_scale(word: &str) -> Says {
    let lower = word.to_lowercase();
    let digits = lower.strip_suffix(".0").unwrap_or(&lower);
    let zeros = digits.strip_prefix('1').unwrap_or("x");
    match lower.as_str() {
        "one" | "ones" | "unit" | "units" => whole(0),
        _ if zeros.bytes().all(|byte| byte == b'0') && zeros.len() <= 12 => {
            whole(i32::try_from(zeros.len()).unwrap_or(0))
        }
        _ => match (scale(&lower), Unit::read(word)) {
            (Some(power), _) => whole(power),
            (None, Some(unit)) => Says::Unit(unit),
            _ => Says::Unclear,
        },
    }
}

pub(super) fn in_exponent(word: &str) -> Says {
    let exponent = word.strip_suffix(".0").unwrap_or(word).parse::<i32>();
    match exponent {
        Ok(power) if (0..=12).contains(&power) => whole(power),
        _ => in_scale(word),
    }
}

pub(super) fn in_measure(word: &str) -> Says {
    let found = money(word);
    match (measure(word).or_else(|| is_no_money(word)), found.currency) {
        (Some(other), _) => Says::Other(other),
        (None, Some(currency)) => Says::Unit(Unit {
            power: found.power.unwrap_or(0),
            currency: Some(currency),
        }),
        _ => Says::Nothing,
    }
}
