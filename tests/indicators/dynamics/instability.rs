use bilat::indicators::dynamics::instability::{Trend, instability};
use bilat::indicators::dynamics::timeline::Timeline;
use bilat::indicators::reason::Reason;

use crate::indicators::near;

const SERIES: [f64; 7] = [1.76, 2.2, 2.6, 3.3, 5.0, 7.36, 7.53];

#[test]
fn statsmodels_finds_the_same_trend() {
    let flow = Timeline::of_years((2003..).zip(SERIES)).unwrap();
    for (trend, explained, index) in [
        (Trend::Linear, 0.903596454658087, 17.6499605457499),
        (Trend::Exponential, 0.966407850328452, 10.4187624065524),
    ] {
        let found = instability(&flow, trend);
        near(found.variation.unwrap(), 56.8456498981356, 1e-12);
        near(found.explained.unwrap(), explained, 1e-12);
        near(found.index.unwrap(), index, 1e-11);
    }
}

#[test]
fn steady_growth_has_no_instability() {
    let steady = |year: i32| (year, 5.0 * 1.07f64.powi(year - 2000));
    let flow = Timeline::of_years((2000..2010).map(steady)).unwrap();
    near(
        instability(&flow, Trend::Exponential).index.unwrap(),
        0.0,
        1e-6,
    );
    assert!(instability(&flow, Trend::Linear).index.unwrap() > 1.0);
    let flat = Timeline::of_years((2000..2004).map(|year| (year, 5.0))).unwrap();
    assert_eq!(instability(&flat, Trend::Linear).index, Ok(0.0));
}

#[test]
fn two_years_and_zeros_have_reasons() {
    let flow = Timeline::of_years([(2000, 1.0), (2001, 2.0)]).unwrap();
    assert_eq!(
        instability(&flow, Trend::Linear).index,
        Err(Reason::TooFew(3))
    );
    let flow = Timeline::of_years([(2000, 0.0), (2001, 2.0), (2002, 3.0)]).unwrap();
    assert_eq!(
        instability(&flow, Trend::Exponential).index,
        Err(Reason::NotPositive)
    );
}
