//! What a printed number may mean: its rounding, its hedge as usually read, its hedge as logic has it.

mod size;

use serde::Serialize;

use super::claim::Printed;
use super::interval::Interval;
use size::Size;

/// A number and how far it can be stretched, from the strictest reading to the most lenient.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Reading {
    /// The number itself.
    pub value: f64,
    /// Every value that would be printed so: half a unit of the last digit to both sides.
    pub rounding: Interval,
    /// What readers take the words to mean; the rounding alone where there is no hedge.
    pub usual: Interval,
    /// What the words can bear at the utmost; only what lies outside refutes them.
    pub widest: Interval,
}

/// What is counted, for hedges read differently on amounts and on rates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Quantity {
    /// An amount of money, never negative.
    Level,
    /// A signed fraction, or a signed amount more or less.
    Change,
    /// New level over old.
    Factor,
}

impl Reading {
    /// A figure of a data file, taken as it stands.
    pub const fn exact(value: f64) -> Self {
        let point = Interval::point(value);
        Self {
            value,
            rounding: point,
            usual: point,
            widest: point,
        }
    }

    /// A printed number with the words around it.
    ///
    /// | hedge | as usually read | at the utmost |
    /// |---|---|---|
    /// | none | its rounding | its rounding |
    /// | about | one unit of the last digit to both sides; for round numbers half a unit of the last digit that is not zero, at most 10% | the same; for a change of one or two digits 10% |
    /// | more than | up to one unit of the last digit that is not zero | no upper bound |
    /// | almost, nearly | half such a unit below | one such unit below |
    /// | less than, up to | one such unit below | down to zero (a factor above one: down to one) |
    ///
    /// A level of three or more digits is never unbounded; its hedge moves it by one unit. A number
    /// given in a word ("doubled") is usually read within 10%; "halved" is read as the inverse of "doubled". The usual reading of *more than* and
    /// *less than* follows Cummins, Sauerland and Solt (2012), *Linguistics and Philosophy* 35: the
    /// speaker would have named the next number of the same roundness.
    pub fn of(printed: &Printed, quantity: Quantity, words: &str) -> Self {
        if quantity == Quantity::Factor && halving(printed) {
            return Self::halved(printed, words);
        }
        let negative = printed.value < 0.0;
        let rounding = Interval::new(printed.low, printed.high);
        let size = Size::of(
            printed,
            if negative {
                rounding.negated()
            } else {
                rounding
            },
        );
        let (usual, widest) = size.stretched(printed.hedge, quantity, words);
        let signed = |range: Interval| if negative { range.negated() } else { range };
        Self {
            value: printed.value,
            rounding,
            usual: signed(usual),
            widest: signed(widest),
        }
    }

    /// "More than halved" is to halving what "more than doubled" is to doubling: the hedge belongs to how
    /// often the new level goes into the old.
    fn halved(printed: &Printed, words: &str) -> Self {
        let times = printed.value.recip();
        let fold = Printed {
            value: times,
            low: times - 0.5,
            high: times + 0.5,
            ..printed.clone()
        };
        let fold = Self::of(&fold, Quantity::Factor, words);
        let inverse = |range: Interval| Interval::new(range.high().recip(), range.low().recip());
        let rounding = Interval::new(printed.low, printed.high);
        Self {
            value: printed.value,
            rounding,
            usual: inverse(fold.usual),
            widest: inverse(fold.widest),
        }
    }

    /// A direction without a number: above or below zero.
    pub fn direction(up: bool) -> Self {
        let end = if up { f64::INFINITY } else { f64::NEG_INFINITY };
        let side = Interval::new(0.0, end);
        Self {
            value: end,
            rounding: side,
            usual: side,
            widest: side,
        }
    }

    /// Applies one function to the number and its ranges; `None` as soon as one has no result.
    pub fn map(self, f: impl Fn(Interval) -> Option<Interval>) -> Option<Self> {
        self.with(self, |range, _| f(range))
    }

    /// Applies one function to two numbers and their ranges; `None` as soon as one has no result.
    pub fn with(
        self,
        other: Self,
        f: impl Fn(Interval, Interval) -> Option<Interval>,
    ) -> Option<Self> {
        let middle = f(Interval::point(self.value), Interval::point(other.value))?;
        Some(Self {
            value: f64::midpoint(middle.low(), middle.high()),
            rounding: f(self.rounding, other.rounding)?,
            usual: f(self.usual, other.usual)?,
            widest: f(self.widest, other.widest)?,
        })
    }

    pub fn over(self, divisor: Self) -> Option<Self> {
        self.with(divisor, Interval::over)
    }

    /// A level of trade cannot be negative, whatever the rounding of a printed 0 allows; `None` if it is.
    pub fn of_trade(self) -> Option<Self> {
        let floor = |range: Interval| {
            let low = range.low().max(0.0);
            (range.high() >= 0.0).then(|| Interval::new(low, range.high()))
        };
        self.map(floor)
    }

    pub fn plus(self, other: Self) -> Option<Self> {
        self.with(other, |one, two| Some(one + two))
    }

    pub fn minus(self, other: Self) -> Option<Self> {
        self.with(other, |one, two| Some(one - two))
    }

    /// Multiplied by an exact number.
    pub fn times(self, factor: f64) -> Option<Self> {
        self.map(|range| Some(range * Interval::point(factor)))
    }

    /// Less an exact number.
    pub fn less(self, number: f64) -> Option<Self> {
        self.map(|range| Some(range - Interval::point(number)))
    }
}

/// Whether a factor in a word makes less of the old level.
fn halving(printed: &Printed) -> bool {
    let in_words = !printed
        .text
        .contains(|letter: char| letter.is_ascii_digit());
    in_words && printed.value > 0.0 && printed.value < 1.0
}
