//! Words that point to countries or years named elsewhere.

use super::item::Item;
use super::token::Token;
use super::{change, known};

pub(super) fn year_on_year(tokens: &[Token], at: usize) -> Option<usize> {
    let phrases = [
        "year - on - year",
        "year on year",
        "year - over - year",
        "year over year",
        "y - o - y",
        "yoy",
        "y / y",
        "on the year",
        "on - year",
        "on year",
        "year - to - year",
        "from year to year",
        "on an annual basis",
    ];
    longest(tokens, at, &phrases)
}

pub(super) fn yearly(tokens: &[Token], at: usize) -> Option<usize> {
    let phrases = [
        "annual",
        "annually",
        "per year",
        "per annum",
        "a year",
        "each year",
        "every year",
        "yearly",
        "average annual",
        "annual average",
        "annualised",
        "annualized",
        "compound annual",
        "a yearly average",
        "an average",
        "on average",
        "average",
        "averaging",
        "averaged",
        "an annual average",
    ];
    longest(tokens, at, &phrases)
}

/// Words that point to countries named elsewhere.
pub(super) fn pointer(tokens: &[Token], at: usize) -> Option<(Item, usize)> {
    let pair = [
        "the two countries",
        "both countries",
        "the two nations",
        "both nations",
        "the two sides",
        "both sides",
        "two countries",
        "two nations",
        "each other",
        "the two states",
        "the two neighbours",
        "the two neighbors",
        "the two economies",
        "the nations",
        "the countries",
        "our two countries",
        "the two parties",
        "these two countries",
        "the two partners",
        "our countries",
        "the sides",
        "these countries",
        "two sides",
        "the two",
    ];
    let its = [
        "its",
        "their",
        "his country's",
        "her country's",
        "our",
        "the country 's",
        "this country 's",
        "his country 's",
        "her country 's",
        "its own",
    ];
    if let Some(taken) = longest(tokens, at, &pair) {
        return Some((Item::Pair, taken));
    }
    if let Some(taken) = longest(tokens, at, &its) {
        return Some((Item::Its, taken));
    }
    if let Some(taken) = longest(tokens, at, &["the former"]) {
        // `the former president`, `the former Soviet Union`.
        let next = tokens
            .get(at + taken)
            .map_or("", |next| next.lower.as_str());
        let alone = next == "'s"
            || next == ","
            || next == "to"
            || known::is_known(next)
            || change::at(tokens, at + taken, false).is_some();
        return alone.then_some((Item::Former, taken));
    }
    longest(tokens, at, &["the latter"]).map(|taken| (Item::Latter, taken))
}

fn longest(tokens: &[Token], at: usize, phrases: &[&str]) -> Option<usize> {
    phrases
        .iter()
        .filter_map(|words| spells(tokens, at, words))
        .max()
}

fn spells(tokens: &[Token], at: usize, words: &str) -> Option<usize> {
    let mut taken = 0;
    for word in words.split(' ') {
        if !tokens.get(at + taken)?.is(word) {
            return None;
        }
        taken += 1;
    }
    Some(taken)
}
