//! Groups in the place of their members.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::{Groups, Intra, Members, belongs};
use crate::error::{Error, Result};
use crate::model::coded::{Coded, CodedRow};
use crate::model::column::WORLD;
use crate::model::group::{Group, members};
use crate::model::period::year_of;

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
        self.check_totals(coded, world, &taken)?;
        let mut met: BTreeSet<(i32, u32)> = BTreeSet::new();
        for row in &coded.rows {
            met.extend([row.exporter, row.importer].map(|area| (year_of(row.period), area)));
        }
        for (year, into) in &taken {
            for (area, group) in into.iter().enumerate() {
                let here = met.contains(&(*year, area as u32));
                if let Some(group) = group.filter(|_| here) {
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

    /// Checks that what members trade with each other is known where it is to be left out, and that totals
    /// of some members do not stand beside partners of others.
    fn check_totals(
        &self,
        coded: &Coded,
        world: Option<u32>,
        taken: &BTreeMap<i32, Vec<Option<u32>>>,
    ) -> Result<()> {
        let group = |row: &CodedRow, area: u32| taken[&year_of(row.period)][area as usize];
        let mut alone = BTreeSet::new();
        for row in &coded.rows {
            for (way, (area, partner)) in ends(row).into_iter().enumerate() {
                if Some(partner) == world && group(row, area).is_some() {
                    alone.insert((way, area, row.period, row.product));
                }
            }
        }
        if alone.is_empty() {
            return Ok(());
        }
        let mut beside = HashSet::new();
        for row in &coded.rows {
            for (way, (area, partner)) in ends(row).into_iter().enumerate() {
                if let Some(group) = group(row, area).filter(|_| Some(partner) != world) {
                    alone.remove(&(way, area, row.period, row.product));
                    beside.insert((way, group, row.period, row.product));
                }
            }
        }
        let mixed = |(way, area, period, product): &(usize, u32, i32, u32)| {
            let group = taken[&year_of(*period)][*area as usize];
            group.is_some_and(|group| beside.contains(&(*way, group, *period, *product)))
        };
        let told = match self.intra {
            Intra::LeftOut => alone.first(),
            Intra::Counted => alone.iter().find(|one| mixed(one)),
        };
        match told {
            None => Ok(()),
            Some(one) => Err(Error::BasisMismatch {
                reason: format!(
                    "{} trades with the world as a whole in {}, so what it trades within its group is not known",
                    coded.areas[one.1 as usize],
                    year_of(one.2)
                ),
                remedy: match mixed(one) {
                    true => "give files that have all members by partner".to_owned(),
                    false => "count the trade within groups with --intra counted".to_owned(),
                },
            }),
        }
    }
}

/// Each end of a flow with the other.
fn ends(row: &CodedRow) -> [(u32, u32); 2] {
    [(row.exporter, row.importer), (row.importer, row.exporter)]
}
