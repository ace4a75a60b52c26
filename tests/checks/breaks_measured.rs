//! How often the break tests are wrong and how often they see what is there, measured on seeded
//! series. The rates stated in the documentation are the ones that these tests print and bound.

use bilat::checks::breaks::{
    Event, Search, UNKNOWN_GROWTHS, detectable, growth_outliers, jumps, known_breaks, level_break,
    unknown_break,
};
use bilat::checks::series::{Period, Series};
use bilat::checks::statistics::Random;

/// Levels that start at a billion and grow by these log rates.
fn levels(growths: &[f64]) -> Series {
    let mut level = 1e9f64.ln();
    let steps = growths.iter().map(|growth| {
        level += growth;
        level.exp()
    });
    let values: Vec<_> = std::iter::once(1e9).chain(steps).map(Some).collect();
    Series::annual("x", 1980, &values).unwrap()
}

/// Growth of 5 per cent a year with a scatter of 10, leaning on the year before by `lean`, and
/// higher by `shift` from index `from` on.
fn growths(random: &mut Random, count: usize, lean: f64, from: usize, shift: f64) -> Vec<f64> {
    let mut last = 0.0;
    (0..count)
        .map(|index| {
            last = lean * last + (1.0 - lean * lean).sqrt() * random.normal();
            0.05 + 0.1 * last + if index >= from { shift } else { 0.0 }
        })
        .collect()
}

/// The share of `runs` seeded series for which `found` holds.
fn rate(runs: usize, mut found: impl FnMut(&mut Random) -> bool) -> f64 {
    let mut random = Random::new(20_101_008);
    (0..runs).filter(|_| found(&mut random)).count() as f64 / runs as f64
}

fn known_alarm(series: &Series, first_after: i32) -> bool {
    let event = Event::new("x", Period::year(first_after));
    let found = known_breaks(series, &[event]);
    found[0].as_ref().unwrap().chow.unwrap().p < 0.05
}

const SEARCH: Search = Search {
    trim: 0.15,
    permutations: 199,
    seed: 7,
};

#[test]
fn a_known_date_raises_five_false_alarms_in_a_hundred_on_independent_growth() {
    for count in [20, 40] {
        let alarms = rate(4000, |random| {
            let series = levels(&growths(random, count, 0.0, 0, 0.0));
            known_alarm(&series, 1981 + count as i32 / 2)
        });
        println!("known date, {count} independent growth rates: {alarms:.3}");
        assert!((0.038..0.062).contains(&alarms), "{count}: {alarms}");
    }
}

#[test]
fn a_known_date_raises_many_false_alarms_on_growth_that_leans_on_the_year_before() {
    let alarms = rate(4000, |random| {
        let series = levels(&growths(random, 20, 0.5, 0, 0.0));
        known_alarm(&series, 1991)
    });
    println!("known date, 20 growth rates with autocorrelation 0.5: {alarms:.3}");
    assert!((0.21..0.29).contains(&alarms), "{alarms}");
}

#[test]
fn a_searched_date_raises_five_false_alarms_in_a_hundred_on_independent_growth() {
    for count in [UNKNOWN_GROWTHS, 40] {
        let alarms = rate(1000, |random| {
            let series = levels(&growths(random, count, 0.0, 0, 0.0));
            unknown_break(&series, &[], &SEARCH).unwrap().p < 0.05
        });
        println!("searched date, {count} independent growth rates: {alarms:.3}");
        assert!((0.030..0.070).contains(&alarms), "{count}: {alarms}");
    }
    let leaning = rate(1000, |random| {
        let series = levels(&growths(random, 20, 0.5, 0, 0.0));
        unknown_break(&series, &[], &SEARCH).unwrap().p < 0.05
    });
    println!("searched date, 20 growth rates with autocorrelation 0.5: {leaning:.3}");
    assert!((0.25..0.38).contains(&leaning), "{leaning}");
}

#[test]
fn the_textbook_test_of_levels_fails_on_random_walks_and_the_counted_one_does_not() {
    let mut textbook = 0;
    let runs = 2000;
    let counted = rate(runs, |random| {
        let series = levels(&growths(random, 24, 0.0, 0, 0.0));
        let one = level_break(&series, Some(Period::year(1992)), &[], &SEARCH).unwrap();
        textbook += usize::from(one.chow.p < 0.05);
        one.p < 0.05
    });
    let textbook = textbook as f64 / runs as f64;
    println!("level, known date, random walks of 25: counted {counted:.3}, textbook {textbook:.3}");
    assert!((0.030..0.062).contains(&counted), "{counted}");
    assert!((0.70..0.80).contains(&textbook), "{textbook}");
    let searched = rate(1000, |random| {
        let series = levels(&growths(random, 24, 0.0, 0, 0.0));
        level_break(&series, None, &[], &SEARCH).unwrap().p < 0.05
    });
    println!("level, searched date, random walks of 25: {searched:.3}");
    assert!((0.025..0.070).contains(&searched), "{searched}");
}

