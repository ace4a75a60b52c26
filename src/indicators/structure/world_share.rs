//! A country's share of the world's trade in each product.

use crate::error::Result;
use crate::indicators::about::About;
use crate::indicators::grid::Grid;
use crate::indicators::matrix::Matrix;
use crate::indicators::reason::{Figure, Reason, fit, ratio};
use crate::indicators::world::World;

pub const ABOUT: About = About {
    name: "market-share",
    short: "share",
    about: "how much of the world's exports of a product are a country's",
    formula: "x(c,p) / x(world,p)",
    unit: "fraction, 0 to 1",
    keys: "period × reporter × product",
    nulls: "null where the world exports none of the product; 0 where only the country does not",
    source: "World Bank WITS, Trade indicators",
};

/// The world's exports of a product were nothing.
const NO_WORLD: Reason = Reason::Zero("world exports of the product");

/// A country's share of the world's exports of a product.
///
/// ```text
/// share(c,p) = x(c,p) / x(world,p)
/// ```
///
/// Unit: fraction. Null where the world exports none of the product, and where the quotient is no number.
///
/// Source: World Bank WITS, *Trade indicators*.
pub fn world_share(exports: f64, world: f64) -> Figure {
    fit(&[exports, world])?;
    ratio(exports, world).map_err(|_| NO_WORLD)
}

/// [`world_share`] of every row in every column; with importers as columns, its share of each market.
///
/// Over time the share also moves with the reporters that make up a [`World::FromData`].
///
/// # Errors
/// [`Error::BasisMismatch`](crate::Error::BasisMismatch) if the world given does not fit the columns.
pub fn world_shares(exports: &Matrix, world: World<'_>) -> Result<Grid> {
    let margins = exports.margins();
    let world = world.trade(exports, &margins)?;
    let mut values = Vec::with_capacity(margins.rows.len() * world.columns.len());
    for row in 0..margins.rows.len() {
        let pairs = exports.row(row).iter().zip(&world.columns);
        values.extend(pairs.map(|(value, world)| value / world));
    }
    let columns = world
        .columns
        .iter()
        .map(|world| (*world == 0.0).then_some(NO_WORLD));
    Ok(Grid::new(
        values,
        vec![None; margins.rows.len()],
        columns.collect(),
        NO_WORLD,
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::indicators::sample::{WORLD, exports, matrix, near};

    #[test]
    fn shares_of_one_product_add_up_to_one() {
        let shares = world_shares(&exports(), World::FromData).unwrap();
        assert_eq!(shares.at(0, 0), Ok(0.3));
        assert_eq!(shares.at(1, 3), Ok(0.3375));
        near((0..3).map(|row| shares.at(row, 2).unwrap()).sum(), 1.0);
    }

    #[test]
    fn a_world_row_of_the_same_figures_changes_nothing() {
        let exports = exports();
        let given = world_shares(&exports, World::Given(&WORLD)).unwrap();
        assert_eq!(given, world_shares(&exports, World::FromData).unwrap());
        assert!(world_shares(&exports, World::Given(&WORLD[1..])).is_err());
        assert!(world_shares(&exports, World::Given(&[1.0, 1.0, 1.0, f64::NAN])).is_err());
    }

    #[test]
    fn a_product_nobody_exports_has_no_shares() {
        let none =
            world_shares(&matrix(&["A"], &["p", "q"], &[0.0, 1.0]), World::FromData).unwrap();
        assert_eq!(none.at(0, 0), Err(NO_WORLD));
        assert_eq!(none.values().collect::<Vec<_>>(), [None, Some(1.0)]);
        assert_eq!(world_share(1.0, 0.0), Err(NO_WORLD));
        assert_eq!(world_share(-1.0, 2.0), Err(Reason::Negative));
    }
}
