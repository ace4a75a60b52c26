//! What a comparison says, and what all of them together say of a claim.

use serde::Serialize;

use super::evidence::Level;
use super::interval::Interval;
use super::reading::Reading;

/// What one comparison says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// The levels give, as printed, a figure that rounds to the stated one.
    Agrees,
    /// They give another, but rounding, hedges or ordinary differences between sources could
    /// close the gap; or they are too coarse to tell.
    CannotBeRefuted,
    /// No value of any number in question closes the gap.
    Disagrees,
    /// As `Disagrees`, and one rises where the other falls.
    SignContradicts,
}

/// What is to be said of a claim.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    Agrees,
    Disagrees,
    SignContradicts,
    CannotBeRefuted,
    /// With the reason.
    NotCheckable(String),
}

impl Verdict {
    /// The word for tables: `agrees`, `sign contradicts`.
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::Agrees => "agrees",
            Self::Disagrees => "disagrees",
            Self::SignContradicts => "sign contradicts",
            Self::CannotBeRefuted => "cannot be refuted",
            Self::NotCheckable(_) => "not checkable",
        }
    }

    /// Whether the claim was found wrong.
    pub const fn is_refuted(&self) -> bool {
        matches!(self, Self::Disagrees | Self::SignContradicts)
    }
}

impl From<Outcome> for Verdict {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Agrees => Self::Agrees,
            Outcome::CannotBeRefuted => Self::CannotBeRefuted,
            Outcome::Disagrees => Self::Disagrees,
            Outcome::SignContradicts => Self::SignContradicts,
        }
    }
}

impl Outcome {
    pub const fn refutes(self) -> bool {
        matches!(self, Self::Disagrees | Self::SignContradicts)
    }
}

/// Levels that leave the new level uncertain by more than this, relative to the old, cannot confirm
/// a rate: two printed digits pass (1.0 to 1.0 leaves 22%), one digit as a rule does not.
const COARSE: f64 = 1.25;

/// How far, in fractions, the growth of another source may lie from a true claim at the least. Later
/// vintages move an annual rate by about a point; this is a convention, not a finding.
pub const VINTAGE: f64 = 0.01;

/// The same where the data hold the reports of one side alone. Annual growth by exporters' and by
/// importers' reports of one flow differs by 2 points at the median and by more than 10 in one case
/// of ten (270 rates among six large economies, IMF Direction of Trade Statistics, 2012 to 2020).
pub const REPORTS: f64 = 0.10;

/// How far, relative to the claim, the level of another source may lie from a true one. Insurance and
/// freight, timing and re-exports open gaps of this order between reports; a convention as well.
pub const LEVEL_GAP: f64 = 0.25;

/// How far, relative to the level, one converted at an annual average rate may lie from a true one:
/// statistical offices convert month by month. A convention.
pub const CONVERSION: f64 = 0.01;

/// A rate from levels against a stated rate.
///
/// `slack` widens the utmost reading of the stated rate, for levels of another source.
pub(super) fn weigh_rate(implied: Reading, stated: Reading, slack: f64) -> Outcome {
    let coarse = (1.0 + implied.widest.high()) > COARSE * (1.0 + implied.widest.low());
    weigh(implied, stated, slack, coarse)
}

/// An amount from levels against a stated amount.
pub(super) fn weigh_amount(implied: Reading, stated: Reading) -> Outcome {
    let coarse = implied.widest.width() > stated.value.abs();
    weigh(implied, stated, 0.0, coarse)
}

fn weigh(implied: Reading, stated: Reading, slack: f64, coarse: bool) -> Outcome {
    let directed = stated.value.is_infinite();
    let confirmed = match directed {
        true => stated.usual.encloses(implied.widest) && !implied.widest.contains(0.0),
        false => stated.usual.contains(implied.value) && !coarse,
    };
    if confirmed {
        return Outcome::Agrees;
    }
    if implied.widest.gap(stated.widest) <= slack {
        return Outcome::CannotBeRefuted;
    }
    let (levels, words) = (implied.widest, stated.widest);
    let rise_denied = words.low() >= 0.0 && levels.high() < 0.0;
    let fall_denied = words.high() <= 0.0 && levels.low() > 0.0;
    if rise_denied || fall_denied {
        Outcome::SignContradicts
    } else {
        Outcome::Disagrees
    }
}

/// A level of another hand against a printed one, both in the same currency.
pub(super) fn weigh_level(held: &Level, stated: Reading) -> Outcome {
    let slack = match held.converted_from {
        Some(_) => held.reading.value.abs() * CONVERSION,
        None => 0.0,
    };
    let near = held.reading.value.abs() * LEVEL_GAP;
    // "Near 1 billion" may be anything from a half to one and a half, and bears nothing out.
    let coarse = stated.usual.high() > COARSE * stated.usual.low();
    let bounded = stated.usual.high().is_finite();
    if stated.usual.gap(Interval::point(held.reading.value)) <= slack && !(coarse && bounded) {
        Outcome::Agrees
    } else if stated.widest.gap(held.reading.widest) <= near {
        Outcome::CannotBeRefuted
    } else {
        Outcome::Disagrees
    }
}
