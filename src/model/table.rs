//! A finished table: rows, and what they mean.

use polars::prelude::{Column, DataFrame};
use serde::Serialize;

use super::column;
use super::flow_table::{Flow, FlowTable};
use super::source::Source;
use super::written::{period_column, provenance};
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
        let rows = flows.flows()?;
        let text = |name: &str, of: &dyn Fn(&Flow) -> String| {
            Column::new(name.into(), rows.iter().map(of).collect::<Vec<_>>())
        };
        let number = |name: &str, of: &dyn Fn(&Flow) -> Option<f64>| {
            Column::new(name.into(), rows.iter().map(of).collect::<Vec<_>>())
        };
        let periods = rows.iter().map(|flow| Some(flow.period));
        let units: Vec<Option<&str>> = rows
            .iter()
            .map(|flow| flow.quantity.map(|_| flow.quantity_unit.as_str()))
            .collect();
        let [currency, prices] = provenance(flows.basis(), rows.len());
        let data = DataFrame::new_infer_height(vec![
            period_column(column::PERIOD, flows.basis().frequency, periods),
            text(column::EXPORTER, &|flow| flow.exporter.clone()),
            text(column::IMPORTER, &|flow| flow.importer.clone()),
            text(column::SIDE, &|flow| flow.side.to_string()),
            text(column::KIND, &|flow| flow.kind.to_string()),
            text(column::PRODUCT, &|flow| flow.product.clone()),
            number(column::VALUE, &|flow| flow.value),
            number(column::QUANTITY, &|flow| flow.quantity),
            Column::new(column::QUANTITY_UNIT.into(), units),
            currency,
            prices,
            text(column::SOURCE, &|flow| flow.source.clone()),
        ])
        .map_err(Error::frame("writing the flows as a table"))?;
        Ok(Self {
            data,
            caption: Caption::of(flows, "Flows", ""),
        })
    }
}
