//! Periods that repeat the one before, as a table does that was carried forward or loaded twice.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::checks::series::{Period, Series};

/// A figure equal to that of the period before. Zeros are not counted: no trade twice is no copy.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DuplicatedPeriod {
    pub key: String,
    /// The later of the two.
    pub period: Period,
    pub value: f64,
}

/// The repeated figures of one series, in order of time.
pub fn duplicated_periods(series: &Series) -> Vec<DuplicatedPeriod> {
    let pairs = series.points().windows(2);
    let repeated = pairs.filter_map(|pair| {
        let [(before, a), (after, b)] = pair else {
            return None;
        };
        (before.next() == *after && a == b && *a != 0.0).then(|| DuplicatedPeriod {
            key: series.key().to_owned(),
            period: *after,
            value: *b,
        })
    });
    repeated.collect()
}

/// A period in which many series repeat the period before.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DuplicatedSection {
    /// The later of the two.
    pub period: Period,
    /// Series equal in both periods.
    pub equal: usize,
    /// Series with a figure other than zero in both periods.
    pub compared: usize,
    /// `equal` over `compared`.
    pub share: f64,
}

/// Fewer series say nothing of a whole section.
const SECTION: usize = 3;

/// Periods in which at least half of the series, and at least three, repeat the one before.
///
/// Figures in whole dollars practically never agree by chance; figures in millions of small flows
/// do, so read the rate beside the unit.
pub fn duplicated_sections(series: &[Series]) -> Vec<DuplicatedSection> {
    let mut counts: BTreeMap<Period, (usize, usize)> = BTreeMap::new();
    for pair in series.iter().flat_map(|one| one.points().windows(2)) {
        let [(before, a), (after, b)] = pair else {
            continue;
        };
        if before.next() == *after && *a != 0.0 && *b != 0.0 {
            let count = counts.entry(*after).or_default();
            count.0 += usize::from(a == b);
            count.1 += 1;
        }
    }
    counts
        .into_iter()
        .map(|(period, (equal, compared))| DuplicatedSection {
            period,
            equal,
            compared,
            share: equal as f64 / compared as f64,
        })
        .filter(|one| one.equal >= SECTION && one.share >= 0.5)
        .collect()
}
