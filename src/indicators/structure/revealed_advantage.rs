//! Balassa's revealed comparative advantage.

use super::against_world::against_world;
use crate::error::Result;
use crate::indicators::about::About;
use crate::indicators::grid::Grid;
use crate::indicators::matrix::Matrix;
use crate::indicators::reason::{Figure, Reason, fit};
use crate::indicators::world::World;

pub const ABOUT: About = About {
    name: "revealed-advantage",
    short: "rca",
    about: "how much larger a product is in a country's exports than in the world's",
    formula: "(x(c,p) / x(c)) / (x(world,p) / x(world))",
    unit: "ratio; 1 is the world's own share, above 1 an advantage",
    keys: "period × reporter × product",
    nulls: "null where the country exports nothing or the world none of the product; 0 where only the country exports none of it",
    source: "Balassa (1965), Manchester School 33(2); World Bank WITS, Trade indicators",
};

pub(super) const NO_COUNTRY: Reason = Reason::Zero("exports of the country");
pub(super) const NO_PRODUCT: Reason = Reason::Zero("world exports of the product");
pub(super) const NO_WORLD: Reason = Reason::Zero("world exports");

/// One country and one product within all trade of a period.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ProductTrade {
    /// What the country exports of the product.
    pub exports: f64,
    /// What the country exports in all.
    pub country: f64,
    /// What the world exports of the product.
    pub product: f64,
    /// What the world exports in all.
    pub world: f64,
}

impl ProductTrade {
    /// Whether all four are values of zero or more, and the totals that are divided by are not zero.
    pub(super) fn checked(self, divided_by_product: bool) -> Result<Self, Reason> {
        fit(&[self.exports, self.country, self.product, self.world])?;
        match self {
            Self { country: 0.0, .. } => Err(NO_COUNTRY),
            Self { world: 0.0, .. } => Err(NO_WORLD),
            Self { product: 0.0, .. } if divided_by_product => Err(NO_PRODUCT),
            _ => Ok(self),
        }
    }
}

/// How much larger a product is in a country's exports than in the world's.
///
/// ```text
/// RCA(c,p) = (x(c,p) / x(c)) / (x(world,p) / x(world))
/// ```
///
/// Keys: reporter × product. Unit: ratio; 1 is the world's own share. 0 where the country exports none of
/// the product; null where the country exports nothing at all or the world none of the product.
///
/// Source: Balassa (1965), *Manchester School* 33(2); World Bank WITS, *Trade indicators*.
pub fn revealed_advantage(of: ProductTrade) -> Figure {
    let of = of.checked(true)?;
    let advantage = (of.exports / of.country) / (of.product / of.world);
    match advantage.is_finite() {
        true => Ok(advantage),
        false => Err(NO_PRODUCT),
    }
}

/// [`revealed_advantage`] of every exporter in every product.
///
/// # Errors
/// [`Error::BasisMismatch`](crate::Error::BasisMismatch) if the world given does not fit the products.
pub fn revealed_advantages(exports: &Matrix, world: World<'_>) -> Result<Grid> {
    let of = |value, country, share, _| (value / country) / share;
    let all = against_world(exports, world, of)?;
    let no_product = |share: &f64| (*share <= 0.0 || share.is_nan()).then_some(NO_PRODUCT);
    Ok(Grid::new(
        all.values,
        no_country(&all.countries),
        all.shares.iter().map(no_product).collect(),
        NO_PRODUCT,
    ))
}

/// For each country, why it has no figures.
pub(super) fn no_country(totals: &[f64]) -> Vec<Option<Reason>> {
    let reason = |total: &f64| (*total == 0.0).then_some(NO_COUNTRY);
    totals.iter().map(reason).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::indicators::sample::{exports, matrix, near};
    use proptest::prelude::*;

    #[test]
    fn a_fish_exporter_has_its_advantage_in_fish() {
        let advantages = revealed_advantages(&exports(), World::FromData).unwrap();
        for (product, expected) in [6.0, 2.4, 0.15, 0.125].into_iter().enumerate() {
            near(advantages.at(0, product).unwrap(), expected);
        }
    }

    #[test]
    fn the_grid_and_the_single_figure_agree_to_the_bit() {
        let exports = exports();
        let margins = exports.margins();
        let advantages = revealed_advantages(&exports, World::FromData).unwrap();
        for row in 0..3 {
            for column in 0..4 {
                let one = revealed_advantage(ProductTrade {
                    exports: exports.at(row, column),
                    country: margins.rows[row],
                    product: margins.columns[column],
                    world: margins.total,
                });
                assert_eq!(one, advantages.at(row, column));
            }
        }
    }

    #[test]
    fn nulls_say_whether_country_or_product_is_empty() {
        let exports = matrix(&["A", "B"], &["p", "q"], &[5.0, 0.0, 0.0, 0.0]);
        let advantages = revealed_advantages(&exports, World::FromData).unwrap();
        assert_eq!(advantages.at(0, 0), Ok(1.0));
        assert_eq!(advantages.at(0, 1), Err(NO_PRODUCT));
        assert_eq!(advantages.at(1, 0), Err(NO_COUNTRY));
        assert_eq!(
            advantages.at(1, 0).unwrap_err().to_string(),
            "exports of the country of zero"
        );
    }

    #[test]
    fn a_world_without_trade_is_null_throughout() {
        let exports = matrix(&["A"], &["p"], &[5.0]);
        let advantages = revealed_advantages(&exports, World::Given(&[0.0])).unwrap();
        assert_eq!(advantages.at(0, 0), Err(NO_PRODUCT));
        let none = revealed_advantages(&matrix(&[], &[], &[]), World::FromData).unwrap();
        assert_eq!(none.values().count(), 0);
    }

    proptest! {
        #[test]
        fn weighted_by_the_worlds_shares_a_countrys_advantages_average_one(
            values in proptest::collection::vec(1.0..1e9_f64, 12)
        ) {
            let exports = matrix(&["A", "B", "C"], &["p", "q", "r", "s"], &values);
            let margins = exports.margins();
            let advantages = revealed_advantages(&exports, World::FromData).unwrap();
            for row in 0..3 {
                let mean: f64 = (0..4)
                    .map(|p| advantages.at(row, p).unwrap() * margins.columns[p] / margins.total)
                    .sum();
                prop_assert!((mean - 1.0).abs() < 1e-12);
            }
        }
    }
}
