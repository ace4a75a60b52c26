//! What stands around the series of a chart: events, words, the unit, the look.

use crate::charts::theme::Theme;
use crate::model::number;

/// An event, or a span of time with a name.
///
/// On an axis of annual totals an event belongs to its year's tick, whatever its month: the total of 2010
/// holds all of 2010. So there `start` and `end` are cut to whole years. On a finer axis they are kept.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// When it happened or began, as a decimal year.
    pub start: f64,
    /// When it ended; `None` is a moment.
    pub end: Option<f64>,
    /// Its name.
    pub label: String,
}

/// The words around a chart.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Words {
    /// The headline.
    pub title: String,
    /// Measure, unit, price basis, reporter.
    pub subtitle: String,
    /// Where the figures come from, with the date of extraction.
    pub sources: Vec<String>,
    /// What a reader must know to read the figures rightly, a sentence each.
    pub notes: Vec<String>,
}

/// What the values are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unit {
    /// Whole units of a currency.
    Money {
        /// ISO 4217 code.
        currency: String,
    },
    /// Fractions, shown in per cent.
    Percent,
    /// Bare numbers.
    Index,
}

impl Unit {
    /// A value as a label says it.
    pub fn label(&self, value: f64) -> String {
        match self {
            Unit::Money { currency } => number::money(value, currency),
            Unit::Percent => number::share(value),
            Unit::Index => number::plain(value),
        }
    }

    /// The ticks of an axis in words, all in one unit.
    pub fn ticks(&self, values: &[f64]) -> Vec<String> {
        let largest = values
            .iter()
            .fold(0.0f64, |most, tick| most.max(tick.abs()));
        let word = |value: f64| match self {
            Unit::Money { currency } => number::money_tick(value, largest, currency),
            Unit::Percent => format!("{}%", number::tick(value * 100.0)),
            Unit::Index => number::tick(value),
        };
        values.iter().map(|value| word(*value)).collect()
    }
}

/// How a chart should look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// Light or dark.
    pub theme: Theme,
    /// Width in logical pixels.
    pub width: u32,
    /// Height in logical pixels.
    pub height: u32,
}

impl Default for Look {
    fn default() -> Self {
        Look {
            theme: Theme::Light,
            width: 850,
            height: 600,
        }
    }
}
