//! Periods as files write them: years, quarters, months and days in them.

use crate::model::month::month_number;
use crate::model::period::Frequency;
pub use crate::providers::text::calendar::Reading;
use crate::providers::text::calendar::{day, fiscal, month, named, quarter, year};
use crate::providers::text::cell::trim;

/// First day (from 1970-01-01) and length of the period that `text` names; `None` if it names none for certain.
///
/// Day dates stand for their month. Years of two digits, `2003-1` (month or quarter), `01/02/2003` (day or month first) and
/// half-years are refused.
pub fn period(text: &str) -> Option<(i32, Frequency)> {
    reading(text).map(|reading| (reading.days, reading.frequency))
}

/// The same, with what is not certain about it.
pub fn reading(text: &str) -> Option<Reading> {
    let text = trim(text);
    if text.len() > 40 {
        return None;
    }
    let lower = date_part(text).to_lowercase();
    let tokens = tokens(&lower);
    simple(&tokens)
        .or_else(|| worded(&tokens))
        .or_else(|| dated(&tokens))
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Token<'a> {
    Digits(&'a str),
    Word(&'a str),
    Mark(char),
}
use Token::{Digits, Mark, Word};

/// A timestamp without its time of day.
fn date_part(text: &str) -> &str {
    let Some((date, time)) = text.get(..10).zip(text.get(10..)) else {
        return text;
    };
    let bytes = date.as_bytes();
    let dated = (bytes[4] == b'-' && bytes[7] == b'-') || (bytes[2] == b'.' && bytes[5] == b'.');
    let timed = time.starts_with(['T', 't', ' '])
        && time.contains(':')
        && time[1..]
            .chars()
            .all(|c| c.is_ascii_digit() || ":.,+-Zz UTC".contains(c));
    if dated && timed { date } else { text }
}

/// Runs of digits, runs of letters and marks; spaces are left out.
fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let run = |of: fn(char) -> bool| rest.find(|c| !of(c)).unwrap_or(rest.len());
        let length = match c {
            c if c.is_ascii_digit() => run(|c| c.is_ascii_digit()),
            c if c.is_alphabetic() => run(char::is_alphabetic),
            c => c.len_utf8(),
        };
        let (token, after) = rest.split_at(length);
        match c {
            c if c.is_ascii_digit() => tokens.push(Digits(token)),
            c if c.is_alphabetic() => tokens.push(Word(token)),
            c if c.is_whitespace() => {}
            '–' | '‑' => tokens.push(Mark('-')),
            c => tokens.push(Mark(c)),
        }
        rest = after;
    }
    tokens
}

/// Periods of digits, with the letters that statistical offices put between.
fn simple(tokens: &[Token<'_>]) -> Option<Reading> {
    match *tokens {
        [Digits(y)] if y.len() == 4 => year(y),
        [Digits(y)] if y.len() == 6 => month(&y[..4], &y[4..]),
        [Digits(d)] if d.len() == 8 => day(&d[..4], &d[4..6], &d[6..]),
        [Digits(y), Mark('.'), Digits(zeros)] if y.len() == 4 => zeros
            .bytes()
            .all(|byte| byte == b'0')
            .then(|| year(y))
            .flatten(),
        [Digits(m), Mark('.' | '/' | '-'), Digits(y)] if m.len() <= 2 && y.len() == 4 => {
            month(y, m)
        }
        [Digits(y), Mark('/'), Digits(next)] => fiscal(y, next),
        [Digits(y), Mark('-'), Digits(m)] if y.len() == 4 && m.len() == 2 => match month(y, m) {
            Some(read) => Some(Reading {
                either: fiscal(y, m).is_some(),
                ..read
            }),
            None => fiscal(y, m),
        },
        [Digits(y), Mark('-'), Digits(next)] if next.len() == 4 => fiscal(y, next),
        [Digits(y), Word("m"), Digits(m)] | [Digits(y), Mark('-' | ':'), Word("m"), Digits(m)] => {
            month(y, m)
        }
        [Digits(q), Word("q"), Digits(y)] if q.len() == 1 => quarter(y, q),
        [Digits(y), Word("q"), Digits(q)]
        | [Digits(y), Mark('-' | ':' | '/'), Word("q"), Digits(q)] => quarter(y, q),
        [Word("q"), Digits(q), Digits(y)]
        | [Word("q"), Digits(q), Mark('-' | '/' | ','), Digits(y)] => quarter(y, q),
        [Digits(y), Word("a")]
        | [Digits(y), Word("a"), Digits("1")]
        | [Digits(y), Mark('-'), Word("a"), Digits("1")] => year(y),
        _ => None,
    }
}

/// Periods with words: months by name, Roman quarters, `FY` and `Year`.
fn worded(tokens: &[Token<'_>]) -> Option<Reading> {
    match *tokens {
        [Word("fy"), Digits(y)] | [Word("fiscal"), Word("year"), Digits(y)] => {
            year(y).map(|read| Reading {
                fiscal: true,
                ..read
            })
        }
        [Word("fy"), Digits(y), Mark('/' | '-'), Digits(next)] => fiscal(y, next),
        [Word("year" | "cy" | "yr"), Digits(y)] | [Word("year"), Mark(':'), Digits(y)] => year(y),
        [Digits(y), Mark('['), Word("yr"), Digits(again), Mark(']')] if y == again => year(y),
        [Digits(y), Word(word)]
        | [Digits(y), Mark('-' | '/'), Word(word)]
        | [Word(word), Digits(y)]
        | [Word(word), Mark('-' | '/' | '.' | ','), Digits(y)]
        | [Word(word), Mark('.'), Mark(','), Digits(y)] => named(y, word),
        _ => None,
    }
}

/// Dates of days.
fn dated(tokens: &[Token<'_>]) -> Option<Reading> {
    match *tokens {
        [
            Digits(y),
            Mark(a @ ('-' | '/' | '.')),
            Digits(m),
            Mark(b),
            Digits(d),
        ] if y.len() == 4 && a == b => day(y, m, d),
        [Digits(d), Mark('.'), Digits(m), Mark('.'), Digits(y)] => day(y, m, d),
        [
            Digits(first),
            Mark(a @ ('-' | '/')),
            Digits(second),
            Mark(b),
            Digits(y),
        ] if a == b => match (day(y, second, first), day(y, first, second)) {
            (Some(one), Some(other)) => (one.days == other.days).then_some(one),
            (one, other) => one.or(other),
        },
        [Digits(d), Word(name), Digits(y)]
        | [
            Digits(d),
            Mark('-' | '.'),
            Word(name),
            Mark('-' | '.'),
            Digits(y),
        ]
        | [Word(name), Digits(d), Mark(','), Digits(y)] => {
            day(y, &month_number(name)?.to_string(), d)
        }
        _ => None,
    }
}
