//! Two small countries for tests: four products, figures that can be checked by hand.

use super::matrix::Matrix;
use super::two_way::TwoWay;

pub const PRODUCTS: [&str; 4] = ["fish", "oil", "machinery", "textiles"];
pub const A_EXPORTS: [f64; 4] = [60.0, 120.0, 15.0, 5.0];
pub const B_EXPORTS: [f64; 4] = [10.0, 10.0, 110.0, 270.0];
pub const WORLD: [f64; 4] = [200.0, 1000.0, 2000.0, 800.0];
pub const A_IMPORTS: [f64; 4] = [20.0, 30.0, 80.0, 20.0];
pub const B_IMPORTS: [f64; 4] = [80.0, 200.0, 100.0, 20.0];

pub fn names(of: &[&str]) -> Vec<String> {
    of.iter().map(|name| (*name).to_owned()).collect()
}

pub fn matrix(rows: &[&str], columns: &[&str], values: &[f64]) -> Matrix {
    Matrix::new(names(rows), names(columns), values.to_vec()).unwrap()
}

/// A, B and all others, who make up the world.
pub fn exports() -> Matrix {
    let others = (0..4).map(|k| WORLD[k] - A_EXPORTS[k] - B_EXPORTS[k]);
    let values: Vec<f64> = [A_EXPORTS, B_EXPORTS]
        .concat()
        .into_iter()
        .chain(others)
        .collect();
    matrix(&["A", "B", "others"], &PRODUCTS, &values)
}

pub fn imports() -> Matrix {
    let others = (0..4).map(|k| WORLD[k] - A_IMPORTS[k] - B_IMPORTS[k]);
    let values: Vec<f64> = [A_IMPORTS, B_IMPORTS]
        .concat()
        .into_iter()
        .chain(others)
        .collect();
    matrix(&["A", "B", "others"], &PRODUCTS, &values)
}

pub fn a_both_ways() -> Vec<TwoWay> {
    let pairs = A_EXPORTS.into_iter().zip(A_IMPORTS);
    pairs
        .map(|(exports, imports)| TwoWay { exports, imports })
        .collect()
}

#[track_caller]
pub fn near(found: f64, expected: f64) {
    within(found, expected, 5e-7);
}

/// Equal up to `tolerance`, absolute below one and relative above.
#[track_caller]
pub fn within(found: f64, expected: f64, tolerance: f64) {
    let apart = (found - expected).abs() / expected.abs().max(1.0);
    assert!(apart <= tolerance, "{found} is not {expected}");
}
