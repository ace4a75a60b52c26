//! Charts of parts and what they come to.

use std::collections::BTreeSet;

use crate::charts::headline::parts as headline;
use crate::charts::reading::Reading;
use crate::charts::reading::partners::{At, Partners};
use crate::charts::reading::products::{Product, products};
use crate::charts::reading::unknown::unknown;
use crate::charts::{
    Point, Scene, Series, Stacked, Treemap, TreemapGroup, TreemapPart, Unit, Waterfall,
    WaterfallPart, Wish,
};
use crate::error::{Error, Result};
use crate::model::column::{CONTRIBUTION, TOTAL_GROWTH};
use crate::model::naming::in_prose;
use crate::model::product;
use crate::model::table::Table;

/// More parts than these are added up as the others.
const PARTS: usize = 7;

/// What each flow added to the growth of all: a waterfall for one year, stacks for several.
pub fn contribution(table: &Table, wish: &Wish) -> Result<Scene> {
    let unknown = unknown(table)?;
    let (mut reading, of) = flows(table).map_err(|error| unknown.refusal().unwrap_or(error))?;
    let total = total(table)?;
    for point in reading.series.iter_mut().flat_map(|one| &mut one.points) {
        point.value = point.value.map(|points| points / 100.0);
    }
    let totals: Vec<(f64, f64)> = total.values().collect();
    let headline = headline::contributions(&of, &totals, &reading.unit);
    let mut words = wish.words(headline, &reading, table);
    words.notes.extend(unknown.notes());
    let marks = wish.marks(&reading);
    let parts = folded(reading.series);
    match totals.as_slice() {
        [] => Err(unknown.refusal().unwrap_or_else(|| Error::Chart {
            reason: "the growth of the total is not known in any year; the table says why"
                .to_owned(),
        })),
        [(year, growth)] => {
            let mut parts: Vec<WaterfallPart> = parts
                .iter()
                .map(|one| WaterfallPart {
                    name: one.name.clone(),
                    value: one.at(*year),
                })
                .collect();
            let size = |part: &WaterfallPart| part.value.unwrap_or(f64::MIN);
            parts.sort_by(|a, b| size(b).total_cmp(&size(a)));
            Waterfall {
                start: None,
                parts,
                total: WaterfallPart {
                    name: "Growth of the total".to_owned(),
                    value: Some(*growth),
                },
                unit: Unit::Percent,
                words,
            }
            .scene(&wish.look)
        }
        _ => Stacked {
            parts,
            total,
            unit: Unit::Percent,
            marks,
            words,
        }
        .scene(&wish.look),
    }
}

/// The flows of a table of contributions, and what they are called together.
fn flows(table: &Table) -> Result<(Reading, String)> {
    let reading = Reading::of(table, CONTRIBUTION)?;
    let pairs: BTreeSet<BTreeSet<&String>> = reading
        .flows
        .iter()
        .map(|(exporter, importer)| BTreeSet::from([exporter, importer]))
        .collect();
    if let [pair] = pairs.iter().collect::<Vec<_>>()[..] {
        let names: Vec<String> = pair.iter().map(|code| in_prose(code)).collect();
        let of = format!("trade between {}", names.join(" and "));
        return Ok((reading, of));
    }
    let partners = Partners::of(table, CONTRIBUTION)?;
    let (count, country) = (partners.reading.series.len(), in_prose(&partners.country));
    let of = match partners.at {
        At::Importer => format!("exports of {count} countries to {country}"),
        At::Exporter => format!("exports of {country} to {count} countries"),
    };
    Ok((partners.reading, of))
}

/// The growth of the total, which every row of a period repeats.
fn total(table: &Table) -> Result<Series> {
    let mut years: Vec<Point> = Vec::new();
    let reading = Reading::of(table, TOTAL_GROWTH).map(|reading| reading.series);
    for point in reading
        .unwrap_or_default()
        .iter()
        .flat_map(|one| &one.points)
    {
        if !years.iter().any(|known| known.year == point.year) {
            years.push(Point {
                year: point.year,
                value: point.value.map(|percent| percent / 100.0),
            });
        }
    }
    Ok(Series {
        name: "Total".to_owned(),
        points: years,
        ..Series::default()
    })
}

/// The parts that weigh most, and the others added up.
fn folded(mut parts: Vec<Series>) -> Vec<Series> {
    if parts.len() <= PARTS {
        return parts;
    }
    let weight = |one: &Series| one.values().map(|(_, value)| value.abs()).sum::<f64>();
    parts.sort_by(|a, b| {
        weight(b)
            .total_cmp(&weight(a))
            .then_with(|| a.name.cmp(&b.name))
    });
    let others = parts.split_off(PARTS - 1);
    let years: BTreeSet<i64> = others
        .iter()
        .flat_map(|one| &one.points)
        .map(|point| point.year as i64)
        .collect();
    let sum = |year: f64| others.iter().map(|one| one.at(year)).sum::<Option<f64>>();
    parts.push(Series {
        name: format!("{} others", others.len()),
        key: "other".to_owned(),
        points: years
            .into_iter()
            .map(|year| year as f64)
            .map(|year| Point {
                year,
                value: sum(year),
            })
            .collect(),
        ..Series::default()
    });
    parts
}

/// The products of one flow in its last year, by section, from a composition.
pub fn treemap(table: &Table, wish: &Wish) -> Result<Scene> {
    let found = products(table)?;
    let mut groups: Vec<TreemapGroup> = Vec::new();
    for Product { code, value } in found.chapters {
        let name = product::chapter_name(&code)
            .map_or_else(|| code.clone(), |name| format!("{name} ({code})"));
        let section = product::section_name(&code).unwrap_or("Other goods");
        let tile = TreemapPart { name, value };
        match groups.iter_mut().find(|group| group.name == section) {
            Some(group) => group.parts.push(tile),
            None => groups.push(TreemapGroup {
                name: section.to_owned(),
                key: section.to_owned(),
                parts: vec![tile],
            }),
        }
    }
    let tiles = || groups.iter().flat_map(|group| &group.parts);
    let all: f64 = tiles().filter_map(|tile| tile.value).sum();
    let largest = tiles()
        .filter_map(|tile| Some((tile.name.as_str(), tile.value? / all)))
        .reduce(|most, next| if next.1 > most.1 { next } else { most });
    let flow = (found.flow.0.as_str(), found.flow.1.as_str());
    let headline = headline::composition(flow, largest, found.year, &found.reading.unit);
    Treemap {
        unit: found.reading.money(),
        words: wish.words(headline, &found.reading, table),
        groups,
    }
    .scene(&wish.look)
}
