//! What must hold for any prices and quantities.

use bilat::indicators::dynamics::timeline::first_of;
use bilat::indicators::prices::formula::{Formula, split};
use bilat::indicators::prices::index::{Linking, PriceIndex};
use bilat::indicators::prices::price_pair::PricePair;
use proptest::prelude::*;

use super::{basket, yearly};
use crate::indicators::near;

fn pairs() -> impl Strategy<Value = Vec<PricePair>> {
    let number = || 0.01f64..1e4;
    let pair = (number(), number(), number(), number()).prop_map(|(p0, q0, p1, q1)| PricePair {
        p0,
        q0,
        p1,
        q1,
    });
    prop::collection::vec(pair, 1..30)
}

fn back(pairs: &[PricePair]) -> Vec<PricePair> {
    let turned = |one: &PricePair| PricePair {
        p0: one.p1,
        q0: one.q1,
        p1: one.p0,
        q1: one.q0,
    };
    pairs.iter().map(turned).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn price_times_quantity_of_the_partner_is_value(pairs in pairs()) {
        for formula in Formula::ALL {
            let found = split(formula, &pairs);
            let (value, price) = (found.value.unwrap(), found.price.unwrap());
            near(price * found.volume.unwrap() / value, 1.0, 1e-12);
            if let Some(partner) = formula.partner() {
                near(price * partner.quantity(&pairs).unwrap() / value, 1.0, 1e-12);
            }
        }
    }

    #[test]
    fn there_and_back_is_no_change(pairs in pairs()) {
        for formula in Formula::ALL.into_iter().filter(|formula| formula.is_reversible()) {
            let there = formula.price(&pairs).unwrap();
            near(there * formula.price(&back(&pairs)).unwrap(), 1.0, 1e-11);
        }
        let laspeyres = Formula::Laspeyres.price(&pairs).unwrap();
        near(laspeyres * Formula::Paasche.price(&back(&pairs)).unwrap(), 1.0, 1e-11);
    }

    #[test]
    fn an_index_lies_between_the_smallest_and_the_largest_change(pairs in pairs()) {
        let relatives = pairs.iter().map(|one| one.p1 / one.p0);
        let (low, high) = relatives.fold((f64::MAX, f64::MIN), |(low, high), one| (low.min(one), high.max(one)));
        for formula in Formula::ALL {
            let price = formula.price(&pairs).unwrap();
            prop_assert!((low * (1.0 - 1e-12)..=high * (1.0 + 1e-12)).contains(&price));
        }
    }

    #[test]
    fn prices_in_other_money_or_order_are_the_same(pairs in pairs(), rate in 0.01f64..100.0) {
        let scaled: Vec<PricePair> = pairs
            .iter()
            .rev()
            .map(|one| PricePair { p0: one.p0 * rate, p1: one.p1 * rate, ..*one })
            .collect();
        let reversed: Vec<PricePair> = pairs.iter().rev().copied().collect();
        for formula in Formula::ALL {
            let price = formula.price(&pairs).unwrap();
            near(formula.price(&scaled).unwrap() / price, 1.0, 1e-12);
            prop_assert_eq!(formula.price(&reversed).unwrap().to_bits(), price.to_bits());
        }
    }

    #[test]
    fn geks_does_not_depend_on_its_reference(
        numbers in prop::collection::vec((0.1f64..100.0, 0.1f64..100.0, 0.1f64..100.0, 0.1f64..100.0), 2..7),
    ) {
        let baskets = yearly((2000..).zip(&numbers).map(|(year, n)| {
            (year, basket(&[("a", n.0, n.1), ("b", n.2, n.3)]))
        }));
        let of = |reference: i32| {
            let index = PriceIndex {
                linking: Linking::Geks,
                reference: Some(first_of(reference, 1)),
                ..PriceIndex::default()
            };
            let points = index.of(&baskets).unwrap().points;
            points.into_iter().map(|point| point.price.unwrap()).collect::<Vec<f64>>()
        };
        let (first, second) = (of(2000), of(2001));
        for (a, b) in first.iter().zip(&second) {
            near(a / first[1], b / second[1], 1e-11);
        }
    }
}
