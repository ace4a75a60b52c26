//! Why a figure is null, in the words that stand in the `reason` column.

use std::fmt;

/// Why there is no figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// Nothing was reported for this period.
    NoFigure,
    /// Nothing was reported for the period named, which this figure needs.
    NoFigureFor(String),
    /// Another source has the period named, but growth never crosses from one source to another.
    OtherSource(String),
    /// The series begins here.
    FirstPeriod,
    ZeroBase,
    /// Ratios and logarithms of values below or at zero have no meaning.
    NotPositive,
    /// The statistic needs more figures than there are.
    TooFew(usize),
    /// No figure for the other direction.
    OtherDirection,
    /// No world total from this source and side.
    NoWorldTotal,
    /// What is named sums to zero, and the figure would be divided by it.
    Zero(&'static str),
    /// Prices, quantities and parts of a whole are zero or more.
    Negative,
    /// The figure is beyond what a number can hold.
    TooLarge,
    /// Two lists that must speak of the same items do not.
    Unmatched,
    /// The exporter is not among the importers of these data.
    NoOwnImports,
    /// The market named is the exporter itself.
    OwnMarket,
    /// A part is larger than the whole it is of.
    PartAboveWhole,
    /// Fewer items were named than have trade.
    FewerThanTraded,
    /// The whole changed so little that shares in its change say nothing.
    HardlyChanged,
    /// A value without a quantity has no unit value.
    NoQuantity,
    /// Quantities in the units named cannot be added up.
    MixedUnits(String),
    /// No product has both a value and a quantity.
    NothingPriced,
    /// No product has a price in both periods named.
    NothingInCommon(String, String),
    /// The named series has nothing for the period named.
    NoRate(String, String),
    /// Two indices have different reference periods.
    OtherReference,
    /// The formula there and back again does not lead to where it began.
    NotReversible,
    /// Parts of a year are compared with whole years, and these data have no parts.
    YearlyData,
}

/// A figure, or why there is none.
pub type Figure = Result<f64, Reason>;

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoFigure => f.write_str("no figure"),
            Self::NoFigureFor(period) => write!(f, "no figure for {period}"),
            Self::OtherSource(period) => {
                write!(
                    f,
                    "no figure for {period} in this source; growth never crosses sources"
                )
            }
            Self::FirstPeriod => f.write_str("first period of the series"),
            Self::ZeroBase => f.write_str("base is zero"),
            Self::NotPositive => f.write_str("value is not positive"),
            Self::TooFew(needed) => write!(f, "fewer than {needed} figures"),
            Self::OtherDirection => f.write_str("no figure for the other direction"),
            Self::NoWorldTotal => f.write_str("no world total in this source"),
            Self::Zero(what) => write!(f, "{what} of zero"),
            Self::Negative => f.write_str("a value is negative or no number"),
            Self::TooLarge => f.write_str("beyond what a number can hold"),
            Self::Unmatched => f.write_str("the two lists are not of the same items"),
            Self::NoOwnImports => f.write_str("no imports of the exporter in these data"),
            Self::OwnMarket => f.write_str("the market is the exporter itself"),
            Self::PartAboveWhole => f.write_str("a part is larger than its whole"),
            Self::FewerThanTraded => f.write_str("fewer items named than have trade"),
            Self::HardlyChanged => f.write_str("the total hardly changed"),
            Self::NoQuantity => f.write_str("no quantity"),
            Self::MixedUnits(units) => write!(f, "quantities in different units: {units}"),
            Self::NothingPriced => f.write_str("no product has both a value and a quantity"),
            Self::NothingInCommon(first, second) if first == second => {
                write!(f, "no product has a price in {first}")
            }
            Self::NothingInCommon(first, second) => {
                write!(f, "no product has a price in both {first} and {second}")
            }
            Self::NoRate(series, period) => write!(f, "{series} has nothing for {period}"),
            Self::OtherReference => f.write_str("the indices have different reference periods"),
            Self::NotReversible => f.write_str("the formula is not reversible in time"),
            Self::YearlyData => f.write_str("yearly data have no months to compare with a year"),
        }
    }
}

/// `a / b`, or why there is none: never infinite, never not a number.
pub(super) fn ratio(a: f64, b: f64) -> Result<f64, Reason> {
    let quotient = a / b;
    if b == 0.0 {
        Err(Reason::ZeroBase)
    } else if quotient.is_finite() {
        Ok(quotient)
    } else {
        Err(Reason::NotPositive)
    }
}

/// `a / b` in per cent, or why there is none.
pub(super) fn percent(a: f64, b: f64) -> Result<f64, Reason> {
    // Divided first, so that a fall to nothing is exactly -100.
    ratio(a, b).map(|share| 100.0 * share)
}

/// `a / b` of values known to be numbers, or why there is none: beyond what a number can hold it is
/// [`Reason::TooLarge`], where [`ratio`] blames the values.
pub(super) fn quotient(a: f64, b: f64) -> Figure {
    match b {
        0.0 => Err(Reason::ZeroBase),
        _ => finite(a / b),
    }
}

/// [`quotient`] in per cent.
pub(super) fn per_hundred(a: f64, b: f64) -> Figure {
    // Divided first, so that a fall to nothing is exactly -100.
    quotient(a, b).and_then(|share| finite(100.0 * share))
}

/// The number itself, if it is one.
pub(super) fn finite(number: f64) -> Figure {
    match number.is_finite() {
        true => Ok(number),
        false => Err(Reason::TooLarge),
    }
}

/// Whether all of them may be summed and shared out: finite, and zero or more.
pub(super) fn fit(values: &[f64]) -> Result<(), Reason> {
    let unfit = |value: &f64| !value.is_finite() || *value < 0.0;
    match values.iter().any(unfit) {
        true => Err(Reason::Negative),
        false => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fall_to_nothing_is_exactly_a_hundred_per_cent() {
        assert_eq!(percent(0.0 - 0.1, 0.1), Ok(-100.0));
        assert_eq!(per_hundred(0.0 - 0.1, 0.1), Ok(-100.0));
    }

    #[test]
    fn nothing_comes_out_infinite_and_each_null_has_its_reason() {
        assert_eq!(ratio(1.0, 0.0), Err(Reason::ZeroBase));
        assert_eq!(quotient(0.0, -0.0), Err(Reason::ZeroBase));
        assert_eq!(ratio(1e300, 1e-300), Err(Reason::NotPositive));
        assert_eq!(quotient(1e300, 1e-300), Err(Reason::TooLarge));
        assert_eq!(per_hundred(1e307, 1.0), Err(Reason::TooLarge));
        assert_eq!(finite(f64::NAN), Err(Reason::TooLarge));
        assert_eq!(fit(&[0.0, -0.0, 1.0]), Ok(()));
        assert_eq!(fit(&[1.0, f64::INFINITY]), Err(Reason::Negative));
        assert_eq!(fit(&[1.0, -1.0]), Err(Reason::Negative));
    }
}
