//! What goods under way at the turn of a period do to a gap, and whether this gap does it.

use serde::Serialize;

use super::report::MirrorPeriod;
use super::stability::log_gaps;
use crate::checks::series::Period;
use crate::checks::statistics::{Line, correlation, deviation, line, t_quantile};

/// With fewer changes from period to period the test is not made.
pub const TIMING_PERIODS: usize = 8;

/// How the gap moves with the exporter's growth.
///
/// If a share λ of each period's goods is received in the next, then m(t) = (1−λ) x(t) + λ x(t−1),
/// and the log gap is about −λ times the growth of x: small when trade stands still, negative when
/// it grows. A slope of −1/12 on annual figures is a delay of one month.
///
/// Where there is no delay and the importer's figures alone are in error, 2.6 of 100 series fit one
/// all the same. An error in the exporter's own figures makes a negative slope by itself: one of
/// 3 per cent, on growth with a standard deviation of 10, is taken for a delay in 22 of 100.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Timing {
    /// Changes from one period to the next that both sides reported.
    pub changes: usize,
    /// Correlation of both sides' log growth in the same period.
    pub same_period: Option<f64>,
    /// Correlation of the importer's log growth with the exporter's a period earlier.
    pub one_later: Option<f64>,
    /// Standard deviation of the change of the log gap.
    pub volatility: f64,
    /// Correlation of each change of the gap with the one before: −0.5 if every shift is undone in
    /// the next period, as a shift in time is; 0 if shifts stay.
    pub reversal: Option<f64>,
    /// The CIF-adjusted log gap on the exporter's log growth.
    pub gap_on_growth: Option<Line>,
    /// The delay that the slope would mean, in months; negative if the importer were first.
    pub months: Option<f64>,
    /// The delays, shortest and longest, that the slope's error at five per cent leaves possible.
    pub months_within: Option<(f64, f64)>,
}

impl Timing {
    /// `None` for fewer than [`TIMING_PERIODS`] changes.
    pub(super) fn of(periods: &[MirrorPeriod]) -> Option<Self> {
        let changes = changes(periods);
        let volatility = deviation(&changes.iter().map(|c| c.gap).collect::<Vec<_>>())?;
        if changes.len() < TIMING_PERIODS {
            return None;
        }
        let gap_on_growth = line(
            &changes
                .iter()
                .map(|c| (c.sent, c.level))
                .collect::<Vec<_>>(),
        );
        let pairs: Vec<_> = changes
            .windows(2)
            .filter(|pair| pair[0].period.next() == pair[1].period)
            .collect();
        // Both correlations run over the same periods, or they could not be compared.
        let same: Vec<_> = pairs.iter().map(|p| (p[1].sent, p[1].received)).collect();
        let later: Vec<_> = pairs.iter().map(|p| (p[0].sent, p[1].received)).collect();
        let undone: Vec<_> = pairs.iter().map(|p| (p[0].gap, p[1].gap)).collect();
        let months_each = 12.0 / f64::from(changes[0].period.in_a_year());
        Some(Self {
            changes: changes.len(),
            same_period: correlation(&same),
            one_later: correlation(&later),
            volatility,
            reversal: correlation(&undone),
            months: gap_on_growth.map(|line| -line.slope * months_each),
            months_within: gap_on_growth.and_then(|line| {
                let reach = line.error? * t_quantile(0.025, line.points as f64 - 2.0);
                let months = |slope: f64| -slope * months_each;
                Some((months(line.slope + reach), months(line.slope - reach)))
            }),
            gap_on_growth,
        })
    }

    /// Whether the gap falls with the exporter's growth at five per cent, by less than a period.
    pub fn fits_a_delay(&self) -> bool {
        self.gap_on_growth.is_some_and(|line| {
            (-1.0..0.0).contains(&line.slope) && line.p.is_some_and(|p| p < 0.05)
        })
    }

    /// Whether even a delay of one month lies outside the slope's error.
    pub fn excludes_a_month(&self) -> bool {
        self.months_within.is_some_and(|(_, longest)| longest < 1.0)
    }
}

struct Change {
    period: Period,
    sent: f64,
    received: f64,
    /// Change of the log gap, and the gap itself at the end.
    gap: f64,
    level: f64,
}

fn changes(periods: &[MirrorPeriod]) -> Vec<Change> {
    let gaps = log_gaps(periods);
    let figures = |period: Period| {
        let one = periods.iter().find(|one| one.period == period)?;
        one.exporter.zip(one.importer)
    };
    let steps = gaps.windows(2).filter_map(|pair| {
        let [(before, was), (after, is)] = pair else {
            return None;
        };
        let (a, b) = (figures(*before)?, figures(*after)?);
        (before.next() == *after).then(|| Change {
            period: *after,
            sent: (b.0 / a.0).ln(),
            received: (b.1 / a.1).ln(),
            gap: is - was,
            level: *is,
        })
    });
    steps.collect()
}
