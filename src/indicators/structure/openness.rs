//! Trade set against the size of the economy.

use crate::indicators::about::About;
use crate::indicators::reason::{Figure, Reason, fit, ratio};

pub const ABOUT: About = About {
    name: "openness",
    short: "",
    about: "exports and imports over gross domestic product; the two official variants are a factor of two apart",
    formula: "openness-wits: (X + M) / GDP; openness-unctad: ((X + M) / 2) / GDP",
    unit: "ratio to GDP",
    keys: "period × reporter",
    nulls: "null where GDP is not positive, or a value is negative",
    source: "World Bank WITS, Trade indicators; UNCTAD, Handbook of Statistics",
};

/// Which of the two official definitions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Openness {
    /// `(X + M) / GDP`. Source: World Bank WITS, *Trade indicators*.
    Wits,
    /// `((X + M) / 2) / GDP`, half of the other. Source: UNCTAD, *Handbook of Statistics*.
    Unctad,
}

impl Openness {
    pub const ALL: [Self; 2] = [Self::Wits, Self::Unctad];

    /// The word that commands and captions use.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Wits => "openness-wits",
            Self::Unctad => "openness-unctad",
        }
    }

    pub const fn formula(self) -> &'static str {
        match self {
            Self::Wits => "(X + M) / GDP",
            Self::Unctad => "((X + M) / 2) / GDP",
        }
    }

    /// Trade over gross domestic product, all three in one currency.
    ///
    /// Unit: ratio; above 1 is usual for small trading countries. Null where GDP is zero or less, and where
    /// exports or imports are negative.
    pub fn of(self, exports: f64, imports: f64, gdp: f64) -> Figure {
        fit(&[exports, imports])?;
        if gdp <= 0.0 || gdp.is_nan() {
            return Err(Reason::NotPositive);
        }
        match self {
            Self::Wits => ratio(exports + imports, gdp),
            Self::Unctad => ratio((exports + imports) / 2.0, gdp),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_official_definitions_are_a_factor_of_two_apart() {
        assert_eq!(Openness::Wits.of(200.0, 150.0, 1000.0), Ok(0.35));
        assert_eq!(Openness::Unctad.of(200.0, 150.0, 1000.0), Ok(0.175));
    }

    #[test]
    fn without_an_economy_there_is_no_openness() {
        for variant in Openness::ALL {
            assert_eq!(variant.of(1.0, 1.0, 0.0), Err(Reason::NotPositive));
            assert_eq!(variant.of(1.0, 1.0, f64::NAN), Err(Reason::NotPositive));
            assert_eq!(variant.of(-1.0, 1.0, 5.0), Err(Reason::Negative));
            assert_eq!(variant.of(0.0, 0.0, 5.0), Ok(0.0));
            assert!(ABOUT.formula.contains(variant.formula()));
        }
    }

    proptest! {
        #[test]
        fn the_currency_does_not_matter(x in 0.0..1e12_f64, m in 0.0..1e12_f64, gdp in 1.0..1e13_f64) {
            // Powers of two, so that nothing is rounded.
            let here = Openness::Wits.of(x, m, gdp).unwrap();
            prop_assert_eq!(Openness::Wits.of(8.0 * x, 8.0 * m, 8.0 * gdp), Ok(here));
            prop_assert_eq!(Openness::Unctad.of(x, m, gdp), Ok(here / 2.0));
        }
    }
}
