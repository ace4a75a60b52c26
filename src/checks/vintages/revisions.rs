//! How large revisions are and which way they go.

use serde::Serialize;

use super::compare::{Table, both};
use crate::checks::statistics::{mean, median};

/// Relative revisions, new over old less 1, of every figure that both vintages give and that was
/// not 0 in the old one; unchanged figures count as 0.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Revisions {
    pub figures: usize,
    pub changed: usize,
    /// Among the changed ones.
    pub upward: usize,
    pub downward: usize,
    /// The mean says whether figures are revised one way.
    pub mean: f64,
    pub mean_absolute: f64,
    pub median: f64,
    pub smallest: f64,
    pub lower_quartile: f64,
    pub upper_quartile: f64,
    pub largest: f64,
    /// If all changed figures, at least three, changed by one factor: that factor. It is the mark
    /// of another unit or currency rather than of a revision.
    pub one_factor: Option<f64>,
}

/// Fewer changes by one factor are no pattern.
const PATTERN: usize = 3;

impl Revisions {
    /// `None` if no figure is in both.
    pub(super) fn of(old: &Table, new: &Table) -> Option<Self> {
        let pairs: Vec<(f64, f64)> = both(old, new)
            .filter(|(_, was, _)| *was != 0.0)
            .map(|(_, was, is)| (was, is))
            .collect();
        let mut all: Vec<f64> = pairs
            .iter()
            .map(|(was, is)| (is - was) / was.abs())
            .collect();
        all.sort_by(f64::total_cmp);
        let sizes: Vec<f64> = all.iter().map(|revision| revision.abs()).collect();
        let factors = pairs.iter().filter(|(was, is)| was != is);
        let factors: Vec<f64> = factors.map(|(was, is)| is / was).collect();
        Some(Self {
            figures: all.len(),
            changed: factors.len(),
            upward: all.iter().filter(|revision| **revision > 0.0).count(),
            downward: all.iter().filter(|revision| **revision < 0.0).count(),
            mean: mean(&all)?,
            mean_absolute: mean(&sizes)?,
            median: median(&all)?,
            smallest: *all.first()?,
            lower_quartile: quantile(&all, 0.25),
            upper_quartile: quantile(&all, 0.75),
            largest: *all.last()?,
            one_factor: one_factor(&factors),
        })
    }
}

/// The quantile of sorted values, straight between neighbours (type 7 of Hyndman and Fan 1996).
fn quantile(sorted: &[f64], share: f64) -> f64 {
    let place = share * (sorted.len() - 1) as f64;
    let (low, high) = (place.floor() as usize, place.ceil() as usize);
    sorted[low] + (sorted[high] - sorted[low]) * (place - place.floor())
}

/// The median factor if every factor is within a millionth of it.
fn one_factor(factors: &[f64]) -> Option<f64> {
    let factor = median(factors).filter(|_| factors.len() >= PATTERN)?;
    let same = |other: &f64| (other / factor - 1.0).abs() <= 1e-6;
    factors.iter().all(same).then_some(factor)
}
