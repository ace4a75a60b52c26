//! JSON-stat, and PxWeb's replies in it.

use std::collections::{HashMap, HashSet};

use crate::error::{Error, Result};
use crate::providers::door::Door;
use crate::providers::json::{self, Json};
use crate::providers::provider::Provider;
use crate::providers::pxweb::cube::{Cells, Cube, Dimension, Figure, Member};
use crate::providers::pxweb::trade_cube;
use crate::providers::text::document::Document;

/// More cells than any office serves at once; a file that claims more is faulty.
const MOST_CELLS: usize = 200_000_000;

/// JSON-stat 1 and 2, as PxWeb, Statistics Denmark, Eurostat and others serve it.
///
/// Download: Statistics Norway table 08799 or 08801 (`data.ssb.no/api`), Statistics Sweden HA0201,
/// StatBank Denmark SITC2R4, Statistics Iceland UTA…, Finnish Customs Uljas, each as `json-stat2`;
/// Eurostat Comext
/// (`ec.europa.eu/eurostat/api/comext/dissemination/statistics/1.0/data/DS-045409`).
///
/// ```json
/// {"version": "2.0", "class": "dataset", "label": "External trade in goods", "source": "Statistics Norway",
///  "id": ["Varekoder", "ImpEks", "Land", "ContentsCode", "Tid"], "size": [1, 2, 1, 1, 1],
///  "dimension": {"ImpEks": {"category": {"index": {"1": 0, "2": 1}, "label": {"1": "Imports", "2": "Exports"}}}, …},
///  "value": [120, 30]}
/// ```
///
/// Quirks:
/// - Version 1 has the dataset under a name of its own, with `id` and `size` inside `dimension`;
///   version 2 has them at the top. A collection holds several; those that are no trade are left
///   out if one is.
/// - `index` is an object or a list, and may be missing for a single category. `value` is a list,
///   or an object of some cells by their number. `status` is a list, an object, or one text for all
///   cells.
/// - The reporter is the country of the publishing office (`source`), or `--reporter`.
/// - Words differ by language; the dimensions are found by their ids and labels in the Nordic
///   languages and English, units by the words of the measures (NOK million, tkr, DKK 1,000).
/// - Statistics Norway adds the first year of validity to product codes (`03021411_2012`); it is
///   taken off.
pub struct JsonStat;

impl Provider for JsonStat {
    fn name(&self) -> &'static str {
        "json-stat"
    }

    fn about(&self) -> &'static str {
        "JSON-stat 1 and 2: PxWeb (Statistics Norway, Sweden, Iceland …), StatBank Denmark, Eurostat"
    }

    fn recognises(&self, document: &Document) -> bool {
        let head = document.head();
        let has = |key: &str| head.contains(&format!("\"{key}\""));
        // The dimensions may be longer than the head; what stands before them is enough.
        head.trim_start().starts_with('{')
            && !has("dataSets")
            && (has("dimension") && (has("category") || has("size"))
                || has("class") && has("dataset"))
    }

    fn read(&self, document: &Document, door: &mut Door) -> Result<()> {
        let file: Json = json::parse(document.text()?)?;
        let datasets = datasets(&file);
        if datasets.is_empty() {
            return Err(Error::Unreadable {
                reason: refusal(&file),
            });
        }
        let mut refused = None;
        let mut counts = None;
        for dataset in &datasets {
            match cube(dataset).and_then(|cube| trade_cube::tell(&cube, door)) {
                Ok(these) if counts.as_ref().is_none_or(|counts| *counts == these) => {
                    counts = Some(these);
                }
                Ok(_) => {
                    return Err(faulty(
                        "datasets of the collection count in different units; save them apart",
                    ));
                }
                Err(error) if datasets.len() == 1 => return Err(error),
                Err(error) => {
                    door.leave_out("dataset of a collection that is no trade");
                    refused = Some(error);
                }
            }
        }
        match refused {
            Some(error) if counts.is_none() => Err(error),
            _ => Ok(()),
        }
    }
}

