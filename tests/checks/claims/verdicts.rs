//! Verdicts on hand-sized claims.

use bilat::checks::claims::claim::*;
use bilat::checks::claims::judge::{Judgement, judge};
use bilat::checks::claims::verdict::Verdict;
use bilat::model::currency::Currency;

use super::document::*;

fn flow() -> Flow {
    one_way("NOR", "CHN")
}

/// A level of 2008, a level of 2009, a change.
fn two_years(then: &str, now: &str, measure: Measure) -> Judgement {
    let judged = judge(&document(vec![
        claim("then", flow(), 2008).level(printed(then, 1e9)),
        claim("now", flow(), 2009)
            .level(printed(now, 1e9))
            .change(measure, BEFORE, ""),
    ]));
    judged[1].clone()
}

fn rate(per_cent: &str) -> Measure {
    Measure::Rate(printed(per_cent, 0.01))
}

fn amount(text: &str, currency: Currency) -> Amount {
    Amount {
        number: printed(text, 1e9),
        currency: Some(currency),
        assumed: false,
    }
}

#[test]
fn agreement_wants_the_printed_figures_to_give_the_stated_one() {
    // 2.28 / 1.93 is +18.13%, and 17.57 to 18.70 with rounding.
    let cases = [
        ("18", Verdict::Agrees),
        ("18.1", Verdict::Agrees),
        ("18.6", Verdict::CannotBeRefuted),
        ("17.6", Verdict::CannotBeRefuted),
        ("19", Verdict::CannotBeRefuted),
        ("17.4", Verdict::Disagrees),
        ("18.8", Verdict::Disagrees),
        ("−18.1", Verdict::SignContradicts),
    ];
    for (stated, verdict) in cases {
        assert_eq!(
            two_years("1.93", "2.28", rate(stated)).verdict,
            verdict,
            "{stated}"
        );
    }
}

#[test]
fn a_level_printed_as_zero_is_not_below_it() {
    // 0 to 0.5 over 0.5 to 1.5: at most the same as before.
    assert_eq!(
        two_years("1", "0", rate("−70")).verdict,
        Verdict::CannotBeRefuted
    );
    assert_eq!(two_years("1", "0", rate("20")).verdict, Verdict::Disagrees);
}

#[test]
fn one_digit_levels_are_too_coarse_to_confirm() {
    assert_eq!(
        two_years("1", "2", rate("100")).verdict,
        Verdict::CannotBeRefuted
    );
    assert_eq!(
        two_years("1.0", "2.0", rate("100")).verdict,
        Verdict::Agrees
    );
    assert_eq!(two_years("1", "2", rate("500")).verdict, Verdict::Disagrees);
}

#[test]
fn directions_factors_and_amounts_are_checked_too() {
    let direction = |up| Measure::Direction { up };
    assert_eq!(
        two_years("1.93", "2.28", direction(true)).verdict,
        Verdict::Agrees
    );
    assert_eq!(
        two_years("1.93", "2.28", direction(false)).verdict,
        Verdict::SignContradicts
    );
    assert_eq!(
        two_years("1.93", "1.93", direction(false)).verdict,
        Verdict::CannotBeRefuted
    );
    let mut doubled = printed("2", 1.0);
    doubled.text = "doubled".into();
    assert_eq!(
        two_years("1.10", "2.28", Measure::Factor(doubled.clone())).verdict,
        Verdict::Agrees
    );
    assert_eq!(
        two_years("1.50", "2.28", Measure::Factor(doubled.clone())).verdict,
        Verdict::CannotBeRefuted
    );
    assert_eq!(
        two_years("1.93", "2.28", Measure::Factor(doubled)).verdict,
        Verdict::Disagrees
    );
    let by = |text| Measure::By(amount(text, Currency::USD));
    assert_eq!(
        two_years("1.93", "2.28", by("0.35")).verdict,
        Verdict::Agrees
    );
    assert_eq!(
        two_years("1.93", "2.28", by("0.36")).verdict,
        Verdict::CannotBeRefuted
    );
    assert_eq!(
        two_years("1.93", "2.28", by("0.40")).verdict,
        Verdict::Disagrees
    );
    assert_eq!(
        two_years("1.93", "2.28", by("−0.35")).verdict,
        Verdict::SignContradicts
    );
    let kroner = Measure::By(amount("0.40", Currency::NOK));
    assert!(matches!(
        two_years("1.93", "2.28", kroner).verdict,
        Verdict::NotCheckable(_)
    ));
}

