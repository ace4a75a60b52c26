//! Looks around a figure: what it is of, and what period follows it.

use super::draft::Subject;
use super::item::{Item, Spanned};
use super::time::{Time, When, Year};

/// Words between a figure and the flow that follows it: `$5bn worth of exports`, `a 5% rise in exports`.
const LINKS: [&str; 14] = [
    "in", "of", "worth", "the", "its", "for", "rate", "total", "value", "goods", "a", "both",
    "volume", "terms",
];

/// Words between a figure and what was sold: `$5bn of goods were exported`.
const PASSIVE: [&str; 11] = [
    "were",
    "was",
    "is",
    "are",
    "been",
    "have",
    "registered",
    "recorded",
    "seen",
    "noted",
    "reported",
];

/// Items looked through for what follows a figure.
const NEAR: usize = 7;

/// The flow that a figure at `at` stands before, as in `a 39 percent increase in exports`.
///
/// `moved` if a rise or fall stands right before it: `growth of 5 percent in exports`.
pub(super) fn flow_ahead(items: &[Spanned], at: usize, mut moved: bool) -> Option<usize> {
    for (next, spanned) in items.iter().enumerate().skip(at + 1).take(NEAR) {
        match &spanned.item {
            Item::Flow(phrase) => {
                let percent = matches!(items[at].item, Item::Rate(_));
                let passive = next > at + 1 && PASSIVE.contains(&items[next - 1].word());
                let verb = phrase.noun.is_verb();
                // A percentage of exports is a share; `$5bn, Norway exported` is another clause.
                let fits =
                    (moved || !percent) && (!verb || passive || is_goods(items, at + 1, next));
                return fits.then_some(next);
            }
            Item::Move(_) => moved = true,
            Item::YearOnYear | Item::Yearly => {}
            Item::Word(word)
                if LINKS.contains(&word.as_str()) || PASSIVE.contains(&word.as_str()) => {}
            Item::When(When::Period(_)) if moved => {}
            _ => return None,
        }
    }
    None
}

fn is_goods(items: &[Spanned], from: usize, to: usize) -> bool {
    items[from..to].iter().any(|item| item.word() == "goods")
}

/// Whether a figure at `at` is of something named after it: `$2bn in aid`, `a 5 percent tariff`.
pub(super) fn topic_ahead(items: &[Spanned], at: usize) -> bool {
    for spanned in items.iter().skip(at + 1).take(NEAR) {
        match &spanned.item {
            Item::Topic => return true,
            Item::Word(word)
                if LINKS.contains(&word.as_str())
                    || word == "direct"
                    || word == "new"
                    || word == "foreign" => {}
            Item::Move(_) | Item::Nation(_) | Item::Possessive | Item::Its => {}
            _ => return false,
        }
    }
    false
}

/// The period right after a figure.
pub(super) fn time_after(items: &[Spanned], at: usize) -> Option<Time> {
    let mut next = at + 1;
    while ["in", "during", "for", "throughout", "over"].contains(&items.get(next)?.word()) {
        next += 1;
    }
    match items.get(next)?.item {
        Item::When(When::Period(time)) if time.year != Year::Before => Some(time),
        _ => None,
    }
}

/// Whether more figures follow before the next comma.
pub(super) fn figure_ahead(items: &[Spanned], at: usize) -> bool {
    let rest = items.get(at + 1..).unwrap_or_default();
    let first = usize::from(matches!(rest.first(), Some(next) if next.item == Item::Mark(',')));
    let mut rest = rest
        .iter()
        .skip(first)
        .take_while(|item| !matches!(item.item, Item::Mark(',' | ';')));
    rest.any(Spanned::is_figure)
}

/// Whether the flow at `at` is only what something else is of: `5 percent of exports`, `the share of exports`.
pub(super) fn is_part(items: &[Spanned], at: usize) -> bool {
    let mut before = at;
    let mut of = false;
    while let Some(earlier) = before.checked_sub(1) {
        before = earlier;
        match &items[before].item {
            Item::Word(word) if word == "of" || word == "in" => of = true,
            Item::Word(word) if ["the", "total", "all", "its"].contains(&word.as_str()) => {}
            Item::Topic | Item::Rate(_) => return of,
            _ => return false,
        }
    }
    false
}

/// Whether a sentence begins by pointing back: `It rose`, `The figure was`, `Up 5 percent`.
pub(super) fn first_subject(items: &[Spanned]) -> Subject {
    let mut at = 0;
    // `In 2009, it rose`.
    if ["in", "by", "during"].contains(&items.first().map_or("", Spanned::word)) {
        at = 1;
    }
    while matches!(
        items.get(at).map(|item| &item.item),
        Some(Item::When(_) | Item::Mark(','))
    ) {
        at += 1;
    }
    let word = |offset: usize| items.get(at + offset).map_or("", Spanned::word);
    let points = match word(0) {
        "it" | "this" | "that" | "they" | "these" | "which" => true,
        "the" => [
            "figure", "figures", "total", "volume", "value", "amount", "number", "sum", "level",
        ]
        .contains(&word(1)),
        "an" | "a" => matches!(
            items.get(at + 1).map(|item| &item.item),
            Some(Item::Move(_))
        ),
        _ => false,
    };
    if points {
        Subject::Before
    } else {
        Subject::Nothing
    }
}
