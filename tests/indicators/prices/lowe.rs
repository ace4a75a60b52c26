use bilat::indicators::dynamics::timeline::first_of;
use bilat::indicators::prices::lowe::Lowe;
use bilat::indicators::reason::Reason;

use super::{basket, two_years, yearly};
use crate::indicators::near;

fn lowe(basket: &[i32], reference: i32) -> Lowe {
    Lowe {
        basket: basket.iter().map(|year| first_of(*year, 1)).collect(),
        reference: vec![first_of(reference, 1)],
    }
}

#[test]
fn a_basket_of_either_year_is_laspeyres_or_paasche() {
    let [then, now] = two_years();
    let baskets = yearly([(2008, then), (2009, now)]);
    let at = |basket: &[i32]| {
        lowe(basket, 2008).of(&baskets).unwrap()[1]
            .price
            .clone()
            .unwrap()
    };
    near(at(&[2008]), 112.5, 1e-12);
    near(at(&[2009]), 100.0 * 1320.0 / 1220.0, 1e-12);
    // Both years: quantities 190 and 130.
    near(
        at(&[2008, 2009]),
        100.0 * (12.0 * 190.0 + 3.0 * 130.0) / (1900.0 + 520.0),
        1e-12,
    );
}

#[test]
fn products_without_a_price_are_left_out_and_counted() {
    let [then, _] = two_years();
    let later = basket(&[("a", 20.0, 1.0), ("c", 9.0, 9.0)]);
    let baskets = yearly([(2008, then), (2010, later)]);
    let found = lowe(&[2008], 2008).of(&baskets).unwrap();
    assert_eq!(found[1].price, Err(Reason::NoFigure));
    near(found[2].price.clone().unwrap(), 200.0, 1e-12);
    near(
        found[2].coverage.clone().unwrap(),
        100.0 * 1000.0 / 1200.0,
        1e-12,
    );
    let missing = Err(Reason::NoFigureFor("2009".to_owned()));
    assert_eq!(lowe(&[2009], 2008).of(&baskets), missing);
    assert!(lowe(&[], 2008).of(&baskets).unwrap()[0].price.is_err());
}
