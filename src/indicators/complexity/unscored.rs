//! Why an exporter or a product has no score.

use std::fmt;

/// Why there is no score, in the words of the `reason` column.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Unscored {
    /// The exporter is present in nothing.
    NoProduct,
    /// No exporter is present in the product.
    NoExporter,
    /// Whoever has the product has no other, so that nothing is near it but itself.
    Alone,
    /// No chain of shared products leads to the largest part.
    Apart,
    /// The matrix falls into so many parts, of which none is the largest.
    NoLargest(usize),
    /// One exporter or one product alone has nothing to be compared with.
    TooFew,
    /// Every exporter is present in the same products, or nearly: the second eigenvalue is zero.
    Alike,
    /// The second and third eigenvalues are the same up to rounding, so that any mixture of
    /// their vectors would be an index.
    NotUnique { second: f64, third: f64 },
    /// Neither diversity nor ubiquity says which end of the index is the complex one.
    NoSign,
    /// The deviation that would be divided by is zero.
    NoSpread,
}

impl fmt::Display for Unscored {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoProduct => f.write_str("present in no product"),
            Self::NoExporter => f.write_str("no exporter is present"),
            Self::Alone => f.write_str("its exporters have no other product"),
            Self::Apart => f.write_str("shares no product with the largest part of the matrix"),
            Self::NoLargest(parts) => write!(
                f,
                "the matrix falls into {parts} parts that share nothing, and none is the largest"
            ),
            Self::TooFew => f.write_str("fewer than 2 exporters or 2 products"),
            Self::Alike => f.write_str("all exporters are present in the same products"),
            Self::NotUnique { second, third } => write!(
                f,
                "not unique: the second and third eigenvalues are {second:.12} and {third:.12}"
            ),
            Self::NoSign => f.write_str("neither diversity nor ubiquity gives the index a sign"),
            Self::NoSpread => {
                f.write_str("all are the same, so there is no deviation to divide by")
            }
        }
    }
}

/// No score for anybody, and the nearest reason for each.
pub(super) fn none(empty: Vec<Option<Unscored>>, why: Unscored) -> Vec<Result<f64, Unscored>> {
    empty
        .into_iter()
        .map(|empty| Err(empty.unwrap_or(why)))
        .collect()
}
