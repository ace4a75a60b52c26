//! Verbs of trade: who exported, sold or bought, and to or from whom.

use super::flow::{Phrase, only_goods};
use super::item::{Item, Spanned};
use super::nation::Naming;
use super::noun::Noun;
use super::parties::{self, Party};
use crate::checks::claims::claim::Goods;

/// `Norway exports salmon to China` has a verb in the present, `Norway's exports` has a noun.
pub(super) fn present(items: &[Spanned], at: usize, noun: Noun) -> Noun {
    let verb = match noun {
        Noun::Exports => Noun::Sold,
        Noun::Imports => Noun::Bought,
        other => return other,
    };
    let named = |item: &Spanned| matches!(&item.item, Item::Nation(nation) if nation.naming == Naming::Name);
    let subject = at.checked_sub(1).map(|before| &items[before]);
    let who = subject.is_some_and(|item| {
        named(item) || ["which", "it", "they", "also", "mainly"].contains(&item.word())
    });
    let of = at.checked_sub(2).is_some_and(|before| {
        ["from", "to", "of", "with", "in", "and", "between"].contains(&items[before].word())
    });
    // `exports to`, `exports rose`: a headline's noun.
    let object = items.get(at + 1).is_some_and(|next| match &next.item {
        Item::Word(word) => {
            !super::known::is_known(word)
                || ["goods", "products", "worth", "more", "over"].contains(&word.as_str())
        }
        Item::Money(_) => true,
        _ => false,
    });
    if who && !of && object { verb } else { noun }
}

/// Reads a verb with its subject before it and its object and country after it, and the items it takes.
///
/// The object stays on the list of items, for the figure in it: the flow is the verb alone.
pub(super) fn read(items: &[Spanned], at: usize, noun: Noun) -> (Spanned, usize) {
    let end = clause_end(items, at);
    let mut phrase = Phrase {
        noun,
        owner: Party::Open,
        adjective: false,
        to: Party::Open,
        from: Party::Open,
        with: Party::Open,
        made_in: Party::Open,
        between: None,
        goods: None,
        bilateral: false,
        foreign: false,
        only: None,
        at: items[at].start,
    };
    let object = partners(items, at + 1, end, &mut phrase);
    phrase.owner = subject(items, at);
    phrase.only = only_goods(&items[at + 1..object]);
    phrase.goods = Some(goods(&items[at + 1..object]));
    let start = items[at].start;
    let end = items[at].end;
    let item = Item::Flow(Box::new(phrase));
    (Spanned { item, start, end }, 1)
}

/// Where the clause ends: at a comma, a bracket or the next noun of trade.
fn clause_end(items: &[Spanned], at: usize) -> usize {
    let ends = |item: &Spanned| {
        matches!(
            item.item,
            Item::Trade(_) | Item::Mark(',' | ';' | ':' | '(' | ')' | '—' | '.')
        )
    };
    items[at + 1..]
        .iter()
        .position(ends)
        .map_or(items.len(), |offset| at + 1 + offset)
}

/// Finds `to` and `from` with a country; gives where the object ends.
fn partners(items: &[Spanned], from: usize, end: usize, phrase: &mut Phrase) -> usize {
    let mut object = end;
    for at in from..end {
        let word = items[at].word();
        let to = ["to", "into"].contains(&word);
        if !to && word != "from" && word != "by" && word != "in" {
            continue;
        }
        let Some((party, _)) = parties::at(&items[..end], at + 1) else {
            continue;
        };
        let slot = match word {
            "from" => &mut phrase.from,
            "by" => &mut phrase.owner,
            "in" => &mut phrase.with,
            _ => &mut phrase.to,
        };
        *slot = slot.or(party);
        object = object.min(at);
    }
    // `imported Chinese goods`, `imports of Chinese goods`.
    for at in from..object {
        if let Item::Nation(nation) = items[at].item
            && nation.naming == Naming::Adjective
            && items
                .get(at + 1)
                .is_some_and(|next| ["goods", "products", "merchandise"].contains(&next.word()))
        {
            phrase.made_in = Party::Known(nation.code);
        }
    }
    object
}

/// Who did it: the nearest country before the verb in its clause that is not of something else.
fn subject(items: &[Spanned], at: usize) -> Party {
    // `Brazil exported … to China, and imported …` has one subject.
    let and = at
        .checked_sub(1)
        .is_some_and(|before| items[before].word() == "and");
    let verb = |item: &Spanned| matches!(item.item, Item::Trade(noun) if noun.is_verb());
    if and && items[..at].iter().any(verb) {
        return Party::Its;
    }
    let mut before = at;
    let mut within = false;
    while before > 0 {
        before -= 1;
        match &items[before].item {
            Item::Mark(')') => within = true,
            Item::Mark('(') => within = false,
            _ if within => {}
            Item::Nation(nation) if nation.naming != Naming::Prefix => {
                let of = before.checked_sub(1).map_or("", |link| items[link].word());
                if ["to", "from", "with", "of", "in", "by"].contains(&of) {
                    return Party::Open;
                }
                return Party::Known(nation.code);
            }
            Item::Its | Item::Possessive => return Party::Open,
            Item::Former => return Party::Former,
            Item::Latter => return Party::Latter,
            Item::Word(word) if word == "it" || word == "country" => return Party::Its,
            Item::Word(word)
                if word == "which"
                    || word == "who"
                    || word == "and"
                    || word == "also"
                    || word == "has"
                    || word == "had"
                    || word == "have" => {}
            Item::Word(word) if word.ends_with("ly") || word == "," => {}
            Item::When(_) | Item::Mark(',') | Item::Yearly => {}
            Item::Money(_) | Item::Flow(_) | Item::Trade(_) => return Party::Its,
            Item::Word(word) if super::known::is_known(word) => {}
            _ => return Party::Open,
        }
    }
    Party::Open
}

fn goods(object: &[Spanned]) -> Goods {
    let has = |word: &str| object.iter().any(|item| item.word() == word);
    match (has("goods"), has("services")) {
        (true, true) => Goods::Both,
        (false, true) => Goods::Services,
        _ => Goods::Goods,
    }
}
