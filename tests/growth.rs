//! Growth: hand-computed vectors, and every way a base can be missing.

use bilat::indicators::{AverageGrowth, Growth, Method};
use bilat::{Side, Years};

use crate::figures::{flow, measure, near, numbers, seed, series, table, texts, years};

fn by(method: Method) -> Growth {
    Growth {
        method,
        ..Growth::default()
    }
}

fn last(numbers: &[Option<f64>]) -> f64 {
    numbers
        .last()
        .copied()
        .flatten()
        .expect("the last row has a figure")
}

#[test]
fn the_figures_of_2009_grew_by_18_and_shrank_by_3_per_cent() {
    let growth = measure(&by(Method::Yoy), &seed());
    let rates = numbers(&growth, "growth_percent");
    // Sorted by exporter: China's 2008 and 2009, then Norway's.
    assert_eq!(texts(&growth, "exporter")[1].as_deref(), Some("CHN"));
    near(rates[1].unwrap(), -3.314917, 1e-6);
    near(rates[3].unwrap(), 18.134715, 1e-6);
    assert_eq!((rates[0], rates[2]), (None, None));
}

#[test]
fn log_and_midpoint_growth_are_those_of_the_handbooks() {
    let flows = series(&[(2008, Some(1.93e9)), (2009, Some(2.28e9))]);
    near(
        last(&numbers(
            &measure(&by(Method::Log), &flows),
            "growth_log_points",
        )),
        16.6655,
        1e-4,
    );
    near(
        last(&numbers(
            &measure(&by(Method::Midpoint), &flows),
            "midpoint_growth_percent",
        )),
        16.6271,
        1e-4,
    );
}

#[test]
fn compound_growth_counts_years_elapsed_and_not_rows() {
    // 1.76 to 7.53 over six years, two rows.
    let flows = series(&[(2003, Some(1.76e9)), (2009, Some(7.53e9))]);
    let cagr = measure(&by(Method::Cagr), &flows);
    near(last(&numbers(&cagr, "cagr_percent")), 27.4130, 1e-5);
    near(last(&numbers(&cagr, "years_elapsed")), 6.0, 0.0);
}

#[test]
fn least_squares_growth_is_exp_b_minus_one() {
    let levels = [1.76, 2.2, 2.6, 3.3, 5.0, 7.36, 7.53];
    let figures: Vec<(i32, Option<f64>)> = (2003..)
        .zip(levels.map(|level| Some(level * 1e9)))
        .collect();
    let slope = measure(&by(Method::LeastSquares), &series(&figures));
    near(
        last(&numbers(&slope, "least_squares_percent")),
        30.3890,
        1e-5,
    );
}

#[test]
fn growth_across_a_missing_year_is_null_and_says_why() {
    let flows = series(&[
        (2003, Some(100.0)),
        (2004, Some(110.0)),
        (2006, Some(150.0)),
    ]);
    let growth = measure(&by(Method::Yoy), &flows);
    assert_eq!(
        years(&growth, "period"),
        [Some(2003), Some(2004), Some(2005), Some(2006)]
    );
    assert_eq!(numbers(&growth, "value")[2], None);
    let rates = numbers(&growth, "growth_percent");
    near(rates[1].unwrap(), 10.0, 1e-12);
    assert_eq!((rates[2], rates[3]), (None, None));
    let reasons = texts(&growth, "reason");
    let reasons: Vec<_> = reasons.iter().map(Option::as_deref).collect();
    assert_eq!(
        reasons,
        [
            Some("first period of the series"),
            None,
            Some("no figure"),
            Some("no figure for 2005")
        ]
    );
}

#[test]
fn a_row_without_a_figure_is_a_missing_year_and_not_a_zero() {
    let flows = series(&[(2003, Some(100.0)), (2004, None), (2005, Some(120.0))]);
    let growth = measure(&by(Method::Yoy), &flows);
    assert_eq!(numbers(&growth, "growth_percent"), [None, None, None]);
    assert_eq!(
        texts(&growth, "reason")[2].as_deref(),
        Some("no figure for 2004")
    );
}

