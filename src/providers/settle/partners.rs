//! Groups of countries and the world among countries.

use std::collections::{HashMap, HashSet};

use super::Comparison;
use crate::model::column::WORLD;
use crate::model::intake::{Intake, Row};
use crate::model::period::year_of;
use crate::model::source::{Kind, Side};
use crate::model::sum::exact_sum;

/// Everything that tells a row from another but one of its two areas.
type Place = (bool, u32, u32, Side, Kind, u32, i32);

/// The place of a row among rows that differ in the exporter (`true`) or the importer alone.
fn place(row: &Row, exporter: bool) -> Place {
    let other = if exporter { row.importer } else { row.exporter };
    (
        exporter,
        row.source,
        other,
        row.side,
        row.kind,
        row.product,
        row.period,
    )
}

/// Groups go where single countries stand in the same place; alone they stay.
pub(super) fn leave_out_groups(intake: &mut Intake, groups: &HashSet<u32>) -> Option<String> {
    if groups.is_empty() {
        return None;
    }
    let world = intake.areas.find(WORLD);
    let single = |area: u32| Some(area) != world && !groups.contains(&area);
    let mut countries: HashSet<Place> = HashSet::new();
    for row in &intake.rows {
        if single(row.exporter) {
            countries.insert(place(row, true));
        }
        if single(row.importer) {
            countries.insert(place(row, false));
        }
    }
    let mut gone: HashMap<u32, u64> = HashMap::new();
    intake.rows.retain(|row| {
        let beside = |exporter: bool, area: u32| {
            groups.contains(&area) && countries.contains(&place(row, exporter))
        };
        let group = [(true, row.exporter), (false, row.importer)]
            .into_iter()
            .find(|(exporter, area)| beside(*exporter, *area));
        if let Some((_, group)) = group {
            *gone.entry(group).or_default() += 1;
        }
        group.is_none()
    });
    if gone.is_empty() {
        return None;
    }
    let mut names: Vec<&str> = gone.keys().map(|group| intake.areas.word(*group)).collect();
    names.sort_unstable();
    let count: u64 = gone.values().sum();
    Some(format!(
        "{count} rows of groups left out, their countries stand beside them: {}",
        names.join(", ")
    ))
}

/// World rows against the sum of the countries beside them.
pub(super) fn compare_world(intake: &Intake) -> Option<String> {
    let world = intake.areas.find(WORLD)?;
    let mut totals: HashMap<Place, f64> = HashMap::new();
    for row in &intake.rows {
        for (exporter, area) in [(true, row.exporter), (false, row.importer)] {
            if let (true, Some(value)) = (area == world, row.value) {
                totals.insert(place(row, exporter), value);
            }
        }
    }
    let mut parts: HashMap<Place, Vec<f64>> = HashMap::new();
    for row in &intake.rows {
        for (exporter, area) in [(true, row.exporter), (false, row.importer)] {
            let place = place(row, exporter);
            // Trade of an area with itself is in no world total of partners.
            if area != world && row.exporter != row.importer && totals.contains_key(&place) {
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
