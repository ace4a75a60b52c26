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
}

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
