//! Units of money as files state them: `US$ million`, `thousand EUR`, `Mio. NOK`.

use crate::providers::text::money_words::{currency as currency_of, evened, scale};

/// A unit of money.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unit {
    /// Tens to this power are counted.
    pub power: i32,
    /// ISO 4217 code, if the words tell it for certain.
    pub currency: Option<&'static str>,
}

/// Words that lead to a unit and say nothing of it, in the languages of the offices read here.
const LEADING: [&str; 22] = [
    "unit of measure",
    "unit",
    "units",
    "note",
    "values",
    "value",
    "figures",
    "amounts",
    "data",
    "all",
    "are",
    "is",
    "expressed",
    "in",
    "of",
    "at",
    "current",
    "nominal",
    "prices",
    "werte",
    "angaben",
    "i",
];

impl Unit {
    /// Reads a text that states a unit of money and nothing else; `Values in …` and brackets may stand around it.
    pub fn read(text: &str) -> Option<Self> {
        let lower = evened(text);
        let mut rest = lower.trim_matches(|c: char| c.is_whitespace() || "()[].:,;#_-".contains(c));
        while let Some(after) = LEADING.iter().find_map(|word| leading(rest, word)) {
            rest = after;
        }
        Self::of_words(rest)
    }

    /// Reads words that are a unit of money, every one of them.
    pub(crate) fn of_words(text: &str) -> Option<Self> {
        let (mut power, mut currency, mut met) = (None, None, 0);
        for word in text
            .split(|c: char| c.is_whitespace() || "()[]:,;/_-".contains(c))
            .filter(|word| !word.is_empty())
        {
            let word = word.trim_end_matches('.');
            met += 1;
            match (scale(word), currency_of(word)) {
                (Some(found), _) if power.is_none() => power = Some(found),
                (_, Some(found)) if currency.is_none() => currency = Some(found),
                // Dollars are American only where the word before says so.
                _ if word.starts_with("dollar") && currency == Some("USD") => {}
                _ if ["of", "current", "nominal", "whole"].contains(&word) => {}
                _ => return None,
            }
        }
        (text != "us" && met > 0 && (power.is_some() || currency.is_some())).then_some(Self {
            power: power.unwrap_or(0),
            currency,
        })
    }
}

/// What follows a leading word that stands alone.
fn leading<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let after = text.strip_prefix(word)?;
    if after.starts_with(|c: char| c.is_alphanumeric()) {
        return None;
    }
    Some(after.trim_start_matches(|c: char| c.is_whitespace() || ":=,".contains(c)))
}
