//! Rounding of the printed figures, or cutting off of their digits.

use super::{Explain, Explained};
use crate::checks::claims::case::Case;
use crate::checks::claims::claim::{Claim, Measure};
use crate::checks::claims::interval::Interval;
use crate::checks::claims::reading::Reading;

/// The stated figure follows from unrounded levels; what is printed was rounded, or cut off.
///
/// ```text
/// rate = level / base − 1, each of them anything that is printed so
/// ```
pub(super) struct Rounding;

impl Explain for Rounding {
    fn name(&self) -> &'static str {
        "rounding"
    }

    fn test(&self, case: &Case<'_>) -> Vec<Explained> {
        let Some(stated) = case.stated_rate() else {
            return Vec::new();
        };
        let pairs = case.best_pairs();
        let rounded = pairs.iter().filter_map(|pair| {
            let figure = case.rate(pair.ratio()?)?;
            let words = format!("levels of {}, rounding allowed for", pair.words);
            Some(Explained::rate(stated, figure, &words))
        });
        let cut = pairs
            .iter()
            .filter(|_| states_number(case.claim))
            .filter_map(|pair| {
                let ratio = cut_off(pair.level.reading).over(cut_off(pair.base.reading))?;
                let words = format!(
                    "levels of {}, digits cut off instead of rounded",
                    pair.words
                );
                let printed = pair.base.reading.rounding.width() > 0.0;
                let (stated, figure) = (cut_off(stated), case.rate(ratio)?);
                printed.then(|| Explained::rate(stated, figure, &words))
            });
        rounded.chain(cut).collect()
    }
}

fn states_number(claim: &Claim) -> bool {
    let measure = claim.change.as_ref().map(|change| &change.measure);
    matches!(measure, Some(Measure::Rate(number)) if number.text.contains(|c: char| c.is_ascii_digit()))
}

/// Every value whose digits begin as printed, away from zero.
fn cut_off(printed: Reading) -> Reading {
    let unit = printed.rounding.width().copysign(printed.value);
    let range = Interval::new(printed.value, printed.value + unit);
    Reading {
        rounding: range,
        usual: range,
        widest: range,
        ..printed
    }
}
