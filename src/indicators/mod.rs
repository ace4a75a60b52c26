//! What can be measured on flows, each a tidy table with its caption.

pub mod about;
mod average_growth;
mod balance;
pub mod catalogue;
mod comparison;
pub mod complexity;
mod composition;
pub mod concentration;
mod contribution;
pub mod dynamics;
pub mod grid;
mod growth;
mod growth_ranking;
mod market_share;
pub mod matrix;
mod measure;
pub mod prices;
pub mod reason;
pub mod reference;
mod rows;
#[cfg(test)]
mod sample;
mod shares;
mod standing;
pub mod structure;
mod summary;
pub mod two_way;
pub mod world;

pub use average_growth::AverageGrowth;
pub use balance::Balance;
pub use comparison::{Comparison, side_by_side};
pub use composition::Composition;
pub use contribution::Contribution;
pub use growth::Growth;
pub use growth_ranking::{GrowthRanking, Rank};
pub use market_share::MarketShare;
pub use measure::Measure;
pub use reason::Reason;
pub use standing::Standing;
pub use summary::Summary;

use std::str::FromStr;

use crate::error::{Error, Result};

/// How growth is computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Method {
    /// Change on the same period of the year before, per cent.
    #[default]
    Yoy,
    /// Difference of natural logarithms, log points.
    Log,
    /// Change over the mean of both values, per cent.
    Midpoint,
    /// Level against a base year, base = 100.
    Index,
    /// Compound annual rate between the first and the last year.
    Cagr,
    /// Slope of the logarithms on time.
    LeastSquares,
}

impl Method {
    pub const ALL: [Self; 6] = [
        Self::Yoy,
        Self::Log,
        Self::Midpoint,
        Self::Index,
        Self::Cagr,
        Self::LeastSquares,
    ];

    /// The word that commands and captions use.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Yoy => "yoy",
            Self::Log => "log",
            Self::Midpoint => "midpoint",
            Self::Index => "index",
            Self::Cagr => "cagr",
            Self::LeastSquares => "least-squares",
        }
    }
}

impl FromStr for Method {
    type Err = Error;

    fn from_str(typed: &str) -> Result<Self> {
        crate::model::source::word(typed, "method of growth", &Self::ALL, Self::as_str)
    }
}
