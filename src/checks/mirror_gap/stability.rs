//! Whether the gap of one flow is the same year after year.

use serde::Serialize;

use super::report::MirrorPeriod;
use crate::checks::series::Period;
use crate::checks::statistics::{Line, OUTLYING, deviation, line, mad, mean, median, spread};

/// With fewer periods no gap is called outlying: a median absolute deviation of six values says
/// little. Of seven gaps drawn from one normal distribution one series in six shows an outlying one
/// by chance; of fifteen, one in nine.
pub const STABILITY_PERIODS: usize = 7;

/// The log gap after the CIF factor over time.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Stability {
    /// Periods with both figures above zero.
    pub periods: usize,
    pub first: Period,
    pub last: Period,
    pub median_log: f64,
    /// Median absolute deviation of the log gap, not scaled.
    pub mad_log: f64,
    /// Standard deviation of the ratio over its mean; `None` for one period.
    pub variation: Option<f64>,
    /// The log gap on time: its slope is the change a period. `None` for fewer than three.
    pub trend: Option<Line>,
    /// Farthest first; empty below [`STABILITY_PERIODS`].
    pub outlying: Vec<Outlying>,
}

/// A period whose gap is far from the others.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Outlying {
    pub period: Period,
    pub log: f64,
    /// 0.6745 (gap − median) / MAD; beyond 3.5 either way.
    pub score: f64,
}

impl Stability {
    /// What the periods with both reports show; `None` if there is none.
    pub(super) fn of(periods: &[MirrorPeriod]) -> Option<Self> {
        let logs = log_gaps(periods);
        let values: Vec<f64> = logs.iter().map(|(_, log)| *log).collect();
        let ratios: Vec<f64> = values.iter().map(|log| log.exp()).collect();
        let (first, last) = (logs.first()?.0, logs.last()?.0);
        let points: Vec<_> = logs
            .iter()
            .map(|(period, log)| (f64::from(period.since(first)), *log))
            .collect();
        Some(Self {
            periods: logs.len(),
            first,
            last,
            median_log: median(&values)?,
            mad_log: mad(&values)?,
            variation: deviation(&ratios).zip(mean(&ratios)).map(|(d, m)| d / m),
            trend: line(&points).filter(|line| line.points > 2),
            outlying: outlying(&logs),
        })
    }
}

/// The CIF-adjusted log gaps of the periods that have one.
pub(super) fn log_gaps(periods: &[MirrorPeriod]) -> Vec<(Period, f64)> {
    periods
        .iter()
        .filter_map(|one| Some((one.period, one.adjusted?.log?)))
        .collect()
}

fn outlying(logs: &[(Period, f64)]) -> Vec<Outlying> {
    let values: Vec<f64> = logs.iter().map(|(_, log)| *log).collect();
    let Some(spread) = spread(&values).filter(|_| values.len() >= STABILITY_PERIODS) else {
        return Vec::new();
    };
    // Gaps that differ in the last bits only are equal: 1e-9 is a dollar in a billion.
    let mut found: Vec<_> = logs
        .iter()
        .map(|&(period, log)| Outlying {
            period,
            log,
            score: spread.score(log),
        })
        .filter(|one| one.score.abs() > OUTLYING && (one.log - spread.centre).abs() > 1e-9)
        .collect();
    found.sort_by(|a, b| b.score.abs().total_cmp(&a.score.abs()));
    found
}
