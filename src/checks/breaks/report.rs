//! Everything that one series shows, and what was not tested and why.

use serde::Serialize;

use super::duplicated::{DuplicatedPeriod, duplicated_periods};
use super::event::Event;
use super::jump::{Jump, jumps};
use super::known::{KnownBreak, known_breaks};
use super::level::{LevelBreak, level_break};
use super::outlier::{GrowthOutlier, growth_outliers};
use super::power::Carries;
use super::unknown::{Search, UnknownBreak, unknown_break};
use crate::checks::series::Series;
use crate::error::Error;

/// One series, the events it is held against, and how dates are searched for.
#[derive(Debug, Clone, Copy)]
pub struct BreakCheck<'a> {
    pub series: &'a Series,
    pub events: &'a [Event],
    pub search: Search,
}

/// A test that was made, or the reason why it was not.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Part<T> {
    Tested(T),
    Refused(String),
}

impl<T> Part<T> {
    /// The result, if there is one.
    pub fn tested(&self) -> Option<&T> {
        match self {
            Self::Tested(result) => Some(result),
            Self::Refused(_) => None,
        }
    }

    fn of(result: Result<T, Error>) -> Self {
        match result {
            Ok(result) => Self::Tested(result),
            Err(refusal) => Self::Refused(refusal.to_string()),
        }
    }
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct BreakReport {
    pub key: String,
    pub carries: Carries,
    /// Growth at each event, in the order given.
    pub known: Vec<Part<KnownBreak>>,
    pub unknown: Part<UnknownBreak>,
    /// The level at each event, in the order given.
    pub known_levels: Vec<Part<LevelBreak>>,
    pub unknown_level: Part<LevelBreak>,
    pub duplicated: Vec<DuplicatedPeriod>,
    pub jumps: Vec<Jump>,
    pub outliers: Vec<GrowthOutlier>,
}

impl BreakCheck<'_> {
    /// Makes every test that the series can carry.
    ///
    /// Jumps by a power of ten and repeated periods should be mended first: they make breaks.
    pub fn report(&self) -> BreakReport {
        let growths = self.series.log_growth();
        let values: Vec<f64> = growths.iter().map(|(_, growth)| *growth).collect();
        let level = |date| level_break(self.series, date, self.events, &self.search);
        BreakReport {
            key: self.series.key().to_owned(),
            carries: Carries::of(self.series.points().len(), &values),
            known: known_breaks(self.series, self.events)
                .into_iter()
                .map(Part::of)
                .collect(),
            unknown: Part::of(unknown_break(self.series, self.events, &self.search)),
            known_levels: self
                .events
                .iter()
                .map(|event| Part::of(level(Some(event.after))))
                .collect(),
            unknown_level: Part::of(level(None)),
            duplicated: duplicated_periods(self.series),
            jumps: jumps(self.series),
            outliers: growth_outliers(self.series),
        }
    }
}
