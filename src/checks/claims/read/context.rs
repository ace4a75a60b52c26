//! What a document has said before a sentence: countries, periods, flows.

use super::item::{Item, Spanned};
use super::nation;
use super::time::{Time, When, Year};
use super::token::Token;
use super::{date, time};
use crate::checks::claims::claim::{Flow, Goods, Period};

/// Two countries, in the order they were named.
pub(super) type Pair = (&'static str, &'static str);

/// A flow that was read, and whose side it was told from.
#[derive(Debug, Clone)]
pub(super) struct Told {
    pub(super) flow: Flow,
    pub(super) goods: Goods,
    /// Who exports in `exports` and imports in `imports`, and its partner.
    pub(super) side: Option<Pair>,
    pub(super) pair: Option<Pair>,
}

/// What is known before a sentence is read.
#[derive(Debug, Default)]
pub(super) struct Context {
    /// Every country of the document.
    pub(super) mentioned: Vec<&'static str>,
    pub(super) document: Option<Pair>,
    /// The year of the date line.
    year: Option<i32>,
    headings: Vec<Heading>,
    /// The last period under this heading.
    pub(super) period: Option<Period>,
    /// The last pair under this heading.
    pub(super) recent: Option<Pair>,
    pub(super) paragraph: Paragraph,
}

#[derive(Debug)]
struct Heading {
    level: usize,
    pair: Option<Pair>,
    year: Option<i32>,
}

#[derive(Debug, Default)]
pub(super) struct Paragraph {
    pub(super) last: Option<Told>,
    pub(super) pair: Option<Pair>,
    pub(super) period: Option<Period>,
    /// The year of the last day named.
    day: Option<i32>,
    /// The last year named, for `that year` alone.
    year: Option<i32>,
}

/// Words of a date line at most.
const DATE_LINE: usize = 14;

impl Context {
    /// The context before the first block; `blocks` are the tokens of each.
    pub(super) fn of(blocks: &[(Option<usize>, Vec<Token>)]) -> Self {
        let mut mentioned: Vec<&'static str> = Vec::new();
        for (_, tokens) in blocks {
            mentioned.extend(nations(tokens));
        }
        let mut distinct = mentioned.clone();
        dedup(&mut distinct);
        let title = blocks.iter().find(|(heading, _)| *heading == Some(1));
        let named = title.and_then(|(_, tokens)| pair_of(&nations(tokens)));
        let dated = blocks
            .iter()
            .take(4)
            .filter(|(_, tokens)| tokens.len() <= DATE_LINE);
        Self {
            document: named.or(pair_of(&distinct)),
            year: dated.flat_map(|(_, tokens)| days(tokens)).next(),
            mentioned: distinct,
            ..Self::default()
        }
    }

    pub(super) fn enter_heading(&mut self, level: usize, tokens: &[Token]) {
        self.headings.retain(|heading| heading.level < level);
        let alone = |at: usize| at == 0 || at + 1 == tokens.len();
        // A date line is no heading of a year.
        let dated = days(tokens).next().is_some();
        let year =
            (0..tokens.len()).find_map(|at| date::year(tokens, at).filter(|_| alone(at) && !dated));
        self.headings.push(Heading {
            level,
            pair: pair_of(&nations(tokens)),
            year,
        });
        self.recent = None;
        self.period = None;
        self.paragraph = Paragraph::default();
    }

    pub(super) fn enter_paragraph(&mut self) {
        self.paragraph = Paragraph::default();
    }

    /// The pair of the nearest heading that names two, else of the document.
    pub(super) fn around(&self) -> Option<Pair> {
        self.headings
            .iter()
            .rev()
            .find_map(|heading| heading.pair)
            .or(self.document)
    }

    /// The year of the heading.
    pub(super) fn heading_year(&self) -> Option<i32> {
        self.headings.last().and_then(|heading| heading.year)
    }

    /// Remembers the days and the pair of a sentence for those after it.
    pub(super) fn note(&mut self, tokens: &[Token], items: &[Spanned]) {
        self.paragraph.day = days(tokens).last().or(self.paragraph.day);
        let mut years = items.iter().filter_map(|item| match item.item {
            Item::When(When::Period(Time {
                year: Year::Given(year),
                ..
            })) => Some(year),
            _ => None,
        });
        self.paragraph.year = years.next_back().or(self.paragraph.year);
        let two = pair_of(
            &nations_of(items)
                .iter()
                .map(|(code, _)| *code)
                .collect::<Vec<_>>(),
        );
        self.paragraph.pair = two.or(self.paragraph.pair);
        self.recent = two.or(self.recent);
    }

    /// Remembers a flow for the sentences after it.
    pub(super) fn tell(&mut self, told: Told) {
        self.paragraph.pair = told.pair.or(self.paragraph.pair);
        self.recent = told.pair.or(self.recent);
        self.paragraph.last = Some(told);
    }

    /// The calendar or fiscal period meant; `None` where the year is not known.
    pub(super) fn period(&self, time: Time, own: Option<Period>) -> Option<Period> {
        let spoken = own.or(self.paragraph.period);
        let now = self.year.or(self.heading_year()).or(self.paragraph.day);
        let year = match time.year {
            Year::Given(year) => year,
            Year::This => now?,
            Year::Last => now? - 1,
            Year::Before => spoken?.year - 1,
            Year::Same if time.part.is_none() => spoken.or(self.period)?.year,
            Year::Same => spoken
                .map(|period| period.year)
                .or(self.paragraph.year)
                .or(now)?,
        };
        // `the same period` of what was spoken of paragraphs ago is still the same.
        let before = spoken.or(self.period.filter(|_| time.part.is_none()));
        let part = time.part.or(before.map(|period| period.part))?;
        Some(Period { year, part })
    }
}

/// The countries of a sentence in order, with where each stands.
pub(super) fn nations_of(items: &[Spanned]) -> Vec<(&'static str, usize)> {
    items
        .iter()
        .filter_map(|item| match item.item {
            Item::Nation(nation) => Some((nation.code, item.start)),
            _ => None,
        })
        .collect()
}

fn nations(tokens: &[Token]) -> Vec<&'static str> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let nation = nation::at(tokens, at);
        at += nation.map_or(1, |(_, taken)| taken);
        // `US$` is no country.
        let money = tokens
            .get(at)
            .is_some_and(|next| next.is("$") || next.is("dollars"));
        found.extend(nation.filter(|_| !money).map(|(nation, _)| nation.code));
    }
    found
}

fn days(tokens: &[Token]) -> impl Iterator<Item = i32> + '_ {
    (0..tokens.len()).filter_map(|at| match time::at(tokens, at)? {
        (When::Day(year), _) => year,
        _ => None,
    })
}

/// The two countries of a list that names no third.
pub(super) fn pair_of(codes: &[&'static str]) -> Option<Pair> {
    let mut distinct = codes.to_vec();
    dedup(&mut distinct);
    match distinct[..] {
        [first, second] => Some((first, second)),
        _ => None,
    }
}

fn dedup(codes: &mut Vec<&'static str>) {
    let mut seen = Vec::new();
    codes.retain(|code| {
        let new = !seen.contains(code);
        seen.push(*code);
        new
    });
}

/// The other country of a pair; `None` if `one` is not in it.
pub(super) fn other(pair: Pair, one: &str) -> Option<&'static str> {
    if pair.0 == one {
        Some(pair.1)
    } else if pair.1 == one {
        Some(pair.0)
    } else {
        None
    }
}
