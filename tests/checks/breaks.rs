//! Break tests against numbers computed elsewhere, and the rules that need no statistics.

use bilat::checks::breaks::{
    BreakCheck, Change, Event, Part, Search, coverage_changes, duplicated_periods,
    duplicated_sections, growth_outliers, jumps, known_breaks, level_break, unknown_break,
};
use bilat::checks::series::{Period, Series};
use proptest::prelude::*;

/// Imports of Norway from China, 2004 to 2019, US dollars, World Integrated Trade Solution.
const NORWAY: [f64; 16] = [
    2406510000.0,
    3112300000.0,
    3662910000.0,
    4850680000.0,
    5763210000.0,
    5349100000.0,
    6565410000.0,
    8290990000.0,
    8077560000.0,
    8260520000.0,
    8484220000.0,
    8049030000.0,
    8011720000.0,
    8409850000.0,
    8788330000.0,
    8751030000.0,
];

fn annual(first: i32, values: &[f64]) -> Series {
    let values: Vec<_> = values.iter().copied().map(Some).collect();
    Series::annual("CHN>NOR", first, &values).unwrap()
}

/// Log growth `mean` + `swing` · sin(1.7 i), lower by `fall` from index 14 on, as levels.
fn swinging(mean: f64, swing: f64, fall: f64) -> Series {
    let mut level = 0.0;
    let mut values = vec![1.0];
    for index in 0..24 {
        let lower = if index >= 14 { fall } else { 0.0 };
        level += mean + swing * (f64::from(index) * 1.7).sin() - lower;
        values.push(level.exp());
    }
    annual(2000, &values)
}

fn near(ours: f64, theirs: f64) {
    assert!(
        (ours / theirs - 1.0).abs() < 1e-8,
        "{ours} against {theirs}"
    );
}

#[test]
fn chow_on_growth_agrees_with_an_independent_reckoning() {
    let events = [
        Event::new("early", Period::year(2008)),
        Event::new("late", Period::year(2015)),
    ];
    let found = known_breaks(&swinging(0.08, 0.1, 0.06), &events);
    let early = found[0].as_ref().unwrap();
    assert_eq!(early.counts, (7, 17));
    assert_eq!(early.chow.unwrap().freedom, (1, 22));
    near(early.chow.unwrap().f, 1.1708731130699574);
    near(early.chow.unwrap().p, 0.290940372861225);
    near(early.means.0, 0.085757640032378);
    near(early.means.1, 0.04738077956494795);
    near(early.autocorrelation.unwrap(), -0.030128901316846902);
    let late = found[1].as_ref().unwrap();
    near(late.chow.unwrap().f, 4.608953992099266);
    near(late.chow.unwrap().p, 0.04308602545829258);
    // Holm: the smaller of two is doubled, the larger kept.
    near(late.p_holm.unwrap(), 2.0 * 0.04308602545829258);
    near(early.p_holm.unwrap(), 0.290940372861225);
}

#[test]
fn an_event_is_named_by_its_date_and_nothing_more() {
    let found = known_breaks(
        &swinging(0.08, 0.1, 0.06),
        &[Event::new("prize", Period::year(2015))],
    );
    assert_eq!(
        found[0].as_ref().unwrap().words,
        "mean growth a period was +9.0% before 2015 (14 rates) and +2.1% from then on (10 rates): \
         F(1, 22) = 4.61, p 0.043; the two differ by more than chance explains at five per cent. \
         The date is that of `prize`; that the two fall together does not show that one made the other"
    );
}

#[test]
fn fewer_than_twenty_growth_rates_are_described_and_not_tested() {
    let found = known_breaks(
        &annual(2004, &NORWAY),
        &[Event::new("prize", Period::year(2011))],
    );
    let prize = found[0].as_ref().unwrap();
    assert_eq!(
        (prize.counts, prize.chow, prize.p_holm),
        ((6, 9), None, None)
    );
    assert_eq!(
        prize.words,
        "mean growth a period was +18.2% before 2011 (6 rates) and +3.2% from then on (9 rates): \
         no test: 20 growth rates with 4 on each side are needed for one, so whether chance alone \
         makes such a difference cannot be said. The date is that of `prize`; that the two fall \
         together does not show that one made the other"
    );
}

#[test]
fn the_largest_f_agrees_with_numpy() {
    let found = unknown_break(&swinging(0.12, 0.05, 0.1), &[], &Search::default()).unwrap();
    near(found.f, 45.361491458414946);
    assert_eq!(found.at, Period::year(2015));
    assert_eq!(found.counts, (14, 10));
    assert_eq!(found.p, 0.001);
    assert_eq!(
        (found.searched.0, found.searched.1),
        (Period::year(2005), Period::year(2021))
    );
    // 100,000 permutations in numpy: 0.2546; 9,999 here.
    let search = Search {
        permutations: 9_999,
        ..Search::default()
    };
    let weak = unknown_break(&swinging(0.08, 0.1, 0.06), &[], &search).unwrap();
    near(weak.f, 4.608953992099271);
    assert!((weak.p - 0.2546).abs() < 0.015, "{}", weak.p);
    assert!(weak.words.contains("no break is claimed"));
}