#[test]
fn a_zero_base_gives_no_rate_and_zero_gives_minus_a_hundred() {
    let flows = series(&[(2003, Some(0.0)), (2004, Some(5.0)), (2005, Some(0.0))]);
    let growth = measure(&by(Method::Yoy), &flows);
    assert_eq!(
        numbers(&growth, "growth_percent"),
        [None, None, Some(-100.0)]
    );
    assert_eq!(texts(&growth, "reason")[1].as_deref(), Some("base is zero"));
    let log = measure(&by(Method::Log), &flows);
    assert_eq!(numbers(&log, "growth_log_points"), [None, None, None]);
    assert_eq!(
        texts(&log, "reason")[2].as_deref(),
        Some("value is not positive")
    );
    // Midpoint growth is defined over a zero base, and bounded.
    let midpoint = measure(&by(Method::Midpoint), &flows);
    assert_eq!(
        numbers(&midpoint, "midpoint_growth_percent")[1..],
        [Some(200.0), Some(-200.0)]
    );
}

#[test]
fn the_base_may_lie_before_the_years_shown() {
    let flows = series(&[(2007, Some(100.0)), (2008, Some(120.0)), (2009, Some(90.0))]);
    let growth = Growth {
        years: Years {
            first: Some(2008),
            last: None,
        },
        ..Growth::default()
    };
    let growth = measure(&growth, &flows);
    assert_eq!(years(&growth, "period"), [Some(2008), Some(2009)]);
    near(numbers(&growth, "growth_percent")[0].unwrap(), 20.0, 1e-12);
}

#[test]
fn an_index_may_start_anywhere_and_stays_proportional() {
    let flows = series(&[(2007, Some(80.0)), (2008, Some(100.0)), (2009, Some(125.0))]);
    let index = |base| {
        measure(
            &Growth {
                method: Method::Index,
                base,
                ..Growth::default()
            },
            &flows,
        )
    };
    assert_eq!(
        numbers(&index(None), "index"),
        [Some(100.0), Some(125.0), Some(156.25)]
    );
    assert_eq!(
        numbers(&index(Some(2008)), "index"),
        [Some(80.0), Some(100.0), Some(125.0)]
    );
    let without = index(Some(1999));
    assert_eq!(numbers(&without, "index"), [None, None, None]);
}

#[test]
fn growth_never_crosses_from_one_source_to_another() {
    let one = |source, year, value| flow(source, "NOR", "CHN", Side::Exporter, year, Some(value));
    let flows = table(&[
        one("old", 2003, 1.76e9),
        one("new", 2004, 2.0e9),
        one("new", 2009, 7.53e9),
    ]);
    let growth = measure(&by(Method::Yoy), &flows);
    assert!(
        numbers(&growth, "growth_percent")
            .iter()
            .all(Option::is_none)
    );
    let reasons = texts(&growth, "reason");
    assert_eq!(
        reasons[1].as_deref(),
        Some("no figure for 2003 in this source; growth never crosses sources")
    );
    let span = AverageGrowth {
        method: Method::Cagr,
        years: "2003..2009".parse().unwrap(),
    };
    let average = measure(&span, &flows);
    assert!(
        numbers(&average, "cagr_percent")
            .iter()
            .all(Option::is_none)
    );
    assert!(
        texts(&average, "reason")[1]
            .as_deref()
            .unwrap()
            .contains("never crosses sources")
    );
}

#[test]
fn an_average_needs_both_ends_and_says_which_is_missing() {
    let flows = series(&[(2004, Some(1.0)), (2009, Some(2.0))]);
    let average = |method, years: &str| {
        let years = years.parse().unwrap();
        measure(&AverageGrowth { method, years }, &flows)
    };
    let without_start = average(Method::Cagr, "2003..2009");
    assert_eq!(
        texts(&without_start, "reason")[0].as_deref(),
        Some("no figure for 2003")
    );
    let one_year = average(Method::Cagr, "2009");
    assert_eq!(
        texts(&one_year, "reason")[0].as_deref(),
        Some("fewer than 2 figures")
    );
    let two = average(Method::LeastSquares, "2004..2009");
    assert_eq!(
        texts(&two, "reason")[0].as_deref(),
        Some("fewer than 3 figures")
    );
}

#[test]
fn a_leap_day_does_not_move_a_year() {
    let figures: Vec<(i32, Option<f64>)> = (1999..=2009)
        .map(|year| (year, Some(f64::from(year))))
        .collect();
    let growth = measure(&by(Method::Yoy), &series(&figures));
    assert!(
        numbers(&growth, "growth_percent")[1..]
            .iter()
            .all(Option::is_some)
    );
}
