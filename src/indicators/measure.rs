//! The contract of this wing.

use crate::error::Result;
use crate::model::flow_table::FlowTable;
use crate::model::table::Table;

/// Measures something on flows.
pub trait Measure {
    /// # Errors
    /// Says what the flows lack for this indicator.
    fn of(&self, flows: &FlowTable) -> Result<Table>;
}
