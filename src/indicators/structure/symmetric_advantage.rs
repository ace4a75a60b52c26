//! Revealed advantage made symmetric around zero.

use super::revealed_advantage::{ProductTrade, revealed_advantage, revealed_advantages};
use crate::error::Result;
use crate::indicators::about::About;
use crate::indicators::grid::Grid;
use crate::indicators::matrix::Matrix;
use crate::indicators::reason::{Figure, Reason};
use crate::indicators::world::World;

pub const ABOUT: About = About {
    name: "symmetric-advantage",
    short: "rsca",
    about: "Balassa's revealed advantage, bent so that advantage and disadvantage reach equally far",
    formula: "(RCA − 1) / (RCA + 1)",
    unit: "index, −1 to 1; above 0 an advantage",
    keys: "period × reporter × product",
    nulls: "null where the revealed advantage is; −1 where the country exports none of the product",
    source: "Laursen (1998, 2015)",
};

/// Revealed advantage on a scale from −1 to 1.
///
/// ```text
/// RSCA(c,p) = (RCA(c,p) − 1) / (RCA(c,p) + 1)
/// ```
///
/// Keys: reporter × product. Unit: index; −1 where none of the product is exported, 0 the world's own
/// share. Null where [`revealed_advantage`] is.
///
/// Source: Laursen (1998, 2015).
pub fn symmetric_advantage(of: ProductTrade) -> Figure {
    revealed_advantage(of).map(bent)
}

/// [`symmetric_advantage`] of every exporter in every product.
///
/// # Errors
/// As [`revealed_advantages`].
pub fn symmetric_advantages(exports: &Matrix, world: World<'_>) -> Result<Grid> {
    Ok(
        revealed_advantages(exports, world)?
            .map(bent, Reason::Zero("world exports of the product")),
    )
}

fn bent(advantage: f64) -> f64 {
    (advantage - 1.0) / (advantage + 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::indicators::sample::{exports, matrix, near};
    use proptest::prelude::*;

    #[test]
    fn the_fish_exporters_advantages_lie_between_minus_one_and_one() {
        let symmetric = symmetric_advantages(&exports(), World::FromData).unwrap();
        for (product, expected) in [0.714286, 0.411765, -0.739130, -0.777778]
            .into_iter()
            .enumerate()
        {
            near(symmetric.at(0, product).unwrap(), expected);
        }
    }

    #[test]
    fn none_exported_is_minus_one_and_an_empty_country_is_null() {
        let exports = matrix(
            &["A", "B", "C"],
            &["p", "q"],
            &[5.0, 0.0, 1.0, 1.0, 0.0, 0.0],
        );
        let symmetric = symmetric_advantages(&exports, World::FromData).unwrap();
        assert_eq!(symmetric.at(0, 1), Ok(-1.0));
        assert!(symmetric.at(2, 0).is_err());
    }

    proptest! {
        #[test]
        fn an_advantage_and_its_inverse_cancel(advantage in 1e-6..1e6_f64) {
            prop_assert!((bent(advantage) + bent(1.0 / advantage)).abs() < 1e-12);
            prop_assert!(bent(advantage).abs() <= 1.0);
        }
    }
}
