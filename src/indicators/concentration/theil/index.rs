//! Theil's index of all items.

use crate::indicators::concentration::items::Items;
use crate::indicators::reason::{Figure, Reason};
use crate::indicators::shares::{shares, whole};
use crate::model::sum::exact_sum;

/// How unequal the items of a total are.
///
/// ```text
/// T = (1/n) Σ (x(k)/μ) ln(x(k)/μ) = ln n + Σ s(k) ln s(k)
/// ```
///
/// Keys: items of one total. Unit: nats, 0 equal shares to ln n one item alone. An item of zero adds nothing
/// but to n, so `items` matters. Null where nothing is traded or a value is negative.
///
/// Source: Theil (1972); IMF, *Export Diversification database*.
pub fn theil(values: &[f64], items: Items) -> Figure {
    let shares = shares(values, "trade")?;
    let n = items.count(values)?;
    // Equal shares may round to a hair below zero.
    Ok((((n as f64).ln()) - entropy(&shares)).max(0.0))
}

/// Shannon's entropy of shares, in nats; a share of zero has none.
///
/// ```text
/// H = −Σ s ln s
/// ```
pub(super) fn entropy(shares: &[f64]) -> f64 {
    let traded = shares.iter().filter(|share| **share > 0.0);
    -exact_sum(traded.map(|share| share * share.ln()))
}

/// The sum that shares were made of and the shares themselves.
pub(super) fn parts(values: &[f64]) -> Result<(f64, Vec<f64>), Reason> {
    let whole = whole(values, "trade")?;
    Ok((whole, values.iter().map(|value| value / whole).collect()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::indicators::sample::{A_EXPORTS, near, within};
    use proptest::prelude::*;

    #[test]
    fn both_forms_are_equal() {
        near(theil(&A_EXPORTS, Items::Listed).unwrap(), 0.432115);
        let mean = |x: f64| x / 50.0 * (x / 50.0).ln() / 4.0;
        within(
            theil(&A_EXPORTS, Items::Listed).unwrap(),
            A_EXPORTS.into_iter().map(mean).sum(),
            1e-14,
        );
    }

    #[test]
    fn one_item_of_four_is_the_most_there_is() {
        assert_eq!(theil(&[9.0, 0.0, 0.0, 0.0], Items::Listed), Ok(4f64.ln()));
        assert_eq!(theil(&[9.0, 0.0], Items::Traded), Ok(0.0));
        assert_eq!(theil(&[9.0], Items::Of(4)), Ok(4f64.ln()));
        assert_eq!(theil(&[0.0], Items::Listed), Err(Reason::Zero("trade")));
        assert_eq!(
            theil(&[1.0, 1.0], Items::Of(1)),
            Err(Reason::FewerThanTraded)
        );
    }

    proptest! {
        #[test]
        fn repeating_every_item_changes_nothing(values in proptest::collection::vec(0.1..1e9_f64, 1..20)) {
            let once = theil(&values, Items::Listed).unwrap();
            let twice = theil(&[values.clone(), values].concat(), Items::Listed).unwrap();
            prop_assert!((once - twice).abs() < 1e-12);
        }
    }
}
