//! Other published claims, with answers worked out by hand.

use bilat::checks::claims::claim::*;
use bilat::checks::claims::compare::Question;
use bilat::checks::claims::judge::{Judgement, judge};
use bilat::checks::claims::verdict::{Outcome, Verdict};
use bilat::model::currency::Currency;

use super::document::*;

fn part(claim: Claim, first: u8, last: u8) -> Claim {
    let months = Part::Months(first, last);
    let period = claim.period.map(|period| Period {
        part: months,
        ..period
    });
    Claim { period, ..claim }
}

fn total(judged: &[Judgement], question: Question) -> (f64, Outcome) {
    let found = judged[0]
        .comparisons
        .iter()
        .find(|one| one.question == question)
        .unwrap();
    (found.implied.value, found.outcome)
}

/// China's Ministry of Commerce, first half of 2015: 5.20 (−5.6%) of 1.54 (−0.4%) and 3.66 (−7.6%).
#[test]
fn the_two_directions_make_the_total_and_its_growth() {
    let judged = judge(&document(vec![
        part(
            claim("t", two_way("NOR", "CHN"), 2015)
                .level(printed("5.20", 1e9))
                .rate("−5.6"),
            1,
            6,
        ),
        part(
            claim("x", one_way("NOR", "CHN"), 2015)
                .level(printed("1.54", 1e9))
                .rate("−0.4"),
            1,
            6,
        ),
        part(
            claim("m", one_way("CHN", "NOR"), 2015)
                .level(printed("3.66", 1e9))
                .rate("−7.6"),
            1,
            6,
        ),
    ]));
    assert_eq!(judged[0].verdict, Verdict::Agrees, "{}", judged[0].sentence);
    let (sum, outcome) = total(&judged, Question::Parts);
    assert!((sum - 5.20e9).abs() < 1.0 && outcome == Outcome::Agrees);
    // 5.20 / (1.54 / 0.996 + 3.66 / 0.924) − 1
    let (growth, outcome) = total(&judged, Question::PartsGrowth);
    assert!(
        (growth + 0.055_783).abs() < 1e-5 && outcome == Outcome::Agrees,
        "{growth}"
    );
    assert!(matches!(judged[1].verdict, Verdict::NotCheckable(_)));
}

/// China Daily, January to October 2008: 3.924 (+24.2%) of 2.154 (+18.29%) and 1.770 (+32.2%).
#[test]
fn parts_of_ten_months_make_their_total() {
    let ten = |claim: Claim| part(claim, 1, 10);
    let judged = judge(&document(vec![
        ten(claim("t", two_way("NOR", "CHN"), 2008)
            .level(printed("3.924", 1e9))
            .rate("24.2")),
        ten(claim("m", one_way("CHN", "NOR"), 2008)
            .level(printed("2.154", 1e9))
            .rate("18.29")),
        ten(claim("x", one_way("NOR", "CHN"), 2008)
            .level(printed("1.770", 1e9))
            .rate("32.2")),
    ]));
    assert_eq!(judged[0].verdict, Verdict::Agrees, "{}", judged[0].sentence);
    assert!((total(&judged, Question::PartsGrowth).0 - 0.241_845).abs() < 1e-5);
}

#[test]
fn a_total_that_its_parts_do_not_make_is_refuted() {
    let judged = judge(&document(vec![
        claim("t", two_way("NOR", "CHN"), 2009).level(printed("7.83", 1e9)),
        claim("x", one_way("NOR", "CHN"), 2009).level(printed("2.28", 1e9)),
        claim("m", one_way("CHN", "NOR"), 2009).level(printed("5.25", 1e9)),
        claim(
            "b",
            Flow::Balance {
                first: "NOR".into(),
                second: Some("CHN".into()),
            },
            2009,
        )
        .level(printed("−2.97", 1e9)),
    ]));
    assert_eq!(judged[0].verdict, Verdict::Disagrees);
    assert_eq!(
        judged[0].sentence,
        "The text’s figure of $7.83bn for trade between Norway and China in 2009 is not borne out: the two \
         directions it gives make $7.53bn, 3.8% less; the two directions the text gives do not make it."
    );
    assert_eq!(judged[3].verdict, Verdict::Agrees, "{}", judged[3].sentence);
}

/// 2.4 and +37.5% for 2004, 1.76 for 2003, both of China's customs: 36.4%, but "exceeded".
#[test]
fn an_exceeded_level_cannot_be_refuted() {
    let later = claim("2004", two_way("CHN", "NOR"), 2004)
        .level(hedged("2.4", 1e9, Hedge::More))
        .rate("37.5");
    let judged = judge(&document(vec![
        claim("2003", two_way("CHN", "NOR"), 2003).level(printed("1.76", 1e9)),
        later,
    ]));
    assert_eq!(
        judged[1].verdict,
        Verdict::CannotBeRefuted,
        "{}",
        judged[1].sentence
    );
    assert!((judged[1].comparisons[0].implied.value - (2.4 / 1.76 - 1.0)).abs() < 1e-9);
}

/// Statistics Norway's 37.8 billion kroner for 2019 against UN Comtrade's 4.30 billion dollars.
#[test]
fn kroner_are_held_against_dollars_at_the_annual_rate() {
    let mut evidence = bundled();
    let mut kroner = claim("2019", one_way("NOR", "CHN"), 2019).level(printed("37.8", 1e9));
    kroner.level.as_mut().unwrap().currency = Some(Currency::NOK);
    evidence.claims = vec![kroner];
    let judged = judge(&evidence);
    assert_eq!(judged[0].verdict, Verdict::Agrees, "{}", judged[0].sentence);
    let held = judged[0]
        .comparisons
        .iter()
        .find(|one| one.outcome == Outcome::Agrees)
        .unwrap();
    // 4,300,691,456 × 8.8023
    assert!((held.implied.value - 37.856e9).abs() < 1e6);
    assert_eq!(held.base.converted_from, Some(Currency::USD));
}

/// Norway's ministry states growth alone. China's reports give +33.6% in dollars, as far off as reports
/// of two sides often are, and +48.9% in kroner.
#[test]
fn growth_without_a_currency_is_not_refuted_by_dollars() {
    let mut evidence = bundled();
    evidence.claims = vec![claim("m", one_way("NOR", "CHN"), 2009).rate("40")];
    let judged = judge(&evidence);
    assert_eq!(judged[0].verdict, Verdict::CannotBeRefuted);
    evidence.claims = vec![claim("m", one_way("NOR", "CHN"), 2009).rate("48.9")];
    let judged = judge(&evidence);
    assert_eq!(judged[0].verdict, Verdict::CannotBeRefuted);
    assert!(
        judged[0].reason.contains("no currency"),
        "{}",
        judged[0].reason
    );
    evidence.claims = vec![claim("m", one_way("NOR", "CHN"), 2009).rate("90")];
    assert_eq!(judge(&evidence)[0].verdict, Verdict::Disagrees);
}
