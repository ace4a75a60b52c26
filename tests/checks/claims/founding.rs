//! The founding text, with the bundled figures.

use bilat::checks::claims::claim::{Base, Flow, Hedge, Measure};
use bilat::checks::claims::compare::Question;
use bilat::checks::claims::explanations::Figure;
use bilat::checks::claims::judge::{Judgement, judge};
use bilat::checks::claims::verdict::Verdict;

use super::document::*;

fn judged() -> Vec<Judgement> {
    let mut evidence = bundled();
    let imports_to_norway = Flow::OneWay {
        exporter: None,
        importer: Some("NOR".into()),
    };
    let usual = Base::YearBefore { stated: false };
    let mut fourfold = hedged("4", 1.0, Hedge::Less);
    fourfold.text = "quadrupling".into();
    evidence.claims = vec![
        claim("1", two_way("CHN", "NOR"), 2003).level(printed("1.76", 1e9)),
        claim("2", one_way("NOR", "CHN"), 2008).level(printed("1.93", 1e9)),
        // "Were up to 5.43 billion": not a bound, even if it is taken for one.
        claim("3", one_way("CHN", "NOR"), 2008).level(hedged("5.43", 1e9, Hedge::Less)),
        claim("4", one_way("NOR", "CHN"), 2009)
            .level(printed("2.28", 1e9))
            .change(
                Measure::Rate(printed("39", 0.01)),
                usual,
                "increased by 39 percent",
            ),
        claim("5", one_way("CHN", "NOR"), 2009)
            .level(hedged("5.25", 1e9, Hedge::About))
            .change(
                Measure::Rate(printed("4.5", 0.01)),
                BEFORE,
                "increasing by 4.5 percent from last year",
            ),
        claim("6", imports_to_norway, 2023).change(
            Measure::Factor(fourfold),
            Base::Open,
            "almost quadrupling",
        ),
    ];
    judge(&evidence)
}

fn growth(judgement: &Judgement) -> [f64; 3] {
    let found = judgement
        .comparisons
        .iter()
        .find(|one| one.own && one.question == Question::Growth);
    let implied = found.unwrap().implied;
    [
        implied.value,
        implied.rounding.low(),
        implied.rounding.high(),
    ]
    .map(|rate| (rate * 1e4).round() / 100.0)
}

/// The figure of the explanation whose words hold `words`, and whether it fits.
fn tested(judgement: &Judgement, name: &str, words: &str) -> (f64, bool) {
    let named = |one: &&bilat::checks::claims::explanations::Explanation| {
        one.name == name && one.explained.words.contains(words)
    };
    let found = judgement.explanations.iter().find(named).unwrap();
    let value = match found.explained.figure {
        Figure::Rate { value, .. } => value * 100.0,
        Figure::Money { value, .. } => value / 1e9,
    };
    ((value * 1000.0).round() / 1000.0, found.explained.fits)
}

#[test]
fn exports_of_norway_did_not_rise_by_39_per_cent() {
    let judgement = &judged()[3];
    assert_eq!(judgement.verdict, Verdict::Disagrees);
    assert_eq!(growth(judgement), [18.13, 17.57, 18.70]);
    assert_eq!(tested(judgement, "another base", "$1.64bn"), (1.640, false));
    let (kroner, fits) = tested(judgement, "another currency", "Norwegian kroner");
    assert!((kroner - 31.6).abs() < 0.05 && !fits, "{kroner}");
    assert!(judgement.explanations.iter().all(|one| !one.explained.fits));
    assert_eq!(
        judgement.sentence,
        "Of Norway’s exports to China in 2009 the text says “increased by 39 percent”, but its own figures \
         ($1.93bn in 2008 and $2.28bn in 2009) make +18.1% (+17.6% to +18.7%); the stated change would need \
         a base of $1.64bn."
    );
}

#[test]
fn exports_of_china_fell_where_the_text_has_them_rise() {
    let judgement = &judged()[4];
    assert_eq!(judgement.verdict, Verdict::SignContradicts);
    assert_eq!(growth(judgement), [-3.31, -3.50, -3.13]);
    assert_eq!(tested(judgement, "another base", "$5.02bn").0, 5.024);
    let (kroner, fits) = tested(judgement, "another currency", "Norwegian kroner");
    assert!((kroner - 7.7).abs() < 0.05 && !fits, "{kroner}");
    assert_eq!(
        judgement.sentence,
        "Of China’s exports to Norway in 2009 the text says “increasing by 4.5 percent from last year”, but \
         by its own figures ($5.43bn in 2008 and $5.25bn in 2009) it moved the other way, −3.3% (−3.5% to \
         −3.1%); the stated change would need a base of $5.02bn."
    );
}

#[test]
fn trade_of_2003_stands_alone() {
    let judgement = &judged()[0];
    assert!(matches!(judgement.verdict, Verdict::NotCheckable(_)));
    assert_eq!(
        judgement.sentence,
        "The figure of $1.76bn for trade between China and Norway in 2003 cannot be checked as it stands: who \
         reported it is not known, the text gives no other year of the same flow to compare it with, and the \
         data at hand hold reports of one kind only, which lie far from it (OEC/MIT SITC Rev. 2 (both \
         directions, reported by the importer of each) gives $2.45bn, 39.0% more)."
    );
}

#[test]
fn a_series_that_repeats_the_text_is_no_evidence() {
    for judgement in judged() {
        for one in judgement.comparisons {
            assert!(!format!("{:?}", one.base.whose).contains("Wikipedia"));
        }
    }
}

#[test]
fn almost_quadrupling_names_no_base_and_would_hold_from_2005() {
    let judgement = &judged()[5];
    assert!(matches!(judgement.verdict, Verdict::NotCheckable(_)));
    let years: Vec<(i32, i32)> = judgement
        .base_years
        .iter()
        .map(|one| (one.base.period.year, one.level.period.year))
        .collect();
    // 10.83 in 2023 (UN Comtrade) over 3.11 in 2005 (WITS) is 3.48, over OEC's 2.79 it is 3.88.
    assert_eq!(years, [(2005, 2023)]);
    assert!((judgement.base_years[0].ratio - 10.830_577_84 / 2.788_697_274).abs() < 1e-9);
    assert!(judgement.base_years[0].across);
    assert!(
        judgement
            .sentence
            .contains("from 2005 to 2023, across two sources"),
        "{}",
        judgement.sentence
    );
}

#[test]
fn levels_within_the_spread_of_reports_are_not_refuted() {
    for judgement in &judged()[1..3] {
        assert_eq!(
            judgement.verdict,
            Verdict::CannotBeRefuted,
            "{}",
            judgement.sentence
        );
    }
}

#[test]
fn what_was_tested_is_summed_up_with_the_nearest_miss() {
    let judgement = &judged()[3];
    assert!(judgement.remark.starts_with("Of "), "{}", judgement.remark);
    assert!(judgement.remark.contains(
        "none gives the stated figure; the nearest is another report in another currency"
    ));
    println!("{}\n{:?}", judgement.remark, judgement.chance);
}
