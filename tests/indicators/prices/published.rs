//! Published tables.

use bilat::indicators::dynamics::timeline::first_of;
use bilat::indicators::prices::baskets::Baskets;
use bilat::indicators::prices::formula::Formula;
use bilat::indicators::prices::index::{Linking, PriceIndex};

use super::{basket, yearly};
use crate::indicators::near;

/// Tables 3.1 and 3.2 of Balk (2008), *Price and Quantity Index Numbers*, after tables 19.1 and
/// 19.2 of the *Producer Price Index Manual* (IMF and others 2004).
fn six_products() -> Baskets {
    let prices = [
        [1.0, 1.0, 1.0, 1.0, 1.0, 1.0],
        [1.2, 3.0, 1.3, 0.7, 1.4, 0.8],
        [1.0, 1.0, 1.5, 0.5, 1.7, 0.6],
        [0.8, 0.5, 1.6, 0.3, 1.9, 0.4],
        [1.0, 1.0, 1.6, 0.1, 2.0, 0.2],
    ];
    let quantities = [
        [1.0, 1.0, 2.0, 1.0, 4.5, 0.5],
        [0.8, 0.9, 1.9, 1.3, 4.7, 0.6],
        [1.0, 1.1, 1.8, 3.0, 5.0, 0.8],
        [1.2, 1.2, 1.9, 6.0, 5.6, 1.3],
        [0.9, 1.2, 2.0, 12.0, 6.5, 2.5],
    ];
    yearly((0..5).map(|t| {
        let names = ["a", "b", "c", "d", "e", "f"];
        let goods: Vec<(&str, f64, f64)> = (0..6)
            .map(|k| (names[k], prices[t][k], quantities[t][k]))
            .collect();
        (2000 + t as i32, basket(&goods))
    }))
}

#[test]
fn the_six_products_of_the_price_index_manuals_are_met_to_the_printed_digits() {
    // As gpindex prints them, recreating tables 3.4 and 3.6 of Balk (2008):
    // https://marberts.github.io/gpindex/reference/price_data.html
    let printed = [
        (Formula::Laspeyres, [1.0, 1.4200, 1.3450, 1.3550, 1.4400]),
        (Formula::Paasche, [1.0, 1.3824, 1.2031, 1.0209, 0.7968]),
        (Formula::Fisher, [1.0, 1.4011, 1.2721, 1.1762, 1.0712]),
        (Formula::Tornqvist, [1.0, 1.4052, 1.2890, 1.2268, 1.2477]),
        (Formula::Walsh, [1.0, 1.4017, 1.2850, 1.2193, 1.1850]),
    ];
    for (formula, expected) in printed {
        let index = PriceIndex {
            formula,
            linking: Linking::FixedBase,
            ..PriceIndex::default()
        };
        let found = index.of(&six_products()).unwrap();
        for (point, expected) in found.points.iter().zip(expected) {
            let rounded = (100.0 * point.price.clone().unwrap()).round() / 10_000.0;
            assert_eq!(rounded, expected, "{}", formula.name());
        }
    }
}

/// The example of gpindex's GEKS: two products, five periods.
fn ten_prices(gap: bool) -> Baskets {
    yearly((0..5).map(|t| {
        let (p, q) = (f64::from(t), f64::from(t));
        let first = ("a", 1.0 + p, 10.0 - q);
        let second = ("b", 6.0 + p, 5.0 - q);
        let goods = if gap && t == 1 {
            vec![second]
        } else {
            vec![first, second]
        };
        (2001 + t, basket(&goods))
    }))
}

#[test]
fn geks_is_what_gpindex_prints() {
    // https://marberts.github.io/gpindex/reference/geks.html
    let of = |formula, gap| {
        let index = PriceIndex {
            formula,
            linking: Linking::Geks,
            ..PriceIndex::default()
        };
        let points = index.of(&ten_prices(gap)).unwrap().points;
        points
            .into_iter()
            .map(|point| point.price.unwrap() / 100.0)
            .collect::<Vec<f64>>()
    };
    let found = of(Formula::Tornqvist, false);
    let printed = [1.0, 1.413257, 1.835676, 2.284565, 2.789856];
    for (found, expected) in found.into_iter().zip(printed) {
        near(found, expected, 5e-7);
    }
    // With a missing quantity, products matched pair by pair; gpindex prints the links.
    let found = of(Formula::Fisher, true);
    let printed = [1.501481, 1.148250, 1.219688, 1.199513];
    for (pair, expected) in found.windows(2).zip(printed) {
        near(pair[1] / pair[0], expected, 5e-7);
    }
}

#[test]
fn the_reference_can_be_any_period() {
    let index = PriceIndex {
        linking: Linking::FixedBase,
        reference: Some(first_of(2004, 1)),
        ..PriceIndex::default()
    };
    let found = index.of(&six_products()).unwrap();
    // Fisher is reversible in time.
    near(
        found.points[0].price.clone().unwrap(),
        10_000.0 / 107.12,
        5e-5,
    );
    assert_eq!(found.points[4].price, Ok(100.0));
}
