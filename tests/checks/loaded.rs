//! The checks on loaded tables: what they find, what they leave alone, and what disagrees.

use bilat::checks::additivity::{Agreement, Level, Totals};
use bilat::checks::breaks::Breaks;
use bilat::checks::diversion::{Diversion, Ranking};
use bilat::checks::mirror_gap::BothReports;
use bilat::checks::quality::Quality;
use bilat::checks::vintages::{Order, Vintages};
use bilat::checks::{Examine, Examined};
use bilat::model::period::{Frequency, first_day, parse_date, to_days};
use bilat::{Basis, Flow, FlowTable, Kind, Pair, Side, Source};

fn flow(exporter: &str, importer: &str, side: Side, year: i32, value: f64) -> Flow {
    Flow {
        period: to_days(first_day(year)),
        exporter: exporter.to_owned(),
        importer: importer.to_owned(),
        side,
        kind: Kind::Total,
        product: "TOTAL".to_owned(),
        value: Some(value),
        quantity: None,
        quantity_unit: String::new(),
        source: "desk".to_owned(),
    }
}

fn of_product(product: &str, flow: Flow) -> Flow {
    Flow {
        product: product.to_owned(),
        ..flow
    }
}

fn table(flows: Vec<Flow>) -> FlowTable {
    by(Frequency::Year, flows)
}

fn by(frequency: Frequency, flows: Vec<Flow>) -> FlowTable {
    let mut sources: Vec<Source> = Vec::new();
    for flow in &flows {
        if sources.iter().all(|source| source.id != flow.source) {
            sources.push(Source {
                id: flow.source.clone(),
                publisher: "A desk".to_owned(),
                title: "figures".to_owned(),
                ..Source::default()
            });
        }
    }
    let basis = Basis {
        frequency,
        ..Basis::yearly_dollars()
    };
    FlowTable::new((2..).zip(flows).collect(), basis, sources).unwrap()
}

fn page(found: &Examined) -> String {
    bilat::outputs::page::markdown(&found.page).unwrap()
}

fn numbers(found: &Examined, name: &str) -> Vec<Option<f64>> {
    let column = found.table.data.column(name).unwrap();
    column.f64().unwrap().iter().collect()
}

fn words(found: &Examined, name: &str) -> Vec<String> {
    let column = found.table.data.column(name).unwrap();
    let cell = |cell: Option<&str>| cell.unwrap_or_default().to_owned();
    column.str().unwrap().iter().map(cell).collect()
}

fn pair() -> Pair {
    Pair::new("CHN", "NOR").unwrap()
}

// Mirror

#[test]
fn a_mirror_of_one_source_wins_over_longer_reports_of_two() {
    let mut flows: Vec<Flow> = (2000..2010)
        .flat_map(|year| {
            let sent = flow("CHN", "NOR", Side::Exporter, year, 100.0);
            let received = flow("CHN", "NOR", Side::Importer, year, 300.0);
            [
                Flow {
                    source: "a".to_owned(),
                    ..sent
                },
                Flow {
                    source: "b".to_owned(),
                    ..received
                },
            ]
        })
        .collect();
    flows.push(flow("CHN", "NOR", Side::Exporter, 2005, 193.0));
    flows.push(flow("CHN", "NOR", Side::Importer, 2005, 212.0));
    let check = BothReports::of(pair().first, pair().second);
    let found = check.examine(&table(flows.clone())).unwrap();
    assert_eq!(found.table.data.height(), 1);
    let near = |name: &str, wanted: f64| {
        let got = numbers(&found, name)[0].unwrap();
        assert!((got - wanted).abs() < 5e-4, "{name}: {got}");
    };
    near("importer_over_exporter_ratio", 1.098446);
    near("gap_percent", 9.8446);
    near("symmetric_gap_percent", 9.3827);
    near("gap_log_points", 9.3896);
    near("adjusted_gap_percent", 3.6269);
    assert!(!found.disagrees);
    flows.truncate(20);
    let two = check.examine(&table(flows)).unwrap();
    assert_eq!(two.table.data.height(), 10);
    assert!(page(&two).contains("no one source has both sides"));
}

