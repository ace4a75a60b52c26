use bilat::indicators::dynamics::moving_average::{Average, Gaps, MovingAverage, Window};
use bilat::indicators::dynamics::timeline::Timeline;
use bilat::indicators::reason::Reason;

use crate::indicators::near;

fn average(periods: usize, window: Window, gaps: Gaps, of: &Timeline) -> Vec<Average> {
    MovingAverage {
        periods,
        window,
        gaps,
    }
    .of(of)
}

#[test]
fn pandas_and_statsmodels_find_the_same_averages() {
    let flow = super::months();
    let trailing = average(12, Window::Trailing, Gaps::Whole, &flow);
    let expected = [
        (11, 201.666666666667),
        (12, 204.333333333333),
        (47, 275.583333333333),
    ];
    let two_by_twelve = average(12, Window::Centred, Gaps::Whole, &flow);
    let twice = [(6, 203.0), (7, 205.958333333333), (41, 273.958333333333)];
    let five = average(5, Window::Centred, Gaps::Whole, &flow);
    let of_five = [(2, 188.0), (3, 194.6), (45, 299.8)];
    for (found, expected) in [
        (trailing, expected),
        (two_by_twelve, twice),
        (five, of_five),
    ] {
        for (place, expected) in expected {
            near(found[place].figure.clone().unwrap(), expected, 1e-12);
        }
    }
}

#[test]
fn gaps_are_null_or_left_out_as_the_rule_says() {
    let flow = super::months_without(&[7, 20]);
    let some = average(12, Window::Trailing, Gaps::AtLeast(10), &flow);
    for (place, expected) in [
        (11, 193.272727272727),
        (20, 219.181818181818),
        (31, 247.181818181818),
        (32, 245.583333333333),
    ] {
        near(some[place].figure.clone().unwrap(), expected, 1e-12);
    }
    assert_eq!((some[11].n, some[8].n), (11, 8));
    assert_eq!(some[8].figure, Err(Reason::TooFew(10)));
    let whole = average(12, Window::Trailing, Gaps::Whole, &flow);
    assert_eq!(
        whole[11].figure,
        Err(Reason::NoFigureFor("2018-08".to_owned()))
    );
    assert!(whole[19].figure.is_ok() && whole[20].figure.is_err());
}

#[test]
fn a_window_beyond_the_series_names_what_it_lacks() {
    let flow = Timeline::of_years([(2000, 1.0), (2001, 2.0), (2003, 6.0)]).unwrap();
    let found = average(3, Window::Trailing, Gaps::Whole, &flow);
    let missing = |year: &str| Err(Reason::NoFigureFor(year.to_owned()));
    let figures: Vec<_> = found.into_iter().map(|one| one.figure).collect();
    assert_eq!(
        figures,
        [
            missing("1998"),
            missing("1999"),
            missing("2002"),
            missing("2002")
        ]
    );
}

#[test]
fn even_windows_that_lack_an_end_keep_their_weights() {
    let flow = Timeline::of_years([(2000, 1.0), (2001, 4.0)]).unwrap();
    let found = average(2, Window::Centred, Gaps::AtLeast(2), &flow);
    // Weights 1 and one half.
    near(found[0].figure.clone().unwrap(), (1.0 + 2.0) / 1.5, 1e-12);
}

#[test]
fn a_window_of_one_is_the_series_and_of_none_nothing() {
    let flow = Timeline::of_years([(2000, 1.0), (2001, 2.0)]).unwrap();
    let one = average(1, Window::Centred, Gaps::Whole, &flow);
    assert_eq!(one[1].figure, Ok(2.0));
    let none = average(0, Window::Centred, Gaps::Whole, &flow);
    assert_eq!(none[1].figure, Err(Reason::TooFew(1)));
}
