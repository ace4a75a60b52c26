//! A market share as the product of how many things are sold and how much of each.

use crate::error::Result as BilatResult;
use crate::indicators::about::About;
use crate::indicators::matrix::Matrix;
use crate::indicators::reason::{Figure, Reason, ratio};
use crate::indicators::reference::Reference;
use crate::indicators::shares::whole;
use crate::indicators::world::World;
use crate::model::sum::exact_sum;

pub const ABOUT: About = About {
    name: "hummels-klenow",
    short: "hk",
    about: "a country's share of a market as extensive margin (which products) times intensive margin (how much of them)",
    formula: "K the products i sells to j: EM = ΣK x(ref,j,k) / Σ x(ref,j,k); IM = ΣK x(i,j,k) / ΣK x(ref,j,k); EM · IM = share",
    unit: "fractions",
    keys: "period × exporter; × importer with --by exporter,importer, the reference being what that market buys",
    nulls: "null where the reference sells nothing; EM 0 and IM null where the exporter sells nothing",
    source: "Hummels and Klenow (2005), American Economic Review",
};

/// What the product of both margins is, by whose sales the exporter is compared with.
pub const fn formula(reference: Reference) -> &'static str {
    match reference {
        Reference::World => "EM · IM = x(i,j) / x(world,j)",
        Reference::RestOfWorld => "EM · IM = x(i,j) / (x(world,j) − x(i,j))",
    }
}

/// The two margins and their product.
#[derive(Debug, Clone, PartialEq)]
pub struct TradeMargins {
    /// EM: the part of the reference's sales that is in products the exporter sells too.
    pub extensive: Figure,
    /// IM: the exporter's sales over the reference's in those products.
    pub intensive: Figure,
    /// Both multiplied: the exporter's sales over all the reference's.
    pub share: Figure,
    /// How many products the exporter sells.
    pub products: usize,
}

/// Both margins of one exporter in one market, product by product.
///
/// ```text
/// EM(i,j) = Σk∈K x(ref,j,k) / Σk x(ref,j,k)        K the products that i sells to j
/// IM(i,j) = Σk∈K x(i,j,k) / Σk∈K x(ref,j,k)        EM · IM = Σ x(i,j,k) / Σ x(ref,j,k)
/// ```
///
/// Keys: exporter × importer. Unit: fractions. All null where the reference sells nothing; EM and share 0
/// but IM null where the exporter sells nothing, or nothing that the reference sells.
///
/// Source: Hummels and Klenow (2005), *American Economic Review*.
pub fn hummels_klenow(exporter: &[f64], reference: &[f64]) -> TradeMargins {
    let products = exporter.iter().filter(|value| **value > 0.0).count();
    let null = |reason: Reason| TradeMargins {
        extensive: Err(reason.clone()),
        intensive: Err(reason.clone()),
        share: Err(reason),
        products,
    };
    if exporter.len() != reference.len() {
        return null(Reason::Unmatched);
    }
    let sold = match whole(exporter, "exports") {
        Ok(sold) => sold,
        Err(Reason::Zero(_)) => 0.0,
        Err(reason) => return null(reason),
    };
    let all = match whole(reference, "the reference's exports") {
        Ok(all) => all,
        Err(reason) => return null(reason),
    };
    let pairs = exporter.iter().zip(reference);
    let common = exact_sum(
        pairs
            .filter(|(own, _)| **own > 0.0)
            .map(|(_, value)| *value),
    );
    let of_all = |part| ratio(part, all).map_err(|_| Reason::Zero("the reference's exports"));
    TradeMargins {
        extensive: of_all(common),
        intensive: ratio(sold, common).map_err(|_| Reason::Zero("exports in common products")),
        share: of_all(sold),
        products,
    }
}

/// Both margins of every exporter in one market: a matrix of exporters by products sold to one importer,
/// or to all for the world market.
///
/// # Errors
/// [`Error::BasisMismatch`](crate::Error::BasisMismatch) if the world given does not fit the products.
pub fn hummels_klenow_rows(
    exports: &Matrix,
    world: World<'_>,
    reference: Reference,
) -> BilatResult<Vec<TradeMargins>> {
    let world = world.trade(exports, &exports.margins())?;
    let of = |row| {
        let own = exports.row(row);
        let all = world.columns.iter().zip(own);
        let held_against: Vec<f64> = all.map(|(all, own)| reference.of(*all, *own)).collect();
        hummels_klenow(own, &held_against)
    };
    Ok((0..exports.rows().len()).map(of).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::indicators::sample::{exports, matrix, within};
    use proptest::prelude::*;

    #[test]
    fn forty_per_cent_of_the_market_and_an_eighth_of_that() {
        // The exporter sells two of three products, which are 400 of 1000; it sells 50 of those.
        let found = hummels_klenow(&[30.0, 20.0, 0.0], &[250.0, 150.0, 600.0]);
        assert_eq!(found.extensive, Ok(0.4));
        assert_eq!(found.intensive, Ok(0.125));
        assert_eq!(found.share, Ok(0.05));
        assert_eq!(found.products, 2);
    }

    #[test]
    fn who_sells_everything_has_only_an_intensive_margin() {
        let all = hummels_klenow_rows(&exports(), World::FromData, Reference::World).unwrap();
        assert_eq!(all[0].extensive, Ok(1.0));
        assert_eq!(all[0].intensive, Ok(0.05));
        let rest =
            hummels_klenow_rows(&exports(), World::FromData, Reference::RestOfWorld).unwrap();
        within(rest[0].share.clone().unwrap(), 200.0 / 3800.0, 1e-15);
    }

    #[test]
    fn no_sales_are_zero_and_no_market_is_null() {
        let none = hummels_klenow(&[0.0, 0.0], &[1.0, 1.0]);
        assert_eq!((none.extensive, none.share), (Ok(0.0), Ok(0.0)));
        assert_eq!(
            none.intensive,
            Err(Reason::Zero("exports in common products"))
        );
        let nowhere = hummels_klenow(&[0.0], &[0.0]);
        assert_eq!(nowhere.share, Err(Reason::Zero("the reference's exports")));
        assert_eq!(hummels_klenow(&[1.0], &[]).share, Err(Reason::Unmatched));
        assert_eq!(hummels_klenow(&[-1.0], &[1.0]).share, Err(Reason::Negative));
        let sole = matrix(&["A", "B"], &["p", "q"], &[5.0, 0.0, 0.0, 3.0]);
        let rest = hummels_klenow_rows(&sole, World::FromData, Reference::RestOfWorld).unwrap();
        assert_eq!(rest[0].extensive, Ok(0.0));
        assert!(rest[0].intensive.is_err());
    }

    proptest! {
        #[test]
        fn the_margins_multiply_to_the_market_share(
            values in proptest::collection::vec(prop_oneof![Just(0.0), 0.1..1e9_f64], 12)
        ) {
            let exports = matrix(&["A", "B", "C"], &["p", "q", "r", "s"], &values);
            for reference in Reference::ALL {
                for found in hummels_klenow_rows(&exports, World::FromData, reference).unwrap() {
                    let (Ok(em), Ok(im)) = (found.extensive, found.intensive) else { continue };
                    let share = found.share.unwrap();
                    prop_assert!((em * im - share).abs() <= 1e-12 * share.max(1.0));
                }
            }
        }
    }
}
