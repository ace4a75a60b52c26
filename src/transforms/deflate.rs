//! Values in the prices of one year.

use super::Reshape;
use super::convert::scale;
use crate::error::{Error, Result};
use crate::model::basis::{Basis, Currency, Prices};
use crate::model::flow_table::FlowTable;
use crate::model::period::Years;
use crate::store::bundle::consumer_prices;

/// Restates dollar values in the prices of `year`.
///
/// ```text
/// real(t) = value(t) · CPI(year) / CPI(t)
/// ```
///
/// A consumer price index measures what dollars buy in the United States, not the prices of the
/// traded goods; it is named in every caption. Years without an index get null, with a note.
///
/// Index: US CPI-U, annual average, Bureau of Labor Statistics.
#[derive(Debug, Clone, Copy)]
pub struct Deflate {
    pub year: i32,
    /// Years whose lack of an index is worth a note.
    pub years: Years,
}

impl Reshape for Deflate {
    fn apply(&self, flows: &FlowTable) -> Result<FlowTable> {
        let basis = flows.basis();
        if basis.currency != Currency::USD || basis.prices != Prices::Current {
            return Err(Error::BasisMismatch {
                reason: format!(
                    "{} cannot be deflated: the price index here is the one of the US dollar",
                    basis.unit()
                ),
                remedy: "leave out the other currency, or the constant prices".to_owned(),
            });
        }
        let index = consumer_prices();
        let Some(base) = index.by_year.get(&self.year) else {
            let (first, last) = (index.by_year.keys().next(), index.by_year.keys().last());
            return Err(Error::MissingRate {
                what: "US consumer price index".to_owned(),
                years: vec![self.year.to_string()],
                remedy: format!(
                    "choose a year in {}..{}",
                    first.unwrap_or(&self.year),
                    last.unwrap_or(&self.year)
                ),
            });
        };
        let factors = index
            .by_year
            .iter()
            .map(|(&year, cpi)| (year, base / cpi))
            .collect();
        let mut table =
            scale(flows, &factors, "US consumer price index", self.years)?.with_basis(Basis {
                prices: Prices::Constant { year: self.year },
                ..basis.clone()
            });
        table.note(format!("in {} dollars: {}", self.year, index.name));
        Ok(table)
    }
}
