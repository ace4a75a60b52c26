//! Chow's test: does one fit serve both sides of a date as well as two.

use serde::Serialize;

use super::segments::Segments;
use crate::checks::statistics::f_tail;

/// ```text
/// F = ((RSS − RSS₁ − RSS₂) / k) / ((RSS₁ + RSS₂) / (n − 2k))
/// ```
///
/// with k fitted parameters a side and n values. The p-value is exact in samples of any size if the
/// values differ from their fit by independent normal draws of one variance.
///
/// Source: Chow (1960), *Econometrica* 28(3).
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Chow {
    pub f: f64,
    /// Degrees of freedom: k, and n − 2k.
    pub freedom: (usize, usize),
    pub p: f64,
}

impl Chow {
    pub(super) fn at(segments: &Segments, split: usize, parameters: usize) -> Option<Self> {
        let f = segments.f(split)?;
        let freedom = (parameters, segments.len() - 2 * parameters);
        Some(Self {
            f,
            freedom,
            p: f_tail(f, freedom.0 as f64, freedom.1 as f64),
        })
    }
}
