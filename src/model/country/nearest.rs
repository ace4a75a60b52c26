//! The country that a misspelt name or code was meant to be.

use super::{Country, countries};
use crate::model::spelling::plain;

/// The country whose name or code is a slip away from `text`, as `Norway (NOR)`; none if none is near.
pub fn nearest(text: &str) -> Option<String> {
    let wanted = plain(text);
    let length = wanted.chars().count();
    let named = |country: &Country| format!("{} ({})", country.name, country.code);
    if length < 3 {
        return None;
    }
    let code_slips = || {
        let slip = |country: &&Country| strsim::osa_distance(&wanted, &plain(&country.code)) == 1;
        countries().iter().filter(slip)
    };
    if length == 3 {
        // A slip in a code is one letter wrong or two swapped; a code has no more to be like.
        let swapped = |country: &&Country| sorted(&wanted) == sorted(&plain(&country.code));
        let best = code_slips().find(swapped);
        return best.or_else(|| only(code_slips())).map(named);
    }
    // A letter in four may be wrong: more is another word.
    let near = |country: &Country| {
        let names = country
            .names
            .iter()
            .chain([&country.name])
            .map(|name| plain(name));
        let distances = names.map(|name| {
            let distance = strsim::osa_distance(&wanted, &name);
            let most = length.min(name.chars().count()) / 4;
            (distance <= most.max(1)).then_some(distance)
        });
        distances.flatten().min()
    };
    let found: Vec<(usize, &Country)> = countries()
        .iter()
        .filter_map(|country| Some((near(country)?, country)))
        .collect();
    let least = found.iter().map(|(distance, _)| *distance).min();
    let best = found
        .iter()
        .filter(|(distance, _)| Some(*distance) == least);
    let by_name = only(best.map(|(_, country)| *country));
    by_name
        .or_else(|| only(code_slips()).filter(|_| length == 4))
        .map(named)
}

/// The letters of a code in the order of the alphabet.
fn sorted(code: &str) -> Vec<char> {
    let mut letters: Vec<char> = code.chars().collect();
    letters.sort_unstable();
    letters
}

/// The only one, where two would leave the choice open.
fn only<'a>(mut found: impl Iterator<Item = &'a Country>) -> Option<&'a Country> {
    let first = found.next()?;
    found.next().is_none().then_some(first)
}
