//! What stands after a noun of trade: to, from, with, between, of.

use super::item::{Item, Spanned};
use super::known;
use super::nation::Naming;
use super::parties::{self, Party};
use super::time::When;
use crate::checks::claims::claim::Goods;

/// Who stands after a noun of trade.
#[derive(Debug, Clone, Default)]
pub(super) struct After {
    pub(super) to: Party,
    pub(super) from: Party,
    pub(super) with: Party,
    /// between A and B
    pub(super) between: Option<(Party, Party)>,
    /// of Norway, by Norway
    pub(super) of: Party,
    /// imports of Chinese goods
    pub(super) made_in: Party,
    pub(super) goods: Option<Goods>,
    pub(super) only: Option<String>,
    /// Items that are periods within the phrase: `trade in 2016 between …`.
    pub(super) periods: Vec<usize>,
    pub(super) taken: usize,
}

/// The longest list of products skipped on the way to a country.
const LONGEST_LIST: usize = 12;

/// Reads forwards from the item after the noun.
pub(super) fn after(items: &[Spanned], start: usize) -> After {
    let mut found = After::default();
    let mut at = start;
    // A period may stand before the country, but belongs to the phrase only if a country follows.
    while at < items.len() {
        let step = step(items, at, &mut found);
        if step > 0 {
            at += step;
            found.taken = at - start;
        } else if let Some(skipped) = period(items, at)
            && preposition(items, at + skipped).is_some()
        {
            found.periods.push(at + skipped - 1);
            at += skipped;
        } else {
            break;
        }
    }
    if found.only.is_none() && elsewhere(items, at) {
        found.only = Some("a place not known here".to_owned());
    }
    found
}

/// Whether a preposition and words of no country follow: `exports to Africa`.
fn elsewhere(items: &[Spanned], at: usize) -> bool {
    let place = ["to", "into", "from", "with"].contains(&items.get(at).map_or("", Spanned::word));
    let article = usize::from(items.get(at + 1).is_some_and(|next| next.word() == "the"));
    let name = items.get(at + 1 + article).map_or("", Spanned::word);
    place && !name.is_empty() && !known::is_known(name)
}

/// A period with its preposition.
fn period(items: &[Spanned], at: usize) -> Option<usize> {
    let prefix = usize::from(["in", "during", "for"].contains(&items.get(at)?.word()));
    let timed = matches!(items.get(at + prefix)?.item, Item::When(When::Period(_)));
    timed.then_some(prefix + 1)
}

/// The preposition at an item, if a country follows it, with the country and the items both take.
fn preposition(items: &[Spanned], at: usize) -> Option<(&str, Party, usize)> {
    let word = items.get(at)?.word();
    let (word, taken) = match word {
        "bound" | "destined" | "headed" if items.get(at + 1)?.word() == "for" => ("to", 2),
        "into" | "towards" | "toward" => ("to", 1),
        "to" | "from" | "with" | "by" | "of" | "between" | "among" => (word, 1),
        _ => return None,
    };
    let (party, length) = parties::at(items, at + taken)?;
    Some((word, party, taken + length))
}

/// Reads one part of what follows, and gives the items it takes; 0 at the end.
fn step(items: &[Spanned], at: usize, found: &mut After) -> usize {
    if let Some((goods, taken)) = kind(items, at) {
        found.goods = Some(goods);
        return taken;
    }
    if items.get(at).is_some_and(|item| item.word() == "between") {
        return between(items, at, found);
    }
    if let Some((word, party, taken)) = preposition(items, at) {
        let slot = match word {
            "to" => &mut found.to,
            "from" => &mut found.from,
            "with" => &mut found.with,
            "of" => {
                // `of Chinese goods` says where they are made, `of Norwegian salmon` what they are.
                if let Some(made) = made_in(items, at, taken, found) {
                    return made;
                }
                &mut found.of
            }
            "by" => &mut found.of,
            _ => return 0,
        };
        if *slot != Party::Open || party == Party::Many && word == "by" {
            return 0;
        }
        *slot = party;
        return taken;
    }
    products(items, at, found)
}

/// `of goods`, `in services`, `in goods and services`.
fn kind(items: &[Spanned], at: usize) -> Option<(Goods, usize)> {
    ["of", "in"]
        .contains(&items.get(at)?.word())
        .then_some(())?;
    let named = |offset: usize| match items.get(at + offset).map_or("", Spanned::word) {
        "goods" | "merchandise" | "commodities" | "products" => Some(Goods::Goods),
        "services" => Some(Goods::Services),
        _ => None,
    };
    let first = named(1)?;
    let and = items.get(at + 2).is_some_and(|link| link.word() == "and");
    match named(3).filter(|_| and) {
        Some(second) if second != first => Some((Goods::Both, 4)),
        _ => Some((first, 2)),
    }
}

fn between(items: &[Spanned], at: usize, found: &mut After) -> usize {
    let pair = matches!(items.get(at + 1).map(|item| &item.item), Some(Item::Pair));
    if pair {
        found.between = Some((Party::Pair, Party::Pair));
        return 2;
    }
    let nation = |at: usize| {
        let article = usize::from(items.get(at).is_some_and(|item| item.word() == "the"));
        match items.get(at + article)?.item {
            Item::Nation(nation) => Some((Party::Known(nation.code), article + 1)),
            Item::Its => Some((Party::Its, article + 2)),
            _ => None,
        }
    };
    let Some((first, taken)) = nation(at + 1) else {
        return 0;
    };
    let link = at + 1 + taken;
    if !items
        .get(link)
        .is_some_and(|item| item.word() == "and" || item.item == Item::Mark('&'))
    {
        return 0;
    }
    let Some((second, more)) = nation(link + 1) else {
        return 0;
    };
    found.between = Some((first, second));
    link + 1 + more - at
}

fn made_in(items: &[Spanned], at: usize, taken: usize, found: &mut After) -> Option<usize> {
    let Item::Nation(nation) = items.get(at + 1)?.item else {
        return None;
    };
    let things = items.get(at + taken)?;
    if things.item == Item::Possessive || nation.naming != Naming::Adjective {
        return None;
    }
    let word = things.word();
    if ["goods", "products", "merchandise", "commodities"].contains(&word) {
        found.made_in = Party::Known(nation.code);
        return Some(taken + 1);
    }
    (!word.is_empty() && !known::is_known(word)).then(|| {
        found.only = Some(word.to_owned());
        taken + 1
    })
}

/// `of crude oil and gas`: the trade is limited to those.
fn products(items: &[Spanned], at: usize, found: &mut After) -> usize {
    if !["of", "in"].contains(&items.get(at).map_or("", Spanned::word)) {
        return 0;
    }
    let thing = items.get(at + 1).map(|item| &item.item);
    let product = match thing {
        Some(Item::Word(word)) if !known::is_known(word) && word.len() > 1 => word.clone(),
        Some(Item::Topic) if found.only.is_none() => "one product".to_owned(),
        _ => return 0,
    };
    found.only.get_or_insert(product);
    // On to the country, over the rest of the list.
    let mut next = at + 2;
    while next < items.len() && next - at < LONGEST_LIST {
        let listed = match &items[next].item {
            Item::Word(word) => {
                !known::is_known(word)
                    || ["and", "other", "products", "goods"].contains(&word.as_str())
            }
            Item::Mark(',' | '-') => true,
            _ => false,
        };
        if !listed {
            break;
        }
        next += 1;
    }
    if preposition(items, next).is_some() {
        next - at
    } else {
        2
    }
}
