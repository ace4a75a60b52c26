//! Whether parts make up the whole that is stated beside them.

use crate::charts::series::{Unit, refuse};
use crate::error::Result;
use crate::model::number;

/// What published figures are rounded to: a tenth of a percentage point, or a thousandth of the largest.
const GRAIN: f64 = 0.001;

/// Refuses parts whose sum is not the total stated, naming both figures.
///
/// Every figure may be rounded by half a grain either way; the sum of `n` such errors stays within three
/// of its standard deviations, √(3n) half grains. `place` says where: "" or " in 2014".
///
/// # Errors
/// [`crate::error::Error::Chart`] if sum and total are further apart than that.
pub fn check(parts: &[f64], total: f64, unit: &Unit, place: &str) -> Result<()> {
    let sum: f64 = parts.iter().sum();
    let largest = parts
        .iter()
        .chain([&total])
        .fold(0.0f64, |most, value| most.max(value.abs()));
    let grain = match unit {
        Unit::Percent => GRAIN,
        Unit::Money { .. } | Unit::Index => GRAIN * largest,
    };
    let figures = parts.len() as f64 + 1.0;
    if (sum - total).abs() <= grain / 2.0 * (3.0 * figures).sqrt() {
        return Ok(());
    }
    let (sum, total) = told(sum, total, unit);
    refuse(format!(
        "the parts add up to {sum}{place}, but the total is {total}; give the rest as a part of its own"
    ))
}

/// Two figures that differ, with as many digits as it takes to see it.
fn told(sum: f64, total: f64, unit: &Unit) -> (String, String) {
    let (short, other) = (unit.label(sum), unit.label(total));
    if short == other {
        (number::tick(sum), number::tick(total))
    } else {
        (short, other)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dollars() -> Unit {
        Unit::Money {
            currency: "USD".to_owned(),
        }
    }

    #[test]
    fn rounded_parts_may_miss_their_total_by_their_rounding() {
        // A third each, rounded to a tenth of a point: 99.9% of a whole.
        assert!(check(&[0.333; 3], 1.0, &Unit::Percent, "").is_ok());
        assert!(check(&[0.333; 3], 1.01, &Unit::Percent, "").is_err());
        assert!(check(&[1e9, 2e9], 3.001e9, &dollars(), "").is_ok());
    }

    #[test]
    fn a_refusal_names_both_figures_in_digits_that_differ() {
        let said = |parts: &[f64], total: f64| {
            let refused = check(parts, total, &dollars(), " in 2014");
            refused.expect_err("they disagree").to_string()
        };
        let far = said(&[1e9, 2e9], 4e9);
        assert!(
            far.contains("add up to $3.00bn in 2014, but the total is $4.00bn"),
            "{far}"
        );
        let near = said(&[1e9, 2.22e8], 1.2249e9);
        assert!(
            near.contains("1,222,000,000") && near.contains("1,224,900,000"),
            "{near}"
        );
    }
}
