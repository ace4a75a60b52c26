//! A change of the growth rate, stated as growth.

use super::{Explain, Explained};
use crate::checks::claims::case::Case;
use crate::checks::claims::claim::{Base, Period};
use crate::checks::claims::evidence::Pair;
use crate::checks::claims::reading::Reading;

/// Percentage points for per cent: the stated figure is by how much the rate of growth changed.
///
/// ```text
/// points = g(t) − g(t−1); relative = g(t) / g(t−1) − 1; g the growth over the year before
/// ```
///
/// Needs three years in a row from one hand.
pub(super) struct Points;

impl Explain for Points {
    fn name(&self) -> &'static str {
        "points for per cent"
    }

    fn test(&self, case: &Case<'_>) -> Vec<Explained> {
        let yearly = case
            .change()
            .is_some_and(|change| matches!(change.base, Base::YearBefore { .. }));
        let (Some(stated), Some(base)) = (case.stated_rate().filter(|_| yearly), case.base())
        else {
            return Vec::new();
        };
        let before = Period {
            year: base.year - 1,
            ..base
        };
        let lines = case.lines.iter();
        lines
            .flat_map(|line| {
                let earlier = line.pairs(before, base);
                let later = line.pairs(base, case.period);
                earlier.into_iter().zip(later)
            })
            .flat_map(|(earlier, later)| {
                let words = |how: &str| format!("{}, {how}", later.words);
                let points = points(&earlier, &later).map(|figure| {
                    Explained::rate(
                        stated,
                        figure,
                        &words("change of the growth rate, in points"),
                    )
                });
                let relative = relative(&earlier, &later).map(|figure| {
                    Explained::rate(
                        stated,
                        figure,
                        &words("change of the growth rate, relative to it"),
                    )
                });
                [points, relative].into_iter().flatten()
            })
            .collect()
    }
}

fn points(earlier: &Pair, later: &Pair) -> Option<Reading> {
    later.ratio()?.minus(earlier.ratio()?)
}

fn relative(earlier: &Pair, later: &Pair) -> Option<Reading> {
    let (before, now) = (earlier.ratio()?.less(1.0)?, later.ratio()?.less(1.0)?);
    now.over(before)?.less(1.0)
}