#[test]
fn a_side_that_is_silent_is_missing_and_never_zero() {
    let flows = vec![
        flow("CHN", "NOR", Side::Exporter, 2008, 100.0),
        flow("CHN", "NOR", Side::Importer, 2008, 110.0),
        flow("CHN", "NOR", Side::Exporter, 2009, 120.0),
        flow("NOR", "CHN", Side::Importer, 2009, 50.0),
    ];
    let check = BothReports::of(pair().first, pair().second);
    let found = check.examine(&table(flows)).unwrap();
    assert_eq!(
        numbers(&found, "importer_value"),
        [Some(110.0), None, Some(50.0)]
    );
    assert_eq!(
        numbers(&found, "exporter_value"),
        [Some(100.0), Some(120.0), None]
    );
    assert_eq!(
        words(&found, "reported_by"),
        ["both", "China alone", "China alone"]
    );
    let page = page(&found);
    assert!(page.contains("China alone reports this flow"), "{page}");
    assert!(
        page.contains("not testable") || page.contains("Causes that these figures cannot test")
    );
}

#[test]
fn reconciled_figures_have_no_mirror() {
    let flows = vec![flow("CHN", "NOR", Side::Reconciled, 2008, 100.0)];
    let check = BothReports::of(pair().first, pair().second);
    let error = check.examine(&table(flows)).unwrap_err().to_string();
    assert!(
        error.contains("as the exporter or the importer reports them"),
        "{error}"
    );
}

// Totals

#[test]
fn every_level_of_a_table_is_added_up() {
    let sent = |to: &str, value| flow("CHN", to, Side::Exporter, 2020, value);
    let flows = vec![
        sent("WLD", 100.0),
        sent("NOR", 60.0),
        sent("SWE", 30.0),
        sent("EFTA", 60.0),
        of_product("01", sent("NOR", 20.0)),
        of_product("02", sent("NOR", 40.0)),
        of_product("0101", sent("NOR", 5.0)),
        of_product("0102", sent("NOR", 25.0)),
    ];
    let check = Totals {
        unit: Some(1.0),
        ..Totals::default()
    };
    let report = check.report(&table(flows.clone())).unwrap();
    let levels: Vec<(String, usize, usize, usize)> = report
        .levels
        .iter()
        .map(|one| (one.level.words(), one.agree, one.short, one.over))
        .collect();
    let expected = [
        ("partners to the world", 0, 1, 0),
        // Iceland, Liechtenstein and Switzerland have no row, and can hold nothing more.
        ("members to groups", 1, 0, 0),
        ("2-digit products to all goods", 1, 0, 0),
        ("4-digit products to all goods", 0, 1, 0),
        ("4-digit products to 2-digit ones", 0, 0, 1),
    ];
    let expected = expected.map(|(words, a, s, o)| (words.to_owned(), a, s, o));
    assert_eq!(levels, expected);
    let found = check.examine(&table(flows)).unwrap();
    assert!(found.disagrees);
    assert_eq!(words(&found, "agreement")[0], "over");
    assert_eq!(numbers(&found, "difference")[0], Some(-10.0));
}

#[test]
fn parts_that_fall_short_in_most_totals_are_a_selection_and_one_that_does_is_wrong() {
    let year = |year: i32, sweden: f64| {
        let sent = |to: &str, value| flow("CHN", to, Side::Exporter, year, value);
        [sent("WLD", 105.0), sent("NOR", 65.0), sent("SWE", sweden)]
    };
    let one_wrong: Vec<Flow> = [year(2018, 40.0), year(2019, 40.0), year(2020, 30.0)].concat();
    let found = Totals::default().examine(&table(one_wrong)).unwrap();
    assert!(found.disagrees);
    assert_eq!(words(&found, "agreement"), ["short", "agrees", "agrees"]);
    let selected = [year(2018, 20.0), year(2019, 25.0), year(2020, 40.0)].concat();
    let found = Totals::default().examine(&table(selected)).unwrap();
    assert!(!found.disagrees);
    assert_eq!(words(&found, "agreement")[0], "short, as a selection is");
}

