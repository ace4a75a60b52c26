//! Insurance and freight in one of the two levels only.

use super::{Explain, Explained};
use crate::checks::claims::case::Case;

/// How much larger a CIF value is than an FOB value, by whose convention.
///
/// Sources: IMF, *Direction of Trade Statistics Yearbook 2017* (1.06); OECD, average margin; FAO, trade
/// matrix. Ten per cent is the round margin of many older studies.
const FACTORS: [(f64, &str); 4] = [
    (1.05, "1.05, the OECD average"),
    (1.06, "1.06, the IMF’s factor"),
    (1.10, "1.10, a customary round margin"),
    (1.12, "1.12, the FAO’s factor"),
];

/// One level includes insurance and freight (CIF), the other does not (FOB).
///
/// ```text
/// rate = level × f / base − 1, or level / (base × f) − 1
/// ```
pub(super) struct Valuation;

impl Explain for Valuation {
    fn name(&self) -> &'static str {
        "CIF against FOB"
    }

    fn test(&self, case: &Case<'_>) -> Vec<Explained> {
        let Some(stated) = case.stated_rate() else {
            return Vec::new();
        };
        let pairs = case.best_pairs();
        let ends = |(factor, name): (f64, &str)| {
            [
                (factor, format!("the later one made CIF by {name}")),
                (
                    factor.recip(),
                    format!("the earlier one made CIF by {name}"),
                ),
            ]
        };
        pairs
            .iter()
            .flat_map(|pair| {
                FACTORS
                    .into_iter()
                    .flat_map(ends)
                    .map(move |end| (pair, end))
            })
            .filter_map(|(pair, (factor, name))| {
                let figure = case.rate(pair.ratio()?.times(factor)?)?;
                let words = format!("levels of {}, {name}", pair.words);
                Some(Explained::rate(stated, figure, &words))
            })
            .collect()
    }
}
