//! An average yearly rate stated as that of one year, or averaged wrongly.

use super::cumulative::earlier_pairs;
use super::{Explain, Explained};
use crate::checks::claims::case::Case;
use crate::checks::claims::claim::Base;
use crate::checks::claims::evidence::Pair;
use crate::checks::claims::reading::Reading;

/// The rate is a compound average (CAGR) where one of a year or of a whole span is stated, or an
/// average counted otherwise than by compounding over the years elapsed.
///
/// ```text
/// rate = (level / level(n years before))^(1/n) − 1
/// ```
pub(super) struct Average;

impl Explain for Average {
    fn name(&self) -> &'static str {
        "average yearly growth"
    }

    fn test(&self, case: &Case<'_>) -> Vec<Explained> {
        let (Some(stated), Some(change)) = (case.stated_rate(), case.change()) else {
            return Vec::new();
        };
        let pairs = match change.base {
            Base::YearBefore { .. } => earlier_pairs(case),
            _ => case.best_pairs(),
        };
        let several = pairs.iter().filter(|pair| years(pair) > 1.0);
        several
            .flat_map(|pair| {
                variants(pair, change.base)
                    .into_iter()
                    .map(move |found| (pair, found))
            })
            .map(|(pair, (figure, how))| {
                let words = format!("{}, {how} since {}", pair.words, pair.base.period.year);
                Explained::rate(stated, figure, &words)
            })
            .collect()
    }
}

fn years(pair: &Pair) -> f64 {
    f64::from(pair.level.period.year - pair.base.period.year)
}

/// The ways to make a yearly rate of a pair other than the one the claim states.
fn variants(pair: &Pair, base: Base) -> Vec<(Reading, &'static str)> {
    let years = years(pair);
    let compound = |degree: f64| pair.ratio()?.map(|ratio| ratio.root(degree))?.less(1.0);
    let simple = || pair.ratio()?.less(1.0)?.times(years.recip());
    let found = match base {
        Base::PerYearSince(_) => vec![
            (
                compound(years + 1.0),
                "compound average over one year too many",
            ),
            (simple(), "simple average a year"),
        ],
        Base::Period(_) => vec![
            (compound(years), "compound average a year"),
            (simple(), "simple average a year"),
        ],
        _ => vec![(compound(years), "compound average a year")],
    };
    let given = found
        .into_iter()
        .filter_map(|(figure, how)| Some((figure?, how)));
    given.collect()
}
