//! Measures of monthly and quarterly figures, from files.

use std::fs;

use bilat::measures::Ask;
use bilat::providers::{Options, load};
use bilat::{FlowTable, Table};

use super::{ask, set};
use crate::figures::{near, numbers, texts};

/// What is sold in a month: fish with a season and without growth, oil that doubles.
fn value(product: &str, year: i32, month: i32) -> f64 {
    match product {
        "03" => 100.0 + 10.0 * f64::from(month),
        _ => 50.0 * f64::from(year - 2018),
    }
}

fn loaded(lines: &[String]) -> FlowTable {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("months.csv");
    let header = "period,exporter,importer,product,value".to_owned();
    let text: Vec<String> = std::iter::once(header)
        .chain(lines.iter().cloned())
        .collect();
    fs::write(&file, text.join("\n") + "\n").unwrap();
    load(&[file], &Options::default()).unwrap().flows
}

/// 2020 and 2021 whole, and three months of 2022.
fn months() -> FlowTable {
    let mut lines = Vec::new();
    for (year, last) in [(2020, 12), (2021, 12), (2022, 3)] {
        for month in 1..=last {
            for product in ["03", "27"] {
                let value = value(product, year, month);
                lines.push(format!("{year}-{month:02},NOR,CHN,{product},{value}"));
            }
        }
    }
    loaded(&lines)
}

fn by_product(ask: Ask) -> Table {
    let ask = Ask {
        by: vec![bilat::measures::Dimension::Product],
        ..ask
    };
    ask.of(&months()).unwrap()
}

/// The figures of one product, in the order of periods.
fn of(table: &Table, product: &str, column: &str) -> Vec<Option<f64>> {
    let rows = texts(table, "product")
        .into_iter()
        .zip(numbers(table, column));
    rows.filter(|(code, _)| code.as_deref() == Some(product))
        .map(|(_, figure)| figure)
        .collect()
}

/// The sum of both products from January to a month.
fn so_far(year: i32, month: i32) -> f64 {
    (1..=month)
        .map(|month| value("03", year, month) + value("27", year, month))
        .sum()
}

#[test]
fn a_month_is_held_against_the_same_month_of_the_year_before() {
    let found = by_product(ask("same-month-growth"));
    let oil = of(&found, "27", "same_month_growth_percent");
    assert_eq!(oil.len(), 27);
    assert_eq!(oil[..12], [None; 12]);
    // 150 after 100, then 200 after 150.
    oil[12..24]
        .iter()
        .for_each(|rate| near(rate.unwrap(), 50.0, 1e-12));
    oil[24..]
        .iter()
        .for_each(|rate| near(rate.unwrap(), 100.0 / 3.0, 1e-12));
    let fish = of(&found, "03", "same_month_growth_percent");
    assert_eq!(fish[12..], [Some(0.0); 15]);
}

#[test]
fn the_year_so_far_is_held_against_as_much_of_the_year_before() {
    let found = ask("ytd").of(&months()).unwrap();
    let rates = numbers(&found, "year_to_date_growth_percent");
    for (place, (year, month)) in [(12, (2021, 1)), (23, (2021, 12)), (26, (2022, 3))] {
        let hand = 100.0 * (so_far(year, month) / so_far(year - 1, month) - 1.0);
        near(rates[place].unwrap(), hand, 1e-12);
    }
    assert_eq!(rates[..12], [None; 12]);
}

#[test]
fn seasons_are_means_over_whole_years() {
    let found = by_product(ask("seasonal-profile"));
    // Fish: 110 in January, 220 in December, 165 in a usual month; 2022 is not whole.
    let index = of(&found, "03", "index");
    near(index[0].unwrap(), 100.0 * 110.0 / 165.0, 1e-12);
    near(index[11].unwrap(), 100.0 * 220.0 / 165.0, 1e-12);
    assert_eq!(of(&found, "03", "years"), [Some(2.0); 12]);
    let growth = of(&found, "27", "growth_percent");
    near(growth[0].unwrap(), (50.0 + 100.0 / 3.0) / 2.0, 1e-12);
    near(growth[11].unwrap(), 50.0, 1e-12);
    assert_eq!(of(&found, "27", "n")[..4], [2.0, 2.0, 2.0, 1.0].map(Some));
}