#[test]
fn months_are_held_against_their_year_and_a_missing_month_is_no_error() {
    let month = |number: u32, value: f64| Flow {
        period: to_days(parse_date(&format!("2020-{number:02}")).unwrap()),
        ..flow("CHN", "NOR", Side::Exporter, 2020, value)
    };
    let months: Vec<Flow> = (1..=12).map(|number| month(number, 11.0)).collect();
    let year = |value| table(vec![flow("CHN", "NOR", Side::Exporter, 2020, value)]);
    let check = |months: &[Flow]| Totals {
        others: vec![by(Frequency::Month, months.to_vec())],
        ..Totals::default()
    };
    assert!(!check(&months).examine(&year(132.0)).unwrap().disagrees);
    assert!(check(&months).examine(&year(120.0)).unwrap().disagrees);
    let found = check(&months[..11]).examine(&year(140.0)).unwrap();
    assert_eq!(words(&found, "agreement"), ["short, parts are missing"]);
    assert!(!found.disagrees);
}

#[test]
fn hs_codes_add_up_level_by_level_with_their_zeros() {
    let codes = [
        ("01", 12.0),
        ("0101", 5.0),
        ("0102", 7.0),
        ("010121", 2.0),
        ("010129", 3.0),
        ("010221", 6.0),
        ("TOTAL", 12.0),
    ];
    let sent = |value| flow("CHN", "NOR", Side::Exporter, 2010, value);
    let flows = codes.map(|(code, value)| of_product(code, sent(value)));
    let check = Totals {
        unit: Some(0.1),
        ..Totals::default()
    };
    let report = check.report(&table(flows.to_vec())).unwrap();
    let at = |long: usize, short: usize| {
        let level = Level::Codes { long, short };
        let own = report.checked.iter().filter(move |one| one.level == level);
        own.map(|one| (one.sum.name.as_str(), one.sum.agreement, one.sum.difference))
            .collect::<Vec<_>>()
    };
    let [(heads, agreement, _)] = at(4, 2)[..] else {
        panic!("{:?}", at(4, 2));
    };
    assert!(
        heads.ends_with(" 01") && agreement == Agreement::Agrees,
        "{heads}"
    );
    let sixes = at(6, 4);
    assert_eq!(sixes.len(), 2);
    assert!(sixes[0].0.ends_with(" 0102"), "{}", sixes[0].0);
    assert_eq!(sixes[0].2, Some(1.0));
    assert_eq!(sixes[1].1, Agreement::Agrees);
}

#[test]
fn eleven_months_are_a_year_with_one_missing() {
    let month = |number: u32| Flow {
        period: to_days(
            parse_date(&format!("{}-{:02}", 2010 + number / 12, number % 12 + 1)).unwrap(),
        ),
        ..flow("CHN", "NOR", Side::Exporter, 2010, 10.0)
    };
    let year = |year| flow("CHN", "NOR", Side::Exporter, year, 120.0);
    let check = Totals {
        others: vec![by(Frequency::Month, (0..23).map(month).collect())],
        unit: Some(1.0),
        ..Totals::default()
    };
    let report = check.report(&table(vec![year(2010), year(2011)])).unwrap();
    let sum = |year: &str| {
        let mut own = report.checked.iter().map(|one| &one.sum);
        own.find(|sum| sum.period.to_string() == year).unwrap()
    };
    let (whole, short) = (sum("2010"), sum("2011"));
    assert_eq!((whole.parts, whole.agreement), (12, Agreement::Agrees));
    assert_eq!(short.difference, Some(10.0));
    assert_eq!(short.missing, ["2011-12"]);
    assert_eq!(short.agreement, Agreement::ShortWithMissing);
}

