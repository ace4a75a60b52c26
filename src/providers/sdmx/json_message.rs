//! SDMX-JSON data messages.

mod component;
mod reader;

use crate::error::{Error, Result};
use crate::providers::door::Door;
use crate::providers::json::{self, Json};
use crate::providers::provider::Provider;
use crate::providers::pxweb::cube::{Cube, Gather};
use crate::providers::pxweb::trade_cube;
use crate::providers::text::document::Document;
use reader::Reader;

/// SDMX-JSON 1.0 and 2.0 data messages.
///
/// Download: World Bank WITS
/// (`wits.worldbank.org/API/V1/SDMX/V21/rest/data/df_wits_tradestats_trade/…?format=JSON`), IMF
/// IMTS (`api.imf.org/external/sdmx/3.0/data/dataflow/IMF.STA/IMTS/…`), OECD (`sdmx.oecd.org`),
/// ECB, Pacific Data Hub, each with `Accept: application/vnd.sdmx.data+json`.
///
/// ```json
/// {"dataSets": [{"series": {"0:1": {"observations": {"0": [55443721.9, 0]}}}}],
///  "structure": {"dimensions": {"series": [{"id": "REPORTER", "values": [{"id": "USA"}]}, …],
///                               "observation": [{"id": "TIME_PERIOD", "values": [{"id": "2017"}]}]}}}
/// ```
///
/// Quirks:
/// - Keys are positions in the lists of `structure`; in a series key the first number is the first
///   dimension under `series`, not its `keyPosition`. Data sets without series have all positions
///   in the key of the observation.
/// - 1.0 has `dataSets` and `structure` at the top, 2.0 has them in `data`, with `structures` as a
///   list. WITS has 1.0 with `dataset` for `dataSet`.
/// - An observation is a list: its measures, then the position of each attribute, or null. 2.0 may
///   give a number as text, and attributes as they are.
/// - `UNIT_MULT` is a power of ten to multiply by. The `SCALE` of the IMF is not: it only says how
///   to show the figure.
/// - WITS counts thousand US dollars, and its product groups overlap with each other; all products
///   are `Total`.
pub struct SdmxJson;

impl Provider for SdmxJson {
    fn name(&self) -> &'static str {
        "sdmx-json"
    }

    fn about(&self) -> &'static str {
        "SDMX-JSON 1.0 and 2.0: World Bank WITS, IMF, OECD, ECB, Pacific Data Hub"
    }

    fn recognises(&self, document: &Document) -> bool {
        let head = document.head();
        let has = |key: &str| head.contains(&format!("\"{key}\""));
        head.trim_start().starts_with('{')
            && (has("dataSets")
                && (has("series") || has("observations") || has("structure") || has("structures"))
                || has("keyPosition") && has("dimensions"))
    }

    fn read(&self, document: &Document, door: &mut Door) -> Result<()> {
        let file: Json = json::parse(document.text()?)?;
        let cube = cube(&file)?;
        if let Some(prepared) = ["header", "meta"]
            .iter()
            .find_map(|key| file.at(&[key, "prepared"]))
        {
            door.remark(format!(
                "the message was made at {}",
                prepared.text().unwrap_or_default()
            ));
        }
        trade_cube::tell(&cube, door).map(|_| ())
    }
}

fn cube(file: &Json) -> Result<Cube> {
    let data = file.get("data").unwrap_or(file);
    let structures = data
        .get("structures")
        .or_else(|| data.get("structure"))
        .map_or(&[][..], Json::items);
    let sets = data.get("dataSets").map_or(&[][..], Json::items);
    let mut gather = Gather::default();
    for set in sets {
        let at = set.get("structure").and_then(Json::index).unwrap_or(0);
        let structure = structures
            .get(at)
            .ok_or_else(|| faulty(&format!("data set names structure {at}")))?;
        Reader::of(structure, &mut gather)?.set(set)?;
    }
    if gather.is_empty() {
        let said = file.get("errors").map_or(&[][..], Json::items).first();
        let said = said.and_then(|error| {
            error
                .get("title")
                .or(error.get("detail"))
                .unwrap_or(error)
                .code()
        });
        let said = said.unwrap_or_else(|| "there are no observations".to_owned());
        return Err(Error::Unreadable {
            reason: format!(
                "not data: `{said}`; check the key of the request, then download again"
            ),
        });
    }
    let title = structures
        .first()
        .and_then(|structure| structure.get("name"))
        .and_then(Json::text);
    let sender = ["header", "meta"]
        .iter()
        .find_map(|key| file.at(&[key, "sender"]));
    let sender = sender.and_then(|sender| {
        sender
            .get("name")
            .and_then(Json::text)
            .or_else(|| sender.get("id")?.text())
    });
    // The IMF names no sender; its agency stands in the links of the structure.
    let links = structures
        .first()
        .and_then(|structure| structure.get("links"));
    let mut urns = links
        .map_or(&[][..], Json::items)
        .iter()
        .filter_map(|link| link.get("urn")?.text());
    let imf = urns.any(|urn| urn.contains("=IMF"));
    let sender = sender.unwrap_or(if imf {
        "International Monetary Fund"
    } else {
        ""
    });
    Ok(gather.cube(sender, title.unwrap_or_default(), ""))
}

fn faulty(what: &str) -> Error {
    Error::Unreadable {
        reason: format!("faulty sdmx-json: {what}"),
    }
}
