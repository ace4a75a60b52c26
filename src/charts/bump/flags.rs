//! The labels at both sides of a chart of ranks.

use super::rank_words;
use crate::charts::layout::flank::Flag;
use crate::charts::layout::focus::Ink;
use crate::charts::series::Series;

/// The labels of one year, the coloured first, then by rank.
pub fn flags(shown: &[Series], inks: &[Ink], year: f64) -> Vec<Flag> {
    let mut flags: Vec<Flag> = shown
        .iter()
        .enumerate()
        .filter_map(|(index, one)| {
            let value = one.at(year)?;
            Some(Flag {
                index,
                value,
                figure: rank_words(value),
                name: one.name.clone(),
                colour: inks[index].word,
                bold: inks[index].focus,
            })
        })
        .collect();
    flags.sort_by(|a, b| b.bold.cmp(&a.bold).then(a.value.total_cmp(&b.value)));
    flags
}
