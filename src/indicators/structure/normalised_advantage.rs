//! Revealed advantage as a share of world trade.

use super::against_world::against_world;
use super::revealed_advantage::{NO_WORLD, ProductTrade};
use crate::error::Result;
use crate::indicators::about::About;
use crate::indicators::grid::Grid;
use crate::indicators::matrix::Matrix;
use crate::indicators::reason::{Figure, Reason};
use crate::indicators::world::World;

pub const ABOUT: About = About {
    name: "normalised-advantage",
    short: "nrca",
    about: "what a country exports of a product beyond its neutral part, as a share of all world exports",
    formula: "x(c,p) / x(world) − x(c) · x(world,p) / x(world)²",
    unit: "share of world exports, −0.25 to 0.25, unscaled (papers often print it times 10 000)",
    keys: "period × reporter × product",
    nulls: "null only where the world exports nothing at all",
    source: "Yu, Cai and Leung (2009), Annals of Regional Science 43",
};

/// How far a country's exports of a product are from neutral, as a share of world exports.
///
/// ```text
/// NRCA(c,p) = x(c,p) / x(world) − x(c) · x(world,p) / x(world)²
/// ```
///
/// Keys: reporter × product. Unit: share of world exports, not scaled up. Sums to zero over the products of
/// a country, and over all countries for each product where the world is the sum of them. Null where the
/// world exports nothing.
///
/// Source: Yu, Cai and Leung (2009), *Annals of Regional Science* 43.
pub fn normalised_advantage(of: ProductTrade) -> Figure {
    match of.checked(false) {
        // A country without exports is exactly neutral in everything.
        Err(Reason::Zero(_)) if of.country == 0.0 && of.world > 0.0 => Ok(0.0),
        Err(reason) => Err(reason),
        Ok(of) => Ok(beyond_neutral(
            of.exports,
            of.country,
            of.product / of.world,
            of.world,
        )),
    }
}

/// [`normalised_advantage`] of every exporter in every product.
///
/// # Errors
/// [`Error::BasisMismatch`](crate::Error::BasisMismatch) if the world given does not fit the products.
pub fn normalised_advantages(exports: &Matrix, world: World<'_>) -> Result<Grid> {
    let all = against_world(exports, world, beyond_neutral)?;
    let no_world = (all.world == 0.0).then_some(NO_WORLD);
    let columns = vec![no_world; all.shares.len()];
    Ok(Grid::new(
        all.values,
        vec![None; all.countries.len()],
        columns,
        NO_WORLD,
    ))
}

fn beyond_neutral(exports: f64, country: f64, share: f64, world: f64) -> f64 {
    exports / world - (country / world) * share
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::indicators::sample::{exports, matrix, within};
    use proptest::prelude::*;

    #[test]
    fn fish_exceeds_its_neutral_part_by_fifty_of_four_thousand() {
        // Neutral would be 200 · 200 / 4000 = 10 of fish, and 60 are sold.
        let normalised = normalised_advantages(&exports(), World::FromData).unwrap();
        for (product, expected) in [0.0125, 0.0175, -0.02125, -0.00875].into_iter().enumerate() {
            within(normalised.at(0, product).unwrap(), expected, 1e-15);
        }
    }

    #[test]
    fn a_country_without_exports_is_neutral() {
        let exports = matrix(&["A", "B"], &["p", "q"], &[5.0, 0.0, 0.0, 0.0]);
        let normalised = normalised_advantages(&exports, World::FromData).unwrap();
        assert_eq!(normalised.at(1, 0), Ok(0.0));
        let of = |country, world| ProductTrade {
            exports: 0.0,
            country,
            product: world,
            world,
        };
        assert_eq!(normalised_advantage(of(0.0, 5.0)), Ok(0.0));
        assert_eq!(
            normalised_advantage(of(0.0, 0.0)),
            Err(Reason::Zero("exports of the country"))
        );
    }

    proptest! {
        #[test]
        fn figures_sum_to_zero_both_ways(values in proptest::collection::vec(0.0..1e9_f64, 12)) {
            let exports = matrix(&["A", "B", "C"], &["p", "q", "r", "s"], &values);
            let normalised = normalised_advantages(&exports, World::FromData).unwrap();
            for row in 0..3 {
                let sum: f64 = (0..4).map(|p| normalised.at(row, p).unwrap()).sum();
                prop_assert!(sum.abs() < 1e-13);
            }
            for p in 0..4 {
                let sum: f64 = (0..3).map(|row| normalised.at(row, p).unwrap()).sum();
                prop_assert!(sum.abs() < 1e-13);
            }
        }
    }
}
