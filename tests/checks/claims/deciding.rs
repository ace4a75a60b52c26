//! What the text's levels, data, both or neither can decide.

use std::collections::BTreeMap;
use std::path::Path;

use bilat::checks::claims::claim::*;
use bilat::checks::claims::evidence::Series;
use bilat::checks::claims::judge::judge;
use bilat::checks::claims::verdict::Verdict;
use bilat::model::currency::Currency;
use bilat::model::source::Side;
use bilat::providers::{Options, load};

use super::document::*;

fn flow() -> Flow {
    one_way("NOR", "CHN")
}

fn rate(per_cent: &str) -> Measure {
    Measure::Rate(printed(per_cent, 0.01))
}

#[test]
fn what_cannot_be_held_against_anything_says_why() {
    let why = |claim: Claim| match &judge(&document(vec![claim]))[0].verdict {
        Verdict::NotCheckable(why) => why.clone(),
        other => panic!("{other:?}"),
    };
    let mut timeless = claim("1", flow(), 2009).rate("39");
    timeless.period = None;
    assert_eq!(why(timeless), "the words name no period");
    assert_eq!(
        why(claim("1", flow(), 2009)),
        "it states neither a level nor a change"
    );
    assert_eq!(
        why(claim("1", flow(), 2009).rate("39")),
        "neither the text nor the data hold the two levels it runs between"
    );
    let balance = Flow::Balance {
        first: "NOR".into(),
        second: Some("CHN".into()),
    };
    assert!(why(claim("1", balance, 2009).rate("39")).starts_with("a balance can change its sign"));
    let partnerless = Flow::TwoWay {
        first: "NOR".into(),
        second: None,
    };
    assert_eq!(
        why(claim("1", partnerless, 2009).rate("39")),
        "the words do not name both countries"
    );
    let ten_months = Base::Period(Period {
        year: 2008,
        part: Part::Months(1, 10),
    });
    let unlike = claim("1", flow(), 2009).change(rate("39"), ten_months, "");
    assert_eq!(
        why(unlike),
        "the period and the one it is counted from are not alike"
    );
}

#[test]
fn levels_of_another_currency_source_or_kind_are_no_base() {
    let mut kroner = claim("then", flow(), 2008).level(printed("1.93", 1e9));
    kroner.level.as_mut().unwrap().currency = Some(Currency::NOK);
    let mut services = claim("then", flow(), 2008).level(printed("1.93", 1e9));
    services.goods = Goods::Services;
    let other_way = claim("then", one_way("CHN", "NOR"), 2008).level(printed("1.93", 1e9));
    for then in [kroner, services, other_way] {
        let now = claim("now", flow(), 2009)
            .level(printed("2.28", 1e9))
            .rate("39");
        let judged = judge(&document(vec![then, now]));
        assert!(matches!(judged[1].verdict, Verdict::NotCheckable(_)));
    }
}

#[test]
fn data_decide_only_where_the_text_has_no_levels_of_its_own() {
    let mut evidence = document(vec![
        claim("now", flow(), 2009)
            .level(printed("2.28", 1e9))
            .rate("30"),
    ]);
    evidence.series = vec![
        series(
            "NOR",
            "CHN",
            Side::Exporter,
            "a",
            &[(2008, 2.0e9), (2009, 2.6e9)],
        ),
        series(
            "NOR",
            "CHN",
            Side::Importer,
            "b",
            &[(2008, 2.0e9), (2009, 2.2e9)],
        ),
    ];
    assert_eq!(judge(&evidence)[0].verdict, Verdict::Agrees);
    evidence
        .claims
        .push(claim("then", flow(), 2008).level(printed("1.93", 1e9)));
    assert_eq!(judge(&evidence)[0].verdict, Verdict::Disagrees);
}

#[test]
fn growth_in_kroner_is_held_against_dollars_in_kroner() {
    let mut evidence = bundled();
    let mut kroner = claim("now", flow(), 2020)
        .level(printed("59.6", 1e9))
        .rate("57.4");
    kroner.level.as_mut().unwrap().currency = Some(Currency::NOK);
    evidence.claims = vec![kroner];
    // 6,335,198,780 × 9.4041 over 4,300,691,456 × 8.8023 is +57.38%; in dollars it is +47.3%.
    let judged = judge(&evidence);
    assert_eq!(judged[0].verdict, Verdict::Agrees, "{}", judged[0].sentence);
}

#[test]
fn a_level_far_from_both_sides_is_refuted_but_not_from_one() {
    let mut evidence = document(vec![claim("1", flow(), 2009).level(printed("2.00", 1e9))]);
    evidence.series = vec![series("NOR", "CHN", Side::Exporter, "a", &[(2009, 3.2e9)])];
    assert!(matches!(
        judge(&evidence)[0].verdict,
        Verdict::NotCheckable(_)
    ));
    evidence
        .series
        .push(series("NOR", "CHN", Side::Importer, "a", &[(2009, 3.5e9)]));
    assert_eq!(judge(&evidence)[0].verdict, Verdict::Disagrees);
    evidence
        .series
        .push(series("NOR", "CHN", Side::Importer, "b", &[(2009, 1.1e9)]));
    assert_eq!(judge(&evidence)[0].verdict, Verdict::CannotBeRefuted);
    evidence.series = vec![series("NOR", "CHN", Side::Exporter, "a", &[(2009, 2.0e12)])];
    let judged = judge(&evidence);
    assert_eq!(judged[0].verdict, Verdict::Disagrees);
    assert!(
        judged[0].remark.contains("a thousandth"),
        "{}",
        judged[0].remark
    );
}

