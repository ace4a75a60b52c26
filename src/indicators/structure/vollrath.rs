//! Vollrath's three indices, which weigh exports against imports.

mod relative;

pub use relative::Comparator;

use self::relative::relative;
use super::revealed_advantage::ProductTrade;
use crate::error::Result;
use crate::indicators::about::About;
use crate::indicators::matrix::{Margins, Matrix};
use crate::indicators::reason::{Figure, Reason};
use crate::indicators::two_way::matched;

pub const ABOUT: About = About {
    name: "vollrath",
    short: "rta",
    about: "advantage in exports against advantage in imports: relative trade advantage, log export advantage, revealed competitiveness",
    formula: "RTA = RXA − RMP; ln RXA; RC = ln RXA − ln RMP; RXA (RMP) = (x(c,p) / x(c, other p)) / (x(other c, p) / x(other c, other p)) of exports (imports)",
    unit: "difference of ratios, and natural logarithms; above 0 an advantage",
    keys: "period × reporter × product",
    nulls: "null where a total divided by is zero; logarithms also where the product is not traded",
    source: "Vollrath (1991), Weltwirtschaftliches Archiv 127(2)",
};

const UNTRADED: Reason = Reason::Zero("the country's trade in the product");

/// Vollrath's indices of one country and product, each with its reason if null.
#[derive(Debug, Clone, PartialEq)]
pub struct Vollrath {
    /// RXA: ratio; 1 is neutral.
    pub export_advantage: Figure,
    /// RMP: the same of imports.
    pub import_penetration: Figure,
    /// RTA = RXA − RMP.
    pub trade_advantage: Figure,
    /// ln RXA; null where the product is not exported.
    pub log_export_advantage: Figure,
    /// RC = ln RXA − ln RMP; null where the product is not traded both ways.
    pub competitiveness: Figure,
}

/// Vollrath's indices from the standing in exports and the standing in imports.
///
/// ```text
/// RXA(c,p) = (x(c,p) / x(c, other p)) / (x(other c, p) / x(other c, other p))        RMP likewise of imports
/// RTA = RXA − RMP        ln RXA        RC = ln RXA − ln RMP
/// ```
///
/// Keys: reporter × product. Unit: RXA, RMP and RTA ratios; the others natural logarithms. Null where any
/// sum of "others" is zero; logarithms also where the country does not trade the product.
///
/// Source: Vollrath (1991), *Weltwirtschaftliches Archiv* 127(2).
pub fn vollrath(exports: ProductTrade, imports: ProductTrade, comparator: Comparator) -> Vollrath {
    let rxa = relative(exports, comparator);
    let rmp = relative(imports, comparator);
    let (ln_rxa, ln_rmp) = (logarithm(&rxa), logarithm(&rmp));
    Vollrath {
        trade_advantage: less(&rxa, &rmp),
        competitiveness: less(&ln_rxa, &ln_rmp),
        log_export_advantage: ln_rxa,
        export_advantage: rxa,
        import_penetration: rmp,
    }
}

/// Vollrath's indices for every reporter and product of two matrices.
#[derive(Debug)]
pub struct VollrathGrid<'a> {
    exports: (&'a Matrix, Margins),
    imports: (&'a Matrix, Margins),
    comparator: Comparator,
}

impl<'a> VollrathGrid<'a> {
    /// # Errors
    /// [`Error::BasisMismatch`](crate::Error::BasisMismatch) if the two are not of the same countries and products.
    pub fn new(exports: &'a Matrix, imports: &'a Matrix, comparator: Comparator) -> Result<Self> {
        matched(exports, imports)?;
        Ok(Self {
            exports: (exports, exports.margins()),
            imports: (imports, imports.margins()),
            comparator,
        })
    }

    pub fn at(&self, row: usize, column: usize) -> Vollrath {
        let standing = |(matrix, margins): &(&Matrix, Margins)| ProductTrade {
            exports: matrix.at(row, column),
            country: margins.rows[row],
            product: margins.columns[column],
            world: margins.total,
        };
        vollrath(
            standing(&self.exports),
            standing(&self.imports),
            self.comparator,
        )
    }
}

fn logarithm(of: &Figure) -> Figure {
    match of {
        Ok(0.0) => Err(UNTRADED),
        Ok(value) => Ok(value.ln()),
        Err(reason) => Err(reason.clone()),
    }
}

fn less(a: &Figure, b: &Figure) -> Figure {
    Ok(a.clone()? - b.clone()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::indicators::sample::{exports, imports, matrix, near};
    use proptest::prelude::*;

    #[test]
    fn a_has_its_trade_advantage_in_fish() {
        let (exports, imports) = (exports(), imports());
        let fish = VollrathGrid::new(&exports, &imports, Comparator::Others)
            .unwrap()
            .at(0, 0);
        // (60 / 140) / (140 / 3660) and (20 / 130) / (180 / 3670).
        near(fish.export_advantage.clone().unwrap(), 11.204082);
        near(fish.import_penetration.clone().unwrap(), 3.136752);
        near(fish.trade_advantage.unwrap(), 8.067329);
        near(fish.log_export_advantage.unwrap(), 2.416278);
        near(fish.competitiveness.unwrap(), 1.273090);
    }

    #[test]
    fn against_the_whole_world_the_export_side_is_balassas() {
        let (exports, imports) = (exports(), imports());
        let grid = VollrathGrid::new(&exports, &imports, Comparator::World).unwrap();
        near(grid.at(0, 0).export_advantage.unwrap(), 6.0);
        near(
            grid.at(0, 0).import_penetration.unwrap(),
            (20.0 / 150.0) / 0.05,
        );
    }

    #[test]
    fn an_untraded_product_has_ratios_of_zero_and_no_logarithms() {
        let lone = matrix(&["A", "B"], &["p", "q"], &[5.0, 0.0, 1.0, 3.0]);
        let grid = VollrathGrid::new(&lone, &lone, Comparator::Others).unwrap();
        assert_eq!(grid.at(0, 1).export_advantage, Ok(0.0));
        assert_eq!(grid.at(0, 1).trade_advantage, Ok(0.0));
        assert_eq!(grid.at(0, 1).log_export_advantage, Err(UNTRADED));
    }

    #[test]
    fn different_countries_are_refused() {
        let (a, b) = (
            matrix(&["A"], &["p"], &[1.0]),
            matrix(&["B"], &["p"], &[1.0]),
        );
        let refused = VollrathGrid::new(&a, &b, Comparator::Others).unwrap_err();
        assert!(
            refused
                .to_string()
                .starts_with("exports and imports are not of the same countries")
        );
    }

    proptest! {
        #[test]
        fn the_export_advantage_is_an_odds_ratio(values in proptest::collection::vec(1.0..1e6_f64, 4)) {
            let two = matrix(&["A", "B"], &["p", "q"], &values);
            let grid = VollrathGrid::new(&two, &two, Comparator::Others).unwrap();
            let odds = values[0] * values[3] / (values[1] * values[2]);
            let found = grid.at(0, 0).export_advantage.unwrap();
            prop_assert!((found / odds - 1.0).abs() < 1e-6);
            prop_assert_eq!(grid.at(0, 0).trade_advantage, Ok(0.0));
        }
    }
}
