//! Groups of countries among countries.

use std::collections::BTreeSet;

use foldhash::{HashMap, HashSet};

use super::Comparison;
use super::place::{Place, place};
use crate::model::column::WORLD;
use crate::model::group::{Group, GroupKind, members};
use crate::model::intake::{Intake, Row};
use crate::model::period::year_of;
use crate::model::sum::exact_sum;

type Groups = HashMap<u32, &'static Group>;

/// Groups go where their members stand in the same place, unless all do and do not add up; a
/// publisher's totals of countries he alone knows go where any country does.
///
/// Gives the rules that were applied, in words.
pub(super) fn leave_out(intake: &mut Intake, groups: &Groups) -> Vec<String> {
    if groups.is_empty() {
        return Vec::new();
    }
    let beside = Beside::of(intake, groups);
    let mut gone: [HashMap<u32, u64>; 2] = Default::default();
    let mut kept = Comparison::default();
    let areas = &intake.areas;
    let word = |area: u32| areas.word(area);
    intake.rows.retain(|row| {
        for (exporter, area) in [(true, row.exporter), (false, row.importer)] {
            let Some(group) = groups.get(&area) else {
                continue;
            };
            let place = place(row, exporter);
            let total = group.kind != GroupKind::Bloc;
            let standing = match total {
                true => beside.countries.contains(&place).then_some(true),
                false => beside.standing(row, place, group, &word, &mut kept),
            };
            if standing == Some(true) {
                *gone[usize::from(total)].entry(area).or_default() += 1;
                return false;
            }
        }
        true
    });
    let told = |gone: &HashMap<u32, u64>, why: &str| {
        let mut names: Vec<&str> = gone.keys().map(|group| areas.word(*group)).collect();
        names.sort_unstable();
        let count: u64 = gone.values().sum();
        let names = names.join(", ");
        (count > 0).then(|| format!("{count} rows of groups left out, {why}: {names}"))
    };
    let mut rules = Vec::new();
    rules.extend(told(&gone[0], "members of theirs stand beside them"));
    rules.extend(told(
        &gone[1],
        "they may overlap with countries beside them",
    ));
    if kept.apart > 0 {
        let words = kept.words("groups kept beside them", "members");
        rules.extend(words.map(|words| format!("{words}; never add a group to its members")));
    }
    rules
}

/// Groups that stand where members of theirs do, which would count twice.
pub(super) fn beside_members(intake: &Intake, groups: &Groups) -> HashSet<(Place, u32)> {
    if groups.is_empty() {
        return HashSet::default();
    }
    let beside = Beside::of(intake, groups);
    let word = |area: u32| intake.areas.word(area);
    let mut doubled = HashSet::default();
    for row in &intake.rows {
        for (exporter, area) in [(true, row.exporter), (false, row.importer)] {
            let place = place(row, exporter);
            if let Some(group) = groups.get(&area)
                && !beside.members(row, place, group, &word).is_empty()
            {
                doubled.insert((place, area));
            }
        }
    }
    doubled
}

/// The single countries in each place that has a group.
struct Beside {
    countries: HashSet<Place>,
    values: HashMap<Place, Vec<(u32, Option<f64>)>>,
}

impl Beside {
    fn of(intake: &Intake, groups: &Groups) -> Self {
        let world = intake.areas.find(WORLD);
        let sides = |row: &Row| [(true, row.exporter), (false, row.importer)];
        let mut values: HashMap<Place, Vec<(u32, Option<f64>)>> = HashMap::default();
        for row in &intake.rows {
            for (exporter, area) in sides(row) {
                if groups.contains_key(&area) {
                    values.entry(place(row, exporter)).or_default();
                }
            }
        }
        for row in &intake.rows {
            for (exporter, area) in sides(row) {
                let single = Some(area) != world && !groups.contains_key(&area);
                if let (true, Some(here)) = (single, values.get_mut(&place(row, exporter))) {
                    here.push((area, row.value));
                }
            }
        }
        let filled = values.iter().filter(|(_, here)| !here.is_empty());
        let countries = filled.map(|(place, _)| *place).collect();
        Self { countries, values }
    }

    /// Members of a group in the place of its row, with their values.
    fn members<'a>(
        &self,
        row: &Row,
        place: Place,
        group: &'static Group,
        word: &impl Fn(u32) -> &'a str,
    ) -> Vec<(&'a str, Option<f64>)> {
        let year = year_of(row.period);
        let all: BTreeSet<&str> = members(group, year)
            .iter()
            .map(|member| member.code.as_str())
            .collect();
        let here = self.values.get(&place).into_iter().flatten();
        let here = here.map(|(area, value)| (word(*area), *value));
        here.filter(|(code, _)| all.contains(code)).collect()
    }

    /// Whether members of a group stand beside its row so that it may go; nothing if none do.
    fn standing<'a>(
        &self,
        row: &Row,
        place: Place,
        group: &'static Group,
        word: &impl Fn(u32) -> &'a str,
        kept: &mut Comparison,
    ) -> Option<bool> {
        let here = self.members(row, place, group, word);
        if here.is_empty() {
            return None;
        }
        let year = year_of(row.period);
        // A member has no trade with itself.
        let other = word(place.2);
        let wanted = members(group, year);
        let wanted = wanted.iter().filter(|member| member.code != other).count();
        let single: BTreeSet<&str> = here.iter().map(|(code, _)| *code).collect();
        let (true, Some(total)) = (single.len() >= wanted, row.value) else {
            return Some(true);
        };
        let sum = exact_sum(here.iter().filter_map(|(_, value)| *value));
        let about = || format!("{} with {other} in {year}", group.code);
        Some(kept.add(total, sum, about))
    }
}
