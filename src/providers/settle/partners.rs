//! The world among countries.

use foldhash::HashMap;

use super::Comparison;
use super::place::{Place, place};
use crate::model::column::WORLD;
use crate::model::group::Group;
use crate::model::intake::{Intake, Row};
use crate::model::period::year_of;
use crate::model::sum::exact_sum;

/// World rows against the sum of the countries beside them.
///
/// Groups that are left stand in for countries that are not there, or beside all their members.
pub(super) fn compare_world(
    intake: &Intake,
    groups: &HashMap<u32, &'static Group>,
) -> Option<String> {
    let world = intake.areas.find(WORLD)?;
    let sides = [true, false].map(|exporter| (exporter, has_both(intake, world, exporter)));
    let sides = sides.into_iter().filter(|(_, both)| *both);
    let sides: Vec<bool> = sides.map(|(exporter, _)| exporter).collect();
    if sides.is_empty() {
        return None;
    }
    let mut totals: HashMap<Place, f64> = HashMap::default();
    for row in &intake.rows {
        for &exporter in &sides {
            if let (true, Some(value)) = (area(row, exporter) == world, row.value) {
                totals.insert(place(row, exporter), value);
            }
        }
    }
    let doubled = super::groups::beside_members(intake, groups);
    let mut parts: HashMap<Place, Vec<f64>> = HashMap::default();
    for row in &intake.rows {
        for &exporter in &sides {
            let (place, area) = (place(row, exporter), area(row, exporter));
            // Trade of an area with itself is in no world total of partners.
            let counted = area != world && !doubled.contains(&(place, area));
            if counted && row.exporter != row.importer && totals.contains_key(&place) {
                parts.entry(place).or_default().extend(row.value);
            }
        }
    }
    let mut comparison = Comparison::default();
    let mut compared: Vec<(&Place, &Vec<f64>)> = parts.iter().collect();
    // Hash order is not to decide which of equal gaps is named.
    compared.sort_unstable_by_key(|(place, _)| **place);
    for (place, values) in compared {
        let sum = exact_sum(values.iter().copied());
        comparison.add(totals[place], sum, || {
            let area = intake.areas.word(place.2);
            format!(
                "{area} in {} ({})",
                year_of(place.6),
                intake.products.word(place.5)
            )
        });
    }
    comparison.words("the world row", "countries")
}

/// Whether rows have the world on a side, and others a country.
fn has_both(intake: &Intake, world: u32, exporter: bool) -> bool {
    let is_world = |row: &Row| area(row, exporter) == world;
    intake.rows.iter().any(is_world) && !intake.rows.iter().all(is_world)
}

fn area(row: &Row, exporter: bool) -> u32 {
    match exporter {
        true => row.exporter,
        false => row.importer,
    }
}
