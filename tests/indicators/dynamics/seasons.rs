use bilat::indicators::dynamics::seasons::{same_season, seasons, year_to_date};
use bilat::indicators::dynamics::timeline::{Step, Timeline};
use bilat::indicators::reason::Reason;

use crate::indicators::near;

fn at(steps: &[Step], expected: [(usize, f64); 3]) {
    for (place, expected) in expected {
        near(steps[place].figure.clone().unwrap(), expected, 1e-12);
    }
}

#[test]
fn pandas_finds_the_same_growth_month_by_month() {
    let flow = super::months();
    let expected = [(12, 32.0), (30, 17.1806167400881), (47, 14.1304347826087)];
    at(&same_season(&flow), expected);
    let expected = [(12, 32.0), (20, 11.3636363636364), (47, 10.4173622704508)];
    at(&year_to_date(&flow), expected);
}

#[test]
fn a_missing_month_stops_the_year_to_date_in_its_year_and_the_next() {
    let steps = year_to_date(&super::months_without(&[20]));
    let missing = Err(Reason::NoFigureFor("2019-09".to_owned()));
    assert!(steps[19].figure.is_ok());
    assert_eq!(steps[20].figure, Err(Reason::NoFigure));
    assert_eq!(steps[21].figure, missing);
    assert_eq!(steps[32].figure, missing);
    assert!(steps[31].figure.is_ok() && steps[36].figure.is_ok());
    assert_eq!(steps[0].figure, Err(Reason::FirstPeriod));
}

#[test]
fn a_series_that_begins_within_a_year_has_no_year_to_date_on_it() {
    let months = (3..=12).map(|month| ((2020, month), 1.0));
    let flow =
        Timeline::of_months(months.chain((1..=4).map(|month| ((2021, month), 2.0)))).unwrap();
    let steps = year_to_date(&flow);
    assert_eq!(steps.last().unwrap().figure, Err(Reason::FirstPeriod));
    near(
        same_season(&flow).last().unwrap().figure.clone().unwrap(),
        100.0,
        1e-12,
    );
}

#[test]
fn seasons_have_their_mean_growth_and_their_weight_in_the_year() {
    let found = seasons(&super::months());
    for (month, growth, index) in [
        (0, 21.153436202516, 59.4221815383783),
        (6, 12.116621128705, 103.304166859401),
        (11, 11.2338977394986, 112.846862102039),
    ] {
        near(found[month].growth.clone().unwrap(), growth, 1e-12);
        near(found[month].index.clone().unwrap(), index, 1e-12);
        assert_eq!((found[month].n, found[month].years), (3, 4));
    }
    let whole: f64 = found
        .iter()
        .map(|season| season.index.clone().unwrap())
        .sum();
    near(whole, 1200.0, 1e-12);
    assert_eq!(seasons(&super::months_without(&[20]))[0].years, 3);
}

#[test]
fn yearly_data_have_one_season() {
    let flow = Timeline::of_years([(2000, 1.0), (2001, 2.0)]).unwrap();
    let found = seasons(&flow);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].index, Ok(100.0));
    assert_eq!(year_to_date(&flow)[1].figure, Ok(100.0));
}
