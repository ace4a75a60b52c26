//! What a country is compared with.

use super::matrix::{Margins, Matrix};
use crate::error::{Error, Result};
use crate::model::sum::exact_sum_of;

/// Where the world's figures come from.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub enum World<'a> {
    /// The sum of all rows of the data: reporters that are missing are missing from the world.
    #[default]
    FromData,
    /// A published world row, one value for each column.
    Given(&'a [f64]),
}

/// What the world trades, column by column and in all.
#[derive(Debug, Clone, PartialEq)]
pub struct WorldTrade {
    pub columns: Vec<f64>,
    pub total: f64,
}

impl World<'_> {
    /// The words of captions.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::FromData => "world from data",
            Self::Given(_) => "world as given",
        }
    }

    /// # Errors
    /// [`Error::BasisMismatch`] if the world given does not have a value of zero or more for each column.
    pub fn trade(self, matrix: &Matrix, margins: &Margins) -> Result<WorldTrade> {
        let columns = match self {
            Self::FromData => {
                return Ok(WorldTrade {
                    columns: margins.columns.clone(),
                    total: margins.total,
                });
            }
            Self::Given(columns) => columns,
        };
        let unfit = |value: &f64| !value.is_finite() || *value < 0.0;
        if columns.len() != matrix.columns().len() || columns.iter().any(unfit) {
            return Err(Error::BasisMismatch {
                reason: format!(
                    "{} world values for {} columns, or one that is negative or no number",
                    columns.len(),
                    matrix.columns().len()
                ),
                remedy: "give one value of zero or more for each".to_owned(),
            });
        }
        Ok(WorldTrade {
            columns: columns.to_vec(),
            total: exact_sum_of(columns),
        })
    }
}
