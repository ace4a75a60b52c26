//! How far an index can be relied on.

/// Below this share of the second eigenvalue between it and the third, captions say that the index is fragile.
const CLOSE: f64 = 0.01;

/// Correlations that are zero come out of rounding smaller than this.
pub(super) const UNCORRELATED: f64 = 1e-9;

/// How far the index can be relied on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Certainty {
    /// The eigenvalue of the index, between 0 and 1.
    pub second: f64,
    /// The one after it; the closer to the second, the less it takes to turn the index around.
    pub third: f64,
    /// Bound on the error of the eigenvector of length one: residual over the distance to the third eigenvalue.
    pub error: f64,
    /// Correlation of the index with diversity, above zero by the rule of signs; zero up to rounding if
    /// ubiquity had to decide.
    pub with_diversity: f64,
    /// Exporters and products of the largest connected part, which have scores.
    pub exporters: usize,
    pub products: usize,
    /// Connected parts in all; scores are of the largest.
    pub parts: usize,
}

impl Certainty {
    /// What the caption must say beside the formula.
    pub fn notes(&self) -> Vec<String> {
        let mut notes = vec![format!(
            "n: {} exporters, {} products; second eigenvalue {:.6}, third {:.6}",
            self.exporters, self.products, self.second, self.third
        )];
        if self.second - self.third < CLOSE * self.second {
            notes.push(
                "the second and third eigenvalues are within 1 %: small changes of the data can reorder the index"
                    .to_owned(),
            );
        }
        if self.parts > 1 {
            notes.push(format!(
                "the matrix falls into {} parts that share nothing: scores are of the largest",
                self.parts
            ));
        }
        if self.with_diversity <= UNCORRELATED {
            notes.push(
                "the index does not go with diversity: its sign is taken from ubiquity".to_owned(),
            );
        }
        notes
    }
}
