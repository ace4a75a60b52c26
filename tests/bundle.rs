//! The bundled figures: every file described, checked, and as published.

use std::collections::BTreeSet;

use bilat::store::bundle::{self, claims, events, exchange_rates, files, goods};
use bilat::{Currency, Flow, Kind, Side, bundled_flows, countries};
use sha2::{Digest, Sha256};

fn figures(source: &str, exporter: &str, importer: &str) -> Vec<Flow> {
    let flows = bundled_flows().unwrap().flows().unwrap();
    let own = |flow: &Flow| {
        flow.source == source && flow.exporter == exporter && flow.importer == importer
    };
    flows.into_iter().filter(own).collect()
}

fn value(source: &str, exporter: &str, importer: &str, year: i32) -> Option<f64> {
    figures(source, exporter, importer)
        .iter()
        .find(|flow| flow.year() == year)?
        .value
}

#[test]
fn every_file_is_described_and_unchanged() {
    let mut ids = BTreeSet::new();
    for file in files() {
        let source = file.source();
        let digest = Sha256::digest(file.csv.as_bytes());
        let digest: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(source.sha256, digest, "{}", file.name);
        assert!(
            !source.publisher.is_empty() && !source.title.is_empty(),
            "{}",
            file.name
        );
        assert!(
            source.accessed.is_some() && source.licence.is_some(),
            "{}",
            file.name
        );
        assert!(ids.insert(source.id.clone()), "{} twice", source.id);
    }
    assert_eq!(ids.len(), 18);
}

#[test]
fn every_code_is_a_country_and_every_figure_whole_dollars() {
    let known: BTreeSet<&str> = countries()
        .iter()
        .map(|country| country.code.as_str())
        .collect();
    for flow in bundled_flows().unwrap().flows().unwrap() {
        assert!(
            known.contains(flow.exporter.as_str()) && known.contains(flow.importer.as_str()),
            "{flow:?}"
        );
        assert!(flow.value.is_some_and(|value| value > 0.0), "{flow:?}");
        assert!((1962..=2024).contains(&flow.year()), "{flow:?}");
    }
}

#[test]
fn china_and_norway_are_there_both_ways_from_1962_to_2024() {
    let years = |source: &str, exporter: &str, importer: &str| -> BTreeSet<i32> {
        figures(source, exporter, importer)
            .iter()
            .map(Flow::year)
            .collect()
    };
    for (exporter, importer) in [("CHN", "NOR"), ("NOR", "CHN")] {
        let oec = years("oec", exporter, importer);
        assert_eq!(
            (oec.first(), oec.last(), oec.len()),
            (Some(&1962), Some(&2014), 52),
            "1998 is no figure"
        );
        assert!(!oec.contains(&1998));
        let comtrade = years("comtrade", exporter, importer);
        assert_eq!(
            (comtrade.first(), comtrade.last(), comtrade.len()),
            (Some(&2014), Some(&2024), 11)
        );
        assert_eq!(
            years("unctad", exporter, importer),
            BTreeSet::from([1995, 2005, 2015])
        );
    }
    let wits = years("wits", "CHN", "NOR");
    assert_eq!(
        (wits.first(), wits.last(), wits.len()),
        (Some(&2004), Some(&2019), 16)
    );
}

#[test]
fn sides_are_those_of_the_publishers() {
    let sides = |source: &str, exporter: &str| -> BTreeSet<Side> {
        let importer = if exporter == "NOR" { "CHN" } else { "NOR" };
        figures(source, exporter, importer)
            .iter()
            .map(|flow| flow.side)
            .collect()
    };
    assert_eq!(sides("oec", "NOR"), BTreeSet::from([Side::Importer]));
    assert_eq!(sides("comtrade", "NOR"), BTreeSet::from([Side::Exporter]));
    assert_eq!(sides("comtrade", "CHN"), BTreeSet::from([Side::Importer]));
    assert_eq!(sides("unctad", "CHN"), BTreeSet::from([Side::Exporter]));
    assert_eq!(
        sides("encyclopedia", "CHN"),
        BTreeSet::from([Side::Unstated])
    );
}

#[test]
fn the_encyclopedias_own_figures_are_a_source_of_their_own() {
    assert_eq!(value("encyclopedia", "NOR", "CHN", 2008), Some(1.93e9));
    assert_eq!(value("encyclopedia", "NOR", "CHN", 2009), Some(2.28e9));
    assert_eq!(value("encyclopedia", "CHN", "NOR", 2008), Some(5.43e9));
    assert_eq!(value("encyclopedia", "CHN", "NOR", 2009), Some(5.25e9));
    let whole = figures("encyclopedia", "CHN", "NOR");
    let whole: Vec<&Flow> = whole
        .iter()
        .filter(|flow| flow.kind == Kind::TwoWay)
        .collect();
    assert_eq!(
        (whole.len(), whole[0].year(), whole[0].value),
        (1, 2003, Some(1.76e9))
    );
}

