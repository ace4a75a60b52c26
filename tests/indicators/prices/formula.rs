use bilat::indicators::prices::formula::{Formula, split};
use bilat::indicators::prices::price_pair::PricePair;
use bilat::indicators::reason::Reason;

use crate::indicators::near;

const PAIRS: [PricePair; 2] = [
    PricePair {
        p0: 10.0,
        q0: 100.0,
        p1: 12.0,
        q1: 90.0,
    },
    PricePair {
        p0: 4.0,
        q0: 50.0,
        p1: 3.0,
        q1: 80.0,
    },
];

#[test]
fn two_products_by_hand() {
    near(
        Formula::Laspeyres.price(&PAIRS).unwrap(),
        1350.0 / 1200.0,
        1e-12,
    );
    near(
        Formula::Paasche.price(&PAIRS).unwrap(),
        1320.0 / 1220.0,
        1e-12,
    );
    near(Formula::Fisher.price(&PAIRS).unwrap(), 1.103274, 5e-7);
    near(Formula::Fisher.quantity(&PAIRS).unwrap(), 0.997033, 5e-7);
    near(Formula::Tornqvist.price(&PAIRS).unwrap(), 1.105643, 5e-7);
    let (a, b) = (9000f64.sqrt(), 4000f64.sqrt());
    let walsh = (12.0 * a + 3.0 * b) / (10.0 * a + 4.0 * b);
    near(Formula::Walsh.price(&PAIRS).unwrap(), walsh, 1e-12);
}

#[test]
fn fisher_splits_value_into_price_and_quantity() {
    let found = split(Formula::Fisher, &PAIRS);
    near(found.value.unwrap(), 1.1, 1e-12);
    near(found.gap.unwrap(), 0.0, 1e-12);
    let found = split(Formula::Laspeyres, &PAIRS);
    assert!(found.gap.unwrap().abs() > 1e-3);
    near(found.volume.unwrap() * 1.125, 1.1, 1e-12);
}

#[test]
fn nothing_to_compare_and_prices_of_zero_have_reasons() {
    for formula in Formula::ALL {
        assert_eq!(formula.price(&[]), Err(Reason::TooFew(1)));
        for bad in [0.0, -1.0, f64::NAN, f64::INFINITY] {
            let pair = PricePair {
                p1: bad,
                ..PAIRS[0]
            };
            assert_eq!(formula.price(&[pair]), Err(Reason::NotPositive));
        }
        assert!(!formula.formula().is_empty() && !formula.name().is_empty());
    }
}
