//! The words that say how sure a number is.

use super::token::Token;
use crate::checks::claims::claim::Hedge;

const PHRASES: [(&str, Hedge); 68] = [
    ("about", Hedge::About),
    ("some", Hedge::About),
    ("around", Hedge::About),
    ("roughly", Hedge::About),
    ("approximately", Hedge::About),
    ("approx", Hedge::About),
    ("approx .", Hedge::About),
    ("circa", Hedge::About),
    ("near", Hedge::About),
    ("nearing", Hedge::About),
    ("close to", Hedge::About),
    ("an estimated", Hedge::About),
    ("estimated at", Hedge::About),
    ("estimated", Hedge::About),
    ("in the region of", Hedge::About),
    ("in the order of", Hedge::About),
    ("of the order of", Hedge::About),
    ("more or less", Hedge::About),
    ("more than", Hedge::More),
    ("over", Hedge::More),
    ("just over", Hedge::More),
    ("above", Hedge::More),
    ("at least", Hedge::More),
    ("upwards of", Hedge::More),
    ("in excess of", Hedge::More),
    ("beyond", Hedge::More),
    ("past", Hedge::More),
    ("exceed", Hedge::More),
    ("exceeds", Hedge::More),
    ("exceeded", Hedge::More),
    ("exceeding", Hedge::More),
    ("surpassed", Hedge::More),
    ("surpasses", Hedge::More),
    ("surpassing", Hedge::More),
    ("topped", Hedge::More),
    ("topping", Hedge::More),
    ("tops", Hedge::More),
    ("crossed", Hedge::More),
    ("crossing", Hedge::More),
    ("passed", Hedge::More),
    ("passing", Hedge::More),
    ("broke", Hedge::More),
    ("exceeded the", Hedge::More),
    ("surpassed the", Hedge::More),
    ("crossed the", Hedge::More),
    ("crossing the", Hedge::More),
    ("surpassing the", Hedge::More),
    ("exceeding the", Hedge::More),
    ("topped the", Hedge::More),
    ("passed the", Hedge::More),
    ("broke the", Hedge::More),
    ("no less than", Hedge::More),
    ("not less than", Hedge::More),
    ("as much as", Hedge::Less),
    ("a little over", Hedge::More),
    ("slightly over", Hedge::More),
    ("well over", Hedge::More),
    ("a little more than", Hedge::More),
    ("slightly more than", Hedge::More),
    ("less than", Hedge::Less),
    ("under", Hedge::Less),
    ("just under", Hedge::Less),
    ("below", Hedge::Less),
    ("almost", Hedge::Less),
    ("nearly", Hedge::Less),
    ("up to", Hedge::Less),
    ("just short of", Hedge::Less),
    ("at most", Hedge::Less),
];

/// What the words right before a token say of the number there, and how many they are.
pub(super) fn before(tokens: &[Token], at: usize) -> (Hedge, usize) {
    PHRASES
        .iter()
        .map(|(phrase, hedge)| (phrase.split(' ').collect::<Vec<_>>(), *hedge))
        .filter(|(words, _)| {
            let from = at.checked_sub(words.len());
            let before = from.and_then(|from| tokens.get(from..at));
            before
                .is_some_and(|before| before.iter().zip(words).all(|(token, word)| token.is(word)))
        })
        .max_by_key(|(words, _)| words.len())
        .map_or((Hedge::Plain, 0), |(words, hedge)| (hedge, words.len()))
}

/// What the words right after a number say of it, and how many they are.
pub(super) fn after(tokens: &[Token], at: usize) -> Option<(Hedge, usize)> {
    let word = |offset: usize| tokens.get(at + offset).map(|token| token.lower.as_str());
    match (word(0), word(1)) {
        (Some("or"), Some("so")) => Some((Hedge::About, 2)),
        (Some("or"), Some("more")) => Some((Hedge::More, 2)),
        (Some("plus"), _) => Some((Hedge::More, 1)),
        (Some("+"), _) if !tokens[at].spaced => Some((Hedge::More, 1)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::claims::read::token::tokens;

    #[test]
    fn the_longest_phrase_counts() {
        for (words, expected) in [
            ("amount to some", (Hedge::About, 1)),
            ("was just under", (Hedge::Less, 2)),
            ("exceeded", (Hedge::More, 1)),
            ("crossed the", (Hedge::More, 2)),
            ("reached", (Hedge::Plain, 0)),
        ] {
            let tokens = tokens(words, 0);
            assert_eq!(before(&tokens, tokens.len()), expected, "{words}");
        }
    }
}
