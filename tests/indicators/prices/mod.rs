//! Prices, volumes and constant values.

mod formula;
mod index;
mod lowe;
mod matching;
mod money;
mod outliers;
mod overlap;
mod properties;
mod published;
mod terms_of_trade;
mod unit_value;

use bilat::indicators::dynamics::timeline::first_of;
use bilat::indicators::prices::basket::Basket;
use bilat::indicators::prices::baskets::Baskets;
use bilat::model::period::Frequency;

/// A basket of `(product, price, quantity)`, all in kg.
pub fn basket(goods: &[(&str, f64, f64)]) -> Basket {
    let in_kg = goods
        .iter()
        .map(|(product, price, quantity)| (*product, "kg", *price, *quantity));
    Basket::priced(in_kg).unwrap()
}

/// Baskets by year.
pub fn yearly(baskets: impl IntoIterator<Item = (i32, Basket)>) -> Baskets {
    let dated = baskets
        .into_iter()
        .map(|(year, basket)| (first_of(year, 1), basket));
    Baskets {
        frequency: Frequency::Year,
        by_period: dated.collect(),
    }
}

/// Two products whose prices rise while trade moves to the cheap one.
pub fn two_years() -> [Basket; 2] {
    [
        basket(&[("a", 10.0, 100.0), ("b", 4.0, 50.0)]),
        basket(&[("a", 12.0, 90.0), ("b", 3.0, 80.0)]),
    ]
}

/// Five products over eight years from 2000, less those that `gone` names by product and year.
pub fn eight_years(gone: impl Fn(u32, i32) -> bool) -> Baskets {
    let price = |i: u32, t: u32| 1.0 + f64::from((7 * i + 3 * t) % 11) / 10.0 + f64::from(i) / 4.0;
    let quantity = |i: u32, t: u32| 2.0 + f64::from((5 * i + 2 * t) % 7) + f64::from(t) / 3.0;
    yearly((0..8u32).map(|t| {
        let year = 2000 + t as i32;
        let names: Vec<(u32, String)> = (0..5)
            .filter(|i| !gone(*i, year))
            .map(|i| (i, format!("p{i}")))
            .collect();
        let goods: Vec<(&str, f64, f64)> = names
            .iter()
            .map(|(i, name)| (name.as_str(), price(*i, t), quantity(*i, t)))
            .collect();
        (year, basket(&goods))
    }))
}
