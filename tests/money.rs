//! Conversion and deflation: the bundled rates, and what they refuse.

use bilat::indicators::{Growth, Method};
use bilat::transforms::{Convert, Deflate, Reshape};
use bilat::{Currency, Error, Years};

use crate::figures::{measure, near, numbers, seed, series};

fn convert(to: Currency) -> Convert {
    let years = Years::default();
    Convert { to, years }
}

fn deflate(year: i32) -> Deflate {
    let years = Years::default();
    Deflate { year, years }
}

#[test]
fn in_kroner_norways_exports_of_2009_grew_by_31_6_per_cent() {
    let kroner = convert(Currency::NOK).apply(&seed()).unwrap();
    assert_eq!(kroner.basis().unit(), "current Norwegian kroner");
    let growth = measure(
        &Growth {
            method: Method::Yoy,
            ..Growth::default()
        },
        &kroner,
    );
    let rates = numbers(&growth, "growth_percent");
    near(rates[3].unwrap(), 31.6, 1e-3);
    near(rates[1].unwrap(), 7.7, 1e-2);
    let notes = kroner.notes().join(" ");
    assert!(
        notes.contains("NOK per US dollar, annual average"),
        "{notes}"
    );
}

#[test]
fn conversion_there_and_back_returns_the_value() {
    let back = convert(Currency::USD)
        .apply(&convert(Currency::EUR).apply(&seed()).unwrap())
        .unwrap();
    for (there, back) in seed().flows().unwrap().iter().zip(back.flows().unwrap()) {
        near(back.value.unwrap(), there.value.unwrap(), 1e-15);
    }
}

#[test]
fn a_year_without_a_rate_is_left_empty_and_named() {
    let flows = series(&[(2003, Some(1.0)), (2004, Some(1.0)), (2005, Some(1.0))]);
    let yuan = convert(Currency::CNY).apply(&flows).unwrap();
    let values: Vec<_> = yuan
        .flows()
        .unwrap()
        .iter()
        .map(|flow| flow.value)
        .collect();
    assert_eq!((values[0], values[1]), (None, None));
    near(values[2].unwrap(), 8.1655, 1e-12);
    assert!(
        yuan.notes()[0].contains("no exchange rate USD to CNY for 2003–2004"),
        "{:?}",
        yuan.notes()
    );
    let none = convert(Currency::CNY)
        .apply(&series(&[(1990, Some(1.0))]))
        .err()
        .unwrap();
    assert!(matches!(none, Error::MissingRate { .. }), "{none}");
}

#[test]
fn real_values_use_the_consumer_prices_of_their_year() {
    let real = deflate(2010)
        .apply(&series(&[(2009, Some(214.537)), (2010, Some(7.0))]))
        .unwrap();
    let values: Vec<_> = real
        .flows()
        .unwrap()
        .iter()
        .map(|flow| flow.value.unwrap())
        .collect();
    near(values[0], 218.056, 1e-12);
    near(values[1], 7.0, 1e-15);
    assert_eq!(real.basis().unit(), "constant 2010 US dollars");
}

#[test]
fn constant_prices_are_not_converted_and_kroner_not_deflated() {
    let real = deflate(2010).apply(&seed()).unwrap();
    assert!(convert(Currency::NOK).apply(&real).is_err());
    let kroner = convert(Currency::NOK).apply(&seed()).unwrap();
    assert!(deflate(2010).apply(&kroner).is_err());
    let far = deflate(1950).apply(&seed()).err().unwrap();
    assert_eq!(
        far.to_string(),
        "there is no US consumer price index for 1950; choose a year in 1999..2025"
    );
}
