//! Which series answers for a pair, and that none is spliced.

use bilat::indicators::{Growth, Method};
use bilat::transforms::{Choose, Reshape, RollUp, Sources, TwoWay};
use bilat::{Error, FlowTable, Kind, Pair, Side, Years};

use crate::figures::{flow, measure, near, numbers, table};

fn choose(flows: &FlowTable, years: &str, sources: Sources) -> Result<FlowTable, Error> {
    let choose = Choose {
        pair: Pair::new("NOR", "CHN")?,
        years: years.parse()?,
        sources,
        side: None,
    };
    choose.apply(flows)
}

fn ids(flows: &FlowTable) -> Vec<String> {
    flows
        .sources()
        .iter()
        .map(|source| source.id.clone())
        .collect()
}

/// `long` has more years, `both` has both directions.
fn competing() -> FlowTable {
    let mut flows = Vec::new();
    for year in 2000..2010 {
        flows.push(flow("long", "NOR", "CHN", Side::Exporter, year, Some(1.0)));
    }
    for year in 2005..2008 {
        flows.push(flow("both", "NOR", "CHN", Side::Exporter, year, Some(1.0)));
        flows.push(flow("both", "CHN", "NOR", Side::Importer, year, Some(1.0)));
    }
    table(&flows)
}

#[test]
fn one_source_for_both_directions_beats_a_longer_one_for_one() {
    let chosen = choose(&competing(), "2000..2009", Sources::Best).unwrap();
    assert_eq!(ids(&chosen), ["both"]);
    let remark = &chosen.remarks()[0];
    assert!(
        remark
            .starts_with("series used: both, reported by Norway, 3 years in 2005–2007 (both ways)"),
        "{remark}"
    );
    assert!(remark.contains("Not used: long"), "{remark}");
}

#[test]
fn the_years_asked_for_decide() {
    let chosen = choose(&competing(), "2000..2004", Sources::Best).unwrap();
    assert_eq!(ids(&chosen), ["long"]);
}

#[test]
fn cover_takes_as_few_sources_as_reach_all_years() {
    let chosen = choose(&competing(), "2000..2009", Sources::Cover).unwrap();
    assert_eq!(ids(&chosen), ["long", "both"]);
    let all = choose(&competing(), "2000..2009", Sources::All).unwrap();
    assert_eq!(ids(&all), ["long", "both"]);
}

#[test]
fn both_sides_of_one_source_are_never_mixed_in_one_choice() {
    let flows = table(&[
        flow("test", "NOR", "CHN", Side::Exporter, 2008, Some(1.0)),
        flow("test", "NOR", "CHN", Side::Importer, 2008, Some(2.0)),
        flow("test", "NOR", "CHN", Side::Importer, 2009, Some(3.0)),
    ]);
    let chosen = choose(&flows, "2000..", Sources::Best)
        .unwrap()
        .flows()
        .unwrap();
    assert!(chosen.iter().all(|flow| flow.side == Side::Importer));
    assert_eq!(chosen.len(), 2);
}

#[test]
fn nothing_left_says_what_there_is() {
    let error = choose(&competing(), "1950..1960", Sources::Best)
        .err()
        .unwrap();
    assert_eq!(
        error.to_string(),
        "nothing is left: no figure between Norway and China fits all that was asked; \
         there are figures for 2000..2009; widen the years, the source or the side"
    );
    let unknown = choose(&competing(), "2000..", Sources::Named(vec!["imf".into()]))
        .err()
        .unwrap();
    assert_eq!(
        unknown.to_string(),
        "`imf` is no source of these data; there are: long, both"
    );
}

#[test]
fn the_published_total_of_2003_grew_4_278_fold_within_its_source_alone() {
    let bundle = bilat::bundled_flows().unwrap();
    let pair = Pair::new("NOR", "CHN").unwrap();
    let total = |sources| {
        let chosen = choose(&bundle, "2003..2009", sources).unwrap();
        let total = TwoWay { pair }.apply(&chosen).unwrap();
        let cagr = Growth {
            method: Method::Cagr,
            years: "2003..2009".parse().unwrap(),
            base: None,
        };
        measure(&cagr, &total)
    };
    let own = total(Sources::Named(vec!["encyclopedia".into()]));
    let (base, value) = (numbers(&own, "base_value"), numbers(&own, "value"));
    assert_eq!((base[0], value[0]), (Some(1.76e9), Some(7.53e9)));
    near(value[0].unwrap() / base[0].unwrap(), 4.278409, 1e-6);
    near(numbers(&own, "cagr_percent")[0].unwrap(), 27.4130, 1e-5);
}

#[test]
fn a_published_total_is_never_the_base_of_another_sources_growth() {
    let mut flows = vec![bilat::Flow {
        kind: Kind::TwoWay,
        ..flow("press", "NOR", "CHN", Side::Unstated, 2003, Some(1.76e9))
    }];
    for (exporter, importer, value) in [("NOR", "CHN", 2.28e9), ("CHN", "NOR", 5.25e9)] {
        flows.push(flow(
            "office",
            exporter,
            importer,
            Side::Unstated,
            2009,
            Some(value),
        ));
    }
    let pair = Pair::new("NOR", "CHN").unwrap();
    let total = TwoWay { pair }.apply(&table(&flows)).unwrap();
    let years: Years = "2003..2009".parse().unwrap();
    let cagr = measure(
        &Growth {
            method: Method::Cagr,
            years,
            base: None,
        },
        &total,
    );
    assert!(numbers(&cagr, "cagr_percent").iter().all(Option::is_none));
    let reasons = crate::figures::texts(&cagr, "reason");
    assert!(
        reasons.iter().all(|reason| reason
            .as_deref()
            .unwrap()
            .contains("growth never crosses sources")),
        "{reasons:?}"
    );
}

#[test]
fn half_a_total_is_no_total() {
    let flows = table(&[
        flow("test", "NOR", "CHN", Side::Exporter, 2008, Some(1.0)),
        flow("test", "CHN", "NOR", Side::Exporter, 2008, Some(2.0)),
        flow("test", "NOR", "CHN", Side::Exporter, 2009, Some(4.0)),
    ]);
    let pair = Pair::new("NOR", "CHN").unwrap();
    let total = TwoWay { pair }.apply(&flows).unwrap().flows().unwrap();
    assert_eq!(
        total.iter().map(|flow| flow.value).collect::<Vec<_>>(),
        [Some(3.0), None]
    );
}

#[test]
fn products_are_summed_unless_their_total_stands_beside_them() {
    let product = |product: &str, year, value| bilat::Flow {
        product: product.to_owned(),
        ..flow("test", "NOR", "CHN", Side::Exporter, year, value)
    };
    let flows = table(&[
        product("0301", 2008, Some(0.1)),
        product("0302", 2008, Some(0.2)),
        product("0303", 2008, None),
        product("0301", 2009, Some(1.0)),
        product("TOTAL", 2009, Some(9.0)),
    ]);
    let rolled = RollUp.apply(&flows).unwrap();
    let values: Vec<_> = rolled
        .flows()
        .unwrap()
        .iter()
        .map(|flow| flow.value)
        .collect();
    // The exact sum of the two doubles, rounded once.
    assert_eq!(values, [Some(0.1 + 0.2), Some(9.0)]);
    assert_eq!(
        rolled.remarks(),
        [
            "3 product rows summed to totals, 1 of them without a figure",
            "1 product rows left out: their total stands beside them"
        ]
    );
}
