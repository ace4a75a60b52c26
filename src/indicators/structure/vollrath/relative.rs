//! The ratio of ratios that Vollrath's indices are made of.

use crate::indicators::reason::{Figure, Reason, fit};
use crate::indicators::structure::revealed_advantage::{ProductTrade, revealed_advantage};

/// What the country and the product are compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Comparator {
    /// All other products and all other countries, so that nothing is counted on both sides: Vollrath's own.
    #[default]
    Others,
    /// All products and the whole world, as in Balassa's index; many papers call this Vollrath's too.
    World,
}

impl Comparator {
    pub const ALL: [Self; 2] = [Self::Others, Self::World];

    /// The word that commands and captions use.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Others => "vollrath-others",
            Self::World => "vollrath-world",
        }
    }

    pub const fn formula(self) -> &'static str {
        match self {
            Self::Others => "(x(c,p) / x(c, other p)) / (x(other c, p) / x(other c, other p))",
            Self::World => "(x(c,p) / x(c)) / (x(world,p) / x(world))",
        }
    }
}

const NO_OTHER_PRODUCT: Reason = Reason::Zero("the country's trade in other products");
const NO_OTHER_COUNTRY: Reason = Reason::Zero("other countries' trade in the product");
const NO_OTHERS: Reason = Reason::Zero("other countries' trade in other products");

/// What is left of a sum when its own part is taken away may be rounding alone.
const ROUNDING: f64 = 4.0 * f64::EPSILON;

/// RXA of exports, RMP of imports.
pub(super) fn relative(of: ProductTrade, comparator: Comparator) -> Figure {
    if comparator == Comparator::World {
        return revealed_advantage(of);
    }
    fit(&[of.exports, of.country, of.product, of.world])?;
    let left = |rest: f64, of: f64, reason| match rest > ROUNDING * of {
        true => Ok(rest),
        false => Err(reason),
    };
    let other_products = left(of.country - of.exports, of.country, NO_OTHER_PRODUCT)?;
    let other_countries = left(of.product - of.exports, of.product, NO_OTHER_COUNTRY)?;
    let others = left(of.world - of.country - other_countries, of.world, NO_OTHERS)?;
    let relative = (of.exports / other_products) / (other_countries / others);
    match relative.is_finite() {
        true => Ok(relative),
        false => Err(NO_OTHER_COUNTRY),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_empty_comparison_has_its_own_reason() {
        let of = |exports, country, product, world| {
            let standing = ProductTrade {
                exports,
                country,
                product,
                world,
            };
            relative(standing, Comparator::Others)
        };
        assert_eq!(of(5.0, 5.0, 6.0, 9.0), Err(NO_OTHER_PRODUCT));
        assert_eq!(of(5.0, 6.0, 5.0, 9.0), Err(NO_OTHER_COUNTRY));
        assert_eq!(of(1.0, 6.0, 4.0, 9.0), Err(NO_OTHERS));
        assert_eq!(of(-1.0, 6.0, 4.0, 9.0), Err(Reason::Negative));
        // (2 / 4) / (3 / 6)
        assert_eq!(of(2.0, 6.0, 5.0, 15.0), Ok(1.0));
    }

    #[test]
    fn what_rounding_leaves_is_nothing() {
        let standing = ProductTrade {
            exports: 0.3,
            country: 0.1 + 0.2,
            product: 1.0,
            world: 2.0,
        };
        assert!(standing.country > standing.exports);
        assert_eq!(
            relative(standing, Comparator::Others),
            Err(NO_OTHER_PRODUCT)
        );
    }
}
