//! What is wanted of flows at rest, so that no more of them is read than bears on it.

use super::dataset::{By, Products, Query};
use crate::model::period::Years;

/// What a result needs of all flows that there are.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Asked {
    #[default]
    Everything,
    /// Trade between all countries, all goods together.
    Pairs { years: Years },
    /// Trade between all countries, products as fine as said.
    Flows { years: Years, detail: Detail },
    /// What every country sells by product, all partners together, or what every country buys, or both.
    ByProduct {
        exports: bool,
        imports: bool,
        years: Years,
        detail: Detail,
    },
    /// Trade between countries of a list, in every direction.
    Among { codes: Vec<String>, detail: Detail },
    /// All that countries export.
    From { codes: Vec<String>, detail: Detail },
    /// All that countries import.
    Into { codes: Vec<String>, detail: Detail },
}

/// How fine products are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Detail {
    /// All goods together.
    #[default]
    Total,
    /// By the first so many characters of their codes: 2 for chapters, 4 for headings.
    Digits(u8),
    /// As they are.
    Products,
}

impl Detail {
    /// What products are summed to, in words; none where they are not.
    pub fn sums(self) -> Option<String> {
        match self {
            Self::Total => Some("totals".to_owned()),
            Self::Digits(digits) => Some(format!("codes of {digits} digits")),
            Self::Products => None,
        }
    }
}

impl Asked {
    /// All imports of a country, or all its exports.
    pub fn of(code: &str, imports: bool) -> Self {
        let (codes, detail) = (vec![code.to_owned()], Detail::Total);
        match imports {
            true => Self::Into { codes, detail },
            false => Self::From { codes, detail },
        }
    }

    /// How fine products are wanted.
    pub fn detail(&self) -> Detail {
        match self {
            Self::Everything => Detail::Products,
            Self::Pairs { .. } => Detail::Total,
            Self::Flows { detail, .. } | Self::ByProduct { detail, .. } => *detail,
            Self::Among { detail, .. } | Self::From { detail, .. } | Self::Into { detail, .. } => {
                *detail
            }
        }
    }

    /// The same question to a store, in one part or two.
    pub(super) fn queries(&self) -> Vec<Query> {
        let Self::ByProduct {
            exports,
            imports,
            years,
            ..
        } = self
        else {
            return vec![self.query()];
        };
        let way = |exporter: bool| Query {
            years: *years,
            by: By {
                exporter,
                importer: !exporter,
                product: match self.detail() {
                    Detail::Total => Products::Together,
                    Detail::Digits(digits) => Products::Digits(digits),
                    Detail::Products => Products::Each,
                },
            },
            counts: true,
            ..Query::default()
        };
        let ways = [(*exports, true), (*imports, false)];
        ways.into_iter()
            .filter(|(wanted, _)| *wanted)
            .map(|(_, exporter)| way(exporter))
            .collect()
    }

    fn query(&self) -> Query {
        let query = match self.detail() {
            Detail::Total => Query {
                by: By::PAIRS,
                counts: true,
                ..Query::default()
            },
            Detail::Digits(digits) => Query {
                by: By {
                    product: Products::Digits(digits),
                    ..By::PAIRS
                },
                counts: true,
                ..Query::default()
            },
            Detail::Products => Query {
                by: By::ROWS,
                ..Query::default()
            },
        };
        match self {
            Self::Everything | Self::ByProduct { .. } => query,
            Self::Pairs { years } | Self::Flows { years, .. } => Query {
                years: *years,
                ..query
            },
            Self::Among { codes, .. } => Query {
                exporters: Some(codes.clone()),
                importers: Some(codes.clone()),
                ..query
            },
            Self::From { codes, .. } => Query {
                exporters: Some(codes.clone()),
                ..query
            },
            Self::Into { codes, .. } => Query {
                importers: Some(codes.clone()),
                ..query
            },
        }
    }
}
