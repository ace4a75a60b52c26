//! What rows and columns of a measure are.

use super::dimension::Dimension;
use crate::error::{Error, Result};

/// What the rows of a matrix are told apart by, and what its columns are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Shape {
    pub by: Vec<Dimension>,
    pub over: Dimension,
}

impl Shape {
    /// The wish of a user, with what the measure takes by itself where nothing is wished.
    ///
    /// # Errors
    /// [`Error::BasisMismatch`] for one dimension on both sides.
    pub fn of(
        by: &[Dimension],
        over: Option<Dimension>,
        own: (Dimension, Dimension),
    ) -> Result<Self> {
        let over_of = |by: &[Dimension]| match by.contains(&own.1) {
            // What rows are told apart by cannot be what they are compared over.
            true => Dimension::ALL.into_iter().find(|one| !by.contains(one)),
            false => Some(own.1),
        };
        let by = match (by, over) {
            ([], Some(over)) if over == own.0 => vec![own.1],
            ([], _) => vec![own.0],
            (by, _) => by.to_vec(),
        };
        match over.or_else(|| over_of(&by)) {
            Some(over) if !by.contains(&over) => Ok(Self { by, over }),
            _ => Err(Error::BasisMismatch {
                reason: format!(
                    "rows are told apart by {}, and nothing else is left to compare them over",
                    words(&by)
                ),
                remedy: "give --by and --over different dimensions".to_owned(),
            }),
        }
    }

    /// The country that sells or buys, if rows are told apart by it.
    pub fn own(&self) -> Option<Dimension> {
        let countries = [Dimension::Exporter, Dimension::Importer];
        countries.into_iter().find(|one| self.by.contains(one))
    }

    /// Whether a dimension is told apart at all.
    pub fn has(&self, dimension: Dimension) -> bool {
        self.over == dimension || self.by.contains(&dimension)
    }
}

fn words(by: &[Dimension]) -> String {
    let words: Vec<&str> = by.iter().map(|one| one.as_str()).collect();
    words.join(" and ")
}
