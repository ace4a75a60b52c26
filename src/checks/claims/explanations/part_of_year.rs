//! A part of a year for the whole, at one end or both.

use super::{Explain, Explained};
use crate::checks::claims::case::Case;
use crate::checks::claims::claim::{Part, Period};
use crate::checks::claims::words::period_words;

/// The growth is that of another part of the year, or of a part against a whole.
///
/// ```text
/// rate = part(t) / part(t−1) − 1, or part(t) / year(t−1) − 1, or year(t) / part(t−1) − 1
/// ```
pub(super) struct PartOfYear;

impl Explain for PartOfYear {
    fn name(&self) -> &'static str {
        "part of the year"
    }

    fn test(&self, case: &Case<'_>) -> Vec<Explained> {
        let (Some(stated), Some(base)) = (case.stated_rate(), case.base()) else {
            return Vec::new();
        };
        let mut found = Vec::new();
        for part in other_parts(case) {
            let (then, now) = (
                Period { part, ..base },
                Period {
                    part,
                    ..case.period
                },
            );
            for (from, to) in [(then, now), (base, now), (then, case.period)] {
                let pairs = case.lines.iter().flat_map(|line| line.pairs(from, to));
                found.extend(pairs.filter_map(|pair| {
                    let figure = case.rate(pair.ratio()?)?;
                    let words = format!(
                        "{}, {} on {}",
                        pair.words,
                        period_words(to),
                        period_words(from)
                    );
                    Some(Explained::rate(stated, figure, &words))
                }));
            }
        }
        found
    }
}

/// The parts of a year other than the claim's that anybody gives levels for.
fn other_parts(case: &Case) -> Vec<Part> {
    let levels = case.lines.iter().flat_map(|line| &line.levels);
    let mut parts: Vec<Part> = levels.map(|level| level.period.part).collect();
    parts.sort_unstable();
    parts.dedup();
    parts.retain(|part| *part != case.period.part);
    parts
}
