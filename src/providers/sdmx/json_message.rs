//! SDMX-JSON data messages.

use std::collections::{BTreeMap, HashMap};

use crate::error::{Error, Result};
use crate::providers::door::Door;
use crate::providers::json::{self, Json};
use crate::providers::provider::Provider;
use crate::providers::pxweb::cube::{Cube, Figure, Gather};
use crate::providers::pxweb::trade_cube;
use crate::providers::text::document::Document;

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

/// A list of `structure`: where its values stand in the table.
struct Component {
    dimension: usize,
    members: Vec<u32>,
    id: String,
}

/// Reads the data sets of one structure.
struct Reader<'a> {
    gather: &'a mut Gather,
    series: Vec<Component>,
    observation: Vec<Component>,
    /// Where the members stand that hold for the whole data set.
    fixed: Vec<(usize, u32)>,
    set_attributes: Vec<Option<Component>>,
    series_attributes: Vec<Option<Component>>,
    group_attributes: Vec<Option<Component>>,
    observation_attributes: Vec<Option<Component>>,
}

impl<'a> Reader<'a> {
    fn of(structure: &Json, gather: &'a mut Gather) -> Result<Self> {
        let mut list = |level: &str| -> Result<Vec<Component>> {
            let found = structure
                .at(&["dimensions", level])
                .map_or(&[][..], Json::items);
            found
                .iter()
                .map(|found| component(found, gather, false))
                .collect()
        };
        let (series, observation) = (list("series")?, list("observation")?);
        let mut fixed = list("dataSet")?;
        fixed.extend(list("dataset")?);
        let mut list = |level: &str| -> Result<Vec<Option<Component>>> {
            let found = structure
                .at(&["attributes", level])
                .map_or(&[][..], Json::items);
            found.iter().map(|found| attribute(found, gather)).collect()
        };
        let mut set_attributes = list("dataSet")?;
        set_attributes.extend(list("dataset")?);
        let series_attributes = list("series")?;
        let group_attributes = list("dimensionGroup")?;
        let observation_attributes = list("observation")?;
        if structure
            .at(&["measures", "observation"])
            .is_some_and(|measures| measures.items().len() > 1)
        {
            return Err(faulty(
                "observations have several measures; download one of them",
            ));
        }
        if gather.is_too_wide() {
            return Err(faulty("there are too many dimensions and attributes"));
        }
        Ok(Self {
            series,
            observation,
            series_attributes,
            group_attributes,
            observation_attributes,
            fixed: fixed
                .iter()
                .filter_map(|one| Some((one.dimension, *one.members.first()?)))
                .collect(),
            set_attributes,
            gather,
        })
    }

    fn set(&mut self, set: &Json) -> Result<()> {
        let mut fixed = self.fixed.clone();
        attributes(
            self.gather,
            &self.set_attributes,
            set.get("attributes").map_or(&[], Json::items),
            &mut fixed,
        );
        let groups = self.groups(set)?;
        for (key, series) in set.get("series").map_or(&[][..], Json::members) {
            let mut place = fixed.clone();
            place.extend(positions(key, &self.series)?);
            attributes(
                self.gather,
                &self.series_attributes,
                series.get("attributes").map_or(&[], Json::items),
                &mut place,
            );
            for (key, observation) in series.get("observations").map_or(&[][..], Json::members) {
                let mut place = place.clone();
                place.extend(positions(key, &self.observation)?);
                self.observation(key, observation, place, &groups)?;
            }
        }
        for (key, observation) in set.get("observations").map_or(&[][..], Json::members) {
            let mut place = fixed.clone();
            place.extend(positions(key, &self.observation)?);
            self.observation(key, observation, place, &groups)?;
        }
        Ok(())
    }

    /// Attributes of groups: the members a group has, and what it adds to its figures.
    fn groups(&mut self, set: &Json) -> Result<Groups> {
        let mut groups = Groups::new();
        for (key, values) in set
            .get("dimensionGroupAttributes")
            .map_or(&[][..], Json::members)
        {
            // A key of a group leaves dimensions open: `0::1`.
            let all = if self.series.is_empty() {
                &self.observation
            } else {
                &self.series
            };
            let mut members = Vec::new();
            for (text, component) in key.split(':').zip(all) {
                if !text.is_empty() {
                    members.push((component.dimension, position(key, text, component)?));
                }
            }
            let (dimensions, members): (Vec<usize>, Vec<u32>) = members.into_iter().unzip();
            let mut adds = Vec::new();
            attributes(
                self.gather,
                &self.group_attributes,
                values.items(),
                &mut adds,
            );
            if !adds.is_empty() {
                groups
                    .entry(dimensions)
                    .or_default()
                    .entry(members)
                    .or_default()
                    .extend(adds);
            }
        }
        Ok(groups)
    }

