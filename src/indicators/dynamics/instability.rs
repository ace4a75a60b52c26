//! How far a flow strays from its own trend.

use chrono::Datelike;

use super::middle::mean;
use super::timeline::Timeline;
use crate::indicators::about::About;
use crate::indicators::reason::{Figure, Reason, quotient};
use crate::model::period::from_days;
use crate::model::sum::exact_sum;

pub const ABOUT: About = About {
    name: "instability",
    short: "cdvi",
    about: "the coefficient of variation of a flow, less what its trend explains",
    formula: "CV · √(1 − R̄²), R̄² adjusted and not below 0, of V on t (linear) or of ln V on t (exponential); CV = 100 · sd / mean, sd with n − 1",
    unit: "per cent of the mean",
    keys: "series",
    nulls: "null with fewer than three figures, where the mean is zero, and for the exponential trend with a value that is not positive; gaps are left out, time counts calendar years",
    source: "Cuddy and Della Valle (1978), Oxford Bulletin of Economics and Statistics 40",
};

/// The trend that is taken out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Trend {
    /// `V = a + b t`.
    Linear,
    /// `ln V = a + b t`.
    #[default]
    Exponential,
}

impl Trend {
    pub const ALL: [Self; 2] = [Self::Linear, Self::Exponential];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Linear => "linear",
            Self::Exponential => "exponential",
        }
    }
}

/// Variation of a series, with and without its trend.
#[derive(Debug, Clone, PartialEq)]
pub struct Instability {
    pub n: usize,
    /// `100 · sd / mean`.
    pub variation: Figure,
    /// Adjusted R² of the trend; may be below zero.
    pub explained: Figure,
    /// `variation · √(1 − explained)`, with an R̄² below zero taken as zero.
    pub index: Figure,
}

/// A line needs a point more than the two that any line passes through.
const ENOUGH: usize = 3;

/// The Cuddy–Della Valle index: variation around a trend fitted by least squares.
///
/// ```text
/// I = CV · √(1 − R̄²),   R̄² = 1 − (1 − R²)(n − 1)/(n − 2)
/// ```
pub fn instability(timeline: &Timeline, trend: Trend) -> Instability {
    let points: Vec<(f64, f64)> = timeline
        .calendar()
        .into_iter()
        .filter_map(|period| Some((years(period), timeline.at(period)?)))
        .collect();
    let variation = variation(&points);
    let explained = explained(&points, trend);
    let index = variation.clone().and_then(|variation| {
        let left = 1.0 - explained.clone()?.max(0.0);
        Ok(variation * left.max(0.0).sqrt())
    });
    Instability {
        n: points.len(),
        variation,
        explained,
        index,
    }
}

fn years(period: i32) -> f64 {
    let date = from_days(period);
    f64::from(date.year()) + f64::from(date.month0()) / 12.0
}

fn variation(points: &[(f64, f64)]) -> Figure {
    if points.len() < ENOUGH {
        return Err(Reason::TooFew(ENOUGH));
    }
    let values: Vec<f64> = points.iter().map(|point| point.1).collect();
    let mean = mean(&values)?;
    let squares = exact_sum(values.iter().map(|value| (value - mean).powi(2)));
    let deviation = (squares / (values.len() - 1) as f64).sqrt();
    quotient(100.0 * deviation, mean.abs())
}

fn explained(points: &[(f64, f64)], trend: Trend) -> Figure {
    let n = points.len();
    if n < ENOUGH {
        return Err(Reason::TooFew(ENOUGH));
    }
    let height = |value: f64| match trend {
        Trend::Linear => Ok(value),
        Trend::Exponential if value > 0.0 => Ok(value.ln()),
        Trend::Exponential => Err(Reason::NotPositive),
    };
    let heights: Vec<f64> = points
        .iter()
        .map(|point| height(point.1))
        .collect::<Result<_, _>>()?;
    let times: Vec<f64> = points.iter().map(|point| point.0).collect();
    let (mean_t, mean_h) = (mean(&times)?, mean(&heights)?);
    let around = |t: f64, h: f64| (t - mean_t, h - mean_h);
    let both = || times.iter().zip(&heights).map(|(t, h)| around(*t, *h));
    let covariance = exact_sum(both().map(|(t, h)| t * h));
    let of_time = exact_sum(both().map(|(t, _)| t * t));
    let of_height = exact_sum(both().map(|(_, h)| h * h));
    if of_height == 0.0 {
        // A level line is its own trend.
        return Ok(1.0);
    }
    let slope = quotient(covariance, of_time)?;
    let left = exact_sum(both().map(|(t, h)| (h - slope * t).powi(2)));
    let unexplained = quotient(left, of_height)?;
    Ok(1.0 - unexplained * (n - 1) as f64 / (n - 2) as f64)
}