#[test]
fn a_text_that_gives_one_flow_two_figures_contradicts_itself() {
    let judged = judge(&document(vec![
        claim("1", flow(), 2009).level(printed("2.28", 1e9)),
        claim("2", flow(), 2009).level(printed("2.3", 1e9)),
        claim("3", flow(), 2009).level(printed("2.18", 1e9)),
    ]));
    assert!(judged.iter().all(|one| one.verdict == Verdict::Disagrees));
    let judged = judge(&document(vec![
        claim("1", flow(), 2009).level(printed("2.28", 1e9)),
        claim("2", flow(), 2009).level(printed("2.3", 1e9)),
    ]));
    assert!(
        judged
            .iter()
            .all(|one| one.verdict == Verdict::CannotBeRefuted)
    );
}

#[test]
fn near_one_billion_is_too_coarse_to_be_borne_out() {
    let near = hedged("1", 1e9, Hedge::About);
    let mut evidence = document(vec![claim("1", flow(), 2009).level(near)]);
    let data = |value: f64| vec![series("NOR", "CHN", Side::Importer, "b", &[(2009, value)])];
    evidence.series = data(1.46e9);
    assert_eq!(judge(&evidence)[0].verdict, Verdict::CannotBeRefuted);
    evidence.series = data(9e9);
    assert_ne!(judge(&evidence)[0].verdict, Verdict::Agrees);
}

#[test]
fn growth_is_refuted_by_data_only_beyond_what_their_reports_differ_by() {
    let stated = |rate: &str| claim("1", flow(), 2009).rate(rate);
    let verdict = |rate: &str, series: &[Series]| {
        let mut evidence = document(vec![stated(rate)]);
        // In the currency of the data, so that no other one can be meant.
        let level = hedged("120.0", 1e7, Hedge::Plain);
        evidence.claims[0] = stated(rate).level(level);
        evidence.series = series.to_vec();
        judge(&evidence)[0].verdict.clone()
    };
    let sent = series(
        "NOR",
        "CHN",
        Side::Exporter,
        "a",
        &[(2008, 1e9), (2009, 1.20e9)],
    );
    let received = series(
        "NOR",
        "CHN",
        Side::Importer,
        "a",
        &[(2008, 1e9), (2009, 1.23e9)],
    );
    // One side alone: ten points.
    assert_eq!(
        verdict("29", std::slice::from_ref(&sent)),
        Verdict::CannotBeRefuted
    );
    assert_eq!(
        verdict("31", std::slice::from_ref(&sent)),
        Verdict::Disagrees
    );
    // Both sides, three points apart: three points from the nearer.
    let both = [sent, received];
    assert_eq!(verdict("25", &both), Verdict::CannotBeRefuted);
    assert_eq!(verdict("27", &both), Verdict::Disagrees);
}

/// The measurement behind the ten points that growth by one side's reports alone is given.
#[test]
#[cfg_attr(not(specimens), ignore = "needs BILAT_SPECIMENS")]
fn annual_growth_by_both_sides_differs_by_ten_points_in_one_case_of_ten() {
    let folder = std::env::var("BILAT_SPECIMENS").unwrap();
    let file = Path::new(&folder).join("imf/dots_monthly_six_countries.csv");
    let flows = load(&[file], &Options::default())
        .unwrap()
        .flows
        .flows()
        .unwrap();
    let mut years: BTreeMap<_, BTreeMap<i32, Vec<f64>>> = BTreeMap::new();
    for flow in flows {
        if flow.exporter == flow.importer {
            continue;
        }
        let key = (flow.exporter.clone(), flow.importer.clone(), flow.side);
        let year = years
            .entry(key)
            .or_default()
            .entry(flow.year())
            .or_default();
        year.extend(flow.value);
    }
    let level = |year: Option<&Vec<f64>>| {
        let months = year.filter(|months| months.len() == 12);
        months.map(|months| months.iter().sum::<f64>())
    };
    let growth = |levels: &BTreeMap<i32, Vec<f64>>, year: i32| {
        Some(level(levels.get(&year))? / level(levels.get(&(year - 1)))? - 1.0)
    };
    let sent = years
        .iter()
        .filter(|((.., side), _)| *side == Side::Exporter);
    let mut apart: Vec<f64> = sent
        .filter_map(|((exporter, importer, _), sent)| {
            let key = (exporter.clone(), importer.clone(), Side::Importer);
            Some((sent, years.get(&key)?))
        })
        .flat_map(|(sent, received)| {
            let both = sent
                .keys()
                .filter_map(|year| Some((growth(sent, *year)? - growth(received, *year)?).abs()));
            both.collect::<Vec<f64>>()
        })
        .collect();
    apart.sort_by(f64::total_cmp);
    assert_eq!(apart.len(), 270);
    let at = |share: f64| apart[(270.0 * share) as usize];
    assert!((at(0.5) - 0.0223).abs() < 5e-4, "{}", at(0.5));
    assert!((at(0.9) - 0.1052).abs() < 5e-4, "{}", at(0.9));
}
