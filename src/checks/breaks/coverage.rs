//! Keys that appear, end or fall silent while the table goes on.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::checks::series::{Period, Series};
use crate::model::sum::exact_sum;

/// A key whose figures begin after the table does, end before it does, or stop in between.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CoverageChange {
    pub key: String,
    pub change: Change,
    /// First period with a figure, last one with, or first one without.
    pub period: Period,
    /// The figure at the edge: the first, the last, or the last before the gap.
    pub value: f64,
    /// That figure over the sum of all keys in the same period; `None` if the sum is not above 0.
    pub share: Option<f64>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Change {
    Begins,
    Ends,
    /// Silent for so many periods, with figures before and after.
    Gap {
        periods: i32,
    },
}

/// Every change of coverage among series of one frequency, the largest share of its period first.
///
/// A sum over the keys moves by that share for no other reason than that a key came or went.
pub fn coverage_changes(series: &[Series]) -> Vec<CoverageChange> {
    let mut sums: BTreeMap<Period, Vec<f64>> = BTreeMap::new();
    for (period, value) in series.iter().flat_map(|one| one.points()) {
        sums.entry(*period).or_default().push(*value);
    }
    let ends = sums.keys().next().zip(sums.keys().next_back());
    let Some((first, last)) = ends.map(|(a, b)| (*a, *b)) else {
        return Vec::new();
    };
    let sums: BTreeMap<_, _> = sums.into_iter().map(|(p, v)| (p, exact_sum(v))).collect();
    let mut changes = Vec::new();
    for one in series {
        let mut push = |change, period, (edge, value): (Period, f64)| {
            let sum = sums.get(&edge).copied().filter(|sum| *sum > 0.0);
            changes.push(CoverageChange {
                key: one.key().to_owned(),
                change,
                period,
                value,
                share: sum.map(|sum| value / sum),
            });
        };
        let points = one.points();
        let (Some(&begin), Some(&end)) = (points.first(), points.last()) else {
            continue;
        };
        if begin.0 > first {
            push(Change::Begins, begin.0, begin);
        }
        for pair in points.windows(2) {
            let periods = pair[1].0.since(pair[0].0) - 1;
            if periods > 0 {
                push(Change::Gap { periods }, pair[0].0.next(), pair[0]);
            }
        }
        if end.0 < last {
            push(Change::Ends, end.0, end);
        }
    }
    changes.sort_by(|a, b| {
        let size = |one: &CoverageChange| one.share.unwrap_or_default();
        (size(b).total_cmp(&size(a)))
            .then_with(|| (&a.key, a.period, a.change).cmp(&(&b.key, b.period, b.change)))
    });
    changes
}
