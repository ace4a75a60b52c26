//! A finished table: rows, and what they mean.

use polars::prelude::DataFrame;
use serde::Serialize;

use super::flow_table::FlowTable;
use super::source::Source;
use super::tidy::tidy;
use crate::error::{Error, Result};

/// Rows plus their meaning. Charts and outputs see nothing else.
#[derive(Debug, Clone)]
pub struct Table {
    pub data: DataFrame,
    pub caption: Caption,
}

/// What a reader must know to use the rows.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
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
    /// A caption for a table that is no measure: a title alone.
    pub fn titled(title: &str) -> Self {
        Self {
            title: title.to_owned(),
            ..Self::default()
        }
    }

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

impl Table {
    /// The flows themselves as a table: period, exporter, importer, side, kind, product, value,
    /// quantity with its unit, currency, prices and source; by source, flow and period.
    ///
    /// # Errors
    /// [`Error::Frame`] if the flows cannot be collected.
    pub fn of_flows(flows: &FlowTable) -> Result<Self> {
        let data = tidy(flows).map_err(Error::frame("writing the flows as a table"))?;
        Ok(Self {
            data,
            caption: Caption::of(flows, "Flows", ""),
        })
    }
}