#[test]
fn chow_on_levels_agrees_with_numpy() {
    let strong = swinging(0.12, 0.05, 0.1);
    let search = Search::default();
    let known = level_break(&strong, Some(Period::year(2014)), &[], &search).unwrap();
    near(known.chow.f, 593.5708297272387);
    near(known.chow.p, 3.3194418439257794e-19);
    let searched = level_break(&strong, None, &[], &search).unwrap();
    near(searched.chow.f, 612.511785119661);
    assert_eq!(searched.at, Period::year(2015));
    // 20,000 permutations in numpy: 0.0277; the textbook says 4e-9.
    let weak = swinging(0.08, 0.1, 0.06);
    let search = Search {
        permutations: 9_999,
        ..search
    };
    let weak = level_break(&weak, Some(Period::year(2014)), &[], &search).unwrap();
    near(weak.chow.f, 55.47962455168015);
    near(weak.chow.p, 4.156084042282742e-9);
    assert!((weak.p - 0.0277).abs() < 0.006, "{}", weak.p);
}

#[test]
fn a_level_is_tested_on_the_stretch_that_holds_the_date() {
    let mut values: Vec<_> = (0..60).map(|n| Some(1.0 + f64::from(n * n % 17))).collect();
    values[35] = None;
    let series = Series::annual("CHN>NOR", 1950, &values).unwrap();
    let at = |year| level_break(&series, Some(Period::year(year)), &[], &Search::default());
    assert_eq!(at(1970).unwrap().levels, 35);
    assert_eq!(at(2000).unwrap().levels, 24);
    assert_eq!(
        level_break(&series, None, &[], &Search::default())
            .unwrap()
            .levels,
        35
    );
    let gap = at(1985).unwrap_err().to_string();
    assert!(gap.contains("`CHN>NOR` has 0 figures in a row"), "{gap}");
}

#[test]
fn short_series_are_refused_with_what_they_would_need() {
    let series = annual(2004, &NORWAY[..8]);
    let events = [Event::new("crisis", Period::year(2011))];
    let report = BreakCheck {
        series: &series,
        events: &events,
        search: Search::default(),
    }
    .report();
    let Part::Refused(why) = &report.known[0] else {
        panic!()
    };
    assert_eq!(
        why,
        "nothing is left: `CHN>NOR` has 6 growth rates before and 1 after `crisis`; growth around \
         a date is described with 2 rates on each side and tested from 20 on with 4 on each side, \
         so give more years or months"
    );
    assert!(report.unknown.tested().is_none() && report.unknown_level.tested().is_none());
    assert!(report.carries.words.contains("too few for any test"));
    assert_eq!(report.carries.detectable, None);
    let longer = annual(2004, &NORWAY);
    let report = BreakCheck {
        series: &longer,
        events: &events,
        search: Search::default(),
    }
    .report();
    assert!(report.known[0].tested().is_some() && report.unknown.tested().is_none());
    assert!(report.carries.words.contains("too few for any test"));
}

#[test]
fn constant_growth_and_odd_series_are_refused_without_panic() {
    let doubling: Vec<f64> = (0..30).map(|year| 2f64.powi(year)).collect();
    let events = [Event::new("x", Period::year(2015))];
    for values in [doubling, vec![5.0; 30], vec![0.0; 30], vec![]] {
        let series = annual(2000, &values);
        let report = BreakCheck {
            series: &series,
            events: &events,
            search: Search::default(),
        }
        .report();
        assert!(report.known[0].tested().is_none(), "{values:?}");
        assert!(report.unknown.tested().is_none());
        assert!(report.known_levels[0].tested().is_none());
    }
}

#[test]
fn a_repeated_year_is_found_and_a_repeated_zero_is_not() {
    let series = annual(2003, &[1.0, 2.0, 2.0, 3.0, 0.0, 0.0, 3.0]);
    let found = duplicated_periods(&series);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].period, Period::year(2005));
    let gap = Series::annual("x", 2003, &[Some(2.0), None, Some(2.0)]).unwrap();
    assert!(duplicated_periods(&gap).is_empty());
}

