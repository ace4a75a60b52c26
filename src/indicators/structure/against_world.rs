//! What exporters sell of products, held against the world's shares of them.

use crate::error::Result;
use crate::indicators::matrix::Matrix;
use crate::indicators::world::World;

/// A value for every exporter and product, and what it was made from.
pub(super) struct AgainstWorld {
    /// Row by row.
    pub values: Vec<f64>,
    /// What each exporter sells in all.
    pub countries: Vec<f64>,
    /// Each product's share of the world's trade; no number where the world trades nothing.
    pub shares: Vec<f64>,
    /// What the world trades.
    pub world: f64,
}

/// Takes `of` the value, its exporter's total, the product's share of the world's trade, and that trade.
///
/// # Errors
/// [`Error::BasisMismatch`](crate::Error::BasisMismatch) if the world given does not fit the products.
pub(super) fn against_world(
    exports: &Matrix,
    world: World<'_>,
    of: impl Fn(f64, f64, f64, f64) -> f64,
) -> Result<AgainstWorld> {
    let margins = exports.margins();
    let world = world.trade(exports, &margins)?;
    let products = world.columns.iter();
    let shares: Vec<f64> = products.map(|product| product / world.total).collect();
    let mut values = Vec::with_capacity(margins.rows.len() * shares.len());
    for (row, &country) in margins.rows.iter().enumerate() {
        let products = exports.row(row).iter().zip(&shares);
        values.extend(products.map(|(&value, &share)| of(value, country, share, world.total)));
    }
    Ok(AgainstWorld {
        values,
        countries: margins.rows,
        shares,
        world: world.total,
    })
}
