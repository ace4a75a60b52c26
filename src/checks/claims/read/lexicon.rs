//! Every name and adjective of a country or group, by its spelling in tokens.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::token::tokens;
use crate::model::country::countries;
use crate::model::group::{GroupKind, groups};

/// How a country is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Naming {
    /// Norway
    Name,
    /// Norwegian; `US` may be either and counts as this.
    Adjective,
    /// Sino-
    Prefix,
}

/// A country or a group of countries at a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Nation {
    /// ISO3, or the code of a group.
    pub(super) code: &'static str,
    pub(super) naming: Naming,
}

const DEMONYMS: &str = include_str!("../../../../data/demonyms.csv");

pub(super) fn lexicon() -> &'static HashMap<String, Nation> {
    static LEXICON: OnceLock<HashMap<String, Nation>> = OnceLock::new();
    LEXICON.get_or_init(|| {
        let mut lexicon = HashMap::new();
        let mut add = |words: &str, code: &'static str, naming: Naming| {
            lexicon
                .entry(spelling(words))
                .or_insert(Nation { code, naming });
        };
        for (code, adjectives, prefixes) in demonyms() {
            adjectives.for_each(|word| add(word, code, Naming::Adjective));
            prefixes.for_each(|word| add(word, code, Naming::Prefix));
        }
        for group in groups()
            .iter()
            .filter(|group| group.kind == GroupKind::Bloc)
        {
            let names = group.codes.iter().filter(|code| spoken(code));
            names
                .chain([&group.name])
                .for_each(|name| add(name, &group.code, Naming::Name));
        }
        for country in countries() {
            let place = ["country", "former"].contains(&country.kind.as_str())
                && !country.code.contains('.');
            if place || country.code == "XKX" {
                let names = country.names.iter().filter(|name| spoken(name));
                names
                    .chain([&country.name])
                    .for_each(|name| add(name, &country.code, Naming::Name));
            }
        }
        add("mainland China", "CHN", Naming::Name);
        add("PRC", "CHN", Naming::Name);
        add("the world", "WLD", Naming::Name);
        lexicon
    })
}

/// The rows of the table of adjectives: a code, its adjectives, its first halves.
pub(super) fn demonyms() -> impl Iterator<
    Item = (
        &'static str,
        std::str::Split<'static, char>,
        std::str::Split<'static, char>,
    ),
> {
    DEMONYMS.lines().skip(1).filter_map(|line| {
        let mut cells = line.split(',');
        let (code, adjectives) = (cells.next()?, cells.next()?);
        Some((
            code,
            adjectives.split('|'),
            cells.next().unwrap_or_default().split('|'),
        ))
    })
}

/// Whether a name is one that people write, not a statistician's entry such as `Korea, Rep. of`.
fn spoken(name: &str) -> bool {
    let entry =
        name.contains([',', '(', ':', '_']) || name.contains("nes") && name.contains("Areas");
    let code = name.len() <= 2 && !["UK", "EU", "US"].contains(&name)
        || name.bytes().any(|byte| byte.is_ascii_digit());
    !entry && !code
}

fn spelling(words: &str) -> String {
    let words: Vec<String> = tokens(words, 0)
        .into_iter()
        .map(|token| token.lower)
        .collect();
    words.join(" ")
}