#[test]
fn published_figures_carry_over_to_the_dollar() {
    assert_eq!(value("oec", "NOR", "CHN", 2009), Some(2_862_571_913.0));
    assert_eq!(
        value("comtrade", "NOR", "CHN", 2024),
        Some(3_926_440_638.26)
    );
    assert_eq!(value("comtrade", "CHN", "NOR", 2014), Some(8_484_222_146.0));
    assert_eq!(value("wits", "CHN", "NOR", 2014), Some(8_484_220_000.0));
    assert_eq!(value("unctad", "NOR", "CHN", 1995), Some(185_054_800.0));
}

#[test]
fn a_part_is_never_more_than_its_world_total() {
    let flows = bundled_flows().unwrap().flows().unwrap();
    let mut met = 0;
    for flow in flows
        .iter()
        .filter(|flow| flow.exporter != "WLD" && flow.importer != "WLD")
    {
        for (exporter, importer) in [
            (flow.exporter.as_str(), "WLD"),
            ("WLD", flow.importer.as_str()),
        ] {
            let world = flows.iter().find(|world| {
                world.source == flow.source
                    && world.side == flow.side
                    && world.period == flow.period
                    && world.exporter == exporter
                    && world.importer == importer
            });
            if let Some(world) = world {
                met += 1;
                assert!(world.value >= flow.value, "{flow:?} is more than {world:?}");
            }
        }
    }
    assert!(met > 1000, "{met}");
}

#[test]
fn the_comparison_panel_has_a_dozen_exporters_to_china_in_both_spans() {
    let flows = bundled_flows().unwrap().flows().unwrap();
    let exporters = |source: &str, year: i32| -> BTreeSet<String> {
        let to_china =
            |flow: &&Flow| flow.source == source && flow.importer == "CHN" && flow.year() == year;
        flows
            .iter()
            .filter(to_china)
            .map(|flow| flow.exporter.clone())
            .collect()
    };
    for (source, year) in [
        ("oec", 2003),
        ("oec", 2014),
        ("comtrade", 2014),
        ("comtrade", 2023),
    ] {
        let there = exporters(source, year);
        for code in "NOR SWE DNK FIN ISL DEU GBR FRA NLD CHL CAN AUS BRA USA JPN KOR VNM".split(' ')
        {
            assert!(
                there.contains(code),
                "{code} is missing from {source} in {year}"
            );
        }
    }
}

#[test]
fn events_rates_claims_and_goods_can_be_read() {
    let events = events();
    assert!(events.windows(2).all(|pair| pair[0].start <= pair[1].start));
    let prize = events
        .iter()
        .find(|event| event.short.contains("Nobel"))
        .unwrap();
    assert_eq!(prize.dates(), "2010-10-08");
    assert!(prize.is_about(&["CHN", "NOR"]) && !prize.is_about(&["CHN", "SWE"]));
    let freeze = events
        .iter()
        .find(|event| event.short.contains("freeze"))
        .unwrap();
    assert_eq!(freeze.dates(), "2010-10-08 to 2016-12-19");

    assert_eq!(
        exchange_rates(Currency::NOK).unwrap().by_year[&2009],
        6.2811
    );
    assert!(
        exchange_rates(Currency::USD).is_err(),
        "the dollar needs no rate"
    );
    assert_eq!(bundle::consumer_prices().by_year[&2010], 218.056);

    let claims = claims();
    let claim = claims
        .iter()
        .find(|claim| claim.growth_stated == Some(0.39))
        .unwrap();
    assert_eq!(
        (claim.year, claim.level, claim.exporter.as_str()),
        (2009, Some(2.28), "NOR")
    );
    assert!(
        goods()
            .iter()
            .any(|good| good.exporter == "NOR" && good.goods.contains("salmon"))
    );
}

#[test]
fn chapters_sum_to_what_south_africa_sold_china() {
    let sold = figures("baci", "ZAF", "CHN");
    let sum: f64 = sold.iter().filter_map(|flow| flow.value).sum();
    // 6860444.233 thousand dollars over all six-digit products of the release.
    assert_eq!(sum, 6_860_444_233.0);
    assert!(sold.iter().all(|flow| flow.product.len() == 2));
}
