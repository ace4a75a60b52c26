//! How far a country's exports are from the world's in composition.

use crate::error::Result as BilatResult;
use crate::indicators::about::About;
use crate::indicators::matrix::Matrix;
use crate::indicators::reason::{Figure, Reason};
use crate::indicators::shares::{distance, shares};
use crate::indicators::world::World;

pub const ABOUT: About = About {
    name: "unctad-diversification",
    short: "diversification",
    about: "how far the composition of a country's trade is from the world's",
    formula: "½ · Σp |x(c,p) / x(c) − x(world,p) / x(world)|",
    unit: "index, 0 as the world to 1 nothing in common; higher is less diversified",
    keys: "period × reporter",
    nulls: "null where the country or the world trades nothing",
    source: "UNCTAD, Handbook of Statistics",
};

/// Half the sum of differences between a country's product shares and the world's.
///
/// ```text
/// D(c) = ½ · Σp |x(c,p) / x(c) − x(world,p) / x(world)|
/// ```
///
/// Keys: reporter. Unit: index, 0 to 1: despite its name, high values mean little diversification. Null
/// where the country or the world trades nothing, and where the lists are of different length.
///
/// Source: UNCTAD, *Handbook of Statistics*.
pub fn diversification(country: &[f64], world: &[f64]) -> Figure {
    let country = shares(country, "exports of the country")?;
    let world = shares(world, "world exports")?;
    distance(&country, &world)
}

/// [`diversification`] of every row.
///
/// # Errors
/// [`Error::BasisMismatch`](crate::Error::BasisMismatch) if the world given does not fit the products.
pub fn diversifications(exports: &Matrix, world: World<'_>) -> BilatResult<Vec<Figure>> {
    let world = world.trade(exports, &exports.margins())?;
    let world: Result<Vec<f64>, Reason> = shares(&world.columns, "world exports");
    let of = |row| {
        let country = shares(exports.row(row), "exports of the country")?;
        distance(&country, world.as_ref().map_err(Clone::clone)?)
    };
    Ok((0..exports.rows().len()).map(of).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::indicators::sample::{A_EXPORTS, WORLD, exports, matrix, within};
    use crate::indicators::structure::similarity::similarity;
    use proptest::prelude::*;

    #[test]
    fn a_fish_and_oil_exporter_is_far_from_the_world() {
        within(diversification(&A_EXPORTS, &WORLD).unwrap(), 0.6, 1e-12);
        let all = diversifications(&exports(), World::FromData).unwrap();
        assert_eq!(all[0], diversification(&A_EXPORTS, &WORLD));
    }

    #[test]
    fn the_world_itself_is_at_zero_and_nothing_is_null() {
        assert_eq!(diversification(&WORLD, &WORLD), Ok(0.0));
        let none = Reason::Zero("exports of the country");
        assert_eq!(diversification(&[0.0; 4], &WORLD), Err(none.clone()));
        let exports = matrix(&["A", "B"], &["p"], &[1.0, 0.0]);
        let all = diversifications(&exports, World::FromData).unwrap();
        assert_eq!(all, [Ok(0.0), Err(none)]);
        let nowhere = diversifications(&exports, World::Given(&[0.0])).unwrap();
        assert_eq!(nowhere[0], Err(Reason::Zero("world exports")));
    }

    proptest! {
        #[test]
        fn it_is_what_the_overlap_with_the_world_lacks(
            flows in proptest::collection::vec((0.1..1e9_f64, 0.1..1e9_f64), 1..20)
        ) {
            let (country, world): (Vec<f64>, Vec<f64>) = flows.into_iter().unzip();
            let index = diversification(&country, &world).unwrap();
            let overlap = similarity(&country, &world).unwrap();
            prop_assert!((index + overlap / 100.0 - 1.0).abs() < 1e-12);
        }
    }
}
