//! Which exporter is present in which product.

use super::bits::Bits;
use crate::error::{Error, Result};
use crate::indicators::matrix::Matrix;

/// An advantage this close below the threshold, in parts of it, counts as at the threshold:
/// sums of 5,000 products are not known better, and an advantage of exactly 1 is a common case.
const AT_THRESHOLD: f64 = 1e-12;

/// The matrix M of exporters and products: present or not.
///
/// ```text
/// M(c,p) = 1 where RCA(c,p) = (x(c,p) / X(c)) / (X(p) / X) ≥ threshold, else 0
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Presence {
    exporters: Vec<String>,
    products: Vec<String>,
    /// The products of every exporter.
    pub(super) of_exporter: Bits,
    /// The exporters of every product.
    pub(super) of_product: Bits,
    /// Pairs whose advantage is the threshold up to rounding, which count as present.
    pub at_threshold: usize,
}

impl Presence {
    /// Present where the revealed comparative advantage (Balassa) reaches the threshold, commonly 1.
    ///
    /// The world is the sum of all rows. An exporter or a product without any trade has no advantage and is
    /// not present anywhere.
    ///
    /// # Errors
    /// [`Error::BasisMismatch`] if the threshold is not above zero.
    pub fn revealed(exports: &Matrix, threshold: f64) -> Result<Self> {
        if !(threshold.is_finite() && threshold > 0.0) {
            return Err(Error::BasisMismatch {
                reason: format!("a threshold of {threshold} would make everybody present"),
                remedy: "give one above zero, such as 1".to_owned(),
            });
        }
        let margins = exports.margins();
        let (of_exporter, of_product, world) = (margins.rows, margins.columns, margins.total);
        let mut at_threshold = 0;
        let presence = Self::filled(exports, |exporter, product, value| {
            if value == 0.0 {
                return false;
            }
            let advantage = (value / of_exporter[exporter]) / (of_product[product] / world);
            let above = advantage / threshold - 1.0;
            at_threshold += usize::from(above.abs() <= AT_THRESHOLD);
            above >= -AT_THRESHOLD
        });
        Ok(Self {
            at_threshold,
            ..presence
        })
    }

    /// A presence that was decided elsewhere: ones and zeros.
    ///
    /// # Errors
    /// [`Error::BasisMismatch`] for any other value.
    pub fn given(ones: &Matrix) -> Result<Self> {
        let width = ones.columns().len();
        let places =
            (0..ones.rows().len()).flat_map(|row| (0..width).map(move |column| (row, column)));
        for (row, column) in places {
            let value = ones.at(row, column);
            if value != 0.0 && value != 1.0 {
                return Err(Error::BasisMismatch {
                    reason: format!(
                        "{value} for {} and {} is no presence",
                        ones.rows()[row],
                        ones.columns()[column]
                    ),
                    remedy: "give 1 or 0, or a threshold on exports".to_owned(),
                });
            }
        }
        Ok(Self::filled(ones, |_, _, value| value == 1.0))
    }

    fn filled(matrix: &Matrix, mut present: impl FnMut(usize, usize, f64) -> bool) -> Self {
        let (rows, columns) = (matrix.rows().len(), matrix.columns().len());
        let mut of_exporter = Bits::new(rows, columns);
        let mut of_product = Bits::new(columns, rows);
        for row in 0..rows {
            for (column, value) in matrix.row(row).iter().enumerate() {
                if present(row, column, *value) {
                    of_exporter.set(row, column);
                    of_product.set(column, row);
                }
            }
        }
        Self {
            exporters: matrix.rows().to_vec(),
            products: matrix.columns().to_vec(),
            of_exporter,
            of_product,
            at_threshold: 0,
        }
    }

    /// Only these exporters and products, in this order.
    pub(super) fn of(&self, exporters: &[usize], products: &[usize]) -> Self {
        let mut of_exporter = Bits::new(exporters.len(), products.len());
        let mut of_product = Bits::new(products.len(), exporters.len());
        for (row, exporter) in exporters.iter().enumerate() {
            for (column, product) in products.iter().enumerate() {
                if self.has(*exporter, *product) {
                    of_exporter.set(row, column);
                    of_product.set(column, row);
                }
            }
        }
        Self {
            exporters: exporters
                .iter()
                .map(|at| self.exporters[*at].clone())
                .collect(),
            products: products
                .iter()
                .map(|at| self.products[*at].clone())
                .collect(),
            of_exporter,
            of_product,
            at_threshold: self.at_threshold,
        }
    }

    /// Products as exporters and exporters as products.
    pub(super) fn transposed(&self) -> Self {
        Self {
            exporters: self.products.clone(),
            products: self.exporters.clone(),
            of_exporter: self.of_product.clone(),
            of_product: self.of_exporter.clone(),
            at_threshold: self.at_threshold,
        }
    }

    pub fn exporters(&self) -> &[String] {
        &self.exporters
    }

    pub fn products(&self) -> &[String] {
        &self.products
    }

    pub fn has(&self, exporter: usize, product: usize) -> bool {
        self.of_exporter.has(exporter, product)
    }
}
