//! A level of one hand, and two of them that a change runs between.

use serde::Serialize;

use super::conversion::Rates;
use crate::checks::claims::claim::{Part, Period};
use crate::checks::claims::reading::Reading;
use crate::model::currency::Currency;
use crate::model::source::Side;

/// Who gives a level.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Whose {
    /// The claim's own source, in the document; `claim` is the id of the claim it stands in.
    Text { claim: String },
    /// A sum or difference of levels in the text; the ids of their claims.
    Parts { claims: Vec<String> },
    /// Another source that the document quotes.
    Print { source: String, claim: String },
    /// A series of data; `words` name it: `UN Comtrade (exports reported by Norway)`.
    Data {
        source: String,
        side: Side,
        words: String,
    },
}

/// An amount of money in one period.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Level {
    pub period: Period,
    /// Whole units of the currency; figures of data are exact.
    pub reading: Reading,
    /// `None` where the words name none.
    pub currency: Option<Currency>,
    /// The currency it was published in, where it was converted at the official average of the year.
    pub converted_from: Option<Currency>,
    pub whose: Whose,
}

/// The levels that one hand gives for one flow.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// From the claim's own source.
    pub own: bool,
    /// Whose levels they are, in words: `the text`, `UN Comtrade (exports reported by Norway)`.
    pub words: String,
    pub levels: Vec<Level>,
}

/// Two levels of one hand and one currency, the earlier first.
#[derive(Debug, Clone, PartialEq)]
pub struct Pair {
    pub base: Level,
    pub level: Level,
    /// The line they come from, in words.
    pub words: String,
}

impl Line {
    /// Every pair of levels of two periods; more than one where the text gives a period twice.
    pub fn pairs(&self, base: Period, level: Period) -> Vec<Pair> {
        let of = |period: Period| {
            self.levels
                .iter()
                .filter(move |level| level.period == period)
        };
        of(base)
            .flat_map(|base| of(level).map(move |level| (base, level)))
            .filter(|(base, level)| base.currency == level.currency)
            .map(|(base, level)| Pair {
                base: base.clone(),
                level: level.clone(),
                words: self.words.clone(),
            })
            .collect()
    }
}

impl Pair {
    /// Level over base; `None` if either is negative, as a balance may be, or the base is zero.
    pub fn ratio(&self) -> Option<Reading> {
        let base = self.base.reading.of_trade()?;
        self.level.reading.of_trade()?.over(base)
    }
}

impl Level {
    /// The level in another currency; `None` without an official rate, which only whole years have here.
    pub fn in_currency(&self, currency: Currency, rates: &Rates) -> Option<Self> {
        let from = self.currency?;
        if from == currency {
            return Some(self.clone());
        }
        if self.period.part != Part::Year {
            return None;
        }
        let rate = rates.factor(self.period.year, from, currency)?;
        Some(Self {
            reading: self.reading.times(rate)?,
            currency: Some(currency),
            converted_from: Some(from),
            ..self.clone()
        })
    }
}

impl Line {
    /// The line in another currency, without the levels that have no official rate.
    pub fn in_currency(&self, currency: Currency, rates: &Rates) -> Self {
        let levels = self.levels.iter();
        let levels: Vec<Level> = levels
            .filter_map(|level| level.in_currency(currency, rates))
            .collect();
        let foreign = levels.iter().any(|level| level.converted_from.is_some());
        Self {
            own: self.own,
            words: match foreign {
                true => format!("{} converted to {}", self.words, currency.plural()),
                false => self.words.clone(),
            },
            levels,
        }
    }
}
