//! Balances: the seed figures, missing sides, and symmetry.

use bilat::indicators::{Balance, MarketShare, Summary};
use bilat::{Pair, Side, Years};

use crate::figures::{flow, measure, near, numbers, seed, table, texts};

fn balance(first: &str, second: &str) -> Balance {
    Balance {
        pair: Pair::new(first, second).unwrap(),
        years: Years::default(),
    }
}

#[test]
fn coverage_rose_from_36_to_43_per_cent() {
    let balance = measure(&balance("NOR", "CHN"), &seed());
    let coverage = numbers(&balance, "coverage_ratio");
    near(coverage[0].unwrap(), 0.355433, 1e-6);
    near(coverage[1].unwrap(), 0.434286, 1e-6);
    assert_eq!(numbers(&balance, "balance"), [Some(-3.5e9), Some(-2.97e9)]);
}

#[test]
fn the_handbook_vector_of_200_and_150() {
    let figure = |exporter: &str, importer: &str, value| {
        flow(
            "test",
            exporter,
            importer,
            Side::Exporter,
            2009,
            Some(value),
        )
    };
    let flows = table(&[figure("NOR", "CHN", 200.0), figure("CHN", "NOR", 150.0)]);
    let balance = measure(&balance("NOR", "CHN"), &flows);
    near(
        numbers(&balance, "normalised_balance_ratio")[0].unwrap(),
        0.142857,
        1e-6,
    );
    near(
        numbers(&balance, "coverage_ratio")[0].unwrap(),
        1.333333,
        1e-6,
    );
}

#[test]
fn what_one_gains_the_other_loses_on_one_sides_data() {
    let there = numbers(&measure(&balance("NOR", "CHN"), &seed()), "balance");
    let back = numbers(&measure(&balance("CHN", "NOR"), &seed()), "balance");
    let negated: Vec<Option<f64>> = back
        .into_iter()
        .map(|value| value.map(|value| -value))
        .collect();
    assert_eq!(there, negated);
}

#[test]
fn a_missing_flow_is_no_flow_of_zero() {
    let figure = |exporter: &str, importer: &str, year| {
        flow("test", exporter, importer, Side::Exporter, year, Some(5.0))
    };
    let flows = table(&[
        figure("NOR", "CHN", 2008),
        figure("NOR", "CHN", 2009),
        figure("CHN", "NOR", 2008),
    ]);
    let balance = measure(&balance("NOR", "CHN"), &flows);
    assert_eq!(numbers(&balance, "balance"), [Some(0.0), None]);
    assert_eq!(
        texts(&balance, "reason")[1].as_deref(),
        Some("no figure for the other direction")
    );
}

#[test]
fn one_countrys_two_reports_make_a_balance_and_name_their_sides() {
    let flows = table(&[
        flow("test", "NOR", "CHN", Side::Exporter, 2009, Some(3.0)),
        flow("test", "CHN", "NOR", Side::Importer, 2009, Some(7.0)),
    ]);
    let balance = measure(&balance("NOR", "CHN"), &flows);
    assert_eq!(numbers(&balance, "balance"), [Some(-4.0)]);
    assert_eq!(
        texts(&balance, "exports_side")[0].as_deref(),
        Some("exporter")
    );
    assert_eq!(
        texts(&balance, "imports_side")[0].as_deref(),
        Some("importer")
    );
}

#[test]
fn shares_are_of_the_same_source_side_and_year() {
    let figure = |exporter: &str, importer: &str, side, value| {
        flow("test", exporter, importer, side, 2009, Some(value))
    };
    let flows = table(&[
        figure("NOR", "CHN", Side::Importer, 20.0),
        figure("NOR", "WLD", Side::Importer, 80.0),
        figure("WLD", "CHN", Side::Importer, 400.0),
        figure("CHN", "NOR", Side::Importer, 5.0),
        figure("CHN", "WLD", Side::Exporter, 50.0),
    ]);
    let share = measure(&MarketShare::default(), &flows);
    assert_eq!(
        texts(&share, "exporter").len(),
        2,
        "world totals are no flows of their own"
    );
    // China's exports to the world are the exporter's report: no base for the importer's figure.
    assert_eq!(
        numbers(&share, "share_of_exports_percent"),
        [None, Some(25.0)]
    );
    assert_eq!(
        numbers(&share, "share_of_imports_percent"),
        [None, Some(5.0)]
    );
    assert_eq!(
        texts(&share, "reason")[0].as_deref(),
        Some("no world total in this source")
    );
}

#[test]
fn a_summary_gives_each_direction_its_own_balance() {
    let summary = Summary {
        pair: Pair::new("NOR", "CHN").unwrap(),
        years: "2009".parse().unwrap(),
    };
    let summary = measure(&summary, &seed());
    assert_eq!(numbers(&summary, "balance"), [Some(2.97e9), Some(-2.97e9)]);
    near(
        numbers(&summary, "growth_percent")[1].unwrap(),
        18.134715,
        1e-6,
    );
    assert_eq!(
        texts(&summary, "reason")[0].as_deref(),
        Some(
            "share of exports: no world total in this source; share of imports: no world total in this source"
        )
    );
}
