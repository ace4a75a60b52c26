//! Judged claims as tables.

mod claims;
mod columns;
mod comparisons;
mod explanations;

use std::str::FromStr;

use super::judge::Judgement;
use super::read::Reading;
use crate::error::{Error, Result};
use crate::model::source::Source;
use crate::model::table::{Caption, Table};

/// What a row of the table is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Rows {
    /// A claim with its verdict, or a sentence that could not be read as one.
    #[default]
    Claims,
    /// A claim and one level, or pair of levels, that it was held against.
    Comparisons,
    /// A claim and one supposition that was tested.
    Explanations,
}

impl FromStr for Rows {
    type Err = Error;

    fn from_str(typed: &str) -> Result<Self> {
        match typed {
            "claims" => Ok(Self::Claims),
            "comparisons" => Ok(Self::Comparisons),
            "explanations" => Ok(Self::Explanations),
            _ => Err(Error::UnknownWord {
                what: "kind of rows",
                typed: typed.to_owned(),
                known: vec!["claims", "comparisons", "explanations"],
            }),
        }
    }
}

impl Rows {
    /// The rows, in the order of the text.
    pub(super) fn table(
        self,
        judged: &[Judgement],
        reading: &Reading,
        sources: &[Source],
    ) -> Result<Table> {
        let (data, title) = match self {
            Self::Claims => (
                claims::frame(judged, reading),
                "Published claims held against levels",
            ),
            Self::Comparisons => (
                comparisons::frame(judged),
                "Levels that published claims were held against",
            ),
            Self::Explanations => (explanations::frame(judged), "Explanations tested"),
        };
        Ok(Table {
            data: data.map_err(Error::frame("listing judged claims"))?,
            caption: Caption {
                formula: "implied growth: 100 · (level / base − 1), its range that of every value the printed \
                          digits allow"
                    .to_owned(),
                sources: sources.to_vec(),
                ..Caption::titled(title)
            },
        })
    }
}
