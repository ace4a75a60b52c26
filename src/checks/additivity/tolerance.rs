//! How far a sum of rounded parts may be from a rounded total.

use serde::Serialize;

/// The rule by which a difference is called rounding.
///
/// ```text
/// allowed = unit / 2 · (parts + 1) + relative · |total|
/// ```
///
/// Each printed figure is off by at most half the unit it is rounded to, and the errors of the
/// parts and of the total can all point the same way. Sums themselves are exact, so figures
/// published to the last dollar are held to half a dollar a figure.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Tolerance {
    /// What the figures are rounded to, in their own unit: 1 for whole dollars, 1e6 for millions.
    pub unit: f64,
    /// A share of the total that is let pass besides; 0 unless a reason is known.
    pub relative: f64,
}

impl Default for Tolerance {
    fn default() -> Self {
        Self {
            unit: 1.0,
            relative: 0.0,
        }
    }
}

impl Tolerance {
    /// The largest difference that rounding can make; the last bits of an `f64` are let pass too.
    pub fn allowed(&self, total: f64, parts: usize) -> f64 {
        let bits = total.abs() * 4.0 * f64::EPSILON;
        self.unit / 2.0 * (parts + 1) as f64 + self.relative * total.abs() + bits
    }
}

/// The largest power of ten, from 0.001 to a billion, that every figure is a multiple of.
///
/// It is what the figures look rounded to, not what their publisher says. `None` if there is no
/// figure other than zero, or if one has more than three decimals.
pub fn unit_of(values: &[f64]) -> Option<f64> {
    let figures = || values.iter().copied().filter(|value| *value != 0.0);
    figures().next()?;
    (-3..=9).rev().find_map(|power| {
        // 10^-3 is not exact in binary, its reciprocal is.
        let whole = |value: f64| {
            let scaled = if power < 0 {
                value * 10f64.powi(-power)
            } else {
                value / 10f64.powi(power)
            };
            (scaled - scaled.round()).abs() <= scaled.abs() * 4.0 * f64::EPSILON
        };
        let exact = |value: f64| {
            if power <= 0 {
                whole(value)
            } else {
                value % 10f64.powi(power) == 0.0
            }
        };
        figures().all(exact).then(|| 10f64.powi(power))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_unit_is_the_largest_that_divides_all() {
        assert_eq!(unit_of(&[2_406_510_000.0, 3_112_300_000.0]), Some(10_000.0));
        assert_eq!(unit_of(&[1.5, 20.0]), Some(0.1));
        assert_eq!(unit_of(&[18_415_817_179.838]), Some(0.001));
        assert_eq!(unit_of(&[3.0, 20.0, 0.0]), Some(1.0));
        assert_eq!(unit_of(&[0.0]), None);
        assert_eq!(unit_of(&[1.0 / 3.0]), None);
    }

    #[test]
    fn half_a_unit_a_figure_is_allowed() {
        let millions = Tolerance {
            unit: 1e6,
            relative: 0.0,
        };
        let allowed = millions.allowed(1e9, 3);
        assert!((2e6..2e6 + 1.0).contains(&allowed), "{allowed}");
        let loose = Tolerance {
            unit: 0.0,
            relative: 0.01,
        };
        assert!((loose.allowed(-500.0, 3) - 5.0).abs() < 1e-9);
    }
}
