//! Figures by two keys, some of them null.

use super::reason::{Figure, Reason};

/// A figure for every row and column of the [`Matrix`](super::matrix::Matrix) it was made from.
///
/// A reason for a null mostly holds for a whole row or column and is kept once, so that a million figures
/// cost eight bytes each.
#[derive(Debug, Clone, PartialEq)]
pub struct Grid {
    width: usize,
    /// Row by row; what is not finite is null.
    values: Vec<f64>,
    rows: Vec<Option<Reason>>,
    columns: Vec<Option<Reason>>,
    other: Reason,
}

impl Grid {
    /// Figures with the reasons for nulls of whole rows, of whole columns and of any other place.
    ///
    /// Values are row by row, as many as rows times columns.
    pub(super) fn new(
        values: Vec<f64>,
        rows: Vec<Option<Reason>>,
        columns: Vec<Option<Reason>>,
        other: Reason,
    ) -> Self {
        debug_assert_eq!(values.len(), rows.len() * columns.len());
        Self {
            width: columns.len(),
            values,
            rows,
            columns,
            other,
        }
    }

    /// The figure of a row and a column, or why there is none: the row's reason before the column's.
    pub fn at(&self, row: usize, column: usize) -> Figure {
        let value = self.values[row * self.width + column];
        match (&self.rows[row], &self.columns[column]) {
            (Some(reason), _) | (None, Some(reason)) => Err(reason.clone()),
            _ if value.is_finite() => Ok(value),
            _ => Err(self.other.clone()),
        }
    }

    pub fn height(&self) -> usize {
        self.rows.len()
    }

    pub fn width(&self) -> usize {
        self.width
    }

    /// All figures, row by row, without the reasons.
    pub fn values(&self) -> impl Iterator<Item = Option<f64>> {
        self.values.iter().enumerate().map(|(at, value)| {
            let (row, column) = (at / self.width, at % self.width);
            let null = self.rows[row].is_some() || self.columns[column].is_some();
            (!null && value.is_finite()).then_some(*value)
        })
    }

    /// The same grid with each figure replaced; what becomes infinite or no number is null for `other`.
    pub(super) fn map(mut self, of: impl Fn(f64) -> f64, other: Reason) -> Self {
        for value in &mut self.values {
            *value = of(*value);
        }
        Self { other, ..self }
    }
}
