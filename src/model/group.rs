//! Groups of countries, by year of membership, and the totals published for them.

use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use super::country::{Country, country};
use super::spelling::{Lexicon, bar_separated};
use crate::error::{Error, Result};

/// What a group is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum GroupKind {
    /// Countries, listed here.
    Bloc,
    /// The trade of a bloc with all others: a total, never a member.
    Extra,
    /// The trade of a bloc within itself.
    Intra,
    /// A total of a publisher, who alone knows the countries in it.
    Region,
}

/// A union, a club or a region, as a partner or reporter in trade statistics.
///
/// Its figures overlap with those of countries: the two must not be added.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    #[serde(rename = "group")]
    pub code: String,
    pub kind: GroupKind,
    /// English name, as charts print it.
    pub name: String,
    /// How files write it: EU27_2020, B0, 97, and longer names.
    #[serde(deserialize_with = "bar_separated")]
    pub codes: Vec<String>,
    /// Memberships, by year of entry; none but in a bloc.
    #[serde(skip)]
    pub spells: Vec<Spell>,
}

/// A membership from year to year, both included.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spell {
    pub member: &'static Country,
    /// None if the group is a fixed list.
    pub from: Option<i32>,
    /// None if it lasts.
    pub until: Option<i32>,
}

#[derive(Deserialize)]
struct Row {
    group: String,
    member: String,
    from: Option<i32>,
    until: Option<i32>,
}

const NAMES: &str = include_str!("../../data/group_names.csv");
const MEMBERS: &str = include_str!("../../data/groups.csv");

/// Every group known here.
pub fn groups() -> &'static [Group] {
    static GROUPS: OnceLock<Vec<Group>> = OnceLock::new();
    GROUPS.get_or_init(|| read().expect("data/groups.csv is compiled in and read by a test"))
}

fn read() -> std::result::Result<Vec<Group>, csv::Error> {
    let mut groups: Vec<Group> = csv::Reader::from_reader(NAMES.as_bytes())
        .deserialize()
        .collect::<std::result::Result<_, _>>()?;
    for row in csv::Reader::from_reader(MEMBERS.as_bytes()).deserialize() {
        let row: Row = row?;
        let group = groups.iter_mut().find(|group| group.code == row.group);
        group
            .expect("a test finds every group named")
            .spells
            .push(Spell {
                member: country(&row.member).expect("a test finds every member"),
                from: row.from,
                until: row.until,
            });
    }
    Ok(groups)
}

/// The group meant by `typed`: one of its codes, or its name in any case.
///
/// ```
/// for typed in ["EU", "97", "eun", "european union"] {
///     assert_eq!(bilat::group(typed)?.code, "EU");
/// }
/// # Ok::<(), bilat::Error>(())
/// ```
///
/// # Errors
/// [`Error::UnknownWord`], with the groups known.
pub fn group(typed: &str) -> Result<&'static Group> {
    let found = lexicon().code(typed).or_else(|| lexicon().name(typed));
    found.ok_or_else(|| Error::UnknownWord {
        what: "group",
        typed: typed.to_owned(),
        known: blocs().map(|group| group.code.as_str()).collect(),
    })
}

/// The code of a country or of a bloc, as people type either.
///
/// ```
/// use bilat::model::group::country_or_bloc;
/// assert_eq!(country_or_bloc("Norway")?, "NOR");
/// assert_eq!(country_or_bloc("European Union")?, "EU");
/// # Ok::<(), bilat::Error>(())
/// ```
///
/// # Errors
/// As [`country`], for what is neither.
pub fn country_or_bloc(typed: &str) -> Result<&'static str> {
    let bloc = group(typed)
        .ok()
        .filter(|group| group.kind == GroupKind::Bloc);
    match (country(typed), bloc) {
        // A union also stands among the areas of publishers, who know it as one reporter.
        (Ok(country), Some(bloc)) if country.kind == "area" => Ok(&bloc.code),
        (Ok(country), _) => Ok(&country.code),
        (Err(_), Some(bloc)) => Ok(&bloc.code),
        (Err(error), None) => Err(error),
    }
}

/// Who belonged to a group at the end of a year.
///
/// Belgium and Luxembourg are named apart in every year; before 1999 trade statistics show them
/// as one, BLX.
pub fn members(group: &Group, year: i32) -> Vec<&'static Country> {
    let then = |spell: &&Spell| {
        spell.from.is_none_or(|from| from <= year) && spell.until.is_none_or(|until| year <= until)
    };
    group
        .spells
        .iter()
        .filter(then)
        .map(|spell| spell.member)
        .collect()
}

fn blocs() -> impl Iterator<Item = &'static Group> {
    groups()
        .iter()
        .filter(|group| group.kind == GroupKind::Bloc)
}

fn lexicon() -> &'static Lexicon<&'static Group> {
    static LEXICON: OnceLock<Lexicon<&'static Group>> = OnceLock::new();
    LEXICON.get_or_init(|| {
        let mut lexicon = Lexicon::new();
        for group in groups() {
            for code in [&group.code].into_iter().chain(&group.codes) {
                lexicon.add_code(code, group);
                lexicon.add_name(code, group);
            }
            lexicon.add_name(&group.name, group);
        }
        lexicon
    })
}
