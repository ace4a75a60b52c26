//! What the words of a sentence are: flows, figures, periods and the words between.

use super::change::{self, Move};
use super::flow::Phrase;
use super::money::{self, Quantity};
use super::nation::{self, Nation};
use super::noun::Noun;
use super::rate::{self, Multiple, Rate};
use super::time::{self, When};
use super::token::{Kind, Token};
use super::topic;
use super::{hedge, known, noun, pointer};
use crate::checks::claims::claim::{Amount, Hedge};

/// One or more words with one meaning.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Item {
    Nation(Nation),
    /// `'s`
    Possessive,
    /// the two countries, each other
    Pair,
    /// its, their, the country's
    Its,
    Former,
    Latter,
    /// A noun or verb of trade, before its countries are found.
    Trade(Noun),
    /// Trade with the countries named around it.
    Flow(Box<Phrase>),
    Money(Amount),
    Count,
    Rate(Rate),
    Multiple(Multiple),
    Move(Move),
    When(When),
    /// year-on-year
    YearOnYear,
    /// annual, per year
    Yearly,
    /// Something else that figures are of.
    Topic,
    /// Words that make no fact of what follows.
    NoFact(&'static str),
    Word(String),
    Mark(char),
}

/// An item with the bytes of the paragraph it takes.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Spanned {
    pub(super) item: Item,
    pub(super) start: usize,
    pub(super) end: usize,
}

impl Spanned {
    pub(super) fn word(&self) -> &str {
        match &self.item {
            Item::Word(word) => word,
            _ => "",
        }
    }

    pub(super) fn is_figure(&self) -> bool {
        matches!(
            self.item,
            Item::Money(_) | Item::Rate(_) | Item::Multiple(_)
        )
    }
}

/// The items of a sentence; flows are still single nouns.
pub(super) fn items(tokens: &[Token], mentioned: &[&'static str]) -> Vec<Spanned> {
    let mut found: Vec<Spanned> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let (mut item, taken) = item(tokens, at, mentioned, &found);
        let hedge = unhedge(&mut item, tokens, at, &mut found);
        let start = hedge.unwrap_or(tokens[at].start);
        let end = tokens[at + taken - 1].end;
        found.push(Spanned { item, start, end });
        at += taken;
    }
    found
}

/// Takes the hedge of a figure back from the words before it: `over` is no preposition there.
///
/// Gives where the hedge begins. A hedge that was read as something else, such as `up` in `went up to`, is none.
fn unhedge(
    item: &mut Item,
    tokens: &[Token],
    at: usize,
    found: &mut Vec<Spanned>,
) -> Option<usize> {
    let number = match item {
        Item::Money(amount) => &mut amount.number,
        Item::Rate(rate) => &mut rate.number,
        Item::Multiple(multiple) => &mut multiple.number,
        _ => return None,
    };
    let (_, words) = hedge::before(tokens, at);
    let from = found.len().saturating_sub(words);
    if words == 0 || words > found.len() {
        return None;
    }
    if found[from..].iter().any(|before| before.word().is_empty()) {
        number.hedge = Hedge::Plain;
        return None;
    }
    let start = found[from].start;
    found.truncate(from);
    Some(start)
}

fn item(
    tokens: &[Token],
    at: usize,
    mentioned: &[&'static str],
    found: &[Spanned],
) -> (Item, usize) {
    let word = |offset: usize| {
        tokens
            .get(at + offset)
            .map_or("", |token| token.lower.as_str())
    };
    let after_figure = found.last().is_some_and(Spanned::is_figure);
    if let Some(taken) = pointer::year_on_year(tokens, at) {
        return (Item::YearOnYear, taken);
    }
    if let Some((rate, taken)) = rate::at(tokens, at) {
        return (Item::Rate(rate), taken);
    }
    if let Some((quantity, taken)) = money::at(tokens, at, mentioned) {
        let item = match quantity {
            Quantity::Money(amount) => Item::Money(amount),
            Quantity::Count => Item::Count,
        };
        return (item, taken);
    }
    if let Some((when, taken)) = time::at(tokens, at) {
        return (Item::When(when), taken);
    }
    if let Some((multiple, taken)) = rate::multiple(tokens, at) {
        return (Item::Multiple(multiple), taken);
    }
    if let Some(found) = pointer::pointer(tokens, at) {
        return found;
    }
    if let Some((nation, taken)) = nation::at(tokens, at) {
        return (Item::Nation(nation), taken);
    }
    if let Some(why) = topic::not_a_fact(tokens, at) {
        return (Item::NoFact(why), 1);
    }
    if let Some((noun, taken)) = noun::noun(tokens, at) {
        return (Item::Trade(noun), taken);
    }
    if let Some(taken) = topic::at(tokens, at) {
        if accounts_for_money(tokens, at, mentioned) {
            return (Item::Word("worth".to_owned()), 2);
        }
        return (Item::Topic, taken);
    }
    if let Some((found, taken)) = change::at(tokens, at, after_figure) {
        return (Item::Move(found), taken);
    }
    if let Some(taken) = pointer::yearly(tokens, at) {
        return (Item::Yearly, taken);
    }
    let token = &tokens[at];
    let plain = match token.kind {
        Kind::Mark if word(0) == "'s" || word(0) == "'" => Item::Possessive,
        Kind::Mark if token.is_dash() && token.spaced => Item::Mark('—'),
        Kind::Mark => Item::Mark(token.lower.chars().next().unwrap_or(' ')),
        Kind::Word | Kind::Number => Item::Word(token.lower.clone()),
    };
    (plain, 1)
}

/// `accounting for as much as $500 million` is a level, for 5 percent a share.
fn accounts_for_money(tokens: &[Token], at: usize, mentioned: &[&'static str]) -> bool {
    let account = tokens[at].lower.starts_with("account");
    if !account || !tokens.get(at + 1).is_some_and(|next| next.is("for")) {
        return false;
    }
    // Past a hedge of a few words.
    let figure = (at + 2..at + 6).find(|next| {
        rate::at(tokens, *next).is_some() || money::at(tokens, *next, mentioned).is_some()
    });
    figure.is_some_and(|figure| {
        let between = &tokens[at + 2..figure];
        rate::at(tokens, figure).is_none()
            && between.iter().all(|word| known::is_known(&word.lower))
    })
}
