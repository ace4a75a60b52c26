//! Amounts, rates, periods and flows in words.

use super::claim::{Amount, Flow, Part, Period};
use super::interval::Interval;
use super::reading::Reading;
use crate::model::currency::Currency;
use crate::model::month::MONTHS;
use crate::model::naming::{in_prose, possessive};
use crate::model::number;

/// An amount of money; without a currency the bare number.
pub(super) fn money(value: f64, currency: Option<Currency>) -> String {
    match currency {
        Some(currency) => number::money(value, currency.as_str()),
        None => number::money(value, "USD").replace('$', ""),
    }
}

/// An amount with the very digits it was printed with: `$2.4bn`, `$1bn`.
pub(super) fn printed(amount: &Amount) -> String {
    let number = &amount.number;
    let digits = number.text.replace(',', "").parse::<f64>().unwrap_or(0.0);
    let unit = number.value / digits;
    let code = amount.currency.map_or("", Currency::as_str);
    match number::as_printed(&number.text, unit, code) {
        Some(words) => words,
        None => money(number.value, amount.currency),
    }
}

/// A range of money: `$1.63bn to $1.65bn`.
pub(super) fn money_range(range: Interval, currency: Option<Currency>) -> String {
    format!(
        "{} to {}",
        money(range.low(), currency),
        money(range.high(), currency)
    )
}

/// A rate with its rounding range, where it has one: `+18.1% (+17.6% to +18.7%)`.
pub(super) fn rate(figure: Reading) -> String {
    let value = number::percent(figure.value);
    match rate_range(figure) {
        Some(range) => format!("{value} ({range})"),
        None => value,
    }
}

fn rate_range(figure: Reading) -> Option<String> {
    let (low, high) = (
        number::percent(figure.rounding.low()),
        number::percent(figure.rounding.high()),
    );
    (low != high).then(|| format!("{low} to {high}"))
}

/// A period in words: `2009`, `the first half of 2015`, `January–October 2008`.
pub(super) fn period_words(period: Period) -> String {
    const QUARTERS: [&str; 4] = ["first", "second", "third", "fourth"];
    let year = period.year;
    let month = |month: u8| MONTHS[usize::from(month.clamp(1, 12) - 1)];
    match period.part {
        Part::Year => year.to_string(),
        Part::Fiscal => format!("the fiscal year that began in {year}"),
        Part::Months(1, 6) => format!("the first half of {year}"),
        Part::Months(7, 12) => format!("the second half of {year}"),
        Part::Months(first, last) if first % 3 == 1 && last == first + 2 => {
            format!(
                "the {} quarter of {year}",
                QUARTERS[usize::from(first / 3).min(3)]
            )
        }
        Part::Months(first, last) if first == last => format!("{} {year}", month(first)),
        Part::Months(first, last) => format!("{}–{} {year}", month(first), month(last)),
    }
}

/// A flow as the subject of a sentence: `Norway’s exports to China`.
pub(super) fn flow_words(flow: &Flow) -> String {
    match flow {
        Flow::OneWay {
            exporter: Some(exporter),
            importer: Some(importer),
        } => {
            format!("{} exports to {}", possessive(exporter), in_prose(importer))
        }
        Flow::OneWay {
            exporter: Some(exporter),
            importer: None,
        } => {
            format!("{} exports", possessive(exporter))
        }
        Flow::OneWay {
            exporter: None,
            importer: Some(importer),
        } => {
            format!("{} imports", possessive(importer))
        }
        Flow::OneWay {
            exporter: None,
            importer: None,
        } => "exports".to_owned(),
        Flow::TwoWay {
            first,
            second: Some(second),
        } => {
            format!("trade between {} and {}", in_prose(first), in_prose(second))
        }
        Flow::TwoWay {
            first,
            second: None,
        } => format!("{} trade", possessive(first)),
        Flow::Balance {
            first,
            second: Some(second),
        } => {
            format!(
                "{} trade balance with {}",
                possessive(first),
                in_prose(second)
            )
        }
        Flow::Balance {
            first,
            second: None,
        } => format!("{} trade balance", possessive(first)),
    }
}
