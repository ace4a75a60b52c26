//! Dimensions and attributes of a structure, and the positions that keys name in them.

use super::faulty;
use crate::error::Result;
use crate::providers::json::Json;
use crate::providers::pxweb::cube::Gather;

/// A list of `structure`: where its values stand in the table.
pub(super) struct Component {
    pub dimension: usize,
    pub members: Vec<u32>,
    pub id: String,
}

pub(super) fn component(found: &Json, gather: &mut Gather, attribute: bool) -> Result<Component> {
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
pub(super) fn attribute(found: &Json, gather: &mut Gather) -> Result<Option<Component>> {
    let id = found.get("id").and_then(Json::text).unwrap_or_default();
    let bears = ["UNIT", "CURRENCY", "STATUS", "FLAG", "MULT"]
        .iter()
        .any(|word| id.contains(word));
    bears.then(|| component(found, gather, true)).transpose()
}

/// Adds the members that attributes have.
pub(super) fn attributes(
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

pub(super) fn positions(key: &str, list: &[Component]) -> Result<Vec<(usize, u32)>> {
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

pub(super) fn position(key: &str, text: &str, component: &Component) -> Result<u32> {
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
