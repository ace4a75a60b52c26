//! Amounts of money, and counts of anything else.

use super::currency::{self, Named};
use super::date;
use super::digits::{Digits, between, negative};
use super::hedge;
use super::known;
use super::token::{Kind, Token};
use crate::checks::claims::claim::{Amount, Hedge, Printed};

/// A number with a scale or a currency.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Quantity {
    Money(Amount),
    /// Barrels, people, dollars a barrel: no level of trade.
    Count,
}

const SCALES: [(&str, f64); 24] = [
    ("thousand", 1e3),
    ("million", 1e6),
    ("millions", 1e6),
    ("mn", 1e6),
    ("mln", 1e6),
    ("mil", 1e6),
    ("mio", 1e6),
    ("billion", 1e9),
    ("billions", 1e9),
    ("bn", 1e9),
    ("bln", 1e9),
    ("bil", 1e9),
    ("milliard", 1e9),
    ("mrd", 1e9),
    ("trillion", 1e12),
    ("tn", 1e12),
    ("trn", 1e12),
    ("crore", 1e7),
    ("crores", 1e7),
    ("cr", 1e7),
    ("lakh", 1e5),
    ("m", 1e6),
    ("b", 1e9),
    ("k", 1e3),
];

/// The amount or count at a token, and the tokens it takes.
pub(super) fn at(
    tokens: &[Token],
    start: usize,
    mentioned: &[&'static str],
) -> Option<(Quantity, usize)> {
    let mut at = start;
    let minus = tokens.get(at)?.is_dash() && tokens.get(at + 1).is_some_and(|next| !next.spaced);
    at += usize::from(minus);
    let (mut named, taken) = split(currency::before(tokens, at, mentioned));
    at += taken;
    let (first, article) = number(tokens, at)?;
    at += 1;
    let mut scale = scale(tokens, at);
    at += usize::from(scale.is_some());
    let mut last = None;
    if !article
        && let Some((digits, scale_of_last, length)) = range(tokens, start, at, scale.is_some())
    {
        last = Some(digits);
        scale = scale_of_last.or(scale);
        at += length;
    }
    let (mut after, mut taken) = split(currency::after(tokens, at, mentioned));
    // In `in 2003 US$1.76 billion` the sign belongs to the number that follows.
    if tokens
        .get(at + taken)
        .is_some_and(|next| next.kind == Kind::Number)
    {
        (after, taken) = (None, 0);
    }
    named = named.or(after);
    at += taken;
    if named.is_none() && scale.is_none() {
        return None;
    }
    let times = scale.unwrap_or(1.0);
    let number = printed(tokens, start, &mut at, (&first, last.as_ref()), times);
    let taken = at - start;
    if let Some(length) = per(tokens, at) {
        return Some((Quantity::Count, taken + length));
    }
    if named.is_none() && counts_things(tokens, at) {
        return Some((Quantity::Count, taken + 1));
    }
    let amount = Amount {
        number: if minus { negative(number) } else { number },
        currency: named.and_then(|named| named.currency),
        assumed: named.is_some_and(|named| named.assumed),
    };
    Some((Quantity::Money(amount), taken))
}

fn split(found: Option<(Named, usize)>) -> (Option<Named>, usize) {
    found.map_or((None, 0), |(named, taken)| (Some(named), taken))
}

/// The number at a token, and whether it is the article of `a billion`.
fn number(tokens: &[Token], at: usize) -> Option<(Digits, bool)> {
    // Half a billion has no last printed digit.
    let part = at
        .checked_sub(1)
        .is_some_and(|before| tokens[before].is("half") || tokens[before].is("of"));
    let article =
        !part && tokens.get(at)?.is("a") && scale(tokens, at + 1).is_some_and(|scale| scale >= 1e6);
    if article {
        return Digits::parse("1").map(|digits| (digits, true));
    }
    Digits::at(tokens, at).map(|digits| (digits, false))
}

fn scale(tokens: &[Token], at: usize) -> Option<f64> {
    // `2.28-billion-dollar` joins with hyphens.
    let token = tokens.get(at)?;
    let (_, scale) = SCALES.iter().find(|(word, _)| token.is(word))?;
    // A lone letter is a scale only where it touches its number.
    (token.text.len() > 1 || !token.spaced).then_some(*scale)
}

/// The upper end of a range such as `2–3 billion` or `between $2bn and $3bn`, its scale, and the tokens it takes.
fn range(
    tokens: &[Token],
    start: usize,
    at: usize,
    scaled: bool,
) -> Option<(Digits, Option<f64>, usize)> {
    let link = tokens.get(at)?;
    let after_between = start
        .checked_sub(1)
        .is_some_and(|before| tokens[before].is("between"));
    // In `from 2007 to 9.49 billion` the first number is a year.
    if date::year(tokens, at.saturating_sub(1)).is_some() {
        return None;
    }
    let joins = link.is_dash() && (!scaled || !link.spaced)
        || link.is("to") && !scaled
        || link.is("and") && after_between;
    if !joins {
        return None;
    }
    let mut end = at + 1;
    end += split(currency::before(tokens, end, &[])).1;
    let digits = Digits::at(tokens, end)?;
    let scale = scale(tokens, end + 1);
    // Without its own scale the second number may be anything.
    scale.map(|found| (digits, Some(found), end + 2 - at))
}

fn printed(
    tokens: &[Token],
    start: usize,
    at: &mut usize,
    (first, last): (&Digits, Option<&Digits>),
    times: f64,
) -> Printed {
    let low = first.scaled(times, 1.0);
    let mut number = last.map_or_else(
        || low.clone(),
        |last| between(&low, &last.scaled(times, 1.0)),
    );
    number.hedge = hedge::before(tokens, start).0;
    if let Some((after, taken)) = hedge::after(tokens, *at) {
        number.hedge = after;
        *at += taken;
    }
    if last.is_some() && number.hedge == Hedge::Plain && tokens[start].kind == Kind::Word {
        number.hedge = Hedge::About;
    }
    number
}

/// The tokens of `a month`, `per barrel`, `per capita` after an amount; a year is the usual span and no rate.
fn per(tokens: &[Token], at: usize) -> Option<usize> {
    let word = |offset: usize| tokens.get(at + offset).map(|token| token.lower.as_str());
    match (word(0)?, word(1)?) {
        ("per" | "a" | "each" | "every", "year" | "annum") => None,
        ("per", _) => Some(2),
        (
            "a" | "an" | "each" | "every",
            "month" | "day" | "week" | "barrel" | "tonne" | "ton" | "quarter" | "head",
        ) => Some(2),
        ("monthly" | "daily" | "weekly", _) => Some(1),
        ("/", _) => Some(2),
        _ => None,
    }
}

/// Whether the word after a bare `3 million` says of what.
fn counts_things(tokens: &[Token], at: usize) -> bool {
    let Some(next) = tokens.get(at) else {
        return false;
    };
    let of = next.is("of")
        && tokens
            .get(at + 1)
            .is_some_and(|thing| !known::is_known(&thing.lower));
    of || next.kind == Kind::Word && !known::is_known(&next.lower)
}
