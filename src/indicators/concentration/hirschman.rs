//! Hirschman's index: the root of the sum of squared shares.

use super::herfindahl::squares;
use crate::indicators::about::About;
use crate::indicators::reason::Figure;

pub const ABOUT: About = About {
    name: "hirschman",
    short: "",
    about: "concentration as the square root of the sum of squared shares, not normalised",
    formula: "√Σ s²",
    unit: "index, √(1/n) to 1",
    keys: "period × reporter",
    nulls: "null where nothing is traded; 1 where all is one item",
    source: "Hirschman (1945)",
};

/// The square root of the sum of squared shares.
///
/// ```text
/// H = √Σ s(k)²
/// ```
///
/// Keys: items of one total. Unit: index, √(1/n) to 1. Null where nothing is traded or a value is negative.
///
/// Source: Hirschman (1945).
pub fn hirschman(values: &[f64]) -> Figure {
    squares(values).map(f64::sqrt)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::indicators::reason::Reason;
    use crate::indicators::sample::{A_EXPORTS, near};

    #[test]
    fn the_root_of_the_squares() {
        near(hirschman(&A_EXPORTS).unwrap(), 0.675463);
        assert_eq!(hirschman(&[1.0, 1.0, 1.0, 1.0]), Ok(0.5));
        assert_eq!(hirschman(&[0.0]), Err(Reason::Zero("trade")));
    }
}
