//! A unit or a decimal point out of place.

use super::{Explain, Explained};
use crate::checks::claims::case::Case;

/// Factors between units mistaken for each other in amounts.
///
/// Ten is the distance from the Chinese 亿 (a hundred million) to a billion.
const AMOUNTS: [(f64, &str); 4] = [
    (1e3, "a thousand times as much"),
    (1e-3, "a thousandth"),
    (10.0, "ten times as much"),
    (0.1, "a tenth"),
];

/// Factors by which a printed rate is off when its decimal point or its per cent sign is misplaced.
const RATES: [(f64, &str); 4] = [
    (10.0, "ten times the rate"),
    (0.1, "a tenth of the rate"),
    (
        100.0,
        "a hundred times the rate, a fraction read as per cent twice",
    ),
    (
        0.01,
        "a hundredth of the rate, a fraction printed as per cent",
    ),
];

/// Thousands for millions, millions for billions, a shifted decimal point.
pub(super) struct Units;

impl Explain for Units {
    fn name(&self) -> &'static str {
        "unit slip"
    }

    fn test(&self, case: &Case<'_>) -> Vec<Explained> {
        if case.claim.change.is_none() {
            return levels(case);
        }
        let Some(stated) = case.stated_rate().filter(|stated| stated.value.is_finite()) else {
            return Vec::new();
        };
        let pairs = case.best_pairs();
        let of_levels = pairs.iter().flat_map(|pair| {
            AMOUNTS.into_iter().filter_map(|(factor, how)| {
                let figure = case.rate(pair.ratio()?.times(factor)?)?;
                let words = format!("levels of {}, the later one {how}", pair.words);
                Some(Explained::rate(stated, figure, &words))
            })
        });
        let of_rates = pairs.iter().flat_map(|pair| {
            RATES.into_iter().filter_map(|(factor, how)| {
                let figure = case.rate(pair.ratio()?)?.times(factor)?;
                let words = format!("levels of {}, {how}", pair.words);
                Some(Explained::rate(stated, figure, &words))
            })
        });
        of_levels.chain(of_rates).collect()
    }
}

fn levels(case: &Case) -> Vec<Explained> {
    let Some(stated) = case.stated_level() else {
        return Vec::new();
    };
    let currency = case.claim.level.as_ref().and_then(|level| level.currency);
    let others = case.lines.iter().filter(|line| !line.own);
    others
        .flat_map(|line| line.levels.iter().map(move |level| (line, level)))
        .filter(|(_, level)| level.period == case.period && level.currency == currency)
        .flat_map(|(line, level)| {
            AMOUNTS.into_iter().filter_map(move |(factor, how)| {
                let words = format!("{}, {how}", line.words);
                Some(Explained::money(
                    stated,
                    level.reading.times(factor)?,
                    currency,
                    &words,
                ))
            })
        })
        .collect()
}
