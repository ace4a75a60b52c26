//! Growth after inflation.

use super::{Explain, Explained};
use crate::checks::claims::case::Case;

/// The levels are nominal and the growth is real.
///
/// ```text
/// rate = (level / p(t)) / (base / p(t−1)) − 1, p the price index of the levels' currency
/// ```
pub(super) struct Real;

impl Explain for Real {
    fn name(&self) -> &'static str {
        "real instead of nominal"
    }

    fn test(&self, case: &Case<'_>) -> Vec<Explained> {
        let Some(stated) = case.stated_rate() else {
            return Vec::new();
        };
        let pairs = case.best_pairs();
        pairs
            .iter()
            .flat_map(|pair| {
                case.evidence
                    .prices
                    .iter()
                    .map(move |prices| (pair, prices))
            })
            .filter(|(pair, prices)| pair.level.currency == Some(prices.currency))
            .filter_map(|(pair, prices)| {
                let rise = prices.rise(pair.base.period.year, pair.level.period.year)?;
                let figure = case.rate(pair.ratio()?.times(rise.recip())?)?;
                let words = format!("levels of {}, divided by {}", pair.words, prices.name);
                Some(Explained::rate(stated, figure, &words))
            })
            .collect()
    }
}
