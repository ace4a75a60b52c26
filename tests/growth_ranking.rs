//! Growth of every flow, ranked: by hand, and as the growth of each flow alone.

use bilat::indicators::{AverageGrowth, Growth, GrowthRanking, Measure, Method, Rank};
use bilat::transforms::{Pairs, Reshape, Sources};
use bilat::{Flow, FlowTable, Kind, Side};

use crate::figures::{flow, measure, numbers, table, texts, years};

const SIDE: Side = Side::Reconciled;

/// Four pairs: one doubles, one falls by half, one rises most, one has a gap.
fn world() -> FlowTable {
    let figures = [
        ("NOR", "CHN", 2001, 1.0),
        ("NOR", "CHN", 2002, 2.0),
        ("CHN", "NOR", 2001, 80.0),
        ("CHN", "NOR", 2002, 40.0),
        ("USA", "CHN", 2001, 1000.0),
        ("USA", "CHN", 2002, 1100.0),
        ("SWE", "CHN", 2000, 5.0),
        ("SWE", "CHN", 2002, 50.0),
    ];
    table(&figures.map(|(from, to, year, value)| flow("s", from, to, SIDE, year, Some(value))))
}

fn ranking() -> GrowthRanking {
    GrowthRanking {
        years: "2002".parse().unwrap(),
        ..GrowthRanking::default()
    }
}

fn exporters(ranking: &GrowthRanking, flows: &FlowTable) -> Vec<String> {
    let found = texts(&measure(ranking, flows), "exporter");
    found.into_iter().flatten().collect()
}

#[test]
fn each_rank_puts_first_what_it_is_named_for() {
    let first = |rank| exporters(&GrowthRanking { rank, ..ranking() }, &world());
    // Without a rate Sweden, whose 2001 is missing, is last.
    assert_eq!(first(Rank::Growth), ["NOR", "USA", "CHN", "SWE"]);
    assert_eq!(first(Rank::Fall), ["CHN", "USA", "NOR", "SWE"]);
    assert_eq!(first(Rank::Rise), ["USA", "NOR", "CHN", "SWE"]);
    assert_eq!(first(Rank::Loss), ["CHN", "NOR", "USA", "SWE"]);
}

#[test]
fn a_year_across_a_gap_has_no_rate_and_says_why() {
    let found = measure(&ranking(), &world());
    let rates = numbers(&found, "growth_percent");
    assert_eq!(rates[..3], [Some(100.0), Some(10.0), Some(-50.0)]);
    assert_eq!(rates[3], None);
    assert_eq!(
        texts(&found, "reason")[3].as_deref(),
        Some("no figure for 2001")
    );
    assert_eq!(years(&found, "base_period")[0], Some(2001));
}

#[test]
fn the_top_and_the_least_base_say_what_they_left_out() {
    let top = GrowthRanking {
        top: Some(1),
        least_base: 10.0,
        ..ranking()
    };
    let found = measure(&top, &world());
    assert_eq!(texts(&found, "exporter"), [Some("USA".to_owned())]);
    assert_eq!(
        found.caption.remarks,
        [
            "1 rates left out, from a base below 10",
            "the first 1 of 2 rates; 1 figures have no rate"
        ]
    );
}

#[test]
fn an_index_ranks_nothing() {
    let index = GrowthRanking {
        method: Method::Index,
        ..ranking()
    };
    let refused = index.of(&world()).err().unwrap().to_string();
    assert!(refused.contains("rank by yoy"), "{refused}");
}

/// Rates by flow and period, whatever the order of rows.
fn rates(table: &bilat::Table, column: &str) -> Vec<(String, Option<f64>, Option<String>)> {
    let of = |name: &str| {
        texts(table, name)
            .into_iter()
            .map(Option::unwrap_or_default)
    };
    let keys = of("exporter")
        .zip(of("importer"))
        .zip(of("side"))
        .zip(of("source"))
        .zip(years(table, "period"))
        .map(|key| format!("{key:?}"));
    let figures = numbers(table, column)
        .into_iter()
        .zip(texts(table, "reason"));
    let mut rows: Vec<_> = keys
        .zip(figures)
        .map(|(key, (rate, why))| (key, rate, why))
        .collect();
    rows.sort_by(|a, b| a.0.cmp(&b.0));
    rows
}

