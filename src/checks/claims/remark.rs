//! What the tested suppositions amount to, in words.

use super::explanations::Explanation;
use crate::model::number;

/// How many suppositions that fit are spelt out.
const SHOWN: usize = 3;

/// How many suppositions were tested and which fit, never without saying that a fit is no proof.
///
/// Empty where none was tested. Expects those that fit first, each group by closeness.
pub(super) fn remark(explanations: &[Explanation], chance: Option<f64>) -> String {
    let Some(nearest) = explanations.first() else {
        return String::new();
    };
    let fits: Vec<&Explanation> = explanations
        .iter()
        .filter(|one| one.explained.fits)
        .collect();
    let tested = explanations.len();
    let words = |one: &&Explanation| format!("{} ({})", one.name, one.explained.words);
    if fits.is_empty() {
        return format!(
            "Of {tested} suppositions tested none gives the stated figure; the nearest is {}.",
            words(&nearest)
        );
    }
    let shown: Vec<String> = fits.iter().take(SHOWN).map(words).collect();
    let more = match fits.len().saturating_sub(SHOWN) {
        0 => String::new(),
        more => format!("; and {more} more"),
    };
    let give = if fits.len() == 1 { "gives" } else { "give" };
    let by_chance = match chance {
        Some(share) => format!(
            "and of all rates within 50 points of that of the levels, {} would have found one",
            number::share(share)
        ),
        None => "and with so many tried one may fit by chance".to_owned(),
    };
    format!(
        "Of {tested} suppositions tested {} {give} the stated figure: {}{more}. A fit is no proof, \
         {by_chance}.",
        fits.len(),
        shown.join("; ")
    )
}
