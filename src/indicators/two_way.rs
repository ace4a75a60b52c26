//! Exports and imports side by side.

use super::matrix::Matrix;
use super::reason::Reason;
use super::shares::whole;
use crate::error::{Error, Result};

/// What a country sells and buys of one product.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct TwoWay {
    pub exports: f64,
    pub imports: f64,
}

impl TwoWay {
    pub fn balance(self) -> f64 {
        self.exports - self.imports
    }

    pub fn trade(self) -> f64 {
        self.exports + self.imports
    }
}

/// The sums of exports and of imports over products, either of which may be zero.
pub(super) fn total(products: &[TwoWay]) -> std::result::Result<TwoWay, Reason> {
    let sum = |of: fn(&TwoWay) -> f64| {
        let values: Vec<f64> = products.iter().map(of).collect();
        match whole(&values, "trade") {
            Err(Reason::Zero(_)) => Ok(0.0),
            other => other,
        }
    };
    Ok(TwoWay {
        exports: sum(|product| product.exports)?,
        imports: sum(|product| product.imports)?,
    })
}

/// Both directions of one row, product by product.
///
/// # Panics
/// If either matrix has no such row.
///
/// # Errors
/// [`Error::BasisMismatch`] if the matrices are not of the same countries and products in the same order.
pub fn two_way(exports: &Matrix, imports: &Matrix, row: usize) -> Result<Vec<TwoWay>> {
    matched(exports, imports)?;
    let pairs = exports.row(row).iter().zip(imports.row(row));
    Ok(pairs
        .map(|(&exports, &imports)| TwoWay { exports, imports })
        .collect())
}

pub(super) fn matched(exports: &Matrix, imports: &Matrix) -> Result<()> {
    if exports.rows() == imports.rows() {
        return matched_columns(exports, imports);
    }
    Err(unmatched("countries"))
}

pub(super) fn matched_columns(exports: &Matrix, imports: &Matrix) -> Result<()> {
    match exports.columns() == imports.columns() {
        true => Ok(()),
        false => Err(unmatched("products")),
    }
}

fn unmatched(what: &str) -> Error {
    Error::BasisMismatch {
        reason: format!("exports and imports are not of the same {what}"),
        remedy: "give both for the same list, with zeros where nothing is traded".to_owned(),
    }
}
