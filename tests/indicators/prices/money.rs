use bilat::indicators::dynamics::timeline::{Timeline, first_of};
use bilat::indicators::prices::money::{Named, Quote, convert, deflate};
use bilat::indicators::reason::Reason;
use bilat::model::period::Frequency;

use crate::indicators::near;

fn cpi() -> Named {
    Named {
        name: "US CPI-U".to_owned(),
        frequency: Frequency::Year,
        by_period: [(2008, 215.303), (2009, 214.537), (2010, 218.056)]
            .map(|(year, level)| (first_of(year, 1), level))
            .into(),
    }
}

#[test]
fn values_in_prices_of_a_year() {
    let values = Timeline::of_years([(2008, 1.93), (2009, 2.28), (2011, 3.0)]).unwrap();
    let found = deflate(&values, &cpi(), 2010).unwrap();
    near(
        found[0].figure.clone().unwrap(),
        1.93 * 218.056 / 215.303,
        1e-12,
    );
    assert_eq!(found[2].figure, Err(Reason::NoFigure));
    let missing = Reason::NoRate("US CPI-U".to_owned(), "2011".to_owned());
    assert_eq!(found[3].figure, Err(missing.clone()));
    assert_eq!(deflate(&values, &cpi(), 2011), Err(missing));
    assert_eq!(
        deflate(&values, &cpi(), 1990).unwrap_err().to_string(),
        "US CPI-U has nothing for 1990"
    );
}

#[test]
fn months_take_the_level_of_their_year_but_never_the_reverse() {
    let values = Timeline::of_months([((2008, 3), 1.0)]).unwrap();
    let found = deflate(&values, &cpi(), 2009).unwrap();
    near(found[0].figure.clone().unwrap(), 214.537 / 215.303, 1e-12);
    let monthly = Named {
        frequency: Frequency::Month,
        by_period: (1..=12)
            .map(|month| (first_of(2009, month), f64::from(month)))
            .collect(),
        ..cpi()
    };
    near(monthly.for_year(2009).unwrap(), 6.5, 1e-12);
    let years = Timeline::of_years([(2009, 1.0)]).unwrap();
    let found = convert(&years, &monthly, Quote::NewPerOld);
    assert!(matches!(found[0].figure, Err(Reason::NoRate(..))));
}

#[test]
fn quotes_are_read_either_way() {
    let rates = |by_period| Named {
        name: "NOK per US dollar, annual average".to_owned(),
        frequency: Frequency::Year,
        by_period,
    };
    let values = Timeline::of_years([(2009, 6.2811), (2010, 6.0476)]).unwrap();
    let good = rates([(first_of(2009, 1), 6.2811), (first_of(2010, 1), 0.0)].into());
    let in_dollars = convert(&values, &good, Quote::OldPerNew);
    near(in_dollars[0].figure.clone().unwrap(), 1.0, 1e-12);
    assert_eq!(in_dollars[1].figure, Err(Reason::NotPositive));
    let back = convert(&values, &good, Quote::NewPerOld);
    near(back[0].figure.clone().unwrap(), 6.2811 * 6.2811, 1e-12);
}
