//! The growth of a neighbouring year.

use super::{Explain, Explained};
use crate::checks::claims::case::Case;
use crate::checks::claims::claim::{Part, Period};

/// The stated growth is that of the year before or after, or the level is.
///
/// ```text
/// rate = v(t−1) / v(t−2) − 1, or v(t+1) / v(t) − 1
/// ```
pub(super) struct ShiftedYear;

const SHIFTS: [i32; 2] = [-1, 1];

impl Explain for ShiftedYear {
    fn name(&self) -> &'static str {
        "year shifted by one"
    }

    fn test(&self, case: &Case<'_>) -> Vec<Explained> {
        if case.claim.change.is_none() {
            return levels(case);
        }
        let (Some(stated), Some(base)) = (case.stated_rate(), case.base()) else {
            return Vec::new();
        };
        let lines = case.lines.iter();
        lines
            .flat_map(|line| SHIFTS.map(|years| (line, years)))
            .flat_map(|(line, years)| line.pairs(moved(base, years), moved(case.period, years)))
            .filter_map(|pair| {
                let figure = case.rate(pair.ratio()?)?;
                let words = format!(
                    "{}, {} on {}",
                    pair.words,
                    year(&pair.level.period),
                    year(&pair.base.period)
                );
                Some(Explained::rate(stated, figure, &words))
            })
            .collect()
    }
}

fn levels(case: &Case) -> Vec<Explained> {
    let Some(stated) = case.stated_level() else {
        return Vec::new();
    };
    let printed = case.claim.level.as_ref().and_then(|level| level.currency);
    let others = case.lines.iter().filter(|line| !line.own);
    others
        .flat_map(|line| line.levels.iter().map(move |level| (line, level)))
        .filter(|(_, level)| {
            SHIFTS
                .iter()
                .any(|years| level.period == moved(case.period, *years))
        })
        .filter(|(_, level)| level.currency == printed)
        .map(|(line, level)| {
            let words = format!("{} in {}", line.words, level.period.year);
            Explained::money(stated, level.reading, level.currency, &words)
        })
        .collect()
}

fn moved(period: Period, years: i32) -> Period {
    Period {
        year: period.year + years,
        ..period
    }
}

fn year(period: &Period) -> String {
    match period.part {
        Part::Year => period.year.to_string(),
        _ => format!("the same part of {}", period.year),
    }
}
