//! A claim held against one level, or one pair of levels.

use serde::Serialize;

use super::evidence::Level;
use super::reading::Reading;
use super::verdict::Outcome;

/// What is asked of a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Question {
    /// Does the growth between two levels of one hand agree with the stated one? A fraction.
    Growth,
    /// Does the difference of two levels agree with the stated amount? Money.
    Change,
    /// Is the level the one given elsewhere? Money, in the claim's currency.
    Level,
    /// Is the earlier level that the claim names the one given elsewhere? Money.
    Base,
    /// Do the two directions add up to trade, or their difference to the balance? Money.
    Parts,
    /// Does the growth of the two directions make that of trade? A fraction.
    PartsGrowth,
}

impl Question {
    /// Whether it is asked of a change rather than of a level.
    pub const fn is_change(self) -> bool {
        matches!(self, Self::Growth | Self::Change | Self::PartsGrowth)
    }
}

/// One claim held against one base.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Comparison {
    pub question: Question,
    /// What the claim is held against: the earlier level, or the same level as another gives it.
    pub base: Level,
    /// The later level, from the same hand as the base; for levels, the claim's own.
    pub level: Level,
    /// What base and level give: growth as a fraction, or money.
    pub implied: Reading,
    /// What the claim states, in the same unit.
    pub stated: Reading,
    pub outcome: Outcome,
    /// All numbers stand in the claim's own source; only then is it refuted by itself.
    pub own: bool,
}

impl Comparison {
    /// How far the implied figure lies from the stated one: a difference of rates, or for money a
    /// fraction of the stated amount.
    pub fn gap(&self) -> f64 {
        match self.question {
            Question::Growth | Question::PartsGrowth => self.implied.value - self.stated.value,
            _ => self.implied.value / self.stated.value - 1.0,
        }
    }
}