/// The datasets of a file of either version.
fn datasets(file: &Json) -> Vec<&Json> {
    let is_dataset = |json: &&Json| json.get("dimension").is_some() && json.get("value").is_some();
    if is_dataset(&file) {
        return vec![file];
    }
    let embedded = file.at(&["link", "item"]).map_or(&[][..], Json::items);
    file.members()
        .iter()
        .map(|(_, json)| json)
        .chain(embedded)
        .filter(is_dataset)
        .collect()
}

/// What a reply says that has no dataset.
fn refusal(file: &Json) -> String {
    let said = file
        .get("error")
        .map(|error| error.items().first().unwrap_or(error));
    let said = said.and_then(|error| {
        error
            .get("label")
            .or(error.get("message"))
            .unwrap_or(error)
            .code()
    });
    match said {
        Some(said) => format!("not data but an error of the publisher: `{said}`; correct the request, then download again"),
        None => "no dataset with `dimension` and `value`; download the data, not the description of the table".to_owned(),
    }
}

fn cube(dataset: &Json) -> Result<Cube> {
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
        None => codes.extend(labels.keys().map(|code| Some((*code).to_owned()))),
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

fn cells(dataset: &Json, sizes: &[usize], count: usize) -> Result<(Cells, Vec<String>)> {
    let mut marks: Vec<String> = Vec::new();
    let statuses = statuses(dataset.get("status"));
    let mut figure = |at: usize, value: &Json| match (value, statuses(at)) {
        (Json::Null, Some(status)) => {
            let mark = marks
                .iter()
                .position(|mark| mark == status)
                .unwrap_or_else(|| {
                    marks.push(status.to_owned());
                    marks.len() - 1
                });
            Ok(Figure::Mark(mark as u32))
        }
        (Json::Null, None) => Ok(Figure::Empty),
        (value, _) => match value.number() {
            Some(number) => Ok(Figure::Number(number)),
            None => Err(faulty(&format!("cell {} is no number", at + 1))),
        },
    };
    let cells = match dataset.get("value") {
        Some(Json::Object(some)) => {
            let (mut places, mut figures) = (Vec::new(), Vec::new());
            // A withheld figure has a status, and no value.
            let withheld = dataset.get("status").map_or(&[][..], Json::members).iter();
            let valued: HashSet<&str> = some.iter().map(|(key, _)| key.as_str()).collect();
            let withheld = withheld
                .filter(|(key, _)| !valued.contains(key.as_str()))
                .map(|(key, _)| (key, &Json::Null));
            for (key, value) in some.iter().map(|(key, value)| (key, value)).chain(withheld) {
                let at = key.parse().ok().filter(|at| *at < count);
                let at: usize = at.ok_or_else(|| faulty(&format!("there is no cell `{key}`")))?;
                figures.push(figure(at, value)?);
                let mut rest = at;
                let from = places.len();
                places.extend(sizes.iter().rev().map(|size| {
                    let member = (rest % size) as u32;
                    rest /= size;
                    member
                }));
                places[from..].reverse();
            }
            Cells::List { places, figures }
        }
        list => {
            let list = list.map_or(&[][..], Json::items);
            if list.len() != count {
                return Err(faulty(&format!(
                    "there are {} values for {count} cells; the file may be cut",
                    list.len()
                )));
            }
            Cells::Grid(
                list.iter()
                    .enumerate()
                    .map(|(at, value)| figure(at, value))
                    .collect::<Result<_>>()?,
            )
        }
    };
    Ok((cells, marks))
}

/// Status by cell, in any of its three forms.
fn statuses<'a>(status: Option<&'a Json>) -> impl Fn(usize) -> Option<&'a str> {
    let some: HashMap<usize, &str> = match status {
        Some(Json::Object(some)) => some
            .iter()
            .filter_map(|(key, status)| Some((key.parse().ok()?, status.text()?)))
            .collect(),
        _ => HashMap::new(),
    };
    move |at| match status? {
        Json::Text(one) => Some(one.as_str()),
        Json::List(list) => list.get(at)?.text(),
        _ => some.get(&at).copied(),
    }
}

fn faulty(what: &str) -> Error {
    Error::Unreadable {
        reason: format!("faulty json-stat: {what}"),
    }
}