#[test]
fn members_that_a_group_should_have_are_counted_as_missing() {
    let sent = |to: &str, value| flow("NOR", to, Side::Exporter, 2010, value);
    let flows = vec![sent("EFTA", 9.0), sent("CHE", 5.0), sent("DEU", 50.0)];
    let report = Totals::default().report(&table(flows)).unwrap();
    let sum = &report.checked[0].sum;
    assert_eq!(sum.difference, Some(4.0));
    assert!(sum.missing.contains(&"ISL".to_owned()), "{:?}", sum.missing);
    assert!(!sum.missing.contains(&"DEU".to_owned()));
}

#[test]
fn a_table_without_totals_is_refused_with_what_it_lacks() {
    let flows = vec![flow("CHN", "NOR", Side::Exporter, 2020, 1.0)];
    let error = Totals::default()
        .examine(&table(flows))
        .err()
        .unwrap()
        .to_string();
    assert!(
        error.contains("no total stands beside its parts"),
        "{error}"
    );
}

// Breaks

fn yearly(values: &[f64]) -> Vec<Flow> {
    let years = (1990..).zip(values);
    years
        .map(|(year, value)| flow("CHN", "NOR", Side::Importer, year, *value))
        .collect()
}

fn steady() -> Vec<f64> {
    (0..26)
        .map(|year| {
            1_234_567.0 * (0.08 * f64::from(year) + 0.02 * f64::from(year * year % 7)).exp()
        })
        .map(f64::round)
        .collect()
}

#[test]
fn a_steady_series_has_no_slip_and_a_unit_that_changes_disagrees() {
    let check = Breaks::default();
    assert!(!check.examine(&table(yearly(&steady()))).unwrap().disagrees);
    let mut thousandfold = steady();
    thousandfold[20..]
        .iter_mut()
        .for_each(|value| *value *= 1e3);
    let found = check.examine(&table(yearly(&thousandfold))).unwrap();
    assert!(found.disagrees);
    assert!(words(&found, "finding").contains(&"jump by a power of ten".to_owned()));
    assert!(page(&found).contains("as a change of unit would make it"));
}

#[test]
fn a_copied_year_disagrees_and_a_rounded_twin_does_not() {
    let mut copied = steady();
    copied[8] = copied[7];
    assert!(
        Breaks::default()
            .examine(&table(yearly(&copied)))
            .unwrap()
            .disagrees
    );
    let rounded: Vec<f64> = steady()
        .iter()
        .map(|value| (value / 1e6).round() * 1e6)
        .collect();
    let found = Breaks::default().examine(&table(yearly(&rounded))).unwrap();
    assert!(words(&found, "finding").contains(&"repeats the period before".to_owned()));
    assert!(!found.disagrees);
}

#[test]
fn events_of_one_date_are_one_and_only_the_date_is_said_of_them() {
    let check = Breaks {
        events: vec![
            ("Prize".to_owned(), parse_date("2010-10-08").unwrap()),
            ("Talks".to_owned(), parse_date("2010-12").unwrap()),
        ],
        own_alone: true,
        ..Breaks::default()
    };
    let found = check.examine(&table(yearly(&steady()))).unwrap();
    let page = page(&found);
    assert!(
        page.contains(
            "The date is that of `Prize; Talks`; that the two fall together does not show"
        ),
        "{page}"
    );
    let few = check.examine(&table(yearly(&steady()[10..]))).unwrap();
    assert!(numbers(&few, "p").iter().all(Option::is_none));
}

// Diversion

