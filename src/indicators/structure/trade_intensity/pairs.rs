//! Trade intensity of all pairs of a matrix.

use super::pair::{Market, NO_EXPORTS, NO_IMPORTS, NO_MARKET};
use crate::error::Result;
use crate::indicators::grid::Grid;
use crate::indicators::matrix::Matrix;
use crate::indicators::reason::Reason;
use crate::indicators::world::World;

/// [`trade_intensity`](super::pair::trade_intensity) of every exporter with every importer.
///
/// The exporter's own imports are the column of its name. Under [`Market::WithoutExporter`] a country has
/// no intensity with itself; under [`Market::World`] its re-imports, if any, count as a flow.
///
/// # Errors
/// [`Error::BasisMismatch`](crate::Error::BasisMismatch) if the world given does not fit the importers.
pub fn trade_intensities(flows: &Matrix, world: World<'_>, market: Market) -> Result<Grid> {
    let margins = flows.margins();
    let world = world.trade(flows, &margins)?;
    let mut values = Vec::with_capacity(margins.rows.len() * world.columns.len());
    let mut reasons = Vec::with_capacity(margins.rows.len());
    for (row, (name, &exports)) in flows.rows().iter().zip(&margins.rows).enumerate() {
        let own = match market {
            Market::World => None,
            Market::WithoutExporter => flows.columns().iter().position(|column| column == name),
        };
        let size = world.total - own.map_or(0.0, |column| world.columns[column]);
        let pairs = flows.row(row).iter().zip(&world.columns).enumerate();
        values.extend(
            pairs.map(|(column, (flow, to_partner))| match own == Some(column) {
                true => f64::NAN,
                false => (flow / exports) / (to_partner / size),
            }),
        );
        reasons.push(match (market, own) {
            _ if exports == 0.0 => Some(NO_EXPORTS),
            (Market::WithoutExporter, None) => Some(Reason::NoOwnImports),
            _ if size <= 0.0 => Some(NO_MARKET),
            _ => None,
        });
    }
    let columns = world
        .columns
        .iter()
        .map(|to| (*to == 0.0).then_some(NO_IMPORTS));
    Ok(Grid::new(
        values,
        reasons,
        columns.collect(),
        Reason::OwnMarket,
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::indicators::sample::{matrix, near};
    use crate::indicators::structure::trade_intensity::{PairTrade, trade_intensity};
    use proptest::prelude::*;

    fn square() -> Matrix {
        let values = [0.0, 50.0, 150.0, 30.0, 0.0, 370.0, 120.0, 350.0, 2930.0];
        matrix(&["A", "B", "others"], &["A", "B", "others"], &values)
    }

    #[test]
    fn the_grid_agrees_with_the_single_pair() {
        let a_to_b = PairTrade {
            flow: 50.0,
            exports: 200.0,
            to_partner: 400.0,
            world: 4000.0,
            own_imports: Some(150.0),
        };
        for market in Market::ALL {
            let grid = trade_intensities(&square(), World::FromData, market).unwrap();
            near(
                grid.at(0, 1).unwrap(),
                trade_intensity(a_to_b, market).unwrap(),
            );
        }
    }

    #[test]
    fn a_market_of_its_own_is_none_in_kojimas_variant() {
        let grid = trade_intensities(&square(), World::FromData, Market::WithoutExporter).unwrap();
        assert_eq!(grid.at(0, 0), Err(Reason::OwnMarket));
        let apart = matrix(&["A", "B"], &["C", "D"], &[1.0, 2.0, 0.0, 0.0]);
        let grid = trade_intensities(&apart, World::FromData, Market::WithoutExporter).unwrap();
        assert_eq!(grid.at(0, 0), Err(Reason::NoOwnImports));
        assert_eq!(grid.at(1, 0), Err(NO_EXPORTS));
    }

    proptest! {
        #[test]
        fn weighted_by_markets_intensities_average_one(
            values in proptest::collection::vec(1.0..1e9_f64, 9)
        ) {
            let flows = matrix(&["A", "B", "C"], &["A", "B", "C"], &values);
            let margins = flows.margins();
            let grid = trade_intensities(&flows, World::FromData, Market::World).unwrap();
            for row in 0..3 {
                let mean: f64 = (0..3)
                    .map(|j| grid.at(row, j).unwrap() * margins.columns[j] / margins.total)
                    .sum();
                prop_assert!((mean - 1.0).abs() < 1e-12);
            }
        }
    }
}
