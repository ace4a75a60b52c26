//! How regularly a flow grew.

use super::rate::{Against, Rate};
use super::timeline::Timeline;
use crate::indicators::about::About;
use crate::indicators::reason::{Figure, Reason, quotient, ratio};
use crate::model::sum::exact_sum;

pub const ABOUT: About = About {
    name: "regularity",
    short: "",
    about: "how often a flow rose or fell, for how long without a break, and how straight its path was",
    formula: "sign consistency = |rises − falls| / n; share of rises = 100 · rises / n; directness = |V(T) − V(0)| / Σ|V(t) − V(t−1)|",
    unit: "numbers of periods; sign consistency and directness 0 to 1",
    keys: "series; growth on the same period of the year before, or on the period before",
    nulls: "null without any growth rate; a gap ends a run and leaves its rates out; directness null with a gap or where nothing changed",
    source: "descriptive; directness is the efficiency ratio of Kaufman (1995)",
};

/// Periods one after the other that all rose, or all fell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Run {
    pub first: i32,
    pub last: i32,
    pub length: usize,
}

/// Counts of rises and falls, and the longest stretches of each.
#[derive(Debug, Clone, PartialEq)]
pub struct Regularity {
    /// Growth rates that could be computed.
    pub n: usize,
    pub rises: usize,
    pub falls: usize,
    /// Neither: exactly as much as before.
    pub level: usize,
    /// Calendar periods between the first and the last without a figure.
    pub gaps: usize,
    /// `|rises − falls| / n`: 1 if every rate has the same sign, 0 if they balance.
    pub sign_consistency: Figure,
    /// Per cent.
    pub share_of_rises: Figure,
    /// Times a rise was followed by a fall, or a fall by a rise, in the very next period.
    pub reversals: usize,
    pub longest_rise: Option<Run>,
    pub longest_fall: Option<Run>,
    /// The run that the last period belongs to.
    pub current: Option<Run>,
    /// Period and rate of the strongest growth.
    pub best: Option<(i32, f64)>,
    pub worst: Option<(i32, f64)>,
    /// `|V(T) − V(0)| / Σ|ΔV|`: 1 if the path never turned.
    pub directness: Figure,
}

/// How regularly a flow grew.
///
/// ```text
/// sign consistency = |rises − falls| / n
/// directness       = |V(T) − V(0)| / Σ|V(t) − V(t−1)|
/// ```
///
/// Runs count calendar periods: one without a rate ends a run. Growth over a gap is never taken.
pub fn regularity(timeline: &Timeline, against: Against) -> Regularity {
    let steps = timeline.growth(against, Rate::Percent);
    // The first periods have no base, and that is no gap.
    let steps: Vec<_> = steps
        .into_iter()
        .skip_while(|step| step.figure == Err(Reason::FirstPeriod))
        .collect();
    let rates: Vec<(i32, Option<f64>)> = steps
        .iter()
        .map(|step| (step.period, step.figure.clone().ok()))
        .collect();
    let known: Vec<(i32, f64)> = rates
        .iter()
        .filter_map(|(period, rate)| rate.map(|rate| (*period, rate)))
        .collect();
    let count = |is: fn(f64) -> bool| known.iter().filter(|(_, rate)| is(*rate)).count();
    let (rises, falls) = (count(|rate| rate > 0.0), count(|rate| rate < 0.0));
    let n = known.len();
    let runs = runs(&rates);
    let longest = |sign: f64| {
        // The first of equally long ones.
        let of_sign = runs.iter().filter(|run| run.0 == sign).map(|run| run.1);
        of_sign.reduce(|best, run| if run.length > best.length { run } else { best })
    };
    let extreme = |better: fn(f64, f64) -> bool| {
        known
            .iter()
            .copied()
            .reduce(|best, one| if better(one.1, best.1) { one } else { best })
    };
    let per_rate = |count: usize| match n {
        0 => Err(Reason::TooFew(1)),
        _ => ratio(count as f64, n as f64),
    };
    let last = rates.last().map(|(period, _)| *period);
    Regularity {
        n,
        rises,
        falls,
        level: n - rises - falls,
        gaps: timeline
            .calendar()
            .into_iter()
            .filter(|one| timeline.at(*one).is_none())
            .count(),
        sign_consistency: per_rate(rises.abs_diff(falls)),
        share_of_rises: per_rate(rises).map(|share| 100.0 * share),
        reversals: reversals(&rates),
        longest_rise: longest(1.0),
        longest_fall: longest(-1.0),
        current: runs
            .last()
            .map(|run| run.1)
            .filter(|run| Some(run.last) == last),
        best: extreme(|one, best| one > best),
        worst: extreme(|one, best| one < best),
        directness: directness(timeline),
    }
}

/// Every run of rises (1) or falls (-1), in order of time.
fn runs(rates: &[(i32, Option<f64>)]) -> Vec<(f64, Run)> {
    let sign = |rate: &(i32, Option<f64>)| rate.1.filter(|rate| *rate != 0.0).map(f64::signum);
    rates
        .chunk_by(|a, b| sign(a) == sign(b))
        .filter_map(|chunk| {
            let (first, last) = (chunk.first()?, chunk.last()?);
            let run = Run {
                first: first.0,
                last: last.0,
                length: chunk.len(),
            };
            sign(first).map(|sign| (sign, run))
        })
        .collect()
}

fn reversals(rates: &[(i32, Option<f64>)]) -> usize {
    let turned = |pair: &[(i32, Option<f64>)]| match (pair[0].1, pair[1].1) {
        (Some(a), Some(b)) => (a > 0.0 && b < 0.0) || (a < 0.0 && b > 0.0),
        _ => false,
    };
    rates.windows(2).filter(|pair| turned(pair)).count()
}

fn directness(timeline: &Timeline) -> Figure {
    let calendar = timeline.calendar();
    let values: Vec<f64> = calendar
        .iter()
        .map(|period| timeline.need(*period))
        .collect::<Result<_, _>>()?;
    let (Some(first), Some(last)) = (values.first(), values.last()) else {
        return Err(Reason::TooFew(2));
    };
    if values.len() < 2 {
        return Err(Reason::TooFew(2));
    }
    let way = exact_sum(values.windows(2).map(|pair| (pair[1] - pair[0]).abs()));
    quotient((last - first).abs(), way)
}
