//! The trade of a region with itself and with others.

use crate::error::{Error, Result};
use crate::indicators::matrix::Matrix;
use crate::model::sum::exact_sum;

/// A region's trade, exports and imports together: trade within it counts twice, once from either side.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Region {
    /// T(r,r): within the region.
    pub within: f64,
    /// T(r): of the region with everybody.
    pub total: f64,
    /// T(o,r): of all others with the region; `total − within` where reports agree.
    pub others_with_it: f64,
    /// T(o): of all others with everybody.
    pub others: f64,
}

impl Region {
    /// The trade of the countries named, from what every exporter sells to every importer.
    ///
    /// The matrix must hold the world; a country is a member by its name in rows and in columns.
    ///
    /// # Errors
    /// [`Error::NothingLeft`] if no member is among the rows or columns.
    pub fn of(flows: &Matrix, members: &[&str]) -> Result<Self> {
        let inside = |names: &[String]| -> Vec<bool> {
            names
                .iter()
                .map(|name| members.contains(&name.as_str()))
                .collect()
        };
        let (sells, buys) = (inside(flows.rows()), inside(flows.columns()));
        if !sells.contains(&true) && !buys.contains(&true) {
            return Err(Error::NothingLeft {
                what: "no member of the region trades in these data".to_owned(),
                remedy: "name members as the data do".to_owned(),
            });
        }
        let sum = |seller: bool, buyer: bool| {
            let rows = (0..sells.len()).filter(|row| sells[*row] == seller);
            let values = rows.flat_map(|row| {
                let columns = flows.row(row).iter().zip(&buys);
                columns
                    .filter(move |(_, inside)| **inside == buyer)
                    .map(|(value, _)| *value)
            });
            exact_sum(values)
        };
        let (within, out, into) = (sum(true, true), sum(true, false), sum(false, true));
        Ok(Self {
            within: 2.0 * within,
            total: exact_sum([within, within, out, into]),
            others_with_it: out + into,
            others: exact_sum([2.0 * sum(false, false), out, into]),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::indicators::sample::matrix;

    #[test]
    fn flows_make_the_region() {
        let values = [0.0, 20.0, 12.0, 10.0, 0.0, 8.0, 7.0, 13.0, 430.0];
        let flows = matrix(&["A", "B", "others"], &["A", "B", "others"], &values);
        let region = Region {
            within: 60.0,
            total: 100.0,
            others_with_it: 40.0,
            others: 900.0,
        };
        assert_eq!(Region::of(&flows, &["A", "B"]).unwrap(), region);
        assert!(Region::of(&flows, &["Z"]).is_err());
    }
}
