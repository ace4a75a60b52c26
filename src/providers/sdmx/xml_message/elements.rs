//! What the elements of a message hold, and what the parser says of them.

use quick_xml::events::{BytesRef, BytesStart};

use super::faulty;
use crate::error::Result;
use crate::providers::sdmx::groups::Pairs;

/// Attributes of an element that are its own: those of namespaces, types and actions are left out.
pub(super) fn pairs(start: &BytesStart) -> Result<Pairs, String> {
    let mut pairs = Pairs::new();
    for attribute in start.attributes() {
        let attribute = attribute.map_err(|error| plain(&error.to_string()))?;
        let name: &str = attribute.key.as_ref();
        if name.contains(':') || name == "xmlns" || name == "action" {
            continue;
        }
        let value = attribute
            .normalized_value(quick_xml::XmlVersion::Implicit1_0)
            .map_err(|error| plain(&error.to_string()))?;
        pairs.push((name.to_owned(), value.into_owned()));
    }
    Ok(pairs)
}

/// A character written as an entity: one of the five of XML, or a number.
pub(super) fn character(entity: &BytesRef) -> Result<char> {
    let known = match &**entity {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "apos" => Some('\''),
        "quot" => Some('"'),
        _ => entity.resolve_char_ref().ok().flatten(),
    };
    known.ok_or_else(|| {
        faulty(&format!(
            "entity `&{};` is not known, and none is expanded",
            &**entity
        ))
    })
}

/// A message of the parser in the manner of ours.
pub(super) fn plain(message: &str) -> String {
    let mut chars = message.trim_end_matches('.').chars();
    chars
        .next()
        .map(|first| first.to_lowercase().chain(chars).collect())
        .unwrap_or_default()
}
