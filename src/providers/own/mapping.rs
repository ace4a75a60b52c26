//! Which column of a user's own table means what, in the user's words.
//!
//! On the command line, `=` names a column and `:` gives the word itself:
//!
//! ```text
//! --map 'exporter=Origin,importer=Destination,period=Year,value="Euros, total",side:importer'
//! ```
//!
//! In a file, `{ is = … }` gives the word itself:
//!
//! ```toml
//! exporter = "Origin"            # or: reporter, partner and flow
//! importer = "Destination"
//! period   = "Year"              # left out where each period is a column
//! value    = "Euros"             # or: exports and imports, two columns side by side
//! side     = { is = "importer" } # who counted: exporter, importer, reconciled
//! currency = { is = "EUR" }
//! unit     = { is = "thousand" } # one, thousand, million, billion
//! ```
//!
//! What a mapping leaves out is looked for under its usual names; an unknown key is refused.

use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, Error as _, MapAccess, Visitor};

use crate::error::{Error, Result};

/// Columns and constants of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Mapping {
    /// Country the goods leave.
    pub exporter: Option<Field>,
    /// Country the goods enter.
    pub importer: Option<Field>,
    /// Country that counted; with `partner`, and `flow` or `exports` and `imports`.
    pub reporter: Option<Field>,
    pub partner: Option<Field>,
    /// Import or export, as the reporter sees it.
    pub flow: Option<Field>,
    pub period: Option<Field>,
    /// Month of the year that `period` names.
    pub month: Option<Field>,
    pub value: Option<Field>,
    /// Value of what the reporter exports, beside that of what it imports.
    pub exports: Option<Field>,
    pub imports: Option<Field>,
    /// exporter, importer, reconciled or unstated.
    pub side: Option<Field>,
    /// total, domestic, re-export, re-import or two-way.
    pub kind: Option<Field>,
    pub product: Option<Field>,
    pub quantity: Option<Field>,
    pub quantity_unit: Option<Field>,
    /// Id of the source, where the table holds several.
    pub source: Option<Field>,
    /// ISO 4217 code.
    pub currency: Option<Field>,
    /// one, thousand, million or billion.
    pub unit: Option<Field>,
}

/// Where a meaning comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Field {
    /// The column of this name.
    Column(String),
    /// The same word in every row.
    Is(String),
}

/// The keys of a mapping, as typed.
const KEYS: [&str; 18] = [
    "exporter",
    "importer",
    "reporter",
    "partner",
    "flow",
    "period",
    "month",
    "value",
    "exports",
    "imports",
    "side",
    "kind",
    "product",
    "quantity",
    "quantity_unit",
    "source",
    "currency",
    "unit",
];

impl Mapping {
    /// Reads what `--map` was given.
    ///
    /// # Errors
    /// [`Error::UnknownWord`] for an unknown key, [`Error::Unreadable`] for anything else.
    pub fn parse(typed: &str) -> Result<Self> {
        let mut mapping = Self::default();
        for item in items(typed) {
            let at = item.find(['=', ':']).ok_or_else(|| Error::Unreadable {
                reason: format!("`{item}` maps nothing; write exporter=COLUMN, or side:importer for a word that holds for every row"),
            })?;
            let key = item[..at].trim();
            let word = item[at + 1..].trim().trim_matches('"').to_owned();
            let field = match &item[at..=at] {
                "=" => Field::Column(word),
                _ => Field::Is(word),
            };
            let slot = mapping.slot(key)?;
            if slot.replace(field).is_some() {
                return Err(Error::Unreadable {
                    reason: format!("`{key}` is mapped twice; keep one of them"),
                });
            }
        }
        Ok(mapping)
    }

    /// Reads a `mapping.toml`.
    ///
    /// # Errors
    /// [`Error::Unreadable`] with the line and what was expected.
    pub fn from_toml(text: &str) -> Result<Self> {
        toml::from_str(text).map_err(|error| Error::Unreadable {
            reason: error.to_string().trim_end().to_owned(),
        })
    }

    fn slot(&mut self, key: &str) -> Result<&mut Option<Field>> {
        Ok(match key {
            "exporter" => &mut self.exporter,
            "importer" => &mut self.importer,
            "reporter" => &mut self.reporter,
            "partner" => &mut self.partner,
            "flow" => &mut self.flow,
            "period" => &mut self.period,
            "month" => &mut self.month,
            "value" => &mut self.value,
            "exports" => &mut self.exports,
            "imports" => &mut self.imports,
            "side" => &mut self.side,
            "kind" => &mut self.kind,
            "product" => &mut self.product,
            "quantity" => &mut self.quantity,
            "quantity_unit" => &mut self.quantity_unit,
            "source" => &mut self.source,
            "currency" => &mut self.currency,
            "unit" => &mut self.unit,
            _ => {
                return Err(Error::UnknownWord {
                    what: "key of a mapping",
                    typed: key.to_owned(),
                    known: KEYS.to_vec(),
                });
            }
        })
    }
}

/// The items of a list set apart by commas outside quotes.
fn items(typed: &str) -> Vec<&str> {
    let mut quoted = false;
    let apart = move |letter: char| {
        quoted ^= letter == '"';
        letter == ',' && !quoted
    };
    typed
        .split(apart)
        .map(str::trim)
        .filter(|item| !item.is_empty())
        .collect()
}

impl<'de> Deserialize<'de> for Field {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> std::result::Result<Self, D::Error> {
        deserializer.deserialize_any(FieldVisitor)
    }
}

/// By hand, because an untagged enum would lose the line and column of a mistake.
struct FieldVisitor;

impl<'de> Visitor<'de> for FieldVisitor {
    type Value = Field;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a column, or { is = \"a word for every row\" }")
    }

    fn visit_str<E: serde::de::Error>(self, name: &str) -> std::result::Result<Field, E> {
        Ok(Field::Column(name.to_owned()))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> std::result::Result<Field, A::Error> {
        let Some((key, word)) = map.next_entry::<String, String>()? else {
            return Err(A::Error::missing_field("is"));
        };
        match (key.as_str(), map.next_key::<String>()?) {
            ("is", None) => Ok(Field::Is(word)),
            ("is", Some(other)) => Err(A::Error::unknown_field(&other, &["is"])),
            _ => Err(A::Error::unknown_field(&key, &["is"])),
        }
    }
}
