//! Trade within industries of all products together.

use crate::indicators::reason::{Figure, Reason, ratio};
use crate::indicators::two_way::{TwoWay, total};
use crate::model::sum::exact_sum;

pub(super) const NO_TRADE: Reason = Reason::Zero("trade");

/// Which index of all products together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Level {
    /// Trade-weighted mean of the products. Source: Grubel and Lloyd (1975).
    #[default]
    Aggregate,
    /// Freed of the part that an unbalanced total rules out; never below the aggregate. Source: Grubel and
    /// Lloyd (1975).
    Adjusted,
    /// After both directions are scaled to balance. Source: Aquino (1978).
    Aquino,
}

impl Level {
    pub const ALL: [Self; 3] = [Self::Aggregate, Self::Adjusted, Self::Aquino];

    /// The word that commands and captions use.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Aggregate => "grubel-lloyd",
            Self::Adjusted => "grubel-lloyd-adjusted",
            Self::Aquino => "aquino",
        }
    }

    pub const fn formula(self) -> &'static str {
        match self {
            Self::Aggregate => "1 − Σ|x − m| / Σ(x + m)",
            Self::Adjusted => "(Σ(x + m) − Σ|x − m|) / (Σ(x + m) − |X − M|)",
            Self::Aquino => "grubel-lloyd of x · (X + M) / 2X and m · (X + M) / 2M",
        }
    }

    /// The index of all products of a pair or a country.
    ///
    /// ```text
    /// grubel-lloyd           1 − Σ|x − m| / Σ(x + m)
    /// grubel-lloyd-adjusted  (Σ(x + m) − Σ|x − m|) / (Σ(x + m) − |X − M|)
    /// aquino                 1 − Σ|x′ − m′| / Σ(x′ + m′),  x′ = x · (X + M) / 2X,  m′ = m · (X + M) / 2M
    /// ```
    ///
    /// Unit: index, 0 to 1. Null where nothing is traded; adjusted and Aquino's also where the country only
    /// sells or only buys. Finer products give lower values.
    pub fn of(self, products: &[TwoWay]) -> Figure {
        match self {
            Self::Aquino => Self::Aggregate.of(&balanced(products)?),
            Self::Aggregate => {
                let all = total(products)?;
                Ok(1.0 - ratio(imbalances(products), all.trade()).map_err(|_| NO_TRADE)?)
            }
            Self::Adjusted => {
                let all = both_ways(products)?;
                // What X and M have in common, without the rounding of a difference.
                let matched = 2.0 * exact_sum(products.iter().map(|p| p.exports.min(p.imports)));
                ratio(matched, 2.0 * all.exports.min(all.imports))
            }
        }
    }
}

/// Exports and imports scaled so that both sum to half of all trade; the index of one of these products is
/// Aquino's.
///
/// # Errors
/// Nothing traded, nothing traded one way, or a negative value: the reason why there is no index.
///
/// Source: Aquino (1978).
pub fn balanced(products: &[TwoWay]) -> Result<Vec<TwoWay>, Reason> {
    let all = both_ways(products)?;
    let half = all.trade() / 2.0;
    let scaled = |product: &TwoWay| TwoWay {
        exports: product.exports / all.exports * half,
        imports: product.imports / all.imports * half,
    };
    Ok(products.iter().map(scaled).collect())
}

/// The sums of both directions, neither of them zero.
fn both_ways(products: &[TwoWay]) -> Result<TwoWay, Reason> {
    let all = total(products)?;
    match all {
        _ if all.trade() == 0.0 => Err(NO_TRADE),
        TwoWay { exports: 0.0, .. } => Err(Reason::Zero("exports")),
        TwoWay { imports: 0.0, .. } => Err(Reason::Zero("imports")),
        all => Ok(all),
    }
}

fn imbalances(products: &[TwoWay]) -> f64 {
    exact_sum(products.iter().map(|product| product.balance().abs()))
}
