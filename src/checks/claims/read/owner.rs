//! What stands before a noun of trade: whose it is and what it is limited to.

use super::item::{Item, Spanned};
use super::known;
use super::nation::Naming;
use super::noun::Noun;
use super::parties::Party;
use super::word_list::WordList;
use crate::checks::claims::claim::Goods;

/// What stands before a noun of trade.
#[derive(Debug, Clone, Default)]
pub(super) struct Before {
    pub(super) owner: Party,
    /// Whether the owner is an adjective: `Chinese imports` may be what China sells.
    pub(super) adjective: bool,
    /// Both countries: `China–Norway trade`.
    pub(super) pair: Option<(&'static str, &'static str)>,
    pub(super) goods: Option<Goods>,
    /// bilateral, two-way, mutual
    pub(super) bilateral: bool,
    /// foreign, world: with all others
    pub(super) foreign: bool,
    /// The product or firm that the trade is limited to.
    pub(super) only: Option<String>,
    /// The items that belong to the phrase.
    pub(super) taken: usize,
}

/// Reads backwards from the noun at `at`.
pub(super) fn before(items: &[Spanned], at: usize) -> Before {
    let mut found = Before::default();
    let mut left = at;
    while left > 0 {
        let item = &items[left - 1];
        match &item.item {
            Item::Word(word) if ["services", "service"].contains(&word.as_str()) => {
                found.goods = Some(found.goods.map_or(Goods::Services, |_| Goods::Both));
            }
            Item::Word(word) if ["goods", "merchandise", "commodity"].contains(&word.as_str()) => {
                found.goods = Some(found.goods.map_or(Goods::Goods, |_| Goods::Both));
            }
            Item::Word(word)
                if word == "and"
                    && found.goods.is_some()
                    && left >= 2
                    && items[left - 2].word() == "goods" => {}
            Item::Word(word) if known::describes_flow(word) => {
                found.bilateral |= ["bilateral", "two", "way", "mutual", "reciprocal", "joint"]
                    .contains(&word.as_str());
            }
            Item::Yearly => {}
            Item::Word(word)
                if [
                    "foreign",
                    "external",
                    "international",
                    "global",
                    "overseas",
                    "world",
                ]
                .contains(&word.as_str()) =>
            {
                found.foreign = true;
            }
            Item::Mark('-')
                if left >= 2
                    && (items[left - 2].word() == "two" || items[left - 2].word() == "full") => {}
            Item::Possessive
            | Item::Nation(_)
            | Item::Its
            | Item::Pair
            | Item::Former
            | Item::Latter => {
                let taken = own(items, left - 1, &mut found);
                left -= taken;
                break;
            }
            Item::Word(word) if left == at && !known::is_known(word) && !stops(word) => {
                found.only = Some(word.clone());
            }
            _ => break,
        }
        left -= 1;
    }
    found.taken = at - left;
    let balance = matches!(
        items[at].item,
        Item::Trade(Noun::Surplus | Noun::Deficit | Noun::Balance)
    );
    if balance && found.owner == Party::Open {
        found.owner = holder(items, left);
    }
    found
}

/// Who has the balance in `China posting a surplus`, `Norway had a deficit`.
fn holder(items: &[Spanned], left: usize) -> Party {
    const VERBS: [&str; 18] = [
        "had",
        "has",
        "have",
        "having",
        "posted",
        "posting",
        "posts",
        "ran",
        "running",
        "runs",
        "recorded",
        "recording",
        "enjoyed",
        "enjoying",
        "registered",
        "registering",
        "reported",
        "incurred",
    ];
    let mut verb = false;
    for before in (0..left).rev() {
        match &items[before].item {
            Item::Word(word) if VERBS.contains(&word.as_str()) => verb = true,
            Item::Word(word) if known::is_known(word) || word.ends_with("ly") => {}
            Item::When(_) => {}
            Item::Nation(nation) if verb => return Party::Known(nation.code),
            _ => break,
        }
    }
    Party::Open
}

/// Verbs, prepositions and the like that stand before a noun and limit nothing.
fn stops(word: &str) -> bool {
    static WORDS: WordList = WordList::new(
        "boosted boosting boost raised raising increased doubled said says say that when where if as with \
    and however moreover while since because between including both among like namely growth had his her my any no \
    affected hurt cut reduced affecting see saw seen made found noted adding added helped supported supporting against \
    dominated stimulated promoted promote promoting developed developing strengthened strengthen expand expanding \
    liberalised liberalized free fair regular resumed suspended conducted conduct doing did barter maritime",
    );
    WORDS.has(word)
}

/// Reads the owner that ends at item `at`, and gives the items it takes.
fn own(items: &[Spanned], at: usize, found: &mut Before) -> usize {
    let possessive = items[at].item == Item::Possessive;
    let holder = if possessive {
        at.checked_sub(1)
    } else {
        Some(at)
    };
    let Some(holder) = holder else {
        return 0;
    };
    match &items[holder].item {
        Item::Nation(nation) => {
            // `Sino-Norwegian`, `US–China`: two names and a dash.
            if !possessive
                && holder >= 2
                && items[holder - 1].item == Item::Mark('-')
                && let Item::Nation(first) = items[holder - 2].item
            {
                found.pair = Some((first.code, nation.code));
                return 3;
            }
            // `India and Brazil's trade` is of both.
            found.adjective = !possessive && nation.naming == Naming::Adjective;
            found.owner = Party::Known(nation.code);
        }
        Item::Its => found.owner = Party::Its,
        Item::Pair => found.owner = Party::Pair,
        Item::Former => found.owner = Party::Former,
        Item::Latter => found.owner = Party::Latter,
        Item::Word(word) if possessive => {
            // A possessive of no country is a firm, a province, a person; of the world, everything.
            found.only = Some(word.clone());
        }
        _ => return 0,
    }
    if possessive { 2 } else { 1 }
}
