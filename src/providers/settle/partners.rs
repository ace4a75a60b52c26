//! The world among countries.

use std::collections::HashMap;

use super::Comparison;
use super::place::{Place, place};
use crate::model::column::WORLD;
use crate::model::group::Group;
use crate::model::intake::Intake;
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
    let mut totals: HashMap<Place, f64> = HashMap::new();
    for row in &intake.rows {
        for (exporter, area) in [(true, row.exporter), (false, row.importer)] {
            if let (true, Some(value)) = (area == world, row.value) {
                totals.insert(place(row, exporter), value);
            }
        }
    }
    let doubled = super::groups::beside_members(intake, groups);
    let mut parts: HashMap<Place, Vec<f64>> = HashMap::new();
    for row in &intake.rows {
        for (exporter, area) in [(true, row.exporter), (false, row.importer)] {
            let place = place(row, exporter);
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
