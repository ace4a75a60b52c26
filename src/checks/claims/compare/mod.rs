//! A claim against each level it can be held against.

mod levels;

use serde::Serialize;

use super::case::Case;
use super::claim::Measure;
use super::evidence::{Level, Pair, Whose};
use super::reading::Reading;
use super::verdict::{Outcome, REPORTS, VINTAGE, weigh_amount, weigh_rate};
use crate::model::source::Side;

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

/// Every comparison that can be made, those within the claim's own source first.
pub(super) fn comparisons(case: &Case) -> Vec<Comparison> {
    let own = case.own_pairs();
    let other = case.other_pairs();
    let mut all: Vec<Comparison> = own
        .iter()
        .filter_map(|pair| changed(case, pair, 0.0).map(|one| Comparison { own: true, ..one }))
        .collect();
    all.extend(levels::repeated(case));
    all.extend(super::parts::comparisons(case));
    let slack = slack(case, &other);
    all.extend(other.iter().filter_map(|pair| changed(case, pair, slack)));
    all.extend(levels::levels(case));
    all.extend(levels::bases(case));
    all
}

/// How far growth by other hands' levels may lie from a true claim: as far as the reports of both
/// sides lie from each other, where the data hold both.
fn slack(case: &Case, pairs: &[Pair]) -> f64 {
    let side = |pair: &Pair| match &pair.base.whose {
        Whose::Data { side, .. } => Some(*side),
        _ => None,
    };
    let both = [Side::Exporter, Side::Importer]
        .into_iter()
        .all(|wanted| pairs.iter().any(|pair| side(pair) == Some(wanted)));
    if !both {
        return REPORTS;
    }
    let rates = pairs.iter().filter(|pair| side(pair).is_some());
    let rates = rates.filter_map(|pair| Some(case.rate(pair.ratio()?)?.value));
    let range = rates.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), rate| {
        (low.min(rate), high.max(rate))
    });
    (range.1 - range.0).max(VINTAGE)
}

/// Growth or change between a pair of levels of another hand; `slack` widens the stated rate.
fn changed(case: &Case, pair: &Pair, slack: f64) -> Option<Comparison> {
    let made = |question, implied, stated, outcome| Comparison {
        question,
        base: pair.base.clone(),
        level: pair.level.clone(),
        implied,
        stated,
        outcome,
        own: false,
    };
    match &case.change()?.measure {
        Measure::From(_) => None,
        Measure::By(amount) => {
            let same = amount.currency == pair.level.currency;
            let implied = pair.level.reading.minus(pair.base.reading)?;
            let stated = case.stated_amount()?;
            let outcome = weigh_amount(implied, stated);
            same.then(|| made(Question::Change, implied, stated, outcome))
        }
        _ => {
            let implied = case.rate(pair.ratio()?)?;
            let stated = case.stated_rate()?;
            let outcome = weigh_rate(implied, stated, slack);
            Some(made(Question::Growth, implied, stated, outcome))
        }
    }
}
