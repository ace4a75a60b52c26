//! Means, deviations and correlation, from exact sums.

use crate::model::sum::exact_sum;

/// The arithmetic mean; `None` for no values.
pub fn mean(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| exact_sum(values.iter().copied()) / values.len() as f64)
}

/// The sum of squares about the mean; 0 for fewer than two values.
pub(super) fn squares(values: &[f64]) -> f64 {
    let Some(centre) = mean(values) else {
        return 0.0;
    };
    exact_sum(values.iter().map(|value| (value - centre).powi(2)))
}

/// The sample standard deviation, with n − 1; `None` for fewer than two values.
pub fn deviation(values: &[f64]) -> Option<f64> {
    (values.len() > 1).then(|| (squares(values) / (values.len() - 1) as f64).sqrt())
}

/// Pearson's correlation; `None` for fewer than three pairs or a side that does not vary.
pub fn correlation(pairs: &[(f64, f64)]) -> Option<f64> {
    let (x, y): (Vec<f64>, Vec<f64>) = pairs.iter().copied().unzip();
    let (x_mean, y_mean) = (mean(&x)?, mean(&y)?);
    let across = exact_sum(pairs.iter().map(|(x, y)| (x - x_mean) * (y - y_mean)));
    let scale = (squares(&x) * squares(&y)).sqrt();
    (pairs.len() > 2 && scale > 0.0).then(|| (across / scale).clamp(-1.0, 1.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hand_sized_sample() {
        let sample = [2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0];
        assert_eq!(mean(&sample), Some(5.0));
        assert_eq!(deviation(&sample), Some((32.0f64 / 7.0).sqrt()));
        assert_eq!(deviation(&[1.0]), None);
        assert_eq!(mean(&[]), None);
    }

    #[test]
    fn correlation_is_one_on_a_line_and_none_without_variation() {
        assert_eq!(
            correlation(&[(1.0, 2.0), (2.0, 4.0), (3.0, 6.0)]),
            Some(1.0)
        );
        assert_eq!(
            correlation(&[(1.0, 6.0), (2.0, 4.0), (3.0, 2.0)]),
            Some(-1.0)
        );
        assert_eq!(correlation(&[(1.0, 1.0), (2.0, 1.0), (3.0, 1.0)]), None);
        assert_eq!(correlation(&[(1.0, 1.0), (2.0, 3.0)]), None);
    }
}
