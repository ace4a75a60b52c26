//! Prices, volumes, and values freed from prices and currencies.

pub mod basket;
pub mod baskets;
mod chain;
pub mod crude;
pub mod formula;
mod geks;
pub mod index;
mod link;
mod linking;
pub mod lowe;
pub mod matching;
pub mod money;
pub mod outliers;
mod overlap;
pub mod price_pair;
pub mod terms_of_trade;
pub mod unit_value;

use super::about::About;

/// Every measure of this family, in the order of lists.
pub const ALL: &[About] = &[
    unit_value::ABOUT,
    index::ABOUT,
    index::VOLUME,
    lowe::ABOUT,
    terms_of_trade::ABOUT,
    money::DEFLATION,
    money::CONVERSION,
];
