//! Measures on plain figures: by hand, against peers and published tables, and what must hold for any figures.

mod complexity;
mod dynamics;
mod prices;
mod structure;

/// Asserts that two numbers differ by no more than `tolerance`, relative to the larger or to one.
#[track_caller]
pub fn near(found: f64, expected: f64, tolerance: f64) {
    let scale = found.abs().max(expected.abs()).max(1.0);
    assert!(
        (found - expected).abs() <= tolerance * scale,
        "found {found}, expected {expected}"
    );
}
