//! The Herfindahl–Hirschman index of concentration.

use crate::indicators::about::About;
use crate::indicators::reason::{Figure, Reason};
use crate::indicators::shares::shares;
use crate::model::sum::exact_sum;

pub const ABOUT: About = About {
    name: "herfindahl",
    short: "hhi",
    about: "how concentrated trade is on few products or partners: the sum of squared shares",
    formula: "hhi: Σ s²; hhi-10000: Σ (100 s)²; equivalent-number: 1 / Σ s²",
    unit: "index, 1/n to 1, or 10 000/n to 10 000: the scale is printed",
    keys: "period × reporter",
    nulls: "null where nothing is traded; 1 where all is one item",
    source: "World Bank WITS, Trade indicators",
};

/// Shares as fractions or in per cent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Scale {
    /// 1/n to 1.
    #[default]
    Unit,
    /// 10 000/n to 10 000, as competition authorities print it.
    TenThousand,
}

impl Scale {
    pub const ALL: [Self; 2] = [Self::Unit, Self::TenThousand];

    /// The word that commands and captions use.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Unit => "hhi",
            Self::TenThousand => "hhi-10000",
        }
    }

    pub const fn formula(self) -> &'static str {
        match self {
            Self::Unit => "Σ s², 0 to 1",
            Self::TenThousand => "Σ (100 s)², 0 to 10 000",
        }
    }
}

/// The sum of squared shares of the items in their total.
///
/// ```text
/// HHI = Σ s(k)²,  s(k) = x(k) / Σ x
/// ```
///
/// Keys: items of one total. Unit: index on the scale named. Made from unrounded shares. Zeros change
/// nothing. Null where nothing is traded or a value is negative.
///
/// Source: World Bank WITS, *Trade indicators*.
pub fn herfindahl(values: &[f64], scale: Scale) -> Figure {
    let index = squares(values)?;
    Ok(match scale {
        Scale::Unit => index,
        Scale::TenThousand => 10_000.0 * index,
    })
}

/// How many items of equal size would be as concentrated.
///
/// ```text
/// n* = 1 / HHI
/// ```
///
/// Unit: items, from 1. Null as [`herfindahl`].
pub fn equivalent_number(values: &[f64]) -> Figure {
    Ok(1.0 / squares(values)?)
}

/// Σ s².
pub(super) fn squares(values: &[f64]) -> Result<f64, Reason> {
    let shares = shares(values, "trade")?;
    Ok(exact_sum(shares.iter().map(|share| share * share)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::indicators::sample::{A_EXPORTS, within};
    use proptest::prelude::*;

    #[test]
    fn the_scale_is_a_factor_of_ten_thousand() {
        within(herfindahl(&A_EXPORTS, Scale::Unit).unwrap(), 0.45625, 1e-15);
        within(
            herfindahl(&A_EXPORTS, Scale::TenThousand).unwrap(),
            4562.5,
            1e-15,
        );
        within(equivalent_number(&A_EXPORTS).unwrap(), 1.0 / 0.45625, 1e-15);
    }

    #[test]
    fn one_item_is_full_concentration_and_no_trade_is_null() {
        assert_eq!(herfindahl(&[7.0, 0.0], Scale::Unit), Ok(1.0));
        assert_eq!(herfindahl(&[], Scale::Unit), Err(Reason::Zero("trade")));
        assert_eq!(herfindahl(&[0.0], Scale::Unit), Err(Reason::Zero("trade")));
        assert_eq!(herfindahl(&[1.0, -1.0], Scale::Unit), Err(Reason::Negative));
        assert_eq!(
            herfindahl(&[f64::MAX, f64::MAX], Scale::Unit),
            Err(Reason::TooLarge)
        );
    }

    proptest! {
        #[test]
        fn it_lies_between_equal_shares_and_one_whatever_the_order(
            values in proptest::collection::vec(0.1..1e9_f64, 1..30)
        ) {
            let index = herfindahl(&values, Scale::Unit).unwrap();
            let equal = 1.0 / values.len() as f64;
            prop_assert!((equal - 1e-12..=1.0 + 1e-12).contains(&index));
            let mut reversed = values;
            reversed.reverse();
            prop_assert_eq!(herfindahl(&reversed, Scale::Unit), Ok(index));
        }
    }
}
