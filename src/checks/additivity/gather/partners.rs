//! The world, and groups of countries, among countries.

use std::collections::{BTreeMap, HashMap};

use super::{Level, Line, Part, line};
use crate::model::column::WORLD;
use crate::model::flow_table::Flow;
use crate::model::group::{Group, GroupKind, groups, members};
use crate::model::period::Frequency;
use crate::model::source::{Kind, Side};
use crate::model::sum::exact_sum;

/// A flow but for one of its ends: `true` if the exporters differ.
type Place<'a> = (bool, &'a str, &'a str, Side, Kind, &'a str, i32);

pub(super) fn lines(rows: &[Flow], frequency: Frequency) -> Vec<Line> {
    let known: HashMap<&str, &Group> = groups()
        .iter()
        .map(|group| (group.code.as_str(), group))
        .collect();
    let mut lines = Vec::new();
    for cell in places(rows, &known).into_values() {
        for (total, area) in &cell.totals {
            match known.get(area) {
                None => lines.push(world(total, &cell, frequency)),
                Some(group) if group.kind == GroupKind::Bloc => {
                    lines.extend(bloc(total, group, &cell, frequency));
                }
                // Which countries are in it, its publisher alone knows.
                Some(_) => {}
            }
        }
    }
    lines
}

#[derive(Default)]
struct Cell<'a> {
    /// Rows of the world or of a group, with its code.
    totals: Vec<(&'a Flow, &'a str)>,
    /// Single countries and areas.
    single: BTreeMap<&'a str, Option<f64>>,
    /// What the area trades with itself.
    own: Option<Option<f64>>,
    /// The end that all rows share.
    other: &'a str,
}

fn places<'a>(rows: &'a [Flow], known: &HashMap<&str, &Group>) -> BTreeMap<Place<'a>, Cell<'a>> {
    let mut cells: BTreeMap<Place<'a>, Cell<'a>> = BTreeMap::new();
    for row in rows {
        for exporters in [true, false] {
            let (area, other) = match exporters {
                true => (row.exporter.as_str(), row.importer.as_str()),
                false => (row.importer.as_str(), row.exporter.as_str()),
            };
            let place = (
                exporters,
                row.source.as_str(),
                other,
                row.side,
                row.kind,
                row.product.as_str(),
                row.period,
            );
            let cell = cells.entry(place).or_default();
            cell.other = other;
            if area == WORLD || known.contains_key(area) {
                cell.totals.push((row, area));
            } else if area == other {
                cell.own = Some(row.value);
            } else {
                cell.single.insert(area, row.value);
            }
        }
    }
    cells.retain(|_, cell| !cell.totals.is_empty() && !cell.single.is_empty());
    cells
}

/// The world's row. Some totals hold what an area trades with itself and some do not; it counts
/// as a part if that brings the parts nearer.
fn world(total: &Flow, cell: &Cell<'_>, frequency: Frequency) -> Line {
    let mut parts: Vec<Part> = cell
        .single
        .iter()
        .map(|(area, value)| ((*area).to_owned(), *value))
        .collect();
    if let (Some(Some(own)), Some(stated)) = (cell.own, total.value) {
        let figures = cell.single.values().flatten().copied();
        let left = stated - exact_sum(figures);
        if (left - own).abs() < left.abs() {
            parts.push((cell.other.to_owned(), Some(own)));
        }
    }
    line(Level::Partners, total, frequency, parts)
}

/// A group with the members it had that year; none if no member stands beside it.
fn bloc(total: &Flow, group: &Group, cell: &Cell<'_>, frequency: Frequency) -> Option<Line> {
    let wanted = members(group, total.year());
    let parts: Vec<Part> = wanted
        .iter()
        // A member has no trade with itself.
        .filter(|member| member.code != cell.other)
        .map(|member| {
            let value = cell.single.get(member.code.as_str()).copied().flatten();
            (member.code.clone(), value)
        })
        .collect();
    let any = parts.iter().any(|(_, value)| value.is_some());
    any.then(|| line(Level::Members, total, frequency, parts))
}
