//! Values in the money a reader wants.

use super::{Convert, Deflate, Reshape};
use crate::error::Result;
use crate::model::basis::Currency;
use crate::model::flow_table::FlowTable;
use crate::model::period::Years;

/// Converts and deflates, where asked: dollars are deflated after conversion to them, and not
/// converted once they are constant.
#[derive(Debug, Clone, Copy, Default)]
pub struct Money {
    /// Constant prices of this year.
    pub real: Option<i32>,
    /// Currency to convert to.
    pub currency: Option<Currency>,
    /// Years asked for; what the others lack is not worth a note.
    pub years: Years,
}

impl Reshape for Money {
    fn apply(&self, flows: &FlowTable) -> Result<FlowTable> {
        let years = self.years;
        let converted = match self.currency {
            Some(to) => Convert { to, years }.apply(flows)?,
            None => flows.clone(),
        };
        match self.real {
            Some(year) => Deflate { year, years }.apply(&converted),
            None => Ok(converted),
        }
    }
}
