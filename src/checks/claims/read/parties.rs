//! Who trades, as the words around a noun of trade say it.

use super::item::{Item, Spanned};
use super::nation::Naming;

/// One side of a flow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Party {
    /// The words name none here.
    #[default]
    Open,
    /// ISO3, or the code of a group.
    Known(&'static str),
    /// its, their, the country's
    Its,
    Former,
    Latter,
    /// the two countries, each other
    Pair,
    /// Several countries together.
    Many,
}

impl Party {
    pub(super) fn or(self, other: Self) -> Self {
        if self == Self::Open { other } else { self }
    }
}

/// The party that items begin with, with articles and lists, and the items it takes.
pub(super) fn at(items: &[Spanned], start: usize) -> Option<(Party, usize)> {
    let mut at = start;
    while [
        "the",
        "both",
        "neighbouring",
        "neighboring",
        "mainland",
        "a",
    ]
    .contains(&items.get(at)?.word())
    {
        at += 1;
    }
    let party = match &items.get(at)?.item {
        Item::Nation(nation) if nation.naming != Naming::Prefix => Party::Known(nation.code),
        Item::Its if items.get(at + 1)?.word().starts_with("neighbo") => {
            return Some((Party::Open, at + 2 - start));
        }
        Item::Pair => Party::Pair,
        Item::Former => Party::Former,
        Item::Latter => Party::Latter,
        Item::Word(word) if at > start && (word == "country" || word == "nation") => Party::Its,
        _ => return None,
    };
    at += 1;
    // `the Chinese market`, `China proper`.
    let place = items.get(at).is_some_and(|next| {
        next.item == Item::Topic || ["mainland", "side"].contains(&next.word())
    });
    if place && is_adjective(items, at - 1) {
        at += 1;
    }
    let more = others(items, at);
    if more > 0 {
        return Some((Party::Many, at + more - start));
    }
    Some((party, at - start))
}

fn is_adjective(items: &[Spanned], at: usize) -> bool {
    matches!(&items[at].item, Item::Nation(nation) if nation.naming == Naming::Adjective)
}

/// The items of further countries of a list: `, India and Brazil`.
///
/// A country that owns something is no member: `exports to China and Norway's imports`.
fn others(items: &[Spanned], start: usize) -> usize {
    let mut at = start;
    loop {
        let mut next = at;
        while matches!(items.get(next), Some(link) if link.item == Item::Mark(',') || ["and", "or", "&", "the"].contains(&link.word())
            || link.item == Item::Mark('&'))
        {
            next += 1;
        }
        let nation = matches!(
            items.get(next).map(|item| &item.item),
            Some(Item::Nation(_))
        );
        let free = !matches!(
            items.get(next + 1).map(|item| &item.item),
            Some(Item::Possessive | Item::Trade(_) | Item::Mark('-') | Item::Nation(_))
        );
        // After a comma alone a new clause may begin: `to China, Norway said`.
        let joined = items.get(at..next).is_some_and(|links| {
            links
                .iter()
                .any(|link| ["and", "or"].contains(&link.word()) || link.item == Item::Mark('&'))
        });
        let listed = items
            .get(next + 1)
            .is_some_and(|after| after.word() == "and" || after.item == Item::Mark(','));
        if next == at || !nation || !free || !joined && !listed {
            return at - start;
        }
        at = next + 1;
    }
}
