//! What every check gives.

use serde_json::Value;

use crate::error::Result;
use crate::model::flow_table::FlowTable;
use crate::model::page::Page;
use crate::model::table::Table;

/// The result of a check, three ways, all of the same figures.
#[derive(Debug, Clone)]
pub struct Examined {
    /// One row a finding, for spreadsheets and programs that read tables.
    pub table: Table,
    /// What is to be said of them, for people.
    pub page: Page,
    /// The same in a few sentences that stand alone, for pages about more than this check.
    pub said: Vec<String>,
    /// Everything the check computed, for programs that read JSON.
    pub whole: Value,
    /// Whether something disagrees.
    pub disagrees: bool,
}

/// A check of loaded flows.
pub trait Examine {
    /// # Errors
    /// As the check says; an answer that cannot be given is an error, one that finds nothing wrong
    /// is not.
    fn examine(&self, flows: &FlowTable) -> Result<Examined>;
}
