//! JSON-stat, and PxWeb's replies in it.

mod cells;
mod dataset;

use crate::error::{Error, Result};
use crate::providers::door::Door;
use crate::providers::json::{self, Json};
use crate::providers::provider::Provider;
use crate::providers::pxweb::trade_cube;
use crate::providers::text::document::Document;
use dataset::cube;

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

fn faulty(what: &str) -> Error {
    Error::Unreadable {
        reason: format!("faulty json-stat: {what}"),
    }
}
