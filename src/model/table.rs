//! A finished table: rows, and what they mean.

use polars::prelude::DataFrame;
use serde::Serialize;

use super::flow_table::FlowTable;
use super::source::Source;

/// Rows plus their meaning. Charts and outputs see nothing else.
#[derive(Debug, Clone)]
pub struct Table {
    pub data: DataFrame,
    pub caption: Caption,
}

/// What a reader must know to use the rows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Caption {
    pub title: String,
    /// Unit of the values in words: `current US dollars`.
    pub unit: String,
    /// How the figures were computed.
    pub formula: String,
    /// What was done to the values on the way.
    pub notes: Vec<String>,
    /// What was chosen and what was left out.
    pub remarks: Vec<String>,
    pub sources: Vec<Source>,
}

impl Caption {
    /// A caption for what was measured on `flows`: their unit, notes and sources.
    pub fn of(flows: &FlowTable, title: impl Into<String>, formula: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            unit: flows.basis().unit(),
            formula: formula.into(),
            notes: flows.notes().to_vec(),
            remarks: flows.remarks().to_vec(),
            sources: flows.sources().to_vec(),
        }
    }
}
