//! One dataset of a file as a cube: its dimensions, their categories, who published it.

use std::collections::HashMap;

use super::cells::cells;
use super::faulty;
use crate::error::Result;
use crate::providers::json::Json;
use crate::providers::pxweb::cube::{Cube, Dimension, Member};

/// More cells than any office serves at once; a file that claims more is faulty.
const MOST_CELLS: usize = 200_000_000;

pub(super) fn cube(dataset: &Json) -> Result<Cube> {
    let of = |key: &str| dataset.get(key).or_else(|| dataset.at(&["dimension", key]));
    let ids: Vec<String> = of("id")
        .map_or(&[][..], Json::items)
        .iter()
        .filter_map(Json::code)
        .collect();
    let sizes: Option<Vec<usize>> = of("size")
        .map_or(&[][..], Json::items)
        .iter()
        .map(Json::index)
        .collect();
    let sizes = sizes.filter(|sizes| sizes.len() == ids.len() && !ids.is_empty());
    let sizes = sizes.ok_or_else(|| faulty("`id` and `size` do not agree"))?;
    let times: Vec<&str> = of("role")
        .and_then(|role| role.get("time"))
        .map_or(&[][..], Json::items)
        .iter()
        .filter_map(Json::text)
        .collect();
    let mut dimensions = Vec::with_capacity(ids.len());
    for (id, size) in ids.iter().zip(&sizes) {
        let found = dataset
            .at(&["dimension", id])
            .ok_or_else(|| faulty(&format!("dimension `{id}` is missing")))?;
        dimensions.push(dimension(id, found, *size, times.contains(&id.as_str()))?);
    }
    let count = sizes
        .iter()
        .try_fold(1_usize, |count, size| count.checked_mul(*size));
    let count = count
        .filter(|count| *count <= MOST_CELLS)
        .ok_or_else(|| faulty("`size` claims too many cells"))?;
    let (cells, marks) = cells(dataset, &sizes, count)?;
    let text = |key: &str| {
        dataset
            .get(key)
            .and_then(Json::text)
            .unwrap_or_default()
            .to_owned()
    };
    Ok(Cube {
        publisher: publisher(dataset),
        title: text("label"),
        updated: text("updated"),
        unit: dataset
            .at(&["extension", "px", "units"])
            .and_then(Json::text)
            .unwrap_or_default()
            .to_owned(),
        dimensions,
        cells,
        marks,
    })
}

/// Who published it; Eurostat says so by the agency.
fn publisher(dataset: &Json) -> String {
    let agency = dataset
        .at(&["extension", "agencyId"])
        .and_then(Json::text)
        .filter(|agency| *agency == "ESTAT");
    agency
        .or_else(|| dataset.get("source").and_then(Json::text))
        .unwrap_or_default()
        .to_owned()
}

fn dimension(id: &str, found: &Json, size: usize, time: bool) -> Result<Dimension> {
    let empty = Json::Null;
    let category = found.get("category").unwrap_or(&empty);
    let labels: HashMap<&str, &str> = category
        .get("label")
        .map_or(&[][..], Json::members)
        .iter()
        .filter_map(|(code, label)| Some((code.as_str(), label.text()?)))
        .collect();
    let mut codes: Vec<Option<String>> = Vec::new();
    match category.get("index") {
        Some(Json::Object(index)) => {
            codes.resize(index.len(), None);
            for (code, position) in index {
                let slot = position
                    .index()
                    .and_then(|at| codes.get_mut(at))
                    .filter(|slot| slot.is_none());
                *slot.ok_or_else(|| {
                    faulty(&format!("`{code}` of `{id}` has no place of its own"))
                })? = Some(code.clone());
            }
        }
        Some(list) => codes.extend(list.items().iter().map(Json::code)),
        // A category of its own needs no place.
        None if labels.len() == 1 => {
            codes.extend(labels.keys().map(|code| Some((*code).to_owned())))
        }
        None => {
            return Err(faulty(&format!(
                "`{id}` does not say the order of its categories"
            )));
        }
    }
    if codes.len() != size {
        return Err(faulty(&format!(
            "`{id}` has {} categories, and `size` says {size}",
            codes.len()
        )));
    }
    let unit = |code: &str| {
        let unit = category.at(&["unit", code]);
        let word = |key| {
            unit.and_then(|unit| unit.get(key))
                .and_then(Json::text)
                .unwrap_or_default()
        };
        [word("base"), word("label"), word("symbol")]
            .join(" ")
            .trim()
            .to_owned()
    };
    let members = codes.into_iter().flatten().map(|code| Member {
        label: labels
            .get(code.as_str())
            .copied()
            .unwrap_or_default()
            .to_owned(),
        unit: unit(&code),
        code,
    });
    let label = found
        .get("label")
        .and_then(Json::text)
        .unwrap_or_default()
        .to_owned();
    let members: Vec<Member> = members.collect();
    if members.len() != size {
        return Err(faulty(&format!("`{id}` has categories without a code")));
    }
    Ok(Dimension {
        id: id.to_owned(),
        label,
        time,
        attribute: false,
        members,
    })
}
