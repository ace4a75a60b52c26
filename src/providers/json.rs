//! JSON as it stands in a file: order kept, double keys refused.

use std::fmt;

use serde::Deserialize;
use serde::de::{DeserializeOwned, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};

use crate::error::{Error, Result};

/// A JSON value whose objects keep the order of their keys.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Json {
    Null,
    Bool(bool),
    Number(f64),
    Text(String),
    List(Vec<Json>),
    Object(Vec<(String, Json)>),
}

impl Json {
    /// The value under a key, if this is an object that has it.
    pub(crate) fn get(&self, key: &str) -> Option<&Self> {
        self.members()
            .iter()
            .find(|(name, _)| name == key)
            .map(|(_, value)| value)
    }

    /// Goes down several keys.
    pub(crate) fn at(&self, path: &[&str]) -> Option<&Self> {
        path.iter().try_fold(self, |here, key| here.get(key))
    }

    /// Keys and values of an object; nothing of anything else.
    pub(crate) fn members(&self) -> &[(String, Self)] {
        match self {
            Self::Object(members) => members,
            _ => &[],
        }
    }

    /// Items of a list; a lone value is a list of one, as converters from XML write it.
    pub(crate) fn items(&self) -> &[Self] {
        match self {
            Self::List(items) => items,
            Self::Null => &[],
            one => std::slice::from_ref(one),
        }
    }

    pub(crate) fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// A number, also one that was written as text.
    pub(crate) fn number(&self) -> Option<f64> {
        match self {
            Self::Number(number) => Some(*number),
            Self::Text(text) => text.trim().parse().ok().filter(|n: &f64| n.is_finite()),
            _ => None,
        }
    }

    /// A count or a position: whole, not negative.
    pub(crate) fn index(&self) -> Option<usize> {
        // Beyond 2^53 a float is no exact count, and no list is that long.
        self.number()
            .filter(|n| n.fract() == 0.0 && (0.0..=9_007_199_254_740_992.0).contains(n))
            .map(|n| n as usize)
    }

    /// Text or number as text, for codes that come as either.
    pub(crate) fn code(&self) -> Option<String> {
        match self {
            Self::Text(text) => Some(text.clone()),
            Self::Number(number) => Some(number.to_string()),
            Self::Bool(bool) => Some(bool.to_string()),
            _ => None,
        }
    }
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Tree)
    }
}

struct Tree;

impl<'de> Visitor<'de> for Tree {
    type Value = Json;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any json value")
    }

    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E>(self, bool: bool) -> Result<Json, E> {
        Ok(Json::Bool(bool))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Json, E> {
        Ok(Json::Number(number as f64))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Json, E> {
        Ok(Json::Number(number as f64))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Json, E> {
        Ok(Json::Number(number))
    }

    fn visit_str<E>(self, text: &str) -> Result<Json, E> {
        Ok(Json::Text(text.to_owned()))
    }

    fn visit_string<E>(self, text: String) -> Result<Json, E> {
        Ok(Json::Text(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Json, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = list.next_element()? {
            items.push(item);
        }
        Ok(Json::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Json, A::Error> {
        let mut members: Vec<(String, Json)> = Vec::new();
        while let Some(member) = map.next_entry()? {
            members.push(member);
        }
        if let Some(twice) = double(members.iter().map(|(key, _)| key.as_str())) {
            return Err(A::Error::custom(format!(
                "key `{twice}` stands twice in one object"
            )));
        }
        Ok(Json::Object(members))
    }
}

/// The first key that comes twice. Readers elsewhere keep the last one unsaid.
pub(crate) fn double<'a>(keys: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let mut sorted: Vec<&str> = keys.collect();
    sorted.sort_unstable();
    sorted
        .windows(2)
        .find(|pair| pair[0] == pair[1])
        .map(|pair| pair[0])
}

/// Parses a whole text.
///
/// # Errors
/// [`Error::Unreadable`] with line, column and, for the usual slips, the remedy.
pub(crate) fn parse<T: DeserializeOwned>(text: &str) -> Result<T> {
    serde_json::from_str(text).map_err(|error| Error::Unreadable {
        reason: explain(text, &error),
    })
}

/// What is wrong with a text, and what to do about it.
pub(crate) fn explain(text: &str, error: &serde_json::Error) -> String {
    let line = text
        .lines()
        .nth(error.line().saturating_sub(1))
        .unwrap_or_default();
    let from = error.column().saturating_sub(1);
    let near = line
        .as_bytes()
        .get(from.saturating_sub(1)..)
        .unwrap_or_default();
    let near = &near[..near.len().min(10)];
    let remedy = if error.is_eof() {
        "; the file is cut short, download it again"
    } else if near.windows(2).any(|w| w == b"Na" || w == b"In") {
        "; json knows no `NaN` or `Infinity`, write null instead"
    } else if error.to_string().starts_with("recursion limit") {
        "; no trade file nests so deeply"
    } else {
        ""
    };
    format!("no valid json: {error}{remedy}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reason(text: &str) -> String {
        parse::<Json>(text).unwrap_err().to_string()
    }

    #[test]
    fn keys_keep_their_order() {
        let json: Json = parse(r#"{"b": 1, "a": [null, true, "x"]}"#).unwrap();
        assert_eq!(json.members()[0].0, "b");
        assert_eq!(json.at(&["a"]).unwrap().items().len(), 3);
    }

    #[test]
    fn a_double_key_is_refused() {
        assert_eq!(
            reason(r#"{"a": 1, "a": 2}"#),
            "no valid json: key `a` stands twice in one object at line 1 column 16"
        );
    }

    #[test]
    fn nan_and_infinity_are_refused_with_the_remedy() {
        for text in ["[1, NaN]", "{\"v\":\n Infinity}", "[-Infinity]", "NaN"] {
            assert!(
                reason(text).ends_with("write null instead"),
                "{text}: {}",
                reason(text)
            );
        }
        assert!(reason("[1e400]").contains("number out of range"));
    }

    #[test]
    fn a_cut_file_and_a_deep_one_are_refused() {
        assert!(reason("{\"a\": [1, 2").ends_with("the file is cut short, download it again"));
        assert!(reason(&"[".repeat(100_000)).contains("no trade file nests so deeply"));
    }
}
