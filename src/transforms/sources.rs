//! Which sources a user wants.

use std::str::FromStr;

use serde::Deserialize;

use crate::error::{Error, Result};

/// Which sources a user wants.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(try_from = "String")]
pub enum Sources {
    /// The one that covers the asked years best.
    #[default]
    Best,
    /// As few as cover all the years that any covers, each kept apart.
    Cover,
    /// Every series there is, each kept apart.
    All,
    /// These, each kept apart.
    Named(Vec<String>),
}

impl Sources {
    /// # Errors
    /// [`Error::UnknownSource`] if a named source is not among the `known` ones.
    pub(super) fn check(&self, known: &[String]) -> Result<()> {
        let Self::Named(names) = self else {
            return Ok(());
        };
        match names.iter().find(|name| !known.contains(name)) {
            None => Ok(()),
            Some(unknown) => Err(Error::UnknownSource {
                typed: unknown.clone(),
                known: known.to_vec(),
            }),
        }
    }
}

impl FromStr for Sources {
    type Err = Error;

    fn from_str(typed: &str) -> Result<Self> {
        Ok(match typed.trim() {
            "best" => Self::Best,
            "cover" => Self::Cover,
            "all" => Self::All,
            names => Self::Named(
                names
                    .split(',')
                    .map(|name| name.trim().to_owned())
                    .collect(),
            ),
        })
    }
}

impl TryFrom<String> for Sources {
    type Error = Error;

    fn try_from(typed: String) -> Result<Self> {
        typed.parse()
    }
}
