//! Codes of the Harmonized System that lost their leading zero.

use std::borrow::Cow;

use crate::providers::columns::{cell, code};
use crate::providers::door::Door;
use crate::providers::text::grid::Grid;

/// Whether rows that do not name their classification are in the Harmonized System.
pub(crate) struct Harmonized(bool);

impl Harmonized {
    /// Six digits are the Harmonized System: SITC and BEC have five and three at most.
    pub fn of(grid: &Grid, product: usize, class: Option<usize>) -> Self {
        let mut six = false;
        let length = |text: &str| code(text).len();
        grid.each(|_, cells| {
            six |= cell(cells, class).is_empty() && length(cell(cells, Some(product))) == 6;
        });
        Self(six)
    }

    /// A code with its zero: all codes of the system have two, four or six digits.
    pub fn mend<'a>(&self, product: &'a str, class: &str) -> Cow<'a, str> {
        let product = code(product);
        let digits = !product.is_empty() && product.bytes().all(|byte| byte.is_ascii_digit());
        let lost = digits && matches!(product.len(), 1 | 3 | 5) && product != "0";
        match class.starts_with('H') || (class.is_empty() && self.0) {
            true if lost => Cow::Owned(format!("0{product}")),
            _ => Cow::Borrowed(product),
        }
    }
}

/// Tells the door how many codes were mended.
pub(crate) fn tell_mended(count: u64, door: &mut Door) {
    if count > 0 {
        door.remark(format!(
            "{count} product codes had an odd number of digits; their leading zero was put back"
        ));
    }
}
