//! What a line beside a table says of its figures: `Exports, NOK million`, `Index 2015 = 100`.

use crate::providers::text::money_words::{currency, evened, is_shared, scale};
use crate::providers::text::no_money::measure;
use crate::providers::text::unit::Unit;

/// What a title or a note says of the figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stated {
    /// Nothing of money.
    Nothing,
    /// The unit that figures are in.
    Unit(Unit),
    /// Words of money that are no unit for certain: `Trade above US$ 1 million`, `mill. kroner`.
    Perhaps,
    /// The figures are no money at current prices, but what this says.
    Other(&'static str),
}

impl Stated {
    /// Reads a line. A unit is certain where nothing else stands between two marks, or behind `in`.
    pub fn of(line: &str) -> Self {
        let lower = evened(line);
        let parts = || {
            lower
                .split(|c: char| ",;:|()[]\"\t".contains(c))
                .map(str::trim)
        };
        if let Some(other) = parts().find_map(measure) {
            return Self::Other(other);
        }
        let mut units: Vec<Unit> = parts().filter_map(unit).collect();
        units.dedup();
        match units[..] {
            [unit] => Self::Unit(unit),
            // `NOK, million` are two parts of one unit.
            [one, other] if one.currency.is_none() != other.currency.is_none() => {
                Self::Unit(Unit {
                    power: one.power.max(other.power),
                    currency: one.currency.or(other.currency),
                })
            }
            [] if !speaks_of_money(&lower) => Self::Nothing,
            _ => Self::Perhaps,
        }
    }
}

/// The unit that a part of a line is, or that it ends in behind a word such as `in`.
fn unit(part: &str) -> Option<Unit> {
    const BEFORE: [&str; 8] = ["in", "i", "en", "im", "are", "of", "auf", "à"];
    if let Some(unit) = Unit::read(part) {
        return Some(unit);
    }
    let part = part.trim_end_matches('.');
    let starts = part.match_indices(' ').map(|(at, _)| at);
    starts.into_iter().find_map(|at| {
        let unit = Unit::of_words(part[at..].trim())?;
        let before = part[..at].split_whitespace().next_back()?;
        let whole = unit.currency.is_some() && unit.power != 0;
        // `5 million`, and what lies above, under or around an amount, is no unit.
        let led = BEFORE.contains(&before)
            || (whole
                && before.len() > 3
                && before.chars().all(char::is_alphabetic)
                && !limits(before));
        led.then_some(unit)
    })
}

fn limits(word: &str) -> bool {
    [
        "above",
        "over",
        "below",
        "under",
        "than",
        "least",
        "most",
        "exceeding",
        "about",
        "around",
        "from",
        "converted",
        "into",
    ]
    .contains(&word)
}

/// Whether words of money stand in a text, be it unclear in what sense.
fn speaks_of_money(lower: &str) -> bool {
    // The euro area is a place.
    let lower = lower.replace("euro area", "").replace("euro zone", "");
    let words = || {
        lower
            .split(|c: char| c.is_whitespace() || ",;:|()[]/".contains(c))
            .map(|word| word.trim_end_matches('.'))
    };
    words().any(|word| {
        let sum = scale(word).is_some() && word.chars().all(char::is_alphabetic);
        sum || is_shared(word) || (word != "us" && currency(word).is_some())
    })
}
