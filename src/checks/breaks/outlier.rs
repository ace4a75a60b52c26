//! Growth far from what is usual in the same series.

use serde::Serialize;

use crate::checks::series::{Period, Series};
use crate::checks::statistics::{OUTLYING, robust_scores};

/// With fewer growth rates none is called an outlier.
pub const OUTLIER_GROWTHS: usize = 7;

/// A log growth rate with a robust score beyond 3.5.
///
/// Of twenty growth rates drawn from one normal distribution, one series in ten has such a rate by
/// chance; of seven, one in six. It is a place to look, not an error found.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct GrowthOutlier {
    pub key: String,
    pub period: Period,
    pub log_growth: f64,
    /// 0.6745 (growth − median) / MAD.
    pub score: f64,
    /// Whether the next period takes at least half of it back: a spike rather than a step. `None`
    /// if there is no next growth rate.
    pub undone: Option<bool>,
}

/// The outlying growth rates of one series, the farthest first.
pub fn growth_outliers(series: &Series) -> Vec<GrowthOutlier> {
    let growths = series.log_growth();
    let values: Vec<f64> = growths.iter().map(|(_, growth)| *growth).collect();
    let Some(scores) = robust_scores(&values).filter(|_| values.len() >= OUTLIER_GROWTHS) else {
        return Vec::new();
    };
    let next = |place: usize| {
        let (later, growth) = growths.get(place + 1)?;
        (growths[place].0.next() == *later).then_some(*growth)
    };
    let mut found: Vec<_> = scores
        .into_iter()
        .enumerate()
        .filter(|(_, score)| score.abs() > OUTLYING)
        .map(|(place, score)| GrowthOutlier {
            key: series.key().to_owned(),
            period: growths[place].0,
            log_growth: values[place],
            score,
            undone: next(place)
                .map(|next| -next * values[place].signum() >= values[place].abs() / 2.0),
        })
        .collect();
    found.sort_by(|a, b| b.score.abs().total_cmp(&a.score.abs()));
    found
}
