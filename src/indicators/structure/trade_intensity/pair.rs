//! Trade intensity of one pair.

use crate::indicators::reason::{Figure, Reason, fit, ratio};

pub(super) const NO_EXPORTS: Reason = Reason::Zero("exports of the country");
pub(super) const NO_IMPORTS: Reason = Reason::Zero("world exports to the partner");
pub(super) const NO_MARKET: Reason = Reason::Zero("the market outside the country");

/// Which market the partner's share is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Market {
    /// All world exports. Source: World Bank, *Trade indicators*.
    #[default]
    World,
    /// World exports less what the exporter imports itself, as it cannot sell to itself: Kojima's.
    WithoutExporter,
}

impl Market {
    pub const ALL: [Self; 2] = [Self::World, Self::WithoutExporter];

    /// The word that commands and captions use.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::World => "trade-intensity",
            Self::WithoutExporter => "trade-intensity-kojima",
        }
    }

    pub const fn formula(self) -> &'static str {
        match self {
            Self::World => "(x(i,j) / x(i)) / (x(world,j) / x(world))",
            Self::WithoutExporter => "(x(i,j) / x(i)) / (x(world,j) / (x(world) − m(i)))",
        }
    }
}

/// One pair within all trade of a period.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PairTrade {
    /// From the country to the partner.
    pub flow: f64,
    /// What the country exports in all.
    pub exports: f64,
    /// What the world exports to the partner.
    pub to_partner: f64,
    /// What the world exports in all.
    pub world: f64,
    /// What the country itself imports, needed for [`Market::WithoutExporter`] alone.
    pub own_imports: Option<f64>,
}

/// How much more of a country's exports a partner takes than of the world's.
///
/// ```text
/// trade-intensity         (x(i,j) / x(i)) / (x(world,j) / x(world))
/// trade-intensity-kojima  (x(i,j) / x(i)) / (x(world,j) / (x(world) − m(i)))
/// ```
///
/// Keys: exporter × importer. Unit: ratio from 0; above 1 is intense. Null where the country exports
/// nothing, where the world exports nothing to the partner, and where nothing is left of the market.
///
/// Source: World Bank, *Trade indicators*; Kojima for the market without the exporter.
pub fn trade_intensity(of: PairTrade, market: Market) -> Figure {
    let own = of.own_imports.unwrap_or(0.0);
    fit(&[of.flow, of.exports, of.to_partner, of.world, own])?;
    let market = match market {
        Market::World => of.world,
        Market::WithoutExporter => of.world - of.own_imports.ok_or(Reason::NoOwnImports)?,
    };
    let of_exports = ratio(of.flow, of.exports).map_err(|_| NO_EXPORTS)?;
    if market <= 0.0 {
        return Err(NO_MARKET);
    }
    ratio(of_exports, of.to_partner / market).map_err(|_| NO_IMPORTS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::indicators::sample::near;

    const A_TO_B: PairTrade = PairTrade {
        flow: 50.0,
        exports: 200.0,
        to_partner: 400.0,
        world: 4000.0,
        own_imports: Some(150.0),
    };

    #[test]
    fn the_market_without_the_exporter_is_smaller_and_so_is_the_intensity() {
        assert_eq!(trade_intensity(A_TO_B, Market::World), Ok(2.5));
        near(
            trade_intensity(A_TO_B, Market::WithoutExporter).unwrap(),
            2.40625,
        );
    }

    #[test]
    fn each_null_says_what_is_missing() {
        let of = |pair| trade_intensity(pair, Market::WithoutExporter);
        assert_eq!(
            of(PairTrade {
                own_imports: None,
                ..A_TO_B
            }),
            Err(Reason::NoOwnImports)
        );
        assert_eq!(
            of(PairTrade {
                exports: 0.0,
                ..A_TO_B
            }),
            Err(NO_EXPORTS)
        );
        assert_eq!(
            of(PairTrade {
                to_partner: 0.0,
                ..A_TO_B
            }),
            Err(NO_IMPORTS)
        );
        assert_eq!(
            of(PairTrade {
                own_imports: Some(4000.0),
                ..A_TO_B
            }),
            Err(NO_MARKET)
        );
        assert_eq!(
            of(PairTrade {
                flow: -1.0,
                ..A_TO_B
            }),
            Err(Reason::Negative)
        );
        assert_eq!(
            of(PairTrade {
                flow: 0.0,
                ..A_TO_B
            }),
            Ok(0.0)
        );
    }
}