    fn observation(
        &mut self,
        key: &str,
        observation: &Json,
        mut place: Vec<(usize, u32)>,
        groups: &Groups,
    ) -> Result<()> {
        let parts = observation.items();
        attributes(
            self.gather,
            &self.observation_attributes,
            parts.get(1..).unwrap_or_default(),
            &mut place,
        );
        let mut adds: Vec<(usize, u32)> = Vec::new();
        for (dimensions, groups) in groups {
            let member = |at: &usize| {
                place
                    .iter()
                    .find(|(dimension, _)| dimension == at)
                    .map(|(_, member)| *member)
            };
            let key: Option<Vec<u32>> = dimensions.iter().map(member).collect();
            adds.extend(key.and_then(|key| groups.get(&key)).into_iter().flatten());
        }
        place.extend(adds);
        let value = parts.first().unwrap_or(&Json::Null);
        let figure = match (value.number(), value) {
            (Some(number), _) => Figure::Number(number),
            (None, Json::Null) => Figure::Empty,
            (None, Json::Text(text)) if ["NaN", ""].contains(&text.trim()) => Figure::Empty,
            (None, Json::Text(text)) => self.gather.mark(text),
            (None, _) => return Err(faulty(&format!("observation `{key}` is no number"))),
        };
        self.gather.figure(place, figure);
        Ok(())
    }
}

/// What groups add to their figures, by the dimensions and the members that make a group.
type Groups = BTreeMap<Vec<usize>, HashMap<Vec<u32>, Vec<(usize, u32)>>>;

fn component(found: &Json, gather: &mut Gather, attribute: bool) -> Result<Component> {
    let id = found
        .get("id")
        .and_then(Json::text)
        .ok_or_else(|| faulty("a component has no id"))?
        .to_owned();
    let label = found.get("name").and_then(Json::text).unwrap_or_default();
    let dimension = gather.dimension(&id, label, attribute);
    let values = found.get("values").map_or(&[][..], Json::items);
    let members = values
        .iter()
        .map(|value| {
            let name = value.get("name").and_then(Json::text).unwrap_or_default();
            let code = value
                .get("id")
                .or_else(|| value.get("value"))
                .and_then(Json::code);
            let code = code.unwrap_or_else(|| name.to_owned());
            gather.member(dimension, &code, name)
        })
        .collect();
    Ok(Component {
        dimension,
        members,
        id,
    })
}

/// An attribute, if it bears on the value; the rest would only take room.
fn attribute(found: &Json, gather: &mut Gather) -> Result<Option<Component>> {
    let id = found.get("id").and_then(Json::text).unwrap_or_default();
    let bears = ["UNIT", "CURRENCY", "STATUS", "FLAG", "MULT"]
        .iter()
        .any(|word| id.contains(word));
    bears.then(|| component(found, gather, true)).transpose()
}

/// Adds the members that attributes have.
fn attributes(
    gather: &mut Gather,
    list: &[Option<Component>],
    values: &[Json],
    place: &mut Vec<(usize, u32)>,
) {
    for (component, value) in list.iter().zip(values) {
        let Some(component) = component else { continue };
        let dimension = component.dimension;
        let coded = value.index().filter(|_| !component.members.is_empty());
        let member = match (coded, value) {
            (Some(at), _) => component.members.get(at).copied(),
            (None, Json::Text(text)) => Some(gather.member(dimension, text, "")),
            (None, Json::Number(number)) => Some(gather.member(dimension, &number.to_string(), "")),
            _ => None,
        };
        place.extend(member.map(|member| (dimension, member)));
    }
}

fn positions(key: &str, list: &[Component]) -> Result<Vec<(usize, u32)>> {
    if key.split(':').count() != list.len() {
        return Err(faulty(&format!(
            "key `{key}` does not fit {} dimensions",
            list.len()
        )));
    }
    key.split(':')
        .zip(list)
        .map(|(text, one)| Ok((one.dimension, position(key, text, one)?)))
        .collect()
}

fn position(key: &str, text: &str, component: &Component) -> Result<u32> {
    let member = text
        .parse::<usize>()
        .ok()
        .and_then(|at| component.members.get(at));
    member.copied().ok_or_else(|| {
        faulty(&format!(
            "key `{key}` points outside the values of `{}`",
            component.id
        ))
    })
}

fn faulty(what: &str) -> Error {
    Error::Unreadable {
        reason: format!("faulty sdmx-json: {what}"),
    }
}
