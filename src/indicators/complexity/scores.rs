//! A score for every exporter and product, or the reason why there is none.

use super::unscored::Unscored;

/// Scores of pairs, exporter by exporter; a pair has none if its exporter or its product has none.
#[derive(Debug, Clone, PartialEq)]
pub struct Scores {
    values: Vec<f64>,
    exporters: Vec<Option<Unscored>>,
    products: Vec<Option<Unscored>>,
}

impl Scores {
    pub(super) fn new(
        values: Vec<f64>,
        exporters: Vec<Option<Unscored>>,
        products: Vec<Option<Unscored>>,
    ) -> Self {
        Self {
            values,
            exporters,
            products,
        }
    }

    pub fn exporters(&self) -> usize {
        self.exporters.len()
    }

    pub fn products(&self) -> usize {
        self.products.len()
    }

    /// # Errors
    /// Why there is no score.
    pub fn at(&self, exporter: usize, product: usize) -> Result<f64, Unscored> {
        match (self.exporters[exporter], self.products[product]) {
            (Some(why), _) | (None, Some(why)) => Err(why),
            (None, None) => Ok(self.values[exporter * self.products.len() + product]),
        }
    }

    /// The same scores, each put through `change`.
    pub(super) fn map(&self, change: impl Fn(f64) -> f64) -> Self {
        Self {
            values: self.values.iter().map(|value| change(*value)).collect(),
            ..self.clone()
        }
    }
}
