//! How far two reports of one flow in one period lie apart.

use serde::Serialize;

/// The importer's report against the exporter's.
///
/// With x the exporter's and m the importer's figure:
///
/// ```text
/// difference = m − x            ratio = m / x         relative = (m − x) / x
/// symmetric  = 2 (m − x) / (m + x)                    log = ln m − ln x
/// ```
///
/// All but the difference are fractions without a unit. Swapping the sides turns the sign of the
/// difference, the symmetric and the log gap. A measure that would divide by zero, or take the
/// logarithm of nothing, is `None`.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Gap {
    /// In the unit of the figures.
    pub difference: f64,
    pub ratio: Option<f64>,
    /// Against the exporter's report.
    pub relative: Option<f64>,
    /// Difference over the mean of both, −2 to 2 for figures of zero or more.
    pub symmetric: Option<f64>,
    pub log: Option<f64>,
}

impl Gap {
    /// The gap between two figures of one period.
    pub fn between(exporter: f64, importer: f64) -> Self {
        let difference = importer - exporter;
        let per = |top: f64, bottom: f64| {
            Some(top / bottom).filter(|ratio| bottom > 0.0 && ratio.is_finite())
        };
        let both = exporter > 0.0 && importer > 0.0;
        Self {
            difference,
            ratio: per(importer, exporter),
            relative: per(difference, exporter),
            symmetric: per(difference, (exporter + importer) / 2.0),
            log: both.then(|| importer.ln() - exporter.ln()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Gap;

    #[test]
    fn the_figures_of_a_hand_worked_year() {
        let gap = Gap::between(1.93, 2.12);
        let near = |ours: Option<f64>, by_hand: f64| (ours.unwrap() - by_hand).abs() < 5e-7;
        assert!(near(gap.ratio, 1.098_446));
        assert!(near(gap.relative, 0.098_446));
        assert!(near(gap.symmetric, 0.093_827));
        assert!(near(gap.log, 0.093_896));
        assert!(near(Gap::between(1.93, 2.12 / 1.06).ratio, 1.036_269));
        assert!((gap.difference - 0.19).abs() < 1e-12);
    }

    #[test]
    fn a_reported_zero_has_a_difference_but_no_ratio() {
        let gap = Gap::between(0.0, 5.0);
        assert_eq!((gap.difference, gap.symmetric), (5.0, Some(2.0)));
        assert_eq!((gap.ratio, gap.relative, gap.log), (None, None, None));
        let nothing = Gap::between(0.0, 0.0);
        assert_eq!((nothing.difference, nothing.symmetric), (0.0, None));
    }
}
