//! Whose figures they are.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::error::{Error, Result};

/// Where a series of figures was published.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Short word used in tables and on the command line.
    pub id: String,
    /// Name for chart footers; the id if left out.
    #[serde(default)]
    pub short: Option<String>,
    pub publisher: String,
    pub title: String,
    #[serde(default)]
    pub url: Option<String>,
    /// Day the figures were taken.
    #[serde(default)]
    pub accessed: Option<String>,
    /// Licence as stated by the publisher.
    #[serde(default)]
    pub licence: Option<String>,
    /// Price basis in words.
    #[serde(default)]
    pub basis: Option<String>,
    /// Valuation (FOB, CIF) by side.
    #[serde(default)]
    pub valuation: BTreeMap<Side, String>,
    #[serde(default)]
    pub notes: Vec<String>,
    /// SHA-256 of the file the figures were read from, hexadecimal.
    #[serde(default)]
    pub sha256: String,
}

impl Source {
    /// The name that footers and remarks print.
    pub fn name(&self) -> &str {
        self.short.as_deref().unwrap_or(&self.id)
    }
}

/// Who reported a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Side {
    /// The country the goods left.
    Exporter,
    /// The country the goods entered.
    Importer,
    /// Both reports reconciled into one figure, as BACI does.
    Reconciled,
    /// The source does not say.
    Unstated,
    /// A sum over figures from both sides.
    Mixed,
}

impl Side {
    pub const ALL: [Self; 5] = [
        Self::Exporter,
        Self::Importer,
        Self::Reconciled,
        Self::Unstated,
        Self::Mixed,
    ];

    /// The word that stands in tables.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Exporter => "exporter",
            Self::Importer => "importer",
            Self::Reconciled => "reconciled",
            Self::Unstated => "unstated",
            Self::Mixed => "mixed",
        }
    }
}

impl FromStr for Side {
    type Err = Error;

    fn from_str(typed: &str) -> Result<Self> {
        word(typed, "side", &Self::ALL, Self::as_str)
    }
}

impl fmt::Display for Side {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Which part of a flow a figure covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// All goods, re-exports included.
    Total,
    /// Domestic goods alone.
    Domestic,
    ReExport,
    ReImport,
    /// Both directions together, published as one figure; never added to the directions.
    TwoWay,
}

impl Kind {
    pub const ALL: [Self; 5] = [
        Self::Total,
        Self::Domestic,
        Self::ReExport,
        Self::ReImport,
        Self::TwoWay,
    ];

    /// The word that stands in tables.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Total => "total",
            Self::Domestic => "domestic",
            Self::ReExport => "re-export",
            Self::ReImport => "re-import",
            Self::TwoWay => "two-way",
        }
    }
}

impl FromStr for Kind {
    type Err = Error;

    fn from_str(typed: &str) -> Result<Self> {
        word(typed, "kind", &Self::ALL, Self::as_str)
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The member of `all` whose word was typed, in any case.
pub(crate) fn word<T: Copy>(
    typed: &str,
    what: &'static str,
    all: &[T],
    as_str: fn(T) -> &'static str,
) -> Result<T> {
    all.iter()
        .copied()
        .find(|&one| as_str(one).eq_ignore_ascii_case(typed.trim()))
        .ok_or_else(|| Error::UnknownWord {
            what,
            typed: typed.to_owned(),
            known: all.iter().map(|&one| as_str(one)).collect(),
        })
}
