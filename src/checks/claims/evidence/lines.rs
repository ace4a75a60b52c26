//! Every line of levels that can be found for a flow.

use super::Evidence;
use super::level::{Level, Line, Whose};
use super::series::{Series, levels_of};
use crate::checks::claims::claim::{Amount, Claim, Flow, Measure, Period};
use crate::checks::claims::flow::{base_period, same_flow};
use crate::checks::claims::reading::{Quantity, Reading};
use crate::model::source::Side;

impl Evidence {
    /// The levels for a flow from every hand, the claim's own source first.
    ///
    /// A level the claim itself gives stands for its period, whatever else the text says of it.
    pub fn lines(&self, claim: &Claim, flow: &Flow) -> Vec<Line> {
        let mut sources = vec![claim.source.as_str()];
        for other in &self.claims {
            if !sources.contains(&other.source.as_str()) {
                sources.push(&other.source);
            }
        }
        let printed = sources
            .into_iter()
            .map(|source| self.printed(claim, flow, source));
        let independent: Vec<&Series> = self
            .series
            .iter()
            .filter(|one| !self.repeats(one))
            .collect();
        let data = levels_of(flow, claim.goods, &independent)
            .into_iter()
            .map(|found| {
                let whose = Whose::Data {
                    source: found.source,
                    side: found.side,
                    words: found.words.clone(),
                };
                let level = |(period, value): (Period, f64)| Level {
                    period,
                    reading: Reading::exact(value),
                    currency: Some(found.currency),
                    converted_from: None,
                    whose: whose.clone(),
                };
                Line {
                    own: false,
                    words: found.words,
                    levels: found.values.into_iter().map(level).collect(),
                }
            });
        printed
            .chain(data)
            .filter(|line| !line.levels.is_empty())
            .collect()
    }

    fn printed(&self, claim: &Claim, flow: &Flow, source: &str) -> Line {
        let own = source == claim.source;
        let fixed = claim.level.is_some() && same_flow(flow, &claim.flow);
        let of_flow = |other: &&Claim| {
            other.source == source && other.goods == claim.goods && same_flow(&other.flow, flow)
        };
        let levels = self
            .claims
            .iter()
            .filter(of_flow)
            .flat_map(|other| levels_in(other, own));
        let replaced = |level: &Level| {
            let elsewhere = !matches!(&level.whose, Whose::Text { claim: id } if *id == claim.id);
            own && fixed && Some(level.period) == claim.period && elsewhere
        };
        let mut levels: Vec<Level> = levels.filter(|level| !replaced(level)).collect();
        let others = self.claims.iter().filter(of_flow);
        let before = others
            .filter(|other| other.id != claim.id)
            .filter_map(|other| level_before(other, &levels));
        let before: Vec<Level> = before.collect();
        levels.extend(before);
        Line {
            own,
            words: if own {
                "the text".to_owned()
            } else {
                source.to_owned()
            },
            levels,
        }
    }

    /// Whether a series only repeats what this document prints: it names no reporter, and each of
    /// its values that the document gives too is the very number printed there.
    fn repeats(&self, series: &Series) -> bool {
        if series.side != Side::Unstated {
            return false;
        }
        let of_series = |claim: &&Claim| {
            let whole = levels_of(&claim.flow, claim.goods, &[series]);
            !whole.is_empty()
        };
        let printed = self.claims.iter().filter(of_series).filter_map(|claim| {
            let level = claim.level.as_ref()?;
            Some((level.number.value, *series.values.get(&claim.period?)?))
        });
        let same: Vec<bool> = printed.map(|(text, data)| text == data).collect();
        !same.is_empty() && same.into_iter().all(|same| same)
    }
}

/// The earlier level that a stated amount of change leaves, where the text gives the later one and
/// not the earlier: `increased by $1.2 billion to $10.9 billion`.
fn level_before(claim: &Claim, levels: &[Level]) -> Option<Level> {
    let change = claim.change.as_ref()?;
    let Measure::By(amount) = &change.measure else {
        return None;
    };
    let period = claim.period?;
    let base = base_period(change, period)?;
    if levels.iter().any(|level| level.period == base) {
        return None;
    }
    let by = Reading::of(&amount.number, Quantity::Change, &change.text);
    let alike = |level: &&Level| level.period == period && level.currency == amount.currency;
    let later = levels.iter().find(alike)?;
    let from = match &later.whose {
        Whose::Text { claim } | Whose::Print { claim, .. } => claim.clone(),
        _ => return None,
    };
    Some(Level {
        period: base,
        reading: later.reading.minus(by)?,
        whose: Whose::Parts {
            claims: vec![from, claim.id.clone()],
        },
        ..later.clone()
    })
}

/// The levels a claim prints: its own, and the earlier one it rose or fell from.
fn levels_in(claim: &Claim, own: bool) -> Vec<Level> {
    let Some(period) = claim.period else {
        return Vec::new();
    };
    let level = |period: Period, amount: &Amount, words: &str| Level {
        period,
        reading: Reading::of(&amount.number, Quantity::Level, words),
        currency: amount.currency,
        converted_from: None,
        whose: if own {
            Whose::Text {
                claim: claim.id.clone(),
            }
        } else {
            Whose::Print {
                source: claim.source.clone(),
                claim: claim.id.clone(),
            }
        },
    };
    let now = claim
        .level
        .iter()
        .map(|amount| level(period, amount, &claim.quote));
    let then = claim
        .change
        .iter()
        .filter_map(|change| match &change.measure {
            Measure::From(amount) => {
                Some(level(base_period(change, period)?, amount, &change.text))
            }
            _ => None,
        });
    now.chain(then).collect()
}