#[test]
fn rates_are_those_of_each_flow_alone() {
    // The bundle has gaps, zeros, several sources and sides.
    let flows = bilat::bundled_flows().unwrap();
    let flows = flows
        .retain(|flow| flow.kind == Kind::Total && flow.exporter != "WLD" && flow.importer != "WLD")
        .unwrap();
    for method in [Method::Yoy, Method::Log, Method::Midpoint] {
        let ranked = GrowthRanking {
            method,
            ..GrowthRanking::default()
        };
        let growth = Growth {
            method,
            ..Growth::default()
        };
        let (ranked, alone) = (measure(&ranked, &flows), measure(&growth, &flows));
        let column = growth.column();
        let ranked = rates(&ranked, column);
        // Where nothing was reported there is no row to rank.
        let with_rate = |rows: Vec<(String, Option<f64>, Option<String>)>| {
            rows.into_iter()
                .filter(|row| row.1.is_some())
                .collect::<Vec<_>>()
        };
        let (ranked, alone) = (with_rate(ranked), with_rate(rates(&alone, column)));
        assert!(ranked.len() > 500, "{}", ranked.len());
        assert_eq!(ranked, alone);
    }
    for (method, column) in [
        (Method::Cagr, "cagr_percent"),
        (Method::LeastSquares, "least_squares_percent"),
    ] {
        let years = "2005..2010".parse().unwrap();
        let ranked = GrowthRanking {
            method,
            years,
            ..GrowthRanking::default()
        };
        let ranked = rates(&measure(&ranked, &flows), column);
        let alone = rates(&measure(&AverageGrowth { method, years }, &flows), column);
        let valued =
            |rows: &[(String, Option<f64>, Option<String>)]| -> Vec<(String, Option<f64>)> {
                rows.iter()
                    .filter(|row| row.1.is_some())
                    .map(|row| (row.0.clone(), row.1))
                    .collect()
            };
        assert!(valued(&ranked).len() > 30);
        assert_eq!(valued(&ranked), valued(&alone));
    }
}

#[test]
fn pairs_are_countries_and_of_one_source_and_side() {
    let mut rows: Vec<Flow> = Vec::new();
    for year in 2001..=2003 {
        for (from, to) in [
            ("NOR", "CHN"),
            ("WLD", "CHN"),
            ("EU27", "CHN"),
            ("NOR", "NOR"),
        ] {
            rows.push(flow("long", from, to, Side::Importer, year, Some(1.0)));
        }
    }
    rows.push(flow("short", "NOR", "CHN", Side::Importer, 2003, Some(2.0)));
    rows.push(flow("long", "NOR", "CHN", Side::Exporter, 2003, Some(3.0)));
    let flows = table(&rows);
    let kept = Pairs::default().apply(&flows).unwrap();
    let found: Vec<(String, Side, i32)> = kept
        .flows()
        .unwrap()
        .iter()
        .map(|flow| (flow.source.clone(), flow.side, flow.year()))
        .collect();
    let long = |year| ("long".to_owned(), Side::Importer, year);
    assert_eq!(found, [long(2001), long(2002), long(2003)]);
    assert_eq!(kept.sources().len(), 1);
    let named = Pairs {
        sources: Sources::Named(vec!["short".to_owned()]),
        ..Pairs::default()
    };
    assert_eq!(named.apply(&flows).unwrap().flows().unwrap().len(), 1);
    let none = Pairs {
        years: "1990".parse().unwrap(),
        ..Pairs::default()
    };
    assert!(none.apply(&flows).is_err());
}