#[test]
fn third_places_are_ranked_where_both_legs_rose() {
    let mut flows = Vec::new();
    for year in 2007..=2013 {
        let after = year > 2010;
        let rise = |before: f64, by: f64| if after { before + by } else { before };
        let mut add = |from: &str, to: &str, value| {
            flows.push(flow(from, to, Side::Importer, year, value));
        };
        add("NOR", "CHN", rise(100.0, -40.0));
        add("NOR", "VNM", rise(10.0, 30.0));
        add("VNM", "CHN", rise(200.0, 25.0));
        add("NOR", "JPN", rise(50.0, 50.0));
        add("JPN", "CHN", rise(500.0, -5.0));
        add("NOR", "WLD", rise(1000.0, 0.0));
        add("WLD", "CHN", rise(9000.0, 0.0));
    }
    let pair = Pair::new("NOR", "CHN").unwrap();
    let event = parse_date("2010-10-08").unwrap();
    let check = Diversion::of(pair.first, pair.second, event);
    let found = check.examine(&table(flows.clone())).unwrap();
    assert_eq!(words(&found, "place"), ["VNM", "JPN"]);
    assert_eq!(numbers(&found, "through_value"), [Some(25.0), Some(0.0)]);
    assert_eq!(numbers(&found, "of_fall_percent")[0], Some(62.5));
    assert!(page(&found).contains("does not show that the same goods took another way"));
    assert!(!found.disagrees);
    // Without published totals, the partners themselves are what grew.
    flows.retain(|flow| flow.exporter != "WLD" && flow.importer != "WLD");
    let check = Diversion {
        ranking: Ranking::BeyondGrowth,
        ..check
    };
    assert!(page(&check.examine(&table(flows.clone())).unwrap()).contains("sums of the partners"));
    flows.retain(|flow| flow.year() != 2008);
    let error = check.examine(&table(flows)).unwrap_err().to_string();
    assert!(error.contains("`NOR>CHN` has no figure in 2008"), "{error}");
}

// Vintages

#[test]
fn a_revision_disagrees_only_if_a_conclusion_turns() {
    let version = |norway: f64, source: &str| {
        let of = |to: &str, year, value| Flow {
            source: source.to_owned(),
            ..flow("CHN", to, Side::Exporter, year, value)
        };
        table(vec![
            of("NOR", 2019, 100.0),
            of("NOR", 2020, norway),
            of("SWE", 2020, 200.0),
        ])
    };
    let compare = |norway: f64| {
        let check = Vintages {
            old: version(110.0, "2021_download"),
            names: ["old.csv".to_owned(), "new.csv".to_owned()],
            order: Order::Absolute,
        };
        check.examine(&version(norway, "2022_download")).unwrap()
    };
    assert_eq!(compare(110.0).table.data.height(), 0);
    let revised = compare(120.0);
    assert_eq!(words(&revised, "finding"), ["changed"]);
    assert!(!revised.disagrees);
    let turned = compare(90.0);
    assert!(
        turned.disagrees
            && page(&turned)
                .contains("NOR in 2020: +10.0% in the old table, −10.0% in the new one")
    );
    assert!(compare(250.0).disagrees, "the rank turns");
}

// All

#[test]
fn a_quality_sheet_counts_what_is_there_twice_and_what_is_not_there() {
    let mut flows = yearly(&steady());
    flows[3].value = None;
    flows.remove(10);
    let extra = flows[0].clone();
    let odd = Flow {
        value: Some(5.0),
        ..flows[1].clone()
    };
    let clash = vec![flows[1].clone(), odd];
    flows.remove(1);
    let check = Quality {
        repeated: vec![(Frequency::Year, (extra, 1))],
        conflicts: vec![(Frequency::Year, clash)],
        ..Quality::default()
    };
    let found = check.examine(&table(flows.clone())).unwrap();
    let count = |name: &str| {
        let column = found.table.data.column(name).unwrap();
        column.u32().unwrap().get(0)
    };
    assert_eq!(count("missing"), Some(1));
    assert_eq!(count("twice"), Some(1));
    assert_eq!(count("conflicts"), Some(1));
    assert!(found.disagrees);
    let clean = Quality::default().examine(&table(flows)).unwrap();
    assert!(!clean.disagrees, "{}", page(&clean));
}

#[test]
fn the_bundled_figures_have_a_sheet_on_which_nothing_disagrees() {
    let found = Quality::default()
        .examine(&bilat::bundled_flows().unwrap())
        .unwrap();
    assert!(!found.disagrees, "{}", page(&found));
    assert_eq!(found.table.data.height(), 7);
}
