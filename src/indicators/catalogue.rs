//! Every measure there is, and the one that was meant.

use super::about::About;
use super::{complexity, concentration, dynamics, prices, structure};

/// The families of measures with the heading of each: from what is traded, over how it changes, to what it says of
/// the makers.
pub const FAMILIES: [(&str, &[About]); 5] = [
    ("structure", structure::ALL),
    ("concentration", concentration::ALL),
    ("dynamics", dynamics::ALL),
    ("prices and volumes", prices::ALL),
    ("complexity", complexity::ALL),
];

/// Every measure, family by family.
pub static ALL: &[About] = &joined::<COUNT>();

const COUNT: usize = {
    let (mut count, mut family) = (0, 0);
    while family < FAMILIES.len() {
        count += FAMILIES[family].1.len();
        family += 1;
    }
    count
};

const fn joined<const N: usize>() -> [About; N] {
    let mut all = [FAMILIES[0].1[0]; N];
    let (mut family, mut at) = (0, 0);
    while family < FAMILIES.len() {
        let mut of_family = 0;
        while of_family < FAMILIES[family].1.len() {
            all[at] = FAMILIES[family].1[of_family];
            at += 1;
            of_family += 1;
        }
        family += 1;
    }
    all
}

/// The measure of that name or abbreviation, in any case; blanks and underscores pass for hyphens.
pub fn find(typed: &str) -> Option<&'static About> {
    let wanted = plain(typed);
    let called =
        |about: &&About| !wanted.is_empty() && [about.name, about.short].contains(&&*wanted);
    ALL.iter().find(called)
}

/// More suggestions than this are a list, and there is one already.
const SUGGESTIONS: usize = 5;

/// A part of a name has this many letters at least.
const PART: usize = 3;

/// Names of the measures that may have been meant, the likeliest first; empty if none is near.
///
/// Where no name is near, those that speak of what was typed: `balassa` is in the source of one.
pub fn nearest(typed: &str) -> Vec<&'static str> {
    let wanted = plain(typed);
    let mut near: Vec<(usize, &'static str)> = ALL
        .iter()
        .filter_map(|about| {
            let names = [about.name, about.short];
            let far = names
                .iter()
                .filter_map(|name| distance(&wanted, name))
                .min();
            Some((far?, about.name))
        })
        .collect();
    // Stable: those equally far stay in the order of lists.
    near.sort_by_key(|(far, _)| *far);
    let names: Vec<&str> = near.into_iter().map(|(_, name)| name).collect();
    let names = if names.is_empty() {
        speaking_of(&wanted)
    } else {
        names
    };
    names.into_iter().take(SUGGESTIONS).collect()
}

/// Names of the measures whose description has the words.
fn speaking_of(wanted: &str) -> Vec<&'static str> {
    if wanted.chars().count() <= PART {
        return Vec::new();
    }
    let speaks = |about: &&About| {
        let texts = [about.about, about.formula, about.source];
        texts.iter().any(|text| plain(text).contains(wanted))
    };
    ALL.iter().filter(speaks).map(|about| about.name).collect()
}

/// How many letters are wrong or, after all slips, missing; none if the words have too little in common.
fn distance(wanted: &str, name: &str) -> Option<usize> {
    let (long, short) = (wanted.chars().count(), name.chars().count());
    if long.min(short) < 2 {
        return None;
    }
    let slips = strsim::osa_distance(wanted, name);
    // A letter in four may be wrong: more is another word.
    if slips <= (long.min(short) / 4).max(1) {
        return Some(slips);
    }
    let part = long >= PART && short > PART && (name.contains(wanted) || wanted.contains(name));
    part.then(|| name.len() + long.abs_diff(short))
}

fn plain(typed: &str) -> String {
    typed.trim().to_lowercase().replace([' ', '_', '–'], "-")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_name_and_every_abbreviation_is_one_measures_alone() {
        let mut words = BTreeSet::new();
        for about in ALL {
            assert!(words.insert(about.name), "{} twice", about.name);
            assert!(
                about.short.is_empty() || words.insert(about.short),
                "{} twice",
                about.short
            );
        }
        let families: usize = FAMILIES.iter().map(|(_, all)| all.len()).sum();
        assert_eq!(ALL.len(), families);
    }

    #[test]
    fn every_measure_says_all_there_is_to_say() {
        for about in ALL {
            let said = [
                about.name,
                about.about,
                about.formula,
                about.unit,
                about.keys,
                about.nulls,
                about.source,
            ];
            let whole = said
                .iter()
                .all(|text| !text.is_empty() && !text.ends_with('.'));
            assert!(whole, "{about:?}");
            let typed = |letter: char| {
                letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-'
            };
            let words = [about.name, about.short];
            assert!(words.concat().chars().all(typed), "{about:?}");
        }
    }

    #[test]
    fn a_measure_is_found_by_either_word_in_any_case() {
        for about in ALL {
            assert_eq!(find(about.name), Some(about));
            if !about.short.is_empty() {
                assert_eq!(find(&about.short.to_uppercase()), Some(about));
            }
        }
        let named = |typed| find(typed).map(|about| about.name);
        assert_eq!(named(" Grubel Lloyd "), Some("grubel-lloyd"));
        assert_eq!(named("Grubel–Lloyd"), Some("grubel-lloyd"));
        assert_eq!(named("terms_of_trade"), Some("terms-of-trade"));
        assert_eq!(named(""), None);
        assert_eq!(named("gini"), None);
    }

    #[test]
    fn what_is_no_measure_suggests_those_that_are_near() {
        assert_eq!(nearest("grubel-loyd"), ["grubel-lloyd"]);
        assert_eq!(nearest("RAC")[0], "revealed-advantage");
        assert_eq!(nearest("volitility"), ["volatility"]);
        let advantages = nearest("advantage");
        assert!(
            advantages.contains(&"symmetric-advantage"),
            "{advantages:?}"
        );
        assert!(nearest("unit").contains(&"unit-value"));
        assert!(nearest("share").len() > 1);
        assert_eq!(nearest("Balassa")[0], "revealed-advantage");
        assert_eq!(nearest("Fisher"), ["unit-value-index"]);
        assert_eq!(nearest("gravity"), Vec::<&str>::new());
        assert_eq!(nearest(""), Vec::<&str>::new());
    }
}
