//! What claims are held against: levels in print and in data, exchange rates, prices.

mod conversion;
mod gather;
mod level;
mod lines;
mod series;

pub use conversion::{PriceIndex, Rates};
pub use level::{Level, Line, Pair, Whose};
pub use series::Series;

use super::claim::Claim;

/// Everything at hand when the claims of a document are judged.
///
/// Plain data; [`gather`](Self::gather) makes it from loaded flows.
#[derive(Debug, Clone, Default)]
pub struct Evidence {
    /// All claims of the document, the one judged among them.
    pub claims: Vec<Claim>,
    /// Levels from data: the claimed flow, its mirror, its total.
    pub series: Vec<Series>,
    /// Official annual exchange rates.
    pub rates: Rates,
    /// Price indices, each for one currency.
    pub prices: Vec<PriceIndex>,
}
