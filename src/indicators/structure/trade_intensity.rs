//! Whether a pair trades more than the size of each would suggest.

mod pair;
mod pairs;

pub use pair::{Market, PairTrade, trade_intensity};
pub use pairs::trade_intensities;

use crate::indicators::about::About;

pub const ABOUT: About = About {
    name: "trade-intensity",
    short: "tii",
    about: "a partner's share of the country's exports over its share of the world's",
    formula: "trade-intensity: (x(i,j) / x(i)) / (x(world,j) / x(world)); trade-intensity-kojima: (x(i,j) / x(i)) / (x(world,j) / (x(world) − m(i)))",
    unit: "ratio; above 1 more intense than the world's trade with the partner",
    keys: "period × exporter × importer",
    nulls: "null where the exporter exports nothing or the world nothing to the importer; 0 where only the pair does not trade",
    source: "World Bank, Trade indicators; Kojima for the market without the exporter",
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_formula_is_that_of_all_variants() {
        for market in Market::ALL {
            assert!(ABOUT.formula.contains(market.formula()));
        }
    }
}
