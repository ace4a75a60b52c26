//! Revealed advantage as a difference of shares.

use super::against_world::against_world;
use super::revealed_advantage::{NO_WORLD, ProductTrade, no_country};
use crate::error::Result;
use crate::indicators::about::About;
use crate::indicators::grid::Grid;
use crate::indicators::matrix::Matrix;
use crate::indicators::reason::Figure;
use crate::indicators::world::World;

pub const ABOUT: About = About {
    name: "additive-advantage",
    short: "arca",
    about: "how many points more of a country's exports a product makes up than of the world's",
    formula: "x(c,p) / x(c) − x(world,p) / x(world)",
    unit: "difference of shares, −1 to 1; a country's sum to 0",
    keys: "period × reporter × product",
    nulls: "null where the country or the world exports nothing at all; 0 for a product nobody exports",
    source: "Hoen and Oosterhaven (2006), Annals of Regional Science",
};

/// The share of a product in a country's exports, less its share in the world's.
///
/// ```text
/// ARCA(c,p) = x(c,p) / x(c) − x(world,p) / x(world)
/// ```
///
/// Keys: reporter × product. Unit: difference of shares, −1 to 1; over the products of a country it sums to
/// zero. Null where the country or the world exports nothing at all.
///
/// Source: Hoen and Oosterhaven (2006), *Annals of Regional Science*.
pub fn additive_advantage(of: ProductTrade) -> Figure {
    let of = of.checked(false)?;
    Ok(of.exports / of.country - of.product / of.world)
}

/// [`additive_advantage`] of every exporter in every product.
///
/// # Errors
/// [`Error::BasisMismatch`](crate::Error::BasisMismatch) if the world given does not fit the products.
pub fn additive_advantages(exports: &Matrix, world: World<'_>) -> Result<Grid> {
    let of = |value, country, share, _| value / country - share;
    let all = against_world(exports, world, of)?;
    let no_world = (all.world == 0.0).then_some(NO_WORLD);
    let columns = vec![no_world; all.shares.len()];
    Ok(Grid::new(
        all.values,
        no_country(&all.countries),
        columns,
        NO_WORLD,
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::indicators::reason::Reason;
    use crate::indicators::sample::{exports, matrix, near};
    use proptest::prelude::*;

    #[test]
    fn points_above_and_below_the_worlds_shares_cancel() {
        let additive = additive_advantages(&exports(), World::FromData).unwrap();
        for (product, expected) in [0.25, 0.35, -0.425, -0.175].into_iter().enumerate() {
            near(additive.at(0, product).unwrap(), expected);
        }
    }

    #[test]
    fn a_product_nobody_exports_is_zero_and_an_empty_country_null() {
        let exports = matrix(&["A", "B"], &["p", "q"], &[5.0, 0.0, 0.0, 0.0]);
        let additive = additive_advantages(&exports, World::FromData).unwrap();
        assert_eq!(additive.at(0, 1), Ok(0.0));
        assert_eq!(
            additive.at(1, 1),
            Err(Reason::Zero("exports of the country"))
        );
        let nowhere = additive_advantages(&exports, World::Given(&[0.0, 0.0])).unwrap();
        assert_eq!(nowhere.at(0, 0), Err(NO_WORLD));
    }

    proptest! {
        #[test]
        fn a_countrys_figures_sum_to_zero(values in proptest::collection::vec(0.0..1e9_f64, 12)) {
            let exports = matrix(&["A", "B", "C"], &["p", "q", "r", "s"], &values);
            let additive = additive_advantages(&exports, World::FromData).unwrap();
            for row in 0..3 {
                let sum: f64 = (0..4).map(|p| additive.at(row, p).unwrap()).sum();
                prop_assert!(sum.abs() < 1e-12);
            }
        }
    }
}
