//! The contract of this wing.

use crate::error::Result;
use crate::model::flow_table::FlowTable;

/// Turns flows into other flows, and notes what was done.
pub trait Reshape {
    /// # Errors
    /// Says what the flows lack for this transform.
    fn apply(&self, flows: &FlowTable) -> Result<FlowTable>;
}
