use bilat::indicators::dynamics::timeline::first_of;
use bilat::indicators::prices::baskets::Baskets;
use bilat::indicators::prices::index::{Index, Linking, PriceIndex};
use bilat::indicators::reason::Reason;
use bilat::model::period::Frequency;

use super::{basket, yearly};
use crate::indicators::near;

/// One product that costs 1 in 2019, 2 in 2020, and in 2021 its month's number; sold one a month.
fn months(gone: Option<(i32, u32)>) -> Baskets {
    let price = |year: i32, month: u32| match year {
        2019 => 1.0,
        2020 => 2.0,
        _ => f64::from(month),
    };
    let dates = (2019..=2021).flat_map(|year| (1..=12).map(move |month| (year, month)));
    let kept = dates.filter(|date| Some(*date) != gone);
    Baskets {
        frequency: Frequency::Month,
        by_period: kept
            .map(|(year, month)| {
                (
                    first_of(year, month),
                    basket(&[("a", price(year, month), 1.0)]),
                )
            })
            .collect(),
    }
}

fn index(baskets: &Baskets) -> Result<Index, Reason> {
    let index = PriceIndex {
        linking: Linking::AnnualOverlap,
        reference: Some(first_of(2020, 1)),
        ..PriceIndex::default()
    };
    index.of(baskets)
}

#[test]
fn months_are_held_against_the_whole_year_before() {
    let points = index(&months(None)).unwrap().points;
    assert_eq!(points[0].price, Err(Reason::FirstPeriod));
    near(points[12].price.clone().unwrap(), 100.0, 1e-12);
    // Costs 6, three times the mean of 2020, the reference.
    near(points[29].price.clone().unwrap(), 300.0, 1e-12);
    near(points[29].value.clone().unwrap(), 300.0, 1e-12);
    near(points[29].volume.clone().unwrap(), 100.0, 1e-12);
}

#[test]
fn a_month_missing_from_the_year_before_leaves_no_index() {
    let missing = Reason::NoFigureFor("2020-05".to_owned());
    assert_eq!(index(&months(Some((2020, 5)))), Err(missing));
    let early = index(&months(Some((2019, 5)))).unwrap().points;
    assert_eq!(
        early[14].price,
        Err(Reason::NoFigureFor("2019-05".to_owned()))
    );
    near(early[29].price.clone().unwrap(), 300.0, 1e-12);
}

#[test]
fn yearly_data_have_no_months_to_overlap() {
    let baskets = yearly([(2020, basket(&[("a", 1.0, 1.0)]))]);
    assert_eq!(index(&baskets), Err(Reason::YearlyData));
}
