//! Whether one country sells what another buys.

use crate::error::Result as BilatResult;
use crate::indicators::about::About;
use crate::indicators::grid::Grid;
use crate::indicators::matrix::Matrix;
use crate::indicators::reason::{Figure, Reason};
use crate::indicators::shares::{distance, shares};
use crate::indicators::structure::similarity::{fixed_rows, fraction};
use crate::indicators::two_way::matched_columns;

pub const ABOUT: About = About {
    name: "complementarity",
    short: "tci",
    about: "how well what one country exports fits what another imports",
    formula: "100 · (1 − Σp |m(j,p) / m(j) − x(i,p) / x(i)| / 2)",
    unit: "index, 0 no product in common to 100 a perfect fit",
    keys: "period × exporter × importer",
    nulls: "null where the exporter exports nothing or the importer imports nothing",
    source: "Michaely (1996); World Bank, Trade indicators",
};

const NO_EXPORTS: Reason = Reason::Zero("exports of the country");
const NO_IMPORTS: Reason = Reason::Zero("imports of the partner");

/// How well one country's exports fit another's imports.
///
/// ```text
/// TC(i,j) = 100 · (1 − Σp |m(j,p) / m(j) − x(i,p) / x(i)| / 2)
/// ```
///
/// Keys: exporter × importer, over products in one order. Unit: index, 0 to 100; it falls with finer product
/// detail. Null where either trades nothing, and where the lists are of different length.
///
/// Source: Michaely (1996); World Bank, *Trade indicators*.
pub fn complementarity(exports: &[f64], imports: &[f64]) -> Figure {
    let exports = shares(exports, "exports of the country")?;
    let imports = shares(imports, "imports of the partner")?;
    Ok(100.0 * (1.0 - distance(&exports, &imports)?))
}

/// [`complementarity`] of every exporter with every importer up to 1e-13, from two matrices over the same
/// products.
///
/// # Errors
/// [`Error::BasisMismatch`](crate::Error::BasisMismatch) if the products differ.
pub fn complementarities(exports: &Matrix, imports: &Matrix) -> BilatResult<Grid> {
    matched_columns(exports, imports)?;
    let (sellers, no_exports) = fixed_rows(exports, &NO_EXPORTS);
    let (buyers, no_imports) = fixed_rows(imports, &NO_IMPORTS);
    let mut values = Vec::with_capacity(sellers.len() * buyers.len());
    for seller in &sellers {
        for buyer in &buyers {
            let apart: u64 = seller.iter().zip(buyer).map(|(a, b)| a.abs_diff(*b)).sum();
            values.push(100.0 * (1.0 - fraction(apart) / 2.0));
        }
    }
    Ok(Grid::new(values, no_exports, no_imports, NO_EXPORTS))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::indicators::sample::{A_EXPORTS, B_IMPORTS, exports, imports, matrix, within};
    use crate::indicators::structure::similarity::similarity;
    use proptest::prelude::*;

    #[test]
    fn what_a_sells_mostly_fits_what_b_buys() {
        within(
            complementarity(&A_EXPORTS, &B_IMPORTS).unwrap(),
            80.0,
            1e-12,
        );
        let grid = complementarities(&exports(), &imports()).unwrap();
        within(grid.at(0, 1).unwrap(), 80.0, 1e-13);
    }

    #[test]
    fn a_country_that_buys_nothing_fits_nobody() {
        assert_eq!(complementarity(&[1.0], &[0.0]), Err(NO_IMPORTS));
        assert_eq!(complementarity(&[0.0], &[1.0]), Err(NO_EXPORTS));
        assert_eq!(complementarity(&[1.0], &[1.0, 1.0]), Err(Reason::Unmatched));
        assert_eq!(complementarity(&[1.0, 0.0], &[0.0, 3.0]), Ok(0.0));
        assert_eq!(complementarity(&[1.0], &[3.0]), Ok(100.0));
        let (sells, buys) = (
            matrix(&["A"], &["p"], &[0.0]),
            matrix(&["B"], &["p"], &[1.0]),
        );
        assert_eq!(
            complementarities(&sells, &buys).unwrap().at(0, 0),
            Err(NO_EXPORTS)
        );
        assert_eq!(
            complementarities(&buys, &sells).unwrap().at(0, 0),
            Err(NO_IMPORTS)
        );
        assert!(complementarities(&sells, &matrix(&["B"], &["q"], &[1.0])).is_err());
    }

    proptest! {
        #[test]
        fn the_fit_is_the_overlap_of_shares(
            flows in proptest::collection::vec((0.1..1e9_f64, 0.1..1e9_f64), 1..20)
        ) {
            let (a, b): (Vec<f64>, Vec<f64>) = flows.into_iter().unzip();
            let fit = complementarity(&a, &b).unwrap();
            prop_assert!((fit - similarity(&a, &b).unwrap()).abs() < 1e-10);
        }
    }
}