#[test]
fn averages_and_steps_count_months() {
    let found = by_product(set("ma", &["periods=12", "window=centred"]));
    let fish = of(&found, "03", "moving_average");
    assert_eq!(fish[..6], [None; 6]);
    // Six months to either side, half weight at both ends: a whole year round every month.
    near(fish[6].unwrap(), 165.0, 1e-12);
    near(fish[20].unwrap(), 165.0, 1e-12);
    let steps = by_product(set("regularity", &["against=period-before"]));
    // December to January is a fall, twice; all other steps rise.
    assert_eq!(of(&steps, "03", "falls"), [Some(2.0)]);
    assert_eq!(of(&steps, "03", "rises"), [Some(24.0)]);
}

#[test]
fn what_months_add_is_of_the_same_month() {
    let found = ask("contributions").of(&months()).unwrap();
    let periods = texts(&found, "period");
    assert_eq!(periods.len(), 30);
    let fish = of(&found, "03", "contribution_points");
    let oil = of(&found, "27", "contribution_points");
    assert_eq!(fish, [Some(0.0); 15]);
    for (place, month) in (1..=12).enumerate() {
        let base = value("03", 2020, month) + value("27", 2020, month);
        near(oil[place].unwrap(), 100.0 * 50.0 / base, 1e-12);
    }
}

#[test]
fn every_month_has_its_advantages() {
    let mut lines = Vec::new();
    for month in 1..=2 {
        for (exporter, product, value) in [
            ("NOR", "03", 60),
            ("NOR", "27", 40),
            ("CHN", "03", 40 * month),
            ("CHN", "27", 260),
        ] {
            lines.push(format!("2020-{month:02},{exporter},USA,{product},{value}"));
        }
    }
    let found = ask("rca").of(&loaded(&lines)).unwrap();
    let rates = numbers(&found, "revealed_advantage");
    // In January as in the hand figures of a year; in February China's fish is 80.
    near(rates[2].unwrap(), 0.6 / 0.25, 1e-12);
    near(rates[6].unwrap(), 0.6 / (140.0 / 440.0), 1e-12);
    assert!(
        found
            .caption
            .notes
            .iter()
            .any(|note| note.starts_with("2020-02: "))
    );
}

#[test]
fn quarters_have_four_seasons() {
    let lines: Vec<String> = [2020, 2021]
        .iter()
        .flat_map(|year| (1..=4).map(move |quarter| (year, quarter)))
        .map(|(year, quarter)| format!("{year}-Q{quarter},NOR,CHN,27,{}", 100 * quarter))
        .collect();
    let found = ask("seasonal-profile").of(&loaded(&lines)).unwrap();
    let index: Vec<f64> = numbers(&found, "index").into_iter().flatten().collect();
    for (found, hand) in index.iter().zip([40.0, 80.0, 120.0, 160.0]) {
        near(*found, hand, 1e-12);
    }
    assert_eq!(index.len(), 4);
}

#[test]
fn growth_is_of_any_grouping() {
    let found = by_product(ask("yoy"));
    let oil = of(&found, "27", "growth_percent");
    near(oil[12].unwrap(), 50.0, 1e-12);
    assert_eq!(of(&found, "27", "base_value")[12], Some(100.0));
    let monthly = by_product(set("growth", &["against=period-before", "rate=midpoint"]));
    let fish = of(&monthly, "03", "midpoint_growth_percent");
    // 110 to 120: 10 of a mean of 115.
    near(fish[1].unwrap(), 1000.0 / 115.0, 1e-12);
    let average = by_product(ask("cagr"));
    // From 100 in January 2020 to 200 in March 2022: 26 months.
    let hand = 100.0 * (2.0_f64.powf(12.0 / 26.0) - 1.0);
    near(
        of(&average, "27", "average_growth_percent")[0].unwrap(),
        hand,
        1e-12,
    );
    let trend = by_product(set("cagr", &["method=least-squares"]));
    assert_ne!(
        of(&trend, "27", "average_growth_percent"),
        of(&average, "27", "average_growth_percent")
    );
}
