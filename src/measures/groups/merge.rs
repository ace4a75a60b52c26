//! Groups in the place of their members.

use std::collections::{BTreeMap, BTreeSet};

use super::{Groups, Intra, Members, belongs};
use crate::error::{Error, Result};
use crate::model::coded::{Coded, CodedRow};
use crate::model::column::WORLD;
use crate::model::group::{Group, members};
use crate::model::period::year_of;

/// With whom an area trades in a year, as exporter and as importer.
#[derive(Clone, Copy, Default)]
struct Met {
    partners: [bool; 2],
    world: [bool; 2],
}

impl Groups<'_> {
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
