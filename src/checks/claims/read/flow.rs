//! Flows of trade as phrases: a noun or verb with the countries around it.

use super::item::{Item, Spanned};
use super::known;
use super::nation::Naming;
use super::noun::Noun;
use super::owner;
use super::parties::Party;
use super::partner;
use super::verb;
use crate::checks::claims::claim::Goods;

/// A noun or verb of trade with all that its words say of whose and what.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Phrase {
    pub(super) noun: Noun,
    pub(super) owner: Party,
    /// Whether the owner is an adjective.
    pub(super) adjective: bool,
    pub(super) to: Party,
    pub(super) from: Party,
    pub(super) with: Party,
    /// Whose surplus it is, where the words say so after it: `in favour of China`.
    pub(super) made_in: Party,
    pub(super) between: Option<(Party, Party)>,
    /// `None` where the words say neither goods nor services.
    pub(super) goods: Option<Goods>,
    /// bilateral, two-way, mutual
    pub(super) bilateral: bool,
    /// foreign, world: with all others
    pub(super) foreign: bool,
    /// The product or firm that the trade is limited to.
    pub(super) only: Option<String>,
    /// Where its noun stands in the paragraph.
    pub(super) at: usize,
}

impl Phrase {
    /// The phrase with the countries that stand behind its figures, where its own words name none.
    pub(super) fn with_late(&self, at: usize, late: &[(usize, String, Party)]) -> Self {
        let mut phrase = self.clone();
        for (_, word, party) in late.iter().filter(|(flow, ..)| *flow == at) {
            let slot = match word.as_str() {
                "to" => &mut phrase.to,
                "from" => &mut phrase.from,
                _ => &mut phrase.with,
            };
            *slot = slot.or(*party);
        }
        phrase
    }
}

/// The items with every noun and verb of trade made a flow that takes its countries.
pub(super) fn flows(items: &[Spanned]) -> Vec<Spanned> {
    let mut found: Vec<Spanned> = Vec::new();
    let mut at = 0;
    while at < items.len() {
        let Item::Trade(noun) = items[at].item else {
            let (item, taken) = ellipsis(items, at, &found).unwrap_or((items[at].clone(), 1));
            found.push(item);
            at += taken;
            continue;
        };
        let noun = verb::present(items, at, noun);
        if noun.is_verb() {
            let (item, taken) = verb::read(items, at, noun);
            found.push(item);
            at += taken;
            continue;
        }
        let before = owner::before(items, at);
        let after = partner::after(items, at + 1);
        // Items before the noun that it takes are on the list already, unless a flow took them first.
        let from = at - before.taken;
        while found
            .last()
            .is_some_and(|last| last.start >= items[from].start)
        {
            found.pop();
        }
        // The flow before may have taken the owner: `exports to Norway deficit`.
        let taken = found.last().map_or(0, |last| last.end);
        let first = if items[from].start >= taken { from } else { at };
        let start = items[first].start;
        let pair = before
            .pair
            .map(|(first, second)| (Party::Known(first), Party::Known(second)));
        let phrase = Phrase {
            noun,
            owner: before.owner.or(after.of),
            adjective: before.adjective,
            to: after.to,
            from: after.from,
            with: after.with,
            made_in: after.made_in,
            between: pair.or(after.between),
            goods: after.goods.or(before.goods),
            bilateral: before.bilateral,
            foreign: before.foreign,
            only: before.only.or(after.only),
            at: items[at].start,
        };
        let last = at + after.taken;
        found.push(Spanned {
            item: Item::Flow(Box::new(phrase)),
            start,
            end: items[last].end,
        });
        found.extend(after.periods.iter().map(|period| items[*period].clone()));
        at = last + 1;
    }
    found
}

/// `China's` for `China's exports`, where exports were spoken of just before.
fn ellipsis(items: &[Spanned], at: usize, found: &[Spanned]) -> Option<(Spanned, usize)> {
    let Item::Nation(nation) = items[at].item else {
        return None;
    };
    let next = items.get(at + 2)?;
    let verb = [
        "at", "were", "was", "stood", "amounted", "to", "by", "of", "reached", "totalled", "came",
    ];
    let cut = verb.contains(&next.word()) || matches!(next.item, Item::Move(_) | Item::Money(_));
    if items.get(at + 1)?.item != Item::Possessive || !cut {
        return None;
    }
    let before = found.iter().rev().find_map(|item| match &item.item {
        Item::Flow(phrase) if !phrase.noun.is_verb() => Some(phrase),
        _ => None,
    })?;
    let owner = Party::Known(nation.code);
    let swap = |party: Party| if party == owner { before.owner } else { party };
    let phrase = Phrase {
        owner,
        adjective: false,
        to: swap(before.to),
        from: swap(before.from),
        with: swap(before.with),
        at: items[at].start,
        ..(**before).clone()
    };
    let (start, end) = (items[at].start, items[at + 1].end);
    Some((
        Spanned {
            item: Item::Flow(Box::new(phrase)),
            start,
            end,
        },
        2,
    ))
}

/// Whether the words from `start` lead to no other noun than goods: `worth of goods`.
pub(super) fn only_goods(items: &[Spanned]) -> Option<String> {
    items.iter().find_map(|item| match &item.item {
        Item::Word(word) => (!known::is_known(word) && !word.ends_with("ly")).then(|| word.clone()),
        Item::Topic | Item::Count => Some("something else".to_owned()),
        Item::Nation(nation) if nation.naming == Naming::Prefix => Some(nation.code.to_owned()),
        _ => None,
    })
}
