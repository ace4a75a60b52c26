//! How far a hedge can stretch a printed number.

use super::Quantity;
use crate::checks::claims::claim::{Hedge, Printed};
use crate::checks::claims::interval::Interval;

/// A level printed with so many digits is a figure, not a bound: nobody writes "up to 5.43 billion"
/// of 4 billion. Its hedge moves it by one unit of the last digit.
const FIGURE_DIGITS: usize = 3;

/// "About 40" may be 36 or 44, and "doubled" may be 1.8 or 2.2: round numbers and words give a tenth.
const ROUND_REACH: f64 = 0.1;

/// Words that put a number just below another, where "less than" only bounds it.
const NEARLY: [&str; 7] = [
    "almost",
    "nearly",
    "close to",
    "just under",
    "just below",
    "just short of",
    "shy of",
];

/// A printed number without its sign.
pub(super) struct Size {
    value: f64,
    rounding: Interval,
    /// Given in a word, such as "doubled".
    in_words: bool,
    /// One of the last printed digit; zero for a number in words.
    unit: f64,
    /// One of the last digit that is not zero.
    granule: f64,
    digits: usize,
}

impl Size {
    pub(super) fn of(printed: &Printed, rounding: Interval) -> Self {
        let value = printed.value.abs();
        let digits: String = printed.text.chars().filter(char::is_ascii_digit).collect();
        let round = if printed.text.contains('.') { "" } else { "0" };
        let zeros = digits.len()
            - digits
                .trim_end_matches(|digit: char| round.contains(digit))
                .len();
        let unit = if digits.is_empty() {
            0.0
        } else {
            rounding.width()
        };
        let granule = match digits.is_empty() {
            true if rounding.width() > 0.0 => rounding.width(),
            true => value / 2.0,
            false => unit * 10f64.powi(i32::try_from(zeros).unwrap_or(0)),
        };
        Self {
            value,
            rounding,
            in_words: digits.is_empty(),
            unit,
            granule,
            digits: digits.trim_start_matches('0').len().saturating_sub(zeros),
        }
    }

    fn around(&self, below: f64, above: f64) -> Interval {
        Interval::new((self.value - below).max(0.0), self.value + above)
    }

    /// The usual and the widest reading.
    pub(super) fn stretched(
        &self,
        hedge: Hedge,
        quantity: Quantity,
        words: &str,
    ) -> (Interval, Interval) {
        let figure = quantity == Quantity::Level && self.digits >= FIGURE_DIGITS;
        let reach = self.value * ROUND_REACH;
        let (low, high) = match self.in_words {
            true => (self.value, self.value),
            false => (self.rounding.low(), self.rounding.high()),
        };
        match hedge {
            Hedge::Plain if self.in_words => {
                let usual = self.around(reach, reach);
                (usual, usual.hull(self.rounding))
            }
            Hedge::Plain => (self.rounding, self.rounding),
            Hedge::About => {
                let usual = self.unit.max(reach.min(self.granule / 2.0));
                let usual = self.around(usual, usual).hull(self.rounding);
                // "About 1.5 per cent" is said of 1.38; "some 5.25 billion" is not said of 5.02.
                let loose = quantity == Quantity::Change && self.digits < FIGURE_DIGITS;
                let widest = if loose {
                    usual.hull(self.around(reach, reach))
                } else {
                    usual
                };
                (usual, widest)
            }
            Hedge::More => {
                let usual = self.around(0.0, self.granule);
                let end = if figure { usual.high() } else { f64::INFINITY };
                (usual, Interval::new(low, end))
            }
            Hedge::Less if NEARLY.iter().any(|near| words.contains(near)) => (
                self.around(self.granule / 2.0, 0.0),
                Interval::new(self.around(self.granule, 0.0).low(), high),
            ),
            Hedge::Less => {
                let usual = self.around(self.granule, 0.0);
                let least = if quantity == Quantity::Factor && self.value > 1.0 {
                    1.0
                } else {
                    0.0
                };
                let end = if figure { usual.low() } else { least };
                (usual, Interval::new(end, high))
            }
        }
    }
}
