//! Whether two countries sell the same things.

use crate::indicators::about::About;
use crate::indicators::grid::Grid;
use crate::indicators::matrix::Matrix;
use crate::indicators::reason::{Figure, Reason};
use crate::indicators::shares::shares;
use crate::model::sum::exact_sum_of;

pub const ABOUT: About = About {
    name: "export-similarity",
    short: "esi",
    about: "how much of two countries' exports overlaps, product by product",
    formula: "100 · Σp min(x(a,p) / x(a), x(b,p) / x(b))",
    unit: "index, 0 no product in common to 100 the same composition",
    keys: "period × reporter × reporter",
    nulls: "null where either exports nothing",
    source: "Finger and Kreinin (1979), Economic Journal",
};

const NO_EXPORTS: Reason = Reason::Zero("exports of the country");

/// The overlap of two countries' exports.
///
/// ```text
/// FK(a,b) = 100 · Σp min(x(a,p) / x(a), x(b,p) / x(b))
/// ```
///
/// Keys: reporter × reporter, over products in one order; the same for (a,b) and (b,a). Unit: index, 0 to
/// 100; it falls with finer product detail. Null where either exports nothing, and where the lists are of
/// different length.
///
/// Source: Finger and Kreinin (1979), *Economic Journal*.
pub fn similarity(a: &[f64], b: &[f64]) -> Figure {
    let a = shares(a, "exports of the country")?;
    let b = shares(b, "exports of the country")?;
    if a.len() != b.len() {
        return Err(Reason::Unmatched);
    }
    let overlap: Vec<f64> = a.iter().zip(&b).map(|(a, b)| a.min(*b)).collect();
    Ok(100.0 * exact_sum_of(&overlap))
}

/// [`similarity`] of every exporter with every other, up to 1e-13.
pub fn similarities(exports: &Matrix) -> Grid {
    let (countries, reasons) = fixed_rows(exports, &NO_EXPORTS);
    let height = countries.len();
    let mut values = vec![0.0; height * height];
    for (row, a) in countries.iter().enumerate() {
        for (column, b) in countries.iter().enumerate().skip(row) {
            let overlap: u64 = a.iter().zip(b).map(|(a, b)| a.min(b)).sum();
            values[row * height + column] = 100.0 * fraction(overlap);
            values[column * height + row] = 100.0 * fraction(overlap);
        }
    }
    Grid::new(values, reasons.clone(), reasons, NO_EXPORTS)
}

/// One, in shares as whole numbers. Whole numbers add up the same in any order, and ten times as fast as
/// `exact_sum`; two ones fit into 64 bits with room for rounding.
const ONE: f64 = (1_u64 << 62) as f64;

/// The fraction that a whole number stands for.
pub(super) fn fraction(fixed: u64) -> f64 {
    fixed as f64 / ONE
}

/// Every row as shares of its sum in parts of [`ONE`], and for each row why it has none, which are then zeros.
pub(super) fn fixed_rows(matrix: &Matrix, none: &Reason) -> (Vec<Vec<u64>>, Vec<Option<Reason>>) {
    let totals = matrix.margins().rows;
    let fixed = totals.iter().enumerate().map(|(row, total)| {
        let by = if *total > 0.0 { *total } else { 1.0 };
        let values = matrix.row(row).iter();
        values
            .map(|value| (value / by * ONE).round() as u64)
            .collect()
    });
    let reasons = totals
        .iter()
        .map(|total| (*total == 0.0).then(|| none.clone()));
    (fixed.collect(), reasons.collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::indicators::sample::{A_EXPORTS, B_EXPORTS, exports, matrix, within};
    use proptest::prelude::*;

    #[test]
    fn a_fish_and_a_textile_exporter_have_little_in_common() {
        within(similarity(&A_EXPORTS, &B_EXPORTS).unwrap(), 15.0, 1e-12);
        let grid = similarities(&exports());
        within(grid.at(0, 1).unwrap(), 15.0, 1e-13);
        assert_eq!(grid.at(1, 0), grid.at(0, 1));
    }

    #[test]
    fn finer_products_look_less_alike() {
        let coarse = similarity(&[10.0, 0.0], &[10.0, 0.0]).unwrap();
        let fine = similarity(&[6.0, 4.0, 0.0], &[1.0, 9.0, 0.0]).unwrap();
        assert_eq!(coarse, 100.0);
        within(fine, 50.0, 1e-12);
    }

    #[test]
    fn nothing_exported_is_like_nobody() {
        assert_eq!(similarity(&[0.0], &[1.0]), Err(NO_EXPORTS));
        assert_eq!(similarity(&[], &[]), Err(NO_EXPORTS));
        assert_eq!(similarity(&[1.0], &[1.0, 2.0]), Err(Reason::Unmatched));
        assert_eq!(similarity(&[-1.0], &[1.0]), Err(Reason::Negative));
        let grid = similarities(&matrix(&["A", "B"], &["p"], &[0.0, 1.0]));
        assert_eq!(grid.at(0, 1), Err(NO_EXPORTS));
        assert_eq!(grid.at(1, 1), Ok(100.0));
    }

    proptest! {
        #[test]
        fn it_is_symmetric_and_knows_no_scale(
            flows in proptest::collection::vec((0.1..1e9_f64, 0.1..1e9_f64), 1..20)
        ) {
            let (a, b): (Vec<f64>, Vec<f64>) = flows.into_iter().unzip();
            let found = similarity(&a, &b).unwrap();
            prop_assert_eq!(similarity(&b, &a), Ok(found));
            let larger: Vec<f64> = b.iter().map(|value| 4.0 * value).collect();
            prop_assert_eq!(similarity(&a, &larger), Ok(found));
            prop_assert!((0.0..=100.0 + 1e-9).contains(&found));
        }
    }
}
