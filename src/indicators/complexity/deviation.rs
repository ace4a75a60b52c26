//! Means, deviations and correlations that do not depend on the order of values.

use crate::model::sum::exact_sum;

fn mean(values: &[f64]) -> f64 {
    exact_sum(values.iter().copied()) / values.len() as f64
}

/// Standard deviation over n.
pub(super) fn deviation(values: &[f64]) -> f64 {
    let centre = mean(values);
    let squares = values.iter().map(|value| (value - centre).powi(2));
    (exact_sum(squares) / values.len() as f64).sqrt()
}

/// `values` from the mean and in the deviations of `by`, whose deviation is above zero.
pub(super) fn standardised(values: &[f64], by: &[f64]) -> Vec<f64> {
    let (centre, deviation) = (mean(by), deviation(by));
    values
        .iter()
        .map(|value| (value - centre) / deviation)
        .collect()
}

/// Pearson's correlation; 0 where one side does not vary.
pub(super) fn correlation(values: &[f64], counts: &[usize]) -> f64 {
    let counts: Vec<f64> = counts.iter().map(|count| *count as f64).collect();
    let (of_values, of_counts) = (mean(values), mean(&counts));
    let products = values.iter().zip(&counts);
    let together = exact_sum(products.map(|(a, b)| (a - of_values) * (b - of_counts)));
    let apart = deviation(values) * deviation(&counts) * values.len() as f64;
    if apart > 0.0 { together / apart } else { 0.0 }
}
