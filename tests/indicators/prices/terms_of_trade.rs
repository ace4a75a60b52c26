use bilat::indicators::dynamics::timeline::first_of;
use bilat::indicators::prices::index::{Index, Linking, PriceIndex};
use bilat::indicators::prices::terms_of_trade::{Terms, terms_of_trade};
use bilat::indicators::reason::Reason;

use super::{basket, two_years, yearly};
use crate::indicators::near;

fn exports() -> Index {
    let [then, now] = two_years();
    PriceIndex::default()
        .of(&yearly([(2008, then), (2009, now)]))
        .unwrap()
}

/// Prices double, quantities fall by a fifth.
fn imports(reference: i32) -> Index {
    let index = PriceIndex {
        reference: Some(first_of(reference, 1)),
        linking: Linking::FixedBase,
        ..PriceIndex::default()
    };
    let years = [
        (2008, basket(&[("m", 5.0, 10.0)])),
        (2009, basket(&[("m", 10.0, 8.0)])),
    ];
    index.of(&yearly(years)).unwrap()
}

#[test]
fn exports_buy_less_where_imports_cost_more() {
    let at = |terms| {
        let found = terms_of_trade(terms, &exports(), &imports(2008)).unwrap();
        assert_eq!(found[0], (first_of(2008, 1), Ok(100.0)));
        found[1].1.clone().unwrap()
    };
    near(at(Terms::NetBarter), 55.1637, 1e-6);
    near(at(Terms::Income), 55.0, 1e-12);
    near(at(Terms::GrossBarter), 80.0 / 0.997033, 1e-6);
}

#[test]
fn indices_of_different_references_are_refused() {
    let found = terms_of_trade(Terms::NetBarter, &exports(), &imports(2009));
    assert_eq!(found, Err(Reason::OtherReference));
}

#[test]
fn periods_are_joined_by_date() {
    let mut short = imports(2008);
    short.points.remove(0);
    let found = terms_of_trade(Terms::NetBarter, &exports(), &short).unwrap();
    assert_eq!(found[0], (first_of(2008, 1), Err(Reason::NoFigure)));
    near(found[1].1.clone().unwrap(), 55.1637, 1e-6);
}
