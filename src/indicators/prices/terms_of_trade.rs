//! What exports buy.

use super::index::{Index, Point};
use crate::indicators::about::About;
use crate::indicators::reason::{Figure, Reason, finite, per_hundred, quotient};

pub const ABOUT: About = About {
    name: "terms-of-trade",
    short: "tot",
    about: "how many imports a unit of exports buys, against the reference period",
    formula: "net barter: 100 · Pₓ / Pₘ; income (purchasing power of exports): (Pₓ / Pₘ) · Qₓ; gross barter: 100 · Qₘ / Qₓ",
    unit: "index, reference period = 100",
    keys: "country × period",
    nulls: "null where an index it needs is; refused where exports and imports have different reference periods",
    source: "UNCTAD Handbook of Statistics, terms of trade and purchasing power of exports; Finnish Customs",
};

/// Which terms of trade.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Terms {
    /// `100 · Pₓ / Pₘ`: what is meant where nothing is said.
    #[default]
    NetBarter,
    /// `(Pₓ / Pₘ) · Qₓ`: what all exports buy, UNCTAD's purchasing power of exports.
    Income,
    /// `100 · Qₘ / Qₓ`: quantities exchanged.
    GrossBarter,
}

impl Terms {
    pub const ALL: [Self; 3] = [Self::NetBarter, Self::Income, Self::GrossBarter];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NetBarter => "net-barter",
            Self::Income => "income",
            Self::GrossBarter => "gross-barter",
        }
    }

    pub const fn formula(self) -> &'static str {
        match self {
            Self::NetBarter => "100 · Pₓ / Pₘ",
            Self::Income => "(Pₓ / Pₘ) · Qₓ",
            Self::GrossBarter => "100 · Qₘ / Qₓ",
        }
    }

    /// One period, from price and volume indices of exports and imports.
    pub fn at(self, exports: &Point, imports: &Point) -> Figure {
        let (p_x, p_m) = (exports.price.clone(), imports.price.clone());
        let (q_x, q_m) = (exports.volume.clone(), imports.volume.clone());
        match self {
            Self::NetBarter => per_hundred(p_x?, p_m?),
            Self::Income => finite(quotient(p_x?, p_m?)? * q_x?),
            Self::GrossBarter => per_hundred(q_m?, q_x?),
        }
    }
}

/// The terms of trade of every period that exports or imports have, by date.
///
/// # Errors
/// [`Reason::OtherReference`] if the two indices are 100 in different periods.
pub fn terms_of_trade(
    terms: Terms,
    exports: &Index,
    imports: &Index,
) -> Result<Vec<(i32, Figure)>, Reason> {
    if exports.reference != imports.reference {
        return Err(Reason::OtherReference);
    }
    let of = |index: &'_ Index, period: i32| {
        index
            .points
            .iter()
            .find(|point| point.period == period)
            .cloned()
    };
    let all = exports.points.iter().chain(&imports.points);
    let mut periods: Vec<i32> = all.map(|point| point.period).collect();
    periods.sort_unstable();
    periods.dedup();
    let figure = |period: i32| match (of(exports, period), of(imports, period)) {
        (Some(exports), Some(imports)) => terms.at(&exports, &imports),
        _ => Err(Reason::NoFigure),
    };
    Ok(periods
        .into_iter()
        .map(|period| (period, figure(period)))
        .collect())
}
