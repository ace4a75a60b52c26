//! How many products or partners trade is spread over.

use crate::indicators::about::About;
use crate::indicators::matrix::Matrix;
use crate::indicators::reason::Reason;
use crate::indicators::shares::whole;

pub const ABOUT: About = About {
    name: "number-of-items",
    short: "count",
    about: "how many products are traded, or with how many partners",
    formula: "number-traded: #{k: x(k) > 0}; number-unctad: #{k: x(k) > 100 000 dollars or x(k) > 0.003 · Σ x}",
    unit: "products or partners",
    keys: "period × reporter",
    nulls: "0 where nothing is traded; null where a value is negative",
    source: "World Bank WITS, Trade indicators; UNCTADstat",
};

/// Above this UNCTAD counts a product, in US dollars.
const UNCTAD_VALUE: f64 = 100_000.0;
/// Or above this share of all the country's exports or imports.
const UNCTAD_SHARE: f64 = 0.003;

/// Which items count.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub enum Counted {
    /// Any with trade. Source: World Bank WITS, *Trade indicators*.
    #[default]
    Traded,
    /// Above 100 000 US dollars or above 0.3 per cent of the total; values in whole US dollars, products by
    /// UNCTAD at three digits of SITC, revision 3. Source: UNCTADstat.
    Unctad,
    /// Above a value of one's own.
    Above(f64),
}

impl Counted {
    /// The word that commands and captions use.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Traded => "number-traded",
            Self::Unctad => "number-unctad",
            Self::Above(_) => "number-above",
        }
    }

    pub const fn formula(self) -> &'static str {
        match self {
            Self::Traded => "#{k: x(k) > 0}",
            Self::Unctad => "#{k: x(k) > 100 000 dollars or x(k) > 0.003 · Σ x}",
            Self::Above(_) => "#{k: x(k) > the value given}",
        }
    }

    /// How many of the items count.
    ///
    /// # Errors
    /// [`Reason::Negative`] if a value is negative or no number.
    pub fn of(self, values: &[f64]) -> Result<usize, Reason> {
        let all = match whole(values, "trade") {
            Err(Reason::Zero(_)) => return Ok(0),
            other => other?,
        };
        let counts = |value: f64| match self {
            Self::Traded => value > 0.0,
            Self::Unctad => value > UNCTAD_VALUE || value > UNCTAD_SHARE * all,
            Self::Above(least) => value > least,
        };
        Ok(values.iter().filter(|value| counts(**value)).count())
    }

    /// The same for each row: products of a country, or with importers as columns its partners.
    pub fn of_rows(self, matrix: &Matrix) -> Vec<Result<usize, Reason>> {
        (0..matrix.rows().len())
            .map(|row| self.of(matrix.row(row)))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::indicators::sample::matrix;

    #[test]
    fn unctad_leaves_out_what_is_small_in_dollars_and_in_share() {
        let values = [50_000_000.0, 100_001.0, 100_000.0, 1.0, 0.0];
        assert_eq!(Counted::Traded.of(&values), Ok(4));
        assert_eq!(Counted::Unctad.of(&values), Ok(2));
        assert_eq!(Counted::Above(99_999.0).of(&values), Ok(3));
        assert_eq!(Counted::Unctad.of(&[1e9, 2.9e6, 3.1e6]), Ok(3));
        assert!(
            [Counted::Traded, Counted::Unctad]
                .iter()
                .all(|of| ABOUT.formula.contains(of.formula()))
        );
        // For a small exporter 0.3 per cent is less than 100 000 dollars.
        assert_eq!(Counted::Unctad.of(&[10_000.0, 40.0, 30.0, 29.0]), Ok(2));
    }

    #[test]
    fn nothing_traded_counts_nothing() {
        assert_eq!(Counted::Traded.of(&[]), Ok(0));
        assert_eq!(Counted::Unctad.of(&[0.0]), Ok(0));
        assert_eq!(Counted::Traded.of(&[-1.0]), Err(Reason::Negative));
        let rows =
            Counted::Traded.of_rows(&matrix(&["A", "B"], &["p", "q"], &[1.0, 2.0, 0.0, 3.0]));
        assert_eq!(rows, [Ok(2), Ok(1)]);
    }
}
