use bilat::indicators::dynamics::rate::Against;
use bilat::indicators::dynamics::regularity::{Run, regularity};
use bilat::indicators::dynamics::timeline::{Timeline, first_of};
use bilat::indicators::reason::Reason;

use crate::indicators::near;

fn run(first: i32, last: i32, length: usize) -> Option<Run> {
    Some(Run {
        first: first_of(first, 1),
        last: first_of(last, 1),
        length,
    })
}

#[test]
fn rises_falls_and_runs_are_counted() {
    let values = [10.0, 12.0, 13.0, 13.0, 11.0, 12.0, 15.0, 16.0];
    let flow = Timeline::of_years((2000..).zip(values)).unwrap();
    let found = regularity(&flow, Against::YearBefore);
    assert_eq!(
        (found.n, found.rises, found.falls, found.level),
        (7, 5, 1, 1)
    );
    assert_eq!(found.longest_rise, run(2005, 2007, 3));
    assert_eq!(found.longest_fall, run(2004, 2004, 1));
    assert_eq!(found.current, run(2005, 2007, 3));
    assert_eq!((found.reversals, found.gaps), (1, 0));
    near(found.sign_consistency.unwrap(), 4.0 / 7.0, 1e-12);
    near(found.share_of_rises.unwrap(), 500.0 / 7.0, 1e-12);
    near(found.directness.unwrap(), 6.0 / 10.0, 1e-12);
    let (best, worst) = (found.best.unwrap(), found.worst.unwrap());
    assert_eq!((best.0, worst.0), (first_of(2006, 1), first_of(2004, 1)));
    near(best.1, 25.0, 1e-12);
}

#[test]
fn a_gap_ends_a_run_and_leaves_two_rates_out() {
    let values = [
        (2000, 1.0),
        (2001, 2.0),
        (2002, 3.0),
        (2004, 4.0),
        (2005, 5.0),
    ];
    let found = regularity(&Timeline::of_years(values).unwrap(), Against::YearBefore);
    assert_eq!((found.n, found.rises, found.gaps), (3, 3, 1));
    assert_eq!(found.longest_rise, run(2001, 2002, 2));
    assert_eq!(found.current, run(2005, 2005, 1));
    assert_eq!(found.sign_consistency, Ok(1.0));
    assert_eq!(
        found.directness,
        Err(Reason::NoFigureFor("2003".to_owned()))
    );
}

#[test]
fn a_single_year_and_a_flat_line_have_reasons() {
    let one = regularity(
        &Timeline::of_years([(2000, 1.0)]).unwrap(),
        Against::YearBefore,
    );
    assert_eq!((one.n, one.current), (0, None));
    assert_eq!(one.sign_consistency, Err(Reason::TooFew(1)));
    assert_eq!(one.directness, Err(Reason::TooFew(2)));
    let flat = Timeline::of_years((2000..2004).map(|year| (year, 5.0))).unwrap();
    let flat = regularity(&flat, Against::YearBefore);
    assert_eq!((flat.level, flat.longest_rise), (3, None));
    assert_eq!(flat.directness, Err(Reason::ZeroBase));
    assert_eq!(
        regularity(&Timeline::of_years([]).unwrap(), Against::YearBefore).n,
        0
    );
}

#[test]
fn months_are_held_against_the_month_or_the_year_before() {
    let flow = super::months();
    let yearly = regularity(&flow, Against::YearBefore);
    assert_eq!((yearly.n, yearly.rises), (36, 36));
    let monthly = regularity(&flow, Against::PeriodBefore);
    // As pandas counts them.
    assert_eq!(
        (monthly.rises, monthly.falls, monthly.reversals),
        (28, 19, 38)
    );
    assert_eq!(monthly.longest_rise.unwrap().length, 2);
    near(monthly.directness.unwrap(), 0.052708997303260605, 1e-12);
}
