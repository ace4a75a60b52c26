//! Numbers as printed, with every value that would be printed so.

use super::token::{Kind, Token};
use crate::checks::claims::claim::{Hedge, Printed};

/// The digits of a number, before anybody says of what.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Digits {
    text: String,
    /// The digits as one integer.
    whole: f64,
    decimals: i32,
}

/// More digits than this are no figure of trade, and would not be held exactly.
const LONGEST: usize = 15;

const WORDS: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];

const TENS: [(&str, f64); 8] = [
    ("twenty", 20.0),
    ("thirty", 30.0),
    ("forty", 40.0),
    ("fifty", 50.0),
    ("sixty", 60.0),
    ("seventy", 70.0),
    ("eighty", 80.0),
    ("ninety", 90.0),
];

impl Digits {
    /// The number at a token, in digits or as one word.
    pub(super) fn at(tokens: &[Token], at: usize) -> Option<Self> {
        let token = tokens.get(at)?;
        if token.kind == Kind::Number {
            return Self::parse(&token.text);
        }
        let whole = word_value(&token.lower)?;
        Some(Self {
            text: token.text.clone(),
            whole,
            decimals: 0,
        })
    }

    /// Reads `1,930.5`, `37,8`, `5 250` and `1.93`.
    ///
    /// A comma before three digits groups thousands, otherwise it is the decimal comma.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let mut digits = String::new();
        let mut decimals = 0;
        let parts: Vec<&str> = text
            .split(['.', ',', '·', '\u{a0}', '\u{202f}', '\u{2009}'])
            .collect();
        let last = parts.last()?.len();
        let separator = text.chars().rev().find(|letter| !letter.is_ascii_digit());
        let repeated = separator.is_some_and(|mark| text.matches(mark).count() > 1);
        let point = match separator {
            Some('.' | '·') => !repeated,
            Some(',') => !repeated && last != 3,
            _ => false,
        };
        for part in &parts {
            digits.push_str(part);
        }
        if point && parts.len() > 1 {
            decimals = i32::try_from(last).ok()?;
        }
        let plain = digits.bytes().all(|byte| byte.is_ascii_digit());
        if digits.is_empty() || digits.len() > LONGEST || !plain {
            return None;
        }
        Some(Self {
            text: text.to_owned(),
            whole: digits.parse().ok()?,
            decimals,
        })
    }

    /// The number times `times` over `over`, with half a unit of its last digit to both sides.
    pub(super) fn scaled(&self, times: f64, over: f64) -> Printed {
        let place = 10f64.powi(self.decimals) * over;
        Printed {
            text: self.text.clone(),
            value: self.whole * times / place,
            low: (self.whole - 0.5) * times / place,
            high: (self.whole + 0.5) * times / place,
            hedge: Hedge::Plain,
        }
    }

    /// The number where it is whole and has no separator: a year, a count.
    pub(super) fn integer(&self) -> Option<i32> {
        let plain = self.text.bytes().all(|byte| byte.is_ascii_digit());
        (plain && self.whole <= f64::from(i32::MAX)).then_some(self.whole as i32)
    }
}

/// `two` is 2, `twenty` 20, `fivefold` nothing.
pub(super) fn word_value(lower: &str) -> Option<f64> {
    let small = WORDS.iter().position(|word| *word == lower);
    let tens = TENS.iter().find(|(word, _)| *word == lower);
    small
        .and_then(|value| u32::try_from(value).ok().map(f64::from))
        .or(tens.map(|(_, value)| *value))
}

/// Everything between two printed numbers, as one.
pub(super) fn between(low: &Printed, high: &Printed) -> Printed {
    Printed {
        text: format!("{}–{}", low.text, high.text),
        value: f64::midpoint(low.value, high.value),
        low: low.low,
        high: high.high,
        hedge: low.hedge,
    }
}

/// The same number with the other sign.
pub(super) fn negative(number: Printed) -> Printed {
    Printed {
        value: -number.value,
        low: -number.high,
        high: -number.low,
        ..number
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_printed_digit_sets_the_interval() {
        let shown = |text: &str, times, over| {
            let number = Digits::parse(text).expect("a number").scaled(times, over);
            (number.low, number.value, number.high)
        };
        assert_eq!(shown("1.93", 1e9, 1.0), (1.925e9, 1.93e9, 1.935e9));
        assert_eq!(shown("2,280", 1e6, 1.0), (2.2795e9, 2.28e9, 2.2805e9));
        assert_eq!(shown("37,8", 1e9, 1.0), (37.75e9, 37.8e9, 37.85e9));
        assert_eq!(shown("39", 1.0, 100.0), (0.385, 0.39, 0.395));
        assert_eq!(shown("1,930.5", 1e6, 1.0), (1.93045e9, 1.9305e9, 1.93055e9));
        assert_eq!(shown("1.234.567", 1.0, 1.0).1, 1_234_567.0);
        assert_eq!(Digits::parse("9999999999999999"), None);
        assert_eq!(Digits::parse(""), None);
    }
}
