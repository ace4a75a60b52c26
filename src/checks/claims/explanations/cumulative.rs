//! Growth over several years, stated as that of one.

use super::{Explain, Explained};
use crate::checks::claims::case::Case;
use crate::checks::claims::claim::Base;
use crate::checks::claims::evidence::{Line, Pair};

/// How far back an earlier level is looked for; more years mean more fits by chance.
const YEARS: i32 = 10;

/// The growth is that since an earlier year than stated, or the whole growth stated as a yearly rate.
///
/// ```text
/// rate = level / level(k years before) − 1, k from 2 to 10
/// ```
pub(super) struct Cumulative;

impl Explain for Cumulative {
    fn name(&self) -> &'static str {
        "growth of several years"
    }

    fn test(&self, case: &Case<'_>) -> Vec<Explained> {
        let (Some(stated), Some(change)) = (case.stated_rate(), case.change()) else {
            return Vec::new();
        };
        match change.base {
            Base::YearBefore { .. } => earlier_pairs(case)
                .iter()
                .filter_map(|pair| {
                    let figure = pair.ratio()?.less(1.0)?;
                    let words = format!("{}, since {}", pair.words, pair.base.period.year);
                    Some(Explained::rate(stated, figure, &words))
                })
                .collect(),
            Base::PerYearSince(_) => case
                .best_pairs()
                .iter()
                .filter_map(|pair| {
                    let figure = pair.ratio()?.less(1.0)?;
                    let words =
                        format!("{}, all growth since {}", pair.words, pair.base.period.year);
                    Some(Explained::rate(stated, figure, &words))
                })
                .collect(),
            _ => Vec::new(),
        }
    }
}

/// Levels of the claim's period with those of two to ten years before, hand by hand.
pub(super) fn earlier_pairs(case: &Case) -> Vec<Pair> {
    let of_line = |line: &Line| -> Vec<Pair> {
        let earlier = line.levels.iter().map(|level| level.period).filter(|base| {
            let years = case.period.year - base.year;
            base.part == case.period.part && (2..=YEARS).contains(&years)
        });
        earlier
            .flat_map(|base| line.pairs(base, case.period))
            .collect()
    };
    case.lines.iter().flat_map(of_line).collect()
}
