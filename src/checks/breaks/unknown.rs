//! A change of mean growth at a date that is searched for.

use serde::Serialize;

use super::enough::UNKNOWN_GROWTHS;
use super::event::Event;
use super::segments::{Model, Segments};
use crate::checks::series::{Period, Series};
use crate::checks::statistics::{Random, mean, p_words};
use crate::error::{Error, Result};
use crate::model::number::percent;

/// Limits of the largest F at 10, 5 and 1 per cent, for one and two parameters with 15 per cent
/// trimmed off each end: they hold for long series and are given beside the permutation p-value.
///
/// Source: Andrews (2003), *Econometrica* 71(1), table 1, divided by the number of parameters.
pub const ANDREWS: [[f64; 3]; 2] = [[7.12, 8.68, 12.16], [5.00, 5.86, 7.78]];

/// How a date is searched for.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Search {
    /// Share of the growth rates at each end where no break is looked for.
    pub trim: f64,
    /// Random orders that the p-value is counted over.
    pub permutations: usize,
    pub seed: u64,
}

impl Default for Search {
    fn default() -> Self {
        Self {
            trim: 0.15,
            permutations: 999,
            seed: 1,
        }
    }
}

impl Search {
    /// First and last index at which a new stretch may begin.
    pub(super) fn splits(&self, count: usize, parameters: usize) -> (usize, usize) {
        let off = (self.trim.clamp(0.0, 0.45) * count as f64).ceil() as usize;
        let off = off.max(parameters + 1);
        (off, count.saturating_sub(off))
    }

    /// The share of random orders whose F, by `f`, is at least `seen`; the given order is counted in.
    pub(super) fn p(&self, values: &[f64], seen: f64, f: impl Fn(&[f64]) -> Option<f64>) -> f64 {
        let mut random = Random::new(self.seed);
        let mut order = values.to_vec();
        // Orders that give the same F up to rounding count as equal.
        let reached = seen * (1.0 - 1e-9);
        let larger = (0..self.permutations)
            .filter(|_| {
                random.shuffle(&mut order);
                f(&order).is_none_or(|f| f >= reached)
            })
            .count();
        (larger + 1) as f64 / (self.permutations + 1) as f64
    }
}

/// Where mean log growth changes most, and how often chance alone would show as much.
///
/// The p-value counts random orders of the same growth rates, so it needs no normal distribution
/// and no long series, but growth rates that do not lean on one another: 5 in a hundred series of
/// independent growth raise a false alarm at p < 0.05, and about 30 in a hundred with an
/// autocorrelation of 0.5.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct UnknownBreak {
    /// The first period of the new growth: the one whose growth rate belongs to it.
    pub at: Period,
    /// The largest Chow F over all dates looked at.
    pub f: f64,
    pub p: f64,
    /// The limits for long series at 10, 5 and 1 per cent, at 15 per cent trimmed.
    pub andrews: [f64; 3],
    /// First and last date looked at.
    pub searched: (Period, Period),
    pub counts: (usize, usize),
    pub means: (f64, f64),
    pub autocorrelation: Option<f64>,
    /// Events whose first period after lies within one period of the date.
    pub near: Vec<Event>,
    pub words: String,
}

/// Searches one series.
///
/// # Errors
/// [`Error::NothingLeft`] below [`UNKNOWN_GROWTHS`] growth rates, or if growth does not vary.
pub fn unknown_break(series: &Series, events: &[Event], search: &Search) -> Result<UnknownBreak> {
    let growths = series.log_growth();
    let values: Vec<f64> = growths.iter().map(|(_, growth)| *growth).collect();
    if values.len() < UNKNOWN_GROWTHS {
        return Err(Error::NothingLeft {
            what: format!("`{}` has {} growth rates", series.key(), values.len()),
            remedy: format!(
                "a break at an unknown date is searched for from {UNKNOWN_GROWTHS} on, so give more years or months, or name a date"
            ),
        });
    }
    let (first, last) = search.splits(values.len(), 1);
    let largest = |values: &[f64]| Segments::new(values, Model::Mean).largest(first, last);
    let Some((split, f)) = largest(&values) else {
        return Err(Error::NothingLeft {
            what: format!("growth of `{}` does not vary", series.key()),
            remedy: "a constant series needs no test".to_owned(),
        });
    };
    let (before, after) = values.split_at(split);
    let means = (
        mean(before).unwrap_or_default(),
        mean(after).unwrap_or_default(),
    );
    let rest: Vec<f64> = before
        .iter()
        .map(|growth| growth - means.0)
        .chain(after.iter().map(|growth| growth - means.1))
        .collect();
    let at = growths[split].0;
    let mut found = UnknownBreak {
        at,
        f,
        p: search.p(&values, f, |order| Some(largest(order)?.1)),
        andrews: ANDREWS[0],
        searched: (growths[first].0, growths[last].0),
        counts: (before.len(), after.len()),
        means,
        autocorrelation: super::known::autocorrelation(&rest),
        near: near(events, at),
        words: String::new(),
    };
    found.words = words(&found, search);
    Ok(found)
}

/// Events that lie within one period of a date, for no other reason than that.
pub(super) fn near(events: &[Event], at: Period) -> Vec<Event> {
    let beside = |event: &&Event| {
        event.after.frequency() == at.frequency() && event.after.since(at).abs() <= 1
    };
    events.iter().filter(beside).cloned().collect()
}

/// What may be said of events near a date.
pub(super) fn coincidence(near: &[Event]) -> String {
    if near.is_empty() {
        return "no event of the list lies within one period".to_owned();
    }
    let labels: Vec<_> = near
        .iter()
        .map(|event| format!("`{}`", event.label))
        .collect();
    format!(
        "within one period lies {}, which is a coincidence of dates and shows no cause",
        labels.join(" and ")
    )
}

fn words(found: &UnknownBreak, search: &Search) -> String {
    let verdict = if found.p < 0.05 {
        "more than chance explains at five per cent"
    } else {
        "no more than chance shows at five per cent, so no break is claimed"
    };
    format!(
        "of all dates from {} to {} mean growth changes most in {}: {} a period before ({} rates), {} from then on ({} rates), F {:.2}, {} over {} random orders, {verdict}; {}",
        found.searched.0,
        found.searched.1,
        found.at,
        percent(found.means.0.exp_m1()),
        found.counts.0,
        percent(found.means.1.exp_m1()),
        found.counts.1,
        found.f,
        p_words(found.p),
        search.permutations,
        coincidence(&found.near),
    )
}
