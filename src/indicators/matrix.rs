//! Values of one kind by two keys: exporters by products, exporters by importers.

use crate::error::{Error, Result};
use crate::model::sum::{exact_column_sums, exact_sum_of};

/// A value for every row and column, such as what each exporter sells of each product in one period.
///
/// A pair that the data do not hold counts as zero: the measures made from a matrix are defined on all of
/// it. Whoever fills it says how many pairs that were.
#[derive(Debug, Clone, PartialEq)]
pub struct Matrix {
    rows: Vec<String>,
    columns: Vec<String>,
    /// Row by row.
    values: Vec<f64>,
}

/// What every row, every column and all together come to, correctly rounded.
#[derive(Debug, Clone, PartialEq)]
pub struct Margins {
    pub rows: Vec<f64>,
    pub columns: Vec<f64>,
    /// Of the rows' sums.
    pub total: f64,
}

impl Matrix {
    /// # Errors
    /// [`Error::BasisMismatch`] unless there is one finite value, zero or more, for each row and column.
    pub fn new(rows: Vec<String>, columns: Vec<String>, values: Vec<f64>) -> Result<Self> {
        let whole = rows.len() * columns.len() == values.len();
        if !whole
            || values
                .iter()
                .any(|value| !value.is_finite() || *value < 0.0)
        {
            return Err(Error::BasisMismatch {
                reason: format!(
                    "{} values for {} rows and {} columns, or one that is negative or no number",
                    values.len(),
                    rows.len(),
                    columns.len()
                ),
                remedy: "give one value of zero or more for each".to_owned(),
            });
        }
        Ok(Self {
            rows,
            columns,
            values,
        })
    }

    pub fn rows(&self) -> &[String] {
        &self.rows
    }

    pub fn columns(&self) -> &[String] {
        &self.columns
    }

    pub fn row(&self, row: usize) -> &[f64] {
        let width = self.columns.len();
        &self.values[row * width..(row + 1) * width]
    }

    pub fn at(&self, row: usize, column: usize) -> f64 {
        self.values[row * self.columns.len() + column]
    }

    /// Sum of every row, correctly rounded.
    pub fn row_sums(&self) -> Vec<f64> {
        (0..self.rows.len())
            .map(|row| exact_sum_of(self.row(row)))
            .collect()
    }

    /// Sum of every column, correctly rounded.
    pub fn column_sums(&self) -> Vec<f64> {
        exact_column_sums(&self.values, self.columns.len())
    }

    /// All sums at once.
    pub fn margins(&self) -> Margins {
        let rows = self.row_sums();
        Margins {
            columns: self.column_sums(),
            total: exact_sum_of(&rows),
            rows,
        }
    }
}
