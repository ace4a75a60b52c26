//! Measures that need exports and imports of the same country.

mod both_ways;
mod by_product;
mod region;
mod relative;

pub(super) use by_product::products;
pub(super) use region::introversion;
pub(super) use relative::{complementarities, vollraths};
