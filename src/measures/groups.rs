//! Groups of countries that are measured as one economy.

mod merge;

use std::collections::{BTreeMap, BTreeSet};

use super::ask::Ask;
use crate::model::group::{Group, group, members};

/// What becomes of the trade that members of a group have with each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Intra {
    /// As of one country, whose trade with itself is none.
    #[default]
    LeftOut,
    /// The sum of what the members report, trade among them included.
    Counted,
}

impl Intra {
    pub const ALL: [Self; 2] = [Self::LeftOut, Self::Counted];

    /// The word of commands.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::LeftOut => "left-out",
            Self::Counted => "counted",
        }
    }
}

/// The members that groups had in the data, by the code of the group and year.
pub(super) type Members = BTreeMap<(String, i32), Vec<String>>;

/// The groups among the countries that were named.
pub(super) struct Groups<'a> {
    groups: Vec<&'static Group>,
    /// Countries that were named themselves: no group takes them in.
    apart: BTreeSet<&'a str>,
    intra: Intra,
}

/// Belgium and Luxembourg, whose trade was counted as one until 1998.
const BELGIUM_LUXEMBOURG: (&str, [&str; 2]) = ("BLX", ["BEL", "LUX"]);

/// Whether an area is a member, or made up of members.
fn belongs(code: &str, members: &[&str]) -> bool {
    let (both, each) = BELGIUM_LUXEMBOURG;
    members.contains(&code) || (code == both && each.iter().all(|one| members.contains(one)))
}

impl Ask {
    /// The groups that were named, each once.
    pub(super) fn groups(&self) -> Groups<'_> {
        let mut groups: Vec<&'static Group> = Vec::new();
        let mut apart = BTreeSet::new();
        for code in self.exporters.iter().chain(&self.importers) {
            match named(code) {
                Some(group) if groups.iter().any(|known| known.code == group.code) => {}
                Some(group) => groups.push(group),
                None => {
                    apart.insert(code.as_str());
                }
            }
        }
        Groups {
            groups,
            apart,
            intra: self.intra,
        }
    }
}

/// The group that has a code, if one has.
fn named(code: &str) -> Option<&'static Group> {
    group(code).ok().filter(|group| group.code == code)
}

/// Codes of countries, in place of a group all countries that were ever in it.
pub(super) fn countries_of(codes: &[String]) -> Vec<String> {
    let of = |code: &String| match named(code) {
        None => vec![code.clone()],
        Some(group) => {
            let members = group.spells.iter().map(|spell| spell.member.code.clone());
            members.chain([BELGIUM_LUXEMBOURG.0.to_owned()]).collect()
        }
    };
    codes.iter().flat_map(of).collect()
}

impl Groups<'_> {
    pub fn is_empty(&self) -> bool {
        self.groups.is_empty()
    }

    /// Whether a code is one of them.
    pub fn has(&self, code: &str) -> bool {
        self.groups.iter().any(|group| group.code == code)
    }

    /// Whether answers need to know who traded with whom.
    pub fn need_partners(&self) -> bool {
        !self.is_empty() && self.intra == Intra::LeftOut
    }
}

/// The members of a year that were not met.
fn lacking(group: &Group, year: i32, met: &[String]) -> Vec<&'static str> {
    let is_met = |code: &str| {
        let (both, each) = BELGIUM_LUXEMBOURG;
        let met = |code: &str| met.iter().any(|one| one == code);
        met(code) || (each.contains(&code) && met(both))
    };
    let all = members(group, year).into_iter();
    all.map(|one| one.code.as_str())
        .filter(|code| !is_met(code))
        .collect()
}

/// Whether all members of a group were met in a year.
pub(super) fn is_whole(code: &str, year: i32, met: &[String]) -> bool {
    named(code).is_some_and(|group| lacking(group, year, met).is_empty())
}

/// Which members groups were made of, in words, years that are alike together.
pub(super) fn words(members_met: &Members, intra: Intra) -> Vec<String> {
    let mut notes: Vec<(String, i32, i32)> = Vec::new();
    for ((code, year), met) in members_met {
        let Some(group) = named(code) else { continue };
        let all = members(group, *year).len();
        let lacking = lacking(group, *year, met);
        let lacking = match lacking[..] {
            [] => String::new(),
            _ => format!(", without {}", lacking.join(", ")),
        };
        let note = format!(
            "{code}: {all} members{lacking}, trade among them {}",
            match intra {
                Intra::LeftOut => "left out",
                Intra::Counted => "counted",
            }
        );
        match notes.last_mut() {
            Some((last, _, until)) if *last == note => *until = *year,
            _ => notes.push((note, *year, *year)),
        }
    }
    let written = |(note, from, until): (String, i32, i32)| match from == until {
        true => format!("{note} ({from})"),
        false => format!("{note} ({from}–{until})"),
    };
    notes.into_iter().map(written).collect()
}
