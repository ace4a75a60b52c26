//! A tested supposition with the figure it would give.

use serde::Serialize;

use crate::checks::claims::interval::Interval;
use crate::checks::claims::reading::Reading;
use crate::checks::claims::words::{money, rate};
use crate::model::currency::Currency;

/// A figure and every value it may have, given the rounding of what it is made from.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Figure {
    /// Growth, a fraction.
    Rate { value: f64, range: Interval },
    /// Money, whole units of the currency; `None` where the words name none.
    Money {
        value: f64,
        range: Interval,
        currency: Option<Currency>,
    },
}

/// What a supposition gives, and whether that is what was stated.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Explained {
    pub figure: Figure,
    /// What was stated, in the unit of the figure, as its words are usually read.
    pub stated: Interval,
    /// The range of the figure meets the stated one. No proof.
    pub fits: bool,
    /// How far the figure lies from the stated one: growth as a difference of fractions, money
    /// relative to the stated amount.
    pub gap: f64,
    /// The supposition and its figure, for a reader.
    pub words: String,
}

/// A supposition by name, with one of its figures.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Explanation {
    pub name: &'static str,
    pub explained: Explained,
}

impl Explained {
    /// A rate of growth; `words` lead up to the figure: `in Norwegian kroner`.
    pub(super) fn rate(stated: Reading, figure: Reading, words: &str) -> Self {
        let range = figure.rounding;
        let gap = match stated.value.is_finite() {
            true => (figure.value - stated.value).abs(),
            false => range.gap(stated.usual),
        };
        Self {
            figure: Figure::Rate {
                value: figure.value,
                range,
            },
            stated: stated.usual,
            fits: range.meets(stated.usual),
            gap,
            words: format!("{words}: {}", rate(figure)),
        }
    }

    /// An amount of money.
    pub(super) fn money(
        stated: Reading,
        figure: Reading,
        currency: Option<Currency>,
        words: &str,
    ) -> Self {
        let range = figure.rounding;
        Self {
            figure: Figure::Money {
                value: figure.value,
                range,
                currency,
            },
            stated: stated.usual,
            fits: range.meets(stated.usual),
            gap: (figure.value / stated.value - 1.0).abs(),
            words: format!("{words}: {}", money(figure.value, currency)),
        }
    }
}
