//! The least-squares line through points.

use serde::Serialize;

use super::moments::{mean, squares};
use super::tails::f_tail;
use crate::model::sum::exact_sum;

/// y = intercept + slope · x by least squares.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Line {
    pub intercept: f64,
    pub slope: f64,
    /// Sum of squared distances from the line.
    pub rest: f64,
    /// Standard error of the slope; `None` with two points.
    pub error: Option<f64>,
    /// Two-sided p-value of the slope against 0, if the distances are independent and normal;
    /// `None` with two points or if every point lies on the line.
    pub p: Option<f64>,
    pub points: usize,
}

/// The line through points (x, y); `None` for fewer than two points or an x that does not vary.
pub fn line(points: &[(f64, f64)]) -> Option<Line> {
    let (x, y): (Vec<f64>, Vec<f64>) = points.iter().copied().unzip();
    let (x_mean, y_mean) = (mean(&x)?, mean(&y)?);
    let width = squares(&x);
    if width <= 0.0 {
        return None;
    }
    let across = exact_sum(points.iter().map(|(x, y)| (x - x_mean) * (y - y_mean)));
    let slope = across / width;
    let rest = exact_sum(
        points
            .iter()
            .map(|(x, y)| (y - y_mean - slope * (x - x_mean)).powi(2)),
    );
    let freedom = points.len() as f64 - 2.0;
    let error = (freedom > 0.0).then(|| (rest / freedom / width).sqrt());
    // Rounding leaves crumbs of a perfect fit; a p-value from crumbs would be noise.
    let scattered = rest > squares(&y) * 1e-24;
    let p = error
        .filter(|_| scattered)
        .map(|error| f_tail((slope / error).powi(2), 1.0, freedom));
    Some(Line {
        intercept: y_mean - slope * x_mean,
        slope,
        rest,
        error,
        p,
        points: points.len(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_scipy_linregress() {
        let years = [2003.0, 2004.0, 2005.0, 2006.0, 2008.0];
        let points: Vec<_> = years.into_iter().zip([0.1, 0.15, 0.05, 0.3, 0.2]).collect();
        let line = line(&points).unwrap();
        assert!((line.slope - 0.026_351_351_351_351_356).abs() < 1e-13);
        assert!((line.intercept + 52.679_729_729_729_73).abs() < 1e-9);
        assert!((line.error.unwrap() - 0.024_533_013_688_753_044).abs() < 1e-13);
        assert!((line.p.unwrap() - 0.361_475_679_365_394_5).abs() < 1e-10);
    }

    #[test]
    fn two_points_have_a_slope_but_no_test() {
        let two = line(&[(1.0, 1.0), (2.0, 3.0)]).unwrap();
        assert_eq!((two.slope, two.error, two.p), (2.0, None, None));
        assert_eq!(line(&[(1.0, 1.0), (1.0, 3.0)]), None);
    }
}