#[test]
fn the_level_test_sees_a_new_slope_and_mostly_misses_a_single_step() {
    let power = |shift: f64, step: f64| {
        rate(400, |random| {
            let mut rates = growths(random, 24, 0.0, 12, shift);
            rates[11] += step;
            level_break(&levels(&rates), Some(Period::year(1992)), &[], &SEARCH)
                .unwrap()
                .p
                < 0.05
        })
    };
    let (slope, step) = (power(0.2, 0.0), power(0.0, 0.5));
    println!(
        "level, known date, 25 figures: slope steeper by two sd {slope:.3}, a step of five sd {step:.3}"
    );
    assert!(slope > 0.93, "{slope}");
    assert!((0.25..0.45).contains(&step), "{step}");
}

#[test]
fn a_level_that_returns_to_its_trend_raises_fewer_false_alarms() {
    let alarms = rate(400, |random| {
        let values: Vec<_> = (0..25)
            .map(|year| Some((20.0 + 0.05 * f64::from(year) + 0.1 * random.normal()).exp()))
            .collect();
        let series = Series::annual("x", 1980, &values).unwrap();
        level_break(&series, Some(Period::year(1992)), &[], &SEARCH)
            .unwrap()
            .p
            < 0.05
    });
    println!("level, known date, scatter about a trend: {alarms:.3}");
    assert!(alarms < 0.05, "{alarms}");
}

#[test]
fn the_stated_detectable_shift_is_found_four_times_in_five() {
    for count in [20, 40] {
        let shift = detectable(count / 2, count / 2, 0.1).unwrap();
        let power = rate(4000, |random| {
            let series = levels(&growths(random, count, 0.0, count / 2, shift));
            known_alarm(&series, 1981 + count as i32 / 2)
        });
        println!(
            "known date, {count} growth rates, shift {:.2} sd: {power:.3}",
            shift / 0.1
        );
        assert!((0.77..0.83).contains(&power), "{count}: {power}");
    }
}

#[test]
fn a_searched_date_is_found_as_often_as_stated_and_mostly_in_its_place() {
    let cases = [
        (20, 0.1, 0.26..0.42),
        (20, 0.2, 0.87..0.97),
        (40, 0.1, 0.62..0.80),
    ];
    for (count, shift, expected) in cases {
        let (mut near, mut found) = (0, 0);
        let power = rate(400, |random| {
            let series = levels(&growths(random, count, 0.0, count / 2, shift));
            let one = unknown_break(&series, &[], &SEARCH).unwrap();
            let hit = one.p < 0.05;
            found += usize::from(hit);
            let truth = Period::year(1981 + count as i32 / 2);
            near += usize::from(hit && one.at.since(truth).abs() <= 1);
            hit
        });
        let near = near as f64 / f64::from(found.max(1) as u32);
        println!(
            "searched date, {count} growth rates, shift {:.0} sd: found {power:.3}, of these within a year {near:.3}",
            shift / 0.1
        );
        assert!(expected.contains(&power), "{count}: {power}");
        assert!(near > 0.4, "{near}");
    }
    let detectable = detectable(10, 10, 0.1).unwrap() * 1.25;
    let power = rate(400, |random| {
        let series = levels(&growths(random, 20, 0.0, 10, detectable));
        unknown_break(&series, &[], &SEARCH).unwrap().p < 0.05
    });
    println!(
        "searched date, 20 growth rates, a quarter more than the detectable shift: {power:.3}"
    );
    assert!((0.74..0.86).contains(&power), "{power}");
}

#[test]
fn jumps_are_rare_where_growth_is_random_and_found_where_units_change() {
    for (scatter, most) in [(0.2, 0.0), (0.5, 0.0), (1.0, 0.045)] {
        let alarms = rate(2000, |random| {
            let growths: Vec<_> = (0..20).map(|_| scatter * random.normal()).collect();
            !jumps(&levels(&growths)).is_empty()
        });
        println!("jumps, 20 growth rates with a scatter of {scatter}: {alarms:.4}");
        assert!(alarms <= most, "{scatter}: {alarms}");
    }
    for (factor, least) in [(1000.0f64, 0.94), (100.0, 0.94), (10.0, 0.94)] {
        let found = rate(1000, |random| {
            let mut rates = growths(random, 20, 0.0, 0, 0.0);
            rates[12] += factor.ln();
            let found = jumps(&levels(&rates));
            found.len() == 1 && found[0].factor == factor && found[0].period == Period::year(1993)
        });
        println!("jumps by {factor} among growth with a scatter of 0.1: {found:.3}");
        assert!(found >= least, "{factor}: {found}");
    }
}

#[test]
fn outliers_are_as_rare_on_normal_growth_as_stated() {
    for (count, expected) in [(7, 0.14..0.21), (15, 0.07..0.16), (20, 0.07..0.13)] {
        let alarms = rate(4000, |random| {
            !growth_outliers(&levels(&growths(random, count, 0.0, 0, 0.0))).is_empty()
        });
        println!("outliers among {count} normal growth rates: {alarms:.3}");
        assert!(expected.contains(&alarms), "{count}: {alarms}");
    }
}
