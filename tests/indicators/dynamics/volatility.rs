use bilat::indicators::dynamics::rate::{Against, Rate};
use bilat::indicators::dynamics::timeline::Timeline;
use bilat::indicators::dynamics::volatility::volatility;
use bilat::indicators::reason::Reason;

use crate::indicators::near;

#[test]
fn pandas_finds_the_same_spread() {
    let found = volatility(&super::months(), Against::YearBefore, Rate::Percent);
    let figures = [
        found.mean,
        found.deviation,
        found.robust,
        found.relative,
        found.median,
        found.lowest,
        found.highest,
    ];
    let expected = [
        11.9239025745357,
        5.95799958381778,
        2.66634809602648,
        0.499668589756974,
        10.0158994323754,
        3.07167235494881,
        32.0,
    ];
    for (found, expected) in figures.into_iter().zip(expected) {
        near(found.unwrap(), expected, 1e-12);
    }
    let found = volatility(&super::months(), Against::PeriodBefore, Rate::LogPoints);
    near(found.mean.unwrap(), 2.44128181454796, 1e-12);
    near(found.deviation.unwrap(), 39.3955499578881, 1e-12);
}

#[test]
fn rates_beside_a_gap_are_left_out() {
    let flow = super::months_without(&[7, 20]);
    let found = volatility(&flow, Against::YearBefore, Rate::Percent);
    assert_eq!(found.n, 33);
    near(found.deviation.unwrap(), 6.05232683876438, 1e-12);
}

#[test]
fn one_rate_has_a_mean_but_no_spread() {
    let flow = Timeline::of_years([(2000, 1.0), (2001, 2.0)]).unwrap();
    let found = volatility(&flow, Against::YearBefore, Rate::Percent);
    assert_eq!((found.n, found.mean), (1, Ok(100.0)));
    assert_eq!(found.deviation, Err(Reason::TooFew(2)));
    assert_eq!(found.robust, Ok(0.0));
}

#[test]
fn growth_that_averages_nothing_has_no_relative_spread() {
    let flow = Timeline::of_years([(2000, 100.0), (2001, 150.0), (2002, 75.0)]).unwrap();
    let found = volatility(&flow, Against::YearBefore, Rate::Percent);
    assert_eq!(found.mean, Ok(0.0));
    assert_eq!(found.relative, Err(Reason::ZeroBase));
}
