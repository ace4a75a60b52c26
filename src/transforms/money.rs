//! Values in the money a reader wants.

use super::{Convert, Deflate, Reshape};
use crate::error::Result;
use crate::model::basis::Currency;
use crate::model::flow_table::FlowTable;

/// Deflates, then converts, where asked.
#[derive(Debug, Clone, Copy, Default)]
pub struct Money {
    /// Constant prices of this year.
    pub real: Option<i32>,
    /// Currency to convert to.
    pub currency: Option<Currency>,
}

impl Reshape for Money {
    fn apply(&self, flows: &FlowTable) -> Result<FlowTable> {
        let real = match self.real {
            Some(year) => Deflate { year }.apply(flows)?,
            None => flows.clone(),
        };
        match self.currency {
            Some(to) => Convert { to }.apply(&real),
            None => Ok(real),
        }
    }
}
