//! How much growth varies.

use super::middle::{mean, median};
use super::rate::{Against, Rate};
use super::timeline::Timeline;
use crate::indicators::about::About;
use crate::indicators::reason::{Figure, Reason, quotient};
use crate::model::sum::exact_sum;

pub const ABOUT: About = About {
    name: "volatility",
    short: "",
    about: "how much growth varies from period to period",
    formula: "sd = √(Σ(g(t) − mean g)² / (n − 1)); mad = 1.4826 · median|g(t) − median g|; relative = sd / |mean g|",
    unit: "percentage points, or log points where growth is in log points; relative without a unit",
    keys: "series; growth on the same period of the year before, or on the period before",
    nulls: "sd and relative null with fewer than two rates, mad with none; relative null where mean growth is zero; rates beside a gap are left out",
    source: "standard; the factor of the median absolute deviation makes it the sd of a normal distribution",
};

/// `1 / Φ⁻¹(3/4)`, in the four digits that R's `mad` uses.
pub const NORMAL: f64 = 1.4826;

/// Spread of the growth rates of a series.
#[derive(Debug, Clone, PartialEq)]
pub struct Volatility {
    /// Growth rates that could be computed.
    pub n: usize,
    pub mean: Figure,
    pub median: Figure,
    /// Sample standard deviation.
    pub deviation: Figure,
    /// Median absolute deviation, scaled to the standard deviation of a normal distribution.
    pub robust: Figure,
    /// Standard deviation over the absolute mean.
    pub relative: Figure,
    pub lowest: Figure,
    pub highest: Figure,
}

/// How much the growth of a series varies.
///
/// ```text
/// deviation = √(Σ(g(t) − ḡ)² / (n − 1))
/// robust    = 1.4826 · median |g(t) − median g|
/// ```
///
/// Unit: percentage points or log points, as `rate` says.
pub fn volatility(timeline: &Timeline, against: Against, rate: Rate) -> Volatility {
    let growth = timeline.growth(against, rate).into_iter();
    let mut rates: Vec<f64> = growth.filter_map(|step| step.figure.ok()).collect();
    rates.sort_by(f64::total_cmp);
    let mean = mean(&rates);
    let deviation = mean.clone().and_then(|mean| deviation(&rates, mean));
    let middle = median(&rates);
    let robust = middle.clone().and_then(|middle| {
        let mut distances: Vec<f64> = rates.iter().map(|rate| (rate - middle).abs()).collect();
        distances.sort_by(f64::total_cmp);
        median(&distances).map(|spread| NORMAL * spread)
    });
    let relative = deviation
        .clone()
        .and_then(|sd| quotient(sd, mean.clone()?.abs()));
    Volatility {
        n: rates.len(),
        mean,
        median: middle,
        deviation,
        robust,
        relative,
        lowest: rates.first().copied().ok_or(Reason::TooFew(1)),
        highest: rates.last().copied().ok_or(Reason::TooFew(1)),
    }
}

fn deviation(values: &[f64], mean: f64) -> Figure {
    if values.len() < 2 {
        return Err(Reason::TooFew(2));
    }
    let squares = exact_sum(values.iter().map(|value| (value - mean) * (value - mean)));
    Ok((squares / (values.len() - 1) as f64).sqrt())
}
