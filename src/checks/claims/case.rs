//! A claim made ready to be held against levels.

use super::claim::{Base, Change, Claim, Flow, Measure, Period};
use super::evidence::{Evidence, Line, Pair};
use super::flow::{base_period, whole_flow};
use super::reading::{Quantity, Reading};
use crate::model::currency::Currency;

/// A claim with a period, and the lines of levels for its flow.
pub(super) struct Case<'a> {
    pub(super) claim: &'a Claim,
    pub(super) evidence: &'a Evidence,
    pub(super) flow: Flow,
    /// The partner was filled in from the rest of the document.
    pub(super) assumed: bool,
    pub(super) period: Period,
    /// The claim's own source first.
    pub(super) lines: Vec<Line>,
}

impl<'a> Case<'a> {
    /// `None` if the claim names no period.
    pub(super) fn of(claim: &'a Claim, evidence: &'a Evidence) -> Option<Self> {
        let (flow, assumed) = whole_flow(claim, &evidence.claims);
        let mut case = Self {
            claim,
            evidence,
            period: claim.period?,
            lines: evidence.lines(claim, &flow),
            flow,
            assumed,
        };
        case.lines = case.in_its_currency(case.lines.clone());
        Some(case)
    }

    /// The currency of the claim's level, or of the one that the text gives elsewhere.
    pub(super) fn currency(&self) -> Option<Currency> {
        let own = self
            .lines
            .iter()
            .filter(|line| line.own)
            .flat_map(|line| &line.levels);
        own.filter(|level| level.period == self.period)
            .find_map(|level| level.currency)
    }

    /// The lines of another flow, in the claim's currency.
    pub(super) fn lines_of(&self, flow: &Flow) -> Vec<Line> {
        self.in_its_currency(self.evidence.lines(self.claim, flow))
    }

    /// Growth in dollars says little of growth in kroner, so other hands' levels are converted first.
    fn in_its_currency(&self, lines: Vec<Line>) -> Vec<Line> {
        let Some(currency) = self.currency() else {
            return lines;
        };
        let rates = &self.evidence.rates;
        let converted = lines.into_iter().map(|line| match line.own {
            true => line,
            false => line.in_currency(currency, rates),
        });
        converted.filter(|line| !line.levels.is_empty()).collect()
    }

    pub(super) fn change(&self) -> Option<&'a Change> {
        self.claim.change.as_ref()
    }

    /// The period the change is counted from.
    pub(super) fn base(&self) -> Option<Period> {
        base_period(self.change()?, self.period)
    }

    /// Years from the base to the period, if both are the same part of a year and in order.
    pub(super) fn span(&self) -> Option<i32> {
        let base = self.base()?;
        let years = self.period.year - base.year;
        (base.part == self.period.part && years > 0).then_some(years)
    }

    /// Pairs of levels from the claim's own source.
    pub(super) fn own_pairs(&self) -> Vec<Pair> {
        self.pairs(|line| line.own)
    }

    /// Pairs of levels from data and from other sources that the document quotes.
    pub(super) fn other_pairs(&self) -> Vec<Pair> {
        self.pairs(|line| !line.own)
    }

    /// The text's own pairs; all others only where it has none.
    pub(super) fn best_pairs(&self) -> Vec<Pair> {
        let own = self.own_pairs();
        if own.is_empty() {
            self.other_pairs()
        } else {
            own
        }
    }

    fn pairs(&self, wanted: impl Fn(&Line) -> bool) -> Vec<Pair> {
        let (Some(base), Some(_)) = (self.base(), self.span()) else {
            return Vec::new();
        };
        let lines = self.lines.iter().filter(|line| wanted(line));
        lines
            .flat_map(|line| line.pairs(base, self.period))
            .collect()
    }

    /// The change of a ratio of levels as the claim counts it: the rate, or the rate a year.
    pub(super) fn rate(&self, ratio: Reading) -> Option<Reading> {
        let yearly = match self.change()?.base {
            Base::PerYearSince(_) => {
                let years = f64::from(self.span()?);
                ratio.map(|range| range.root(years))?
            }
            _ => ratio,
        };
        yearly.less(1.0)
    }

    /// The stated rate; that of an amount more or less is found with the base of the first pair.
    pub(super) fn stated_rate(&self) -> Option<Reading> {
        let change = self.change()?;
        match &change.measure {
            Measure::Rate(printed) => Some(Reading::of(printed, Quantity::Change, &change.text)),
            Measure::Factor(printed) => {
                Reading::of(printed, Quantity::Factor, &change.text).less(1.0)
            }
            Measure::Direction { up } => Some(Reading::direction(*up)),
            Measure::By(_) => {
                let pairs = self.best_pairs();
                let base = pairs.first()?.base.reading;
                let by = self.stated_amount()?;
                let size = if by.value < 0.0 { by.times(-1.0)? } else { by };
                let rate = size.over(base)?;
                if by.value < 0.0 {
                    rate.times(-1.0)
                } else {
                    Some(rate)
                }
            }
            Measure::From(_) => None,
        }
    }

    /// The stated amount more or less.
    pub(super) fn stated_amount(&self) -> Option<Reading> {
        match &self.change()?.measure {
            Measure::By(amount) => Some(Reading::of(
                &amount.number,
                Quantity::Change,
                &self.change()?.text,
            )),
            _ => None,
        }
    }

    /// The level the claim prints.
    pub(super) fn stated_level(&self) -> Option<Reading> {
        let level = self.claim.level.as_ref()?;
        Some(Reading::of(
            &level.number,
            Quantity::Level,
            &self.claim.quote,
        ))
    }
}
