//! Jumps by a power of ten, as a change of unit makes them.

use serde::Serialize;

use crate::checks::series::{Period, Series};
use crate::checks::statistics::{OUTLYING, robust_scores};

/// How far the figures may be from an exact power of ten, either way: real growth goes on meanwhile.
const TOLERANCE: f64 = 0.25;

/// Growth rates that a jump is held against: trade in small amounts makes jumps by itself.
const USUAL: usize = 7;

/// A figure about 10, 100 or 1000 times the one before, or as much smaller.
///
/// A jump counts only if it is also far from the usual growth, a robust score beyond 3.5 of at least
/// seven rates; where there are fewer rates, jumps by 100 and 1000 count alone. On twenty-one years of random growth with a standard deviation of 0.2, none
/// of 2,000 series shows a jump, and none with 0.5; with 1.0, which is trade of a few shipments,
/// 3 in 100 do. A change of unit amid growth with a standard deviation of 0.1 is found in 96 of 100.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Jump {
    pub key: String,
    /// The first period in the new unit.
    pub period: Period,
    /// The last one before it that has a figure.
    pub before: Period,
    /// 10, 100, 1000, or 0.1, 0.01, 0.001.
    pub factor: f64,
    /// The new figure over the old one.
    pub ratio: f64,
    /// The period in which the figures jump back by the same factor, if they do.
    pub back: Option<Period>,
}

impl Jump {
    /// Whether it is likelier a change of unit than trade: by 100 or more, or taken back by the
    /// same factor. Jumps by 10 that stay are a place to look.
    pub fn is_unlikely_trade(&self) -> bool {
        self.back.is_some() || self.factor > 50.0 || self.factor < 0.02
    }
}

/// The jumps of one series in order of time; a way back is told with its way out, not again.
pub fn jumps(series: &Series) -> Vec<Jump> {
    let positive: Vec<_> = series.points().iter().filter(|(_, v)| *v > 0.0).collect();
    let logs: Vec<f64> = positive
        .windows(2)
        .map(|pair| (pair[1].1 / pair[0].1).ln())
        .collect();
    let scores = robust_scores(&logs).filter(|_| logs.len() >= USUAL);
    let counts = |step: usize, power: i32| match &scores {
        Some(scores) => scores[step].abs() > OUTLYING,
        None => power.abs() > 1,
    };
    let all: Vec<Jump> = logs
        .iter()
        .enumerate()
        .filter_map(|(step, log)| {
            let power = power(*log).filter(|power| counts(step, *power))?;
            Some(Jump {
                key: series.key().to_owned(),
                period: positive[step + 1].0,
                before: positive[step].0,
                factor: 10f64.powi(power),
                ratio: positive[step + 1].1 / positive[step].1,
                back: None,
            })
        })
        .collect();
    fold_returns(all)
}

/// The power of ten, 1 to 3 either way, that a log ratio is near to.
fn power(log: f64) -> Option<i32> {
    let power = (log / std::f64::consts::LN_10).round();
    let near = (log - power * std::f64::consts::LN_10).abs() <= TOLERANCE.ln_1p();
    (near && (1.0..=3.0).contains(&power.abs())).then_some(power as i32)
}

fn fold_returns(all: Vec<Jump>) -> Vec<Jump> {
    let mut kept: Vec<Jump> = Vec::new();
    for jump in all {
        match kept.last_mut() {
            Some(out) if out.back.is_none() && (out.factor * jump.factor - 1.0).abs() < 1e-9 => {
                out.back = Some(jump.period);
            }
            _ => kept.push(jump),
        }
    }
    kept
}
