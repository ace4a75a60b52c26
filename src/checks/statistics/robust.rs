//! Median, median absolute deviation, and how far a value lies from the rest.
//!
//! Sources: Iglewicz and Hoaglin (1993), *How to Detect and Handle Outliers*, ASQC; Hampel (1974),
//! *Journal of the American Statistical Association* 69.

use serde::Serialize;

use super::moments::mean;

/// A robust score beyond this marks a value as outlying: the limit that Iglewicz and Hoaglin give.
pub const OUTLYING: f64 = 3.5;

/// The upper quartile of the normal distribution: the MAD times its reciprocal estimates the
/// standard deviation.
const NORMAL_QUARTILE: f64 = 0.674_489_750_196_081_7;

/// The mean absolute deviation of a normal is √(2/π) standard deviations.
const NORMAL_MEAN_DEVIATION: f64 = 0.797_884_560_802_865_4;

/// The middle value, or the mean of the two middle ones; `None` for no values.
pub fn median(values: &[f64]) -> Option<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let middle = sorted.len() / 2;
    match sorted.len() {
        0 => None,
        count if count % 2 == 1 => Some(sorted[middle]),
        _ => Some(sorted[middle - 1] + (sorted[middle] - sorted[middle - 1]) / 2.0),
    }
}

/// The median absolute deviation from the median, not scaled; `None` for no values.
pub fn mad(values: &[f64]) -> Option<f64> {
    let centre = median(values)?;
    let away: Vec<f64> = values.iter().map(|value| (value - centre).abs()).collect();
    median(&away)
}

/// What a robust score is measured with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scale {
    /// The median absolute deviation.
    Mad,
    /// The mean absolute deviation, where more than half of the values are equal and the MAD is 0.
    MeanDeviation,
}

/// The centre and width that scores are taken from.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Spread {
    pub centre: f64,
    /// Estimates a standard deviation.
    pub width: f64,
    pub scale: Scale,
}

impl Spread {
    /// How many widths a value lies from the centre, signed.
    pub fn score(&self, value: f64) -> f64 {
        (value - self.centre) / self.width
    }
}

/// The robust centre and width of values; `None` if there are none or all are equal.
pub fn spread(values: &[f64]) -> Option<Spread> {
    let centre = median(values)?;
    let by_mad = mad(values)? / NORMAL_QUARTILE;
    if by_mad > 0.0 {
        return Some(Spread {
            centre,
            width: by_mad,
            scale: Scale::Mad,
        });
    }
    let away: Vec<f64> = values.iter().map(|value| (value - centre).abs()).collect();
    let width = mean(&away)? / NORMAL_MEAN_DEVIATION;
    (width > 0.0).then_some(Spread {
        centre,
        width,
        scale: Scale::MeanDeviation,
    })
}

/// The score of each value, 0.6745 (x − median) / MAD; none at all if the values are all equal.
pub fn robust_scores(values: &[f64]) -> Option<Vec<f64>> {
    let spread = spread(values)?;
    Some(values.iter().map(|value| spread.score(*value)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hand_sized_sample() {
        let sample = [1.0, 2.0, 3.0, 4.0, 100.0];
        assert_eq!(median(&sample), Some(3.0));
        assert_eq!(mad(&sample), Some(1.0));
        let scores = robust_scores(&sample).unwrap();
        assert!((scores[4] - 0.674_489_750_196_081_7 * 97.0).abs() < 1e-12);
        assert_eq!(scores[2], 0.0);
        assert_eq!(median(&[4.0, 1.0]), Some(2.5));
        assert_eq!(median(&[]), None);
    }

    #[test]
    fn one_value_among_equal_ones_is_scored_by_the_mean_deviation() {
        let spread = spread(&[1.0, 1.0, 1.0, 1.0, 1.0, 2.0]).unwrap();
        assert_eq!(spread.scale, Scale::MeanDeviation);
        // 1 / (1/6 / 0.797885)
        assert!((spread.score(2.0) - 4.787_307_364_817_193).abs() < 1e-12);
        assert_eq!(robust_scores(&[1.0, 1.0]), None);
    }
}
