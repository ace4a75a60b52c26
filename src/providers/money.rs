//! Currency and unit, where a column's name or a title says them.

use crate::providers::text::money_words::{evened, is_shared, named, scale_in_name};

/// What a text says of its numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Money {
    pub currency: Option<&'static str>,
    pub power: Option<i32>,
    /// A word that means thousand to some and million to others.
    pub doubtful: bool,
    /// A word for money that several countries have: `$`, `kr`.
    pub shared: bool,
}

/// Letters set right before a currency: `tusd`, `kEUR`, `mnok`.
const PREFIXES: [(&str, i32); 7] = [
    ("t", 3),
    ("k", 3),
    ("m", 6),
    ("mn", 6),
    ("mio", 6),
    ("bn", 9),
    ("mrd", 9),
];

/// Reads a column's name such as `value_thousand_usd`, `Euros` or `Trade Value (US$ million)`.
///
/// Short marks of a power of ten count only beside a currency: `k` and `000` mean other things
/// elsewhere.
pub(crate) fn money(text: &str) -> Money {
    let lower = evened(text);
    let words = lower.split(|letter: char| !letter.is_alphanumeric() && !"$€£¥".contains(letter));
    let mut found = Money::default();
    let (mut currencies, mut shared) = (0, false);
    let (mut power, mut powers) = (None, 0);
    for word in words.filter(|word| !word.is_empty()) {
        if let Some((code, beside)) = currency(word) {
            currencies += usize::from(found.currency != Some(code));
            found.currency = Some(code);
            if beside.is_some() {
                (power, powers) = (beside, powers + 1);
            }
        } else if let Some(tens) = scale_in_name(word) {
            (power, powers) = (Some(tens), powers + 1);
        } else if matches!(word, "m" | "mil" | "miles" | "b") {
            // Roman thousand or million; Spanish thousand or an English million.
            found.doubtful = true;
        } else if is_shared(word) {
            shared = true;
        }
    }
    match (currencies, powers) {
        (1, 0..=1) => Money { power, ..found },
        (0, 0) => Money { shared, ..found },
        (0, 1) if shared || SPELT_OUT.iter().any(|word| lower.contains(word)) => Money {
            power,
            shared,
            ..found
        },
        _ => Money {
            doubtful: true,
            ..Money::default()
        },
    }
}

/// Words that are a power of ten even where no currency stands beside them.
const SPELT_OUT: [&str; 3] = ["thousand", "million", "billion"];

/// A currency, and the power of ten that is written right before it.
fn currency(word: &str) -> Option<(&'static str, Option<i32>)> {
    if let Some(code) = named(word) {
        return Some((code, None));
    }
    // `US$m`, `US$bn`: the sign tells that the letter is no word of its own.
    const SUFFIXES: [(&str, i32); 4] = [("m", 6), ("mn", 6), ("bn", 9), ("k", 3)];
    for (suffix, power) in SUFFIXES {
        let before = word.strip_suffix(suffix);
        if let Some(code) = before
            .filter(|sign| sign.ends_with(['$', '€', '£']))
            .and_then(named)
        {
            return Some((code, Some(power)));
        }
    }
    PREFIXES.iter().find_map(|(prefix, power)| {
        // Only three-letter codes are certain after a letter: `mrub` is, `meuro` could be a name.
        let rest = word.strip_prefix(prefix).filter(|rest| rest.len() == 3)?;
        Some((named(rest)?, Some(*power)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> (Option<&'static str>, Option<i32>) {
        let money = money(text);
        (money.currency, money.power)
    }

    #[test]
    fn units_that_are_certain_are_read() {
        assert_eq!(of("value_thousand_usd"), (Some("USD"), Some(3)));
        assert_eq!(of("Euros"), (Some("EUR"), None));
        assert_eq!(of("Trade Value (US$ million)"), (Some("USD"), Some(6)));
        assert_eq!(of("tusd"), (Some("USD"), Some(3)));
        assert_eq!(of("NOK mill."), (Some("NOK"), Some(6)));
        assert_eq!(of("Value (1 000 NOK)"), (Some("NOK"), Some(3)));
        assert_eq!(of("TradeValue in 1000 USD"), (Some("USD"), Some(3)));
        assert_eq!(of("trade_value_usd_exp"), (Some("USD"), None));
        assert_eq!(of("value in thousands"), (None, Some(3)));
        assert_eq!(of("Value (US$m)"), (Some("USD"), Some(6)));
        assert_eq!(of("Value (USD mm)"), (Some("USD"), Some(6)));
        assert_eq!(of("Value ($000)"), (None, Some(3)));
        assert_eq!(of("Wert in Tsd. EUR"), (Some("EUR"), Some(3)));
    }

    #[test]
    fn what_is_not_certain_is_not_read() {
        assert_eq!(of("value"), (None, None));
        assert_eq!(of("value ($)"), (None, None));
        assert!(money("value ($)").shared && money("Value (mill. kr)").shared);
        assert_eq!(of("value_k"), (None, None));
        assert!(money("value_k").doubtful);
        assert_eq!(of("usd_eur_rate"), (None, None));
        assert!(money("value mil USD").doubtful);
    }
}
