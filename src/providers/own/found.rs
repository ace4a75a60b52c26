//! Where the word for a meaning comes from: a column of the table, or the mapping itself.

use crate::error::{Error, Result};
use crate::providers::columns::{cell, plain};
use crate::providers::observation::Direction;
use crate::providers::own::aliases::{self, Alias};
use crate::providers::own::mapping::Field;

/// Where the word for a meaning comes from in this table.
pub(crate) enum From {
    Column(usize),
    Word(String),
}

impl From {
    pub fn text<'a>(&'a self, cells: &[&'a str]) -> &'a str {
        match self {
            Self::Column(column) => cell(cells, Some(*column)),
            Self::Word(word) => word,
        }
    }
}

pub(crate) fn text<'a>(from: &'a Option<From>, cells: &[&'a str]) -> &'a str {
    from.as_ref().map_or("", |from| from.text(cells))
}

/// A column of values, the period it is of where its name says so, and the direction likewise.
pub(crate) struct Value {
    pub from: usize,
    pub period: Option<String>,
    pub direction: Option<Direction>,
}

/// Where a field of a mapping stands, or its alias.
pub(crate) fn from(
    header: &[String],
    field: &Option<Field>,
    alias: &Alias,
) -> Result<Option<From>> {
    match field {
        Some(field) => mapped(header, field).map(Some),
        None => Ok(aliases::column(header, alias)?.map(From::Column)),
    }
}

/// The exact name first: two columns may differ by signs alone.
pub(crate) fn mapped(header: &[String], field: &Field) -> Result<From> {
    match field {
        Field::Is(word) => Ok(From::Word(word.clone())),
        Field::Column(name) => {
            let exact = header.iter().position(|column| column == name);
            let close = || {
                header
                    .iter()
                    .position(|column| plain(column) == plain(name))
            };
            exact
                .or_else(close)
                .map(From::Column)
                .ok_or_else(|| Error::MissingColumn {
                    column: name.clone(),
                    found: header.to_vec(),
                })
        }
    }
}

pub(crate) fn missing(column: &str, header: &[String]) -> Error {
    Error::Unreadable {
        reason: format!(
            "column `{column}` is missing; found: {}; say which column it is with --map {column}=NAME",
            header.join(", ")
        ),
    }
}