#[test]
fn a_year_that_most_partners_repeat_is_a_repeated_section() {
    let table: Vec<_> = (0..4u8)
        .map(|n| {
            let third = if n == 3 { 7.5 } else { f64::from(n) + 2.0 };
            annual(2003, &[f64::from(n) + 1.0, f64::from(n) + 2.0, third])
        })
        .collect();
    let found = duplicated_sections(&table);
    assert_eq!(found.len(), 1);
    assert_eq!(
        (found[0].equal, found[0].compared, found[0].share),
        (3, 4, 0.75)
    );
    assert_eq!(found[0].period, Period::year(2005));
    assert!(duplicated_sections(&table[2..]).is_empty());
}

#[test]
fn jumps_are_told_with_their_way_back() {
    let stays = jumps(&annual(2003, &[1.0, 1.1, 1200.0, 1300.0]));
    assert_eq!(
        (stays.len(), stays[0].factor, stays[0].back),
        (1, 1000.0, None)
    );
    let back = jumps(&annual(2003, &[1.0, 1.1, 0.0011, 0.0012, 1.3]));
    assert_eq!((back.len(), back[0].factor), (1, 0.001));
    assert_eq!(back[0].back, Some(Period::year(2007)));
    assert!(jumps(&annual(2003, &[1.0, 5.0, 0.0, 1.0, 1.0])).is_empty());
    assert!(
        jumps(&annual(2003, &[1.0, 10.0, 11.0])).is_empty(),
        "ten alone is no unit"
    );
    let steady = [1.0, 1.1, 1.2, 1.3, 1.35, 1.4, 1.5, 15.0, 16.0];
    assert_eq!(jumps(&annual(2003, &steady))[0].factor, 10.0);
}

#[test]
fn keys_that_come_and_go_are_ranked_by_their_share() {
    let one = |key: &str, values: &[Option<f64>]| Series::annual(key, 2003, values).unwrap();
    let table = [
        one("DEU", &[Some(6.0), Some(6.0), Some(6.0)]),
        one("SWE", &[None, Some(2.0), Some(3.0)]),
        one("DNK", &[Some(2.0), None, Some(1.0)]),
        one("FIN", &[Some(4.0), Some(4.0), None]),
    ];
    let found: Vec<_> = coverage_changes(&table)
        .into_iter()
        .map(|c| (c.key, c.change, c.period.to_string(), c.share.unwrap()))
        .collect();
    let expected = [
        ("FIN", Change::Ends, "2004", 4.0 / 12.0),
        ("SWE", Change::Begins, "2004", 2.0 / 12.0),
        ("DNK", Change::Gap { periods: 1 }, "2004", 2.0 / 12.0),
    ];
    assert_eq!(found.len(), 3);
    for (key, change, period, share) in expected {
        assert!(
            found.contains(&(key.to_owned(), change, period.to_owned(), share)),
            "{key}"
        );
    }
    assert_eq!(found[0].0, "FIN");
}

#[test]
fn a_spike_is_told_from_a_step() {
    let steady: Vec<f64> = (0..12)
        .map(|n| 100.0 * 1.05f64.powi(n) * (1.0 + 0.01 * (n as f64).sin()))
        .collect();
    let mut spike = steady.clone();
    spike[6] *= 2.0;
    let found = growth_outliers(&annual(2003, &spike));
    assert_eq!((found.len(), found[0].undone), (2, Some(true)));
    let mut step = steady;
    step.iter_mut().skip(6).for_each(|value| *value *= 2.0);
    let found = growth_outliers(&annual(2003, &step));
    assert_eq!(
        (found.len(), found[0].period, found[0].undone),
        (1, Period::year(2009), Some(false))
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn the_unit_changes_no_test(values in prop::collection::vec(1.0f64..1e6, 22..40), power in -3i32..10) {
        let unit = 10f64.powi(power);
        let scaled: Vec<f64> = values.iter().map(|value| value * unit).collect();
        let search = Search { permutations: 39, ..Search::default() };
        let events = [Event::new("x", Period::year(2011))];
        let report = |values: &[f64]| {
            let series = annual(2000, values);
            BreakCheck { series: &series, events: &events, search }.report()
        };
        let (a, b) = (report(&values), report(&scaled));
        let (f, g) = (a.known[0].tested().unwrap(), b.known[0].tested().unwrap());
        let (f, g) = (f.chow.unwrap().f, g.chow.unwrap().f);
        prop_assert!((f - g).abs() <= 1e-7 * f.max(1e-3));
        let (f, g) = (a.unknown.tested().unwrap(), b.unknown.tested().unwrap());
        prop_assert_eq!(f.at, g.at);
        prop_assert_eq!(f.p, g.p);
        let (f, g) = (a.unknown_level.tested().unwrap(), b.unknown_level.tested().unwrap());
        prop_assert_eq!((f.at, f.p), (g.at, g.p));
        prop_assert_eq!(a.jumps.len(), b.jumps.len());
        prop_assert_eq!(a.outliers.len(), b.outliers.len());
    }
}
