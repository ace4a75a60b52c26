//! Currencies as sentences write them.

use super::currency_names::{AFTER, BEFORE, SHARED};
use super::nation;
use super::token::{Kind, Token};
use crate::model::currency::Currency;

/// What is said of the currency of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Named {
    /// `None` where several have the name and nothing tells which.
    pub(super) currency: Option<Currency>,
    /// Whether the name alone does not tell: `$`, `kroner`.
    pub(super) assumed: bool,
}

/// The currency named right before a number at `at`, and the tokens that name it.
pub(super) fn before(
    tokens: &[Token],
    at: usize,
    mentioned: &[&'static str],
) -> Option<(Named, usize)> {
    let mut found = BEFORE
        .iter()
        .filter(|(words, ..)| spells(tokens, at, words))
        .max_by_key(|(words, ..)| words.len());
    // `a $3bn deal` is no Australian dollar.
    if let Some((words, ..)) = found
        && words.split(' ').count() == 2
        && (tokens[at].text.contains(char::is_lowercase) || tokens[at + 1].spaced)
        && !words.starts_with('u')
        && !words.starts_with("rs")
    {
        found = None;
    }
    if let Some((words, code, assumed)) = found {
        return Some((named(code, *assumed), words.split(' ').count()));
    }
    // South Africa's `R5.2 billion`.
    let rand = tokens.get(at).is_some_and(|token| token.text == "R");
    if rand
        && tokens
            .get(at + 1)
            .is_some_and(|next| next.kind == Kind::Number && !next.spaced)
    {
        return Some((named("ZAR", false), 1));
    }
    if spells(tokens, at, "¥") {
        let only = match (mentioned.contains(&"JPN"), mentioned.contains(&"CHN")) {
            (true, false) => named("JPY", true),
            (false, true) => named("CNY", true),
            _ => UNKNOWN,
        };
        return Some((only, 1));
    }
    iso(tokens, at).map(|named| (named, 1))
}

/// The currency named right after a number that ends before `at`, and the tokens that name it.
///
/// `mentioned` are the countries of the document: `kroner` are Norwegian where Norway is and Denmark is not.
pub(super) fn after(
    tokens: &[Token],
    at: usize,
    mentioned: &[&'static str],
) -> Option<(Named, usize)> {
    let found = AFTER
        .iter()
        .filter(|(words, ..)| spells(tokens, at, words))
        .max_by_key(|(words, ..)| words.len());
    if let Some((words, code, assumed)) = found {
        return Some((named(code, *assumed), words.split(' ').count()));
    }
    if let Some((nation, count)) = nation::at(tokens, at)
        && let Some(noun) = tokens.get(at + count)
    {
        let unique = AFTER.iter().find(|(words, ..)| noun.is(words));
        if let Some((_, code, _)) = unique {
            return Some((named(code, false), count + 1));
        }
        if let Some((_, meanings)) = SHARED
            .iter()
            .find(|(names, _)| names.contains(&noun.lower.as_str()))
        {
            let code = meaning(meanings, nation.code);
            return Some((code.map_or(UNKNOWN, |code| named(code, false)), count + 1));
        }
    }
    // Two currencies are called so.
    if spells(tokens, at, "cfa francs") {
        return Some((UNKNOWN, 2));
    }
    let noun = tokens.get(at)?;
    if let Some((names, meanings)) = SHARED
        .iter()
        .find(|(names, _)| names.contains(&noun.lower.as_str()))
    {
        if names.contains(&"dollars") {
            return Some((named("USD", true), 1));
        }
        let mut codes = mentioned
            .iter()
            .filter_map(|nation| meaning(meanings, nation));
        let first = codes.next();
        let only = first.filter(|first| codes.all(|other| other == *first));
        return Some((only.map_or(UNKNOWN, |code| named(code, true)), 1));
    }
    iso(tokens, at).map(|named| (named, 1))
}

const UNKNOWN: Named = Named {
    currency: None,
    assumed: true,
};

fn named(code: &str, assumed: bool) -> Named {
    Named {
        currency: code.parse().ok(),
        assumed,
    }
}

fn meaning<'a>(meanings: &'a str, nation: &str) -> Option<&'a str> {
    meanings
        .split(' ')
        .filter_map(|pair| pair.split_once('='))
        .find_map(|(known, code)| (known == nation).then_some(code))
}

/// A code counts in capitals beside a number alone: `ALL` is Albania's.
fn iso(tokens: &[Token], at: usize) -> Option<Named> {
    let token = tokens.get(at)?;
    let capitals =
        token.text.len() == 3 && token.text.bytes().all(|byte| byte.is_ascii_uppercase());
    if token.kind != Kind::Word || !capitals {
        return None;
    }
    let currency = token.text.parse().ok()?;
    Some(Named {
        currency: Some(currency),
        assumed: false,
    })
}

fn spells(tokens: &[Token], at: usize, words: &str) -> bool {
    words
        .split(' ')
        .enumerate()
        .all(|(offset, word)| tokens.get(at + offset).is_some_and(|token| token.is(word)))
}