#[test]
fn the_words_around_a_hedge_decide_how_far_it_reaches() {
    let hedged_rate = |hedge, text| {
        let judged = judge(&document(vec![
            claim("then", flow(), 2008).level(printed("1.93", 1e9)),
            claim("now", flow(), 2009)
                .level(printed("2.28", 1e9))
                .change(Measure::Rate(hedged("40", 0.01, hedge)), BEFORE, text),
        ]));
        judged[1].verdict.clone()
    };
    assert_eq!(
        hedged_rate(Hedge::Less, "rose by less than 40 percent"),
        Verdict::CannotBeRefuted
    );
    assert_eq!(
        hedged_rate(Hedge::Less, "rose by almost 40 percent"),
        Verdict::Disagrees
    );
    assert_eq!(
        hedged_rate(Hedge::More, "rose by more than 40 percent"),
        Verdict::Disagrees
    );
}

#[test]
fn a_yearly_rate_since_then_is_compounded_over_the_years_elapsed() {
    let judged = |per_cent: &str| {
        let since = Base::PerYearSince(year(2003));
        judge(&document(vec![
            claim("then", flow(), 2003).level(printed("1.76", 1e9)),
            claim("now", flow(), 2009)
                .level(printed("7.53", 1e9))
                .change(rate(per_cent), since, ""),
        ]))[1]
            .verdict
            .clone()
    };
    // (7.53 / 1.76)^(1/6) − 1 = 27.413%
    assert_eq!(judged("27.4"), Verdict::Agrees);
    assert_eq!(judged("23.1"), Verdict::Disagrees);
}

#[test]
fn a_level_that_a_change_came_from_serves_as_a_base() {
    let from = Measure::From(amount("1.93", Currency::USD));
    let judged = judge(&document(vec![
        claim("a", flow(), 2009)
            .level(printed("2.28", 1e9))
            .rate("39"),
        claim("b", flow(), 2009).change(from, BEFORE, "from $1.93 billion"),
    ]));
    assert_eq!(judged[0].verdict, Verdict::Disagrees);
}

/// Two ways of stating one change: 10.9 less 1.2 is 9.7, and 10.9 is 12.4 per cent more than that.
#[test]
fn an_amount_of_change_and_a_rate_are_held_against_each_other() {
    let by = printed("1.2", 1e9);
    let judged = |rate: &str| {
        let amount = Amount {
            number: by.clone(),
            currency: Some(Currency::USD),
            assumed: false,
        };
        let flow = || one_way("USA", "VNM");
        judge(&document(vec![
            claim("by", flow(), 2019).change(
                Measure::By(amount),
                BEFORE,
                "increased by $1.2 billion",
            ),
            claim("rate", flow(), 2019)
                .level(printed("10.9", 1e9))
                .rate(rate),
        ]))
    };
    let implied = |judged: &[Judgement]| judged[1].comparisons[0].implied;
    let near = judged("12.5");
    assert!((implied(&near).value - (10.9 / 9.7 - 1.0)).abs() < 1e-12);
    assert_eq!(near[1].verdict, Verdict::CannotBeRefuted);
    assert_eq!(judged("12.4")[1].verdict, Verdict::Agrees);
    assert_eq!(judged("25.0")[1].verdict, Verdict::Disagrees);
    assert_eq!(judged("−12.5")[1].verdict, Verdict::SignContradicts);
    // The amount is not held against a base made of itself.
    assert!(near[0].comparisons.is_empty());
}
