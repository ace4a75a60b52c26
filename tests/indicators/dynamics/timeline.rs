use std::collections::BTreeMap;

use bilat::indicators::dynamics::rate::{Against, Rate};
use bilat::indicators::dynamics::timeline::{Timeline, first_of};
use bilat::indicators::reason::Reason;
use bilat::model::period::Frequency;

use crate::indicators::near;

fn figure(timeline: &Timeline, year: i32, rate: Rate) -> Result<f64, Reason> {
    let growth = timeline.growth(Against::YearBefore, rate);
    let step = growth
        .into_iter()
        .find(|step| step.period == first_of(year, 1));
    step.unwrap().figure
}

#[test]
fn growth_is_on_the_calendar_year_before() {
    let flow = Timeline::of_years([(2008, 1.93), (2009, 2.28)]).unwrap();
    near(figure(&flow, 2009, Rate::Percent).unwrap(), 18.1347, 1e-6);
    near(figure(&flow, 2009, Rate::LogPoints).unwrap(), 16.6655, 1e-5);
    assert_eq!(figure(&flow, 2008, Rate::Percent), Err(Reason::FirstPeriod));
}

#[test]
fn growth_across_a_missing_year_is_null() {
    let flow = Timeline::of_years([(2007, 1.0), (2009, 2.0), (2010, 3.0)]).unwrap();
    let missing = Reason::NoFigureFor("2008".to_owned());
    assert_eq!(figure(&flow, 2009, Rate::Percent), Err(missing));
    assert_eq!(figure(&flow, 2008, Rate::Percent), Err(Reason::NoFigure));
    near(figure(&flow, 2010, Rate::Percent).unwrap(), 50.0, 1e-12);
}

#[test]
fn zeros_and_negative_values_have_reasons() {
    let flow = Timeline::of_years([(2000, 0.0), (2001, 5.0), (2002, 0.0), (2003, -1.0)]).unwrap();
    assert_eq!(figure(&flow, 2001, Rate::Percent), Err(Reason::ZeroBase));
    assert_eq!(figure(&flow, 2001, Rate::LogPoints), Err(Reason::ZeroBase));
    assert_eq!(figure(&flow, 2002, Rate::Percent), Ok(-100.0));
    assert_eq!(
        figure(&flow, 2002, Rate::LogPoints),
        Err(Reason::NotPositive)
    );
    assert_eq!(figure(&flow, 2003, Rate::Percent), Err(Reason::NotPositive));
}

#[test]
fn a_tiny_base_gives_a_reason_and_no_infinity() {
    let flow = Timeline::of_years([(2000, 5e-324), (2001, 1e300)]).unwrap();
    assert_eq!(figure(&flow, 2001, Rate::Percent), Err(Reason::TooLarge));
}

#[test]
fn quarters_and_months_step_by_the_calendar() {
    let quarters: BTreeMap<i32, Option<f64>> = [
        (first_of(2020, 10), Some(4.0)),
        (first_of(2021, 4), Some(6.0)),
    ]
    .into();
    let flow = Timeline::new(Frequency::Quarter, quarters).unwrap();
    let written: Vec<String> = flow
        .calendar()
        .into_iter()
        .map(|one| flow.written(one))
        .collect();
    assert_eq!(written, ["2020-Q4", "2021-Q1", "2021-Q2"]);
    let before = flow.base(first_of(2021, 1), Against::PeriodBefore);
    assert_eq!(flow.written(before), "2020-Q4");
}

#[test]
fn dates_within_a_period_and_numbers_that_are_none_are_refused() {
    let mid_year: BTreeMap<i32, Option<f64>> = [(first_of(2020, 2), Some(1.0))].into();
    assert!(Timeline::new(Frequency::Year, mid_year).is_err());
    assert!(Timeline::of_years([(2000, f64::NAN)]).is_err());
}

#[test]
fn rows_without_a_figure_at_the_ends_are_no_part_of_the_calendar() {
    let rows: BTreeMap<i32, Option<f64>> =
        [(first_of(2000, 1), None), (first_of(2001, 1), Some(1.0))].into();
    let flow = Timeline::new(Frequency::Year, rows).unwrap();
    assert_eq!(flow.calendar(), [first_of(2001, 1)]);
    assert!(Timeline::of_years([]).unwrap().calendar().is_empty());
}
