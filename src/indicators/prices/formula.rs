//! Index formulas for two periods.

use super::price_pair::PricePair;
use crate::indicators::reason::{Figure, Reason, finite, quotient};
use crate::model::sum::exact_sum;

/// How prices of many products become one.
///
/// Sources: *Export and Import Price Index Manual* (IMF and others 2009); the names are those of
/// their authors, Laspeyres (1871), Paasche (1874), Walsh (1901), Fisher (1922), Törnqvist (1936).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Formula {
    /// `Σp₁q₀ / Σp₀q₀`: the basket of the earlier period.
    Laspeyres,
    /// `Σp₁q₁ / Σp₀q₁`: the basket of the later period.
    Paasche,
    /// `√(Laspeyres · Paasche)`.
    #[default]
    Fisher,
    /// `exp Σ ½(w₀ + w₁) ln(p₁/p₀)`, `w` shares in value.
    Tornqvist,
    /// `Σp₁√(q₀q₁) / Σp₀√(q₀q₁)`.
    Walsh,
}

impl Formula {
    pub const ALL: [Self; 5] = [
        Self::Laspeyres,
        Self::Paasche,
        Self::Fisher,
        Self::Tornqvist,
        Self::Walsh,
    ];

    /// The word that commands use.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Laspeyres => "laspeyres",
            Self::Paasche => "paasche",
            Self::Fisher => "fisher",
            Self::Tornqvist => "tornqvist",
            Self::Walsh => "walsh",
        }
    }

    /// The name as captions print it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Laspeyres => "Laspeyres",
            Self::Paasche => "Paasche",
            Self::Fisher => "Fisher",
            Self::Tornqvist => "Törnqvist",
            Self::Walsh => "Walsh",
        }
    }

    pub const fn formula(self) -> &'static str {
        match self {
            Self::Laspeyres => "Σp₁q₀ / Σp₀q₀",
            Self::Paasche => "Σp₁q₁ / Σp₀q₁",
            Self::Fisher => "√(Σp₁q₀/Σp₀q₀ · Σp₁q₁/Σp₀q₁)",
            Self::Tornqvist => "exp Σ ½(w₀ + w₁) ln(p₁/p₀)",
            Self::Walsh => "Σp₁√(q₀q₁) / Σp₀√(q₀q₁)",
        }
    }

    /// Whether there and back again is where one was, which GEKS needs.
    pub const fn is_reversible(self) -> bool {
        matches!(self, Self::Fisher | Self::Tornqvist | Self::Walsh)
    }

    /// The price index of two periods; 1 is no change.
    ///
    /// # Errors
    /// [`Reason::TooFew`] without a product; [`Reason::NotPositive`] unless all prices and
    /// quantities are above zero.
    pub fn price(self, pairs: &[PricePair]) -> Figure {
        let good = |number: f64| number.is_finite() && number > 0.0;
        if pairs.is_empty() {
            return Err(Reason::TooFew(1));
        }
        let numbers = pairs
            .iter()
            .flat_map(|one| [one.p0, one.q0, one.p1, one.q1]);
        if !numbers.into_iter().all(good) {
            return Err(Reason::NotPositive);
        }
        let sum = |of: &dyn Fn(&PricePair) -> f64| exact_sum(pairs.iter().map(of));
        let laspeyres = || quotient(sum(&|one| one.p1 * one.q0), sum(&|one| one.p0 * one.q0));
        let paasche = || quotient(sum(&|one| one.p1 * one.q1), sum(&|one| one.p0 * one.q1));
        match self {
            Self::Laspeyres => laspeyres(),
            Self::Paasche => paasche(),
            Self::Fisher => Ok((laspeyres()? * paasche()?).sqrt()),
            Self::Walsh => {
                let usual = |one: &PricePair| one.q0.sqrt() * one.q1.sqrt();
                quotient(
                    sum(&|one| one.p1 * usual(one)),
                    sum(&|one| one.p0 * usual(one)),
                )
            }
            Self::Tornqvist => {
                let (v0, v1) = (sum(&|one| one.p0 * one.q0), sum(&|one| one.p1 * one.q1));
                let weight =
                    |one: &PricePair| f64::midpoint(one.p0 * one.q0 / v0, one.p1 * one.q1 / v1);
                finite(sum(&|one| weight(one) * (one.p1 / one.p0).ln()).exp())
            }
        }
    }

    /// The quantity index of the same formula: prices and quantities change places.
    ///
    /// # Errors
    /// As [`Formula::price`].
    pub fn quantity(self, pairs: &[PricePair]) -> Figure {
        let turned = |one: &PricePair| PricePair {
            p0: one.q0,
            q0: one.p0,
            p1: one.q1,
            q1: one.p1,
        };
        self.price(&pairs.iter().map(turned).collect::<Vec<_>>())
    }

    /// The formula whose quantity index times this price index is the change in value.
    ///
    /// Fisher is its own; Laspeyres and Paasche are each other's; the other two have none, and
    /// the volume is then value over price.
    pub const fn partner(self) -> Option<Self> {
        match self {
            Self::Laspeyres => Some(Self::Paasche),
            Self::Paasche => Some(Self::Laspeyres),
            Self::Fisher => Some(Self::Fisher),
            Self::Tornqvist | Self::Walsh => None,
        }
    }
}

/// A change in value, split into price and quantity.
#[derive(Debug, Clone, PartialEq)]
pub struct Split {
    /// `Σp₁q₁ / Σp₀q₀`.
    pub value: Figure,
    pub price: Figure,
    /// By the formula itself.
    pub quantity: Figure,
    /// Value over price: with it the product test holds for every formula.
    pub volume: Figure,
    /// `P·Q / V − 1`: zero if the formula passes the product test with its own quantity index.
    pub gap: Figure,
}

/// Splits the change in value of matched products.
///
/// ```text
/// V = P · volume        gap = P · Q / V − 1
/// ```
pub fn split(formula: Formula, pairs: &[PricePair]) -> Split {
    let sum = |of: fn(&PricePair) -> f64| exact_sum(pairs.iter().map(of));
    let price = formula.price(pairs);
    let quantity = formula.quantity(pairs);
    let value = quotient(sum(|one| one.p1 * one.q1), sum(|one| one.p0 * one.q0));
    let both = |a: &Figure, b: &Figure| Ok::<_, Reason>((a.clone()?, b.clone()?));
    let volume = both(&value, &price).and_then(|(value, price)| quotient(value, price));
    let gap = both(&price, &quantity).and_then(|(p, q)| Ok(quotient(p * q, value.clone()?)? - 1.0));
    Split {
        value,
        price,
        quantity,
        volume,
        gap,
    }
}
