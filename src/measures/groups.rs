//! Groups of countries that are measured as one economy.

use std::collections::{BTreeMap, BTreeSet};

use super::ask::Ask;
use crate::error::{Error, Result};
use crate::model::coded::{Coded, CodedRow};
use crate::model::column::WORLD;
use crate::model::group::{Group, group, members};
use crate::model::period::year_of;

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

/// With whom an area trades in a year, as exporter and as importer.
#[derive(Clone, Copy, Default)]
struct Met {
    partners: [bool; 2],
    world: [bool; 2],
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

    /// Puts groups in the place of their members, as of each year.
    ///
    /// # Errors
    /// [`Error::BasisMismatch`] for a country in two groups, and for members of whose trade with each other
    /// the data do not tell.
    pub fn merge(&self, coded: &mut Coded) -> Result<Members> {
        let mut found = Members::new();
        if self.is_empty() {
            return Ok(found);
        }
        let own = coded.add_areas(self.groups.iter().map(|group| group.code.as_str()));
        let world = coded.area(WORLD);
        let years: BTreeSet<i32> = coded.rows.iter().map(|row| year_of(row.period)).collect();
        // By year, and in it by area, the group that takes the area in.
        let mut taken: BTreeMap<i32, Vec<Option<u32>>> = BTreeMap::new();
        for year in years {
            let mut into = vec![None; coded.areas.len()];
            for (group, own) in self.groups.iter().zip(&own) {
                self.take_in(group, *own, year, coded, &mut into)?;
            }
            taken.insert(year, into);
        }
        let met = self.met(coded, world, &taken)?;
        for (year, into) in &taken {
            for (area, group) in into.iter().enumerate() {
                let here = &met[year][area];
                if let Some(group) = group.filter(|_| here.any()) {
                    let code = coded.areas[group as usize].clone();
                    let members = found.entry((code, *year)).or_default();
                    members.push(coded.areas[area].clone());
                }
            }
        }
        let left_out = self.intra == Intra::LeftOut;
        coded.rows.retain_mut(|row| {
            let into = &taken[&year_of(row.period)];
            let ends = [row.exporter, row.importer].map(|area| (area, into[area as usize]));
            let [exporter, importer] = ends.map(|(area, group)| group.unwrap_or(area));
            let with_world = ends.iter().any(|(area, _)| Some(*area) == world);
            let of_group = ends.iter().any(|(_, group)| group.is_some());
            let within = exporter == importer && of_group;
            (row.exporter, row.importer) = (exporter, importer);
            // A total holds the trade within the group, and partners stand beside it.
            !(left_out && (within || (with_world && of_group)))
        });
        coded.sum_alike();
        Ok(found)
    }

    /// Marks the areas that a group takes in.
    fn take_in(
        &self,
        group: &Group,
        own: u32,
        year: i32,
        coded: &Coded,
        into: &mut [Option<u32>],
    ) -> Result<()> {
        let members: Vec<&str> = members(group, year)
            .iter()
            .map(|one| one.code.as_str())
            .filter(|code| !self.apart.contains(code))
            .collect();
        for (area, code) in coded.areas.iter().enumerate() {
            if !belongs(code, &members) {
                continue;
            }
            if let Some(other) = into[area].replace(own) {
                return Err(Error::BasisMismatch {
                    reason: format!(
                        "{code} is in {} and in {}, and can be counted in one of them alone",
                        coded.areas[other as usize], group.code
                    ),
                    remedy: "ask for one group at a time".to_owned(),
                });
            }
        }
        Ok(())
    }

    /// With whom every area traded, by year.
    fn met(
        &self,
        coded: &Coded,
        world: Option<u32>,
        taken: &BTreeMap<i32, Vec<Option<u32>>>,
    ) -> Result<BTreeMap<i32, Vec<Met>>> {
        let none = || vec![Met::default(); coded.areas.len()];
        let mut met: BTreeMap<i32, Vec<Met>> = taken.keys().map(|year| (*year, none())).collect();
        for row in &coded.rows {
            let Some(met) = met.get_mut(&year_of(row.period)) else {
                continue;
            };
            let ends = ends(row);
            for (way, (area, partner)) in ends.into_iter().enumerate() {
                let met = &mut met[area as usize];
                match Some(partner) == world {
                    true => met.world[way] = true,
                    false => met.partners[way] = true,
                }
            }
        }
        for (year, met) in &met {
            let into = &taken[year];
            for way in [0, 1] {
                let total_alone = |area: &usize| met[*area].world[way] && !met[*area].partners[way];
                let members = (0..met.len()).filter(|area| into[*area].is_some());
                let Some(alone) = members.clone().find(total_alone) else {
                    continue;
                };
                let mixed = members.clone().any(|area| met[area].partners[way]);
                if self.intra == Intra::LeftOut || mixed {
                    let code = &coded.areas[alone];
                    return Err(Error::BasisMismatch {
                        reason: format!(
                            "{code} trades with the world as a whole in {year}, so what it trades within its group is not known"
                        ),
                        remedy: match mixed {
                            true => "give files that have all members by partner".to_owned(),
                            false => {
                                "count the trade within groups with --intra counted".to_owned()
                            }
                        },
                    });
                }
            }
        }
        Ok(met)
    }
}

impl Met {
    fn any(self) -> bool {
        self.partners.iter().chain(&self.world).any(|met| *met)
    }
}

/// Each end of a flow with the other.
fn ends(row: &CodedRow) -> [(u32, u32); 2] {
    [(row.exporter, row.importer), (row.importer, row.exporter)]
}

/// Which members groups were made of, in words, years that are alike together.
pub(super) fn words(members_met: &Members, intra: Intra) -> Vec<String> {
    let mut notes: Vec<(String, i32, i32)> = Vec::new();
    for ((code, year), met) in members_met {
        let Some(group) = named(code) else { continue };
        let all = members(group, *year);
        let all: Vec<&str> = all.iter().map(|one| one.code.as_str()).collect();
        let is_met = |code: &str| {
            let (both, each) = BELGIUM_LUXEMBOURG;
            let met = |code: &str| met.iter().any(|one| one == code);
            met(code) || (each.contains(&code) && met(both))
        };
        let lacking: Vec<&str> = all.iter().copied().filter(|code| !is_met(code)).collect();
        let lacking = match lacking[..] {
            [] => String::new(),
            _ => format!(", without {}", lacking.join(", ")),
        };
        let note = format!(
            "{code}: {} members{lacking}, trade among them {}",
            all.len(),
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
