//! Percentages and multiples.

use super::digits::{Digits, between, negative, word_value};
use super::hedge;
use super::token::Token;
use crate::checks::claims::claim::{Hedge, Printed};

/// A percentage; `signed` if a plus or minus says which way.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Rate {
    pub(super) number: Printed,
    pub(super) signed: bool,
    /// Percentage points, which measure a share and no amount.
    pub(super) points: bool,
}

/// The percentage at a token, and the tokens it takes.
pub(super) fn at(tokens: &[Token], start: usize) -> Option<(Rate, usize)> {
    let mut at = start;
    let sign = tokens.get(at)?;
    let touches = tokens.get(at + 1).is_some_and(|next| !next.spaced);
    let minus = sign.is_dash() && touches || sign.is("minus");
    let plus = sign.is("+") && touches || sign.is("plus");
    at += usize::from(minus || plus);
    let first = Digits::at(tokens, at)?;
    at += 1;
    let mut last = None;
    if let Some((digits, taken)) = upper(tokens, start, at) {
        last = Some(digits);
        at += taken;
    }
    let (points, taken) = sign_of_percent(tokens, at)?;
    at += taken;
    let low = first.scaled(1.0, 100.0);
    let mut number = last.map_or_else(
        || low.clone(),
        |last| between(&low, &last.scaled(1.0, 100.0)),
    );
    number.hedge = hedge::before(tokens, start).0;
    if let Some((after, taken)) = hedge::after(tokens, at) {
        number.hedge = after;
        at += taken;
    }
    let rate = Rate {
        number: if minus { negative(number) } else { number },
        signed: minus || plus,
        points,
    };
    Some((rate, at - start))
}

/// The upper end of `5–6 percent`, `5% to 6%` or `between 5 and 6 percent`.
fn upper(tokens: &[Token], start: usize, at: usize) -> Option<(Digits, usize)> {
    let skipped = sign_of_percent(tokens, at).map_or(0, |(_, taken)| taken);
    let link = tokens.get(at + skipped)?;
    let after_between = start
        .checked_sub(1)
        .is_some_and(|before| tokens[before].is("between"));
    let joins = link.is_dash() || link.is("to") && skipped == 0 || link.is("and") && after_between;
    let digits = joins
        .then(|| Digits::at(tokens, at + skipped + 1))
        .flatten()?;
    sign_of_percent(tokens, at + skipped + 2)?;
    Some((digits, skipped + 2))
}

fn sign_of_percent(tokens: &[Token], at: usize) -> Option<(bool, usize)> {
    let word = |offset: usize| {
        tokens
            .get(at + offset)
            .map_or("", |token| token.lower.as_str())
    };
    match (word(0), word(1)) {
        ("percentage", "point" | "points") => Some((true, 2)),
        ("-", "percent") => Some((false, 2)),
        ("per", "cent") => Some((false, 2)),
        ("pp", _) | ("pps", _) => Some((true, 1)),
        ("%" | "percent" | "pct", _) => Some((false, 1)),
        ("p.c.", _) => Some((false, 1)),
        ("-", "per") if word(2) == "cent" => Some((false, 3)),
        _ => None,
    }
}

/// A multiple, and whether it tells a change by itself: `doubled` does, `threefold` needs `rose`.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Multiple {
    pub(super) number: Printed,
    pub(super) alone: bool,
}

const MULTIPLES: [(&str, f64); 8] = [
    ("doubl", 2.0),
    ("redoubl", 2.0),
    ("tripl", 3.0),
    ("trebl", 3.0),
    ("quadrupl", 4.0),
    ("quintupl", 5.0),
    ("sextupl", 6.0),
    ("halv", 0.5),
];

/// The multiple at a token, and the tokens it takes.
pub(super) fn multiple(tokens: &[Token], start: usize) -> Option<(Multiple, usize)> {
    let token = tokens.get(start)?;
    let verb = MULTIPLES.iter().find_map(|(stem, factor)| {
        let ending = token.lower.strip_prefix(stem)?;
        ["ed", "ing"].contains(&ending).then_some(*factor)
    });
    if let Some(factor) = verb {
        let number = number(tokens, start, &token.text, factor);
        return Some((
            Multiple {
                number,
                alone: true,
            },
            1,
        ));
    }
    let (factor, taken) = fold(tokens, start)?;
    let text = tokens[start].text.trim_end_matches("fold");
    let number = number(tokens, start, text, factor);
    Some((
        Multiple {
            number,
            alone: false,
        },
        taken,
    ))
}

/// `threefold`, `three-fold`, `3 fold`, `5 times`.
fn fold(tokens: &[Token], at: usize) -> Option<(f64, usize)> {
    let token = &tokens[at];
    if let Some(word) = token.lower.strip_suffix("fold")
        && !word.is_empty()
    {
        return fold_word(word).map(|factor| (factor, 1));
    }
    let digits = Digits::at(tokens, at)?;
    let value = digits.scaled(1.0, 1.0).value;
    let dash = usize::from(tokens.get(at + 1)?.is_dash());
    let unit = tokens.get(at + 1 + dash)?;
    (unit.is("fold") || unit.is("times")).then_some((value, 2 + dash))
}

fn fold_word(word: &str) -> Option<f64> {
    word_value(word).filter(|factor| *factor >= 2.0)
}

/// A multiple in words is taken as printed without a decimal: doubled is 1.5 to 2.5, halved 0.25 to 0.75.
fn number(tokens: &[Token], at: usize, text: &str, factor: f64) -> Printed {
    let half = if factor < 1.0 { factor / 2.0 } else { 0.5 };
    let digits = Digits::parse(text).map(|digits| digits.scaled(1.0, 1.0));
    let (low, high) = digits.map_or((factor - half, factor + half), |digits| {
        (digits.low, digits.high)
    });
    Printed {
        text: text.to_owned(),
        value: factor,
        low,
        high,
        hedge: match hedge::before(tokens, at) {
            (Hedge::Plain, _) => Hedge::Plain,
            (hedge, _) => hedge,
        },
    }
}
