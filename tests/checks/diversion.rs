//! Flows around an event, worked by hand.

use bilat::checks::diversion::{
    DiversionCheck, DiversionReport, Flows, OwnPeriod, Ranking, Windows,
};
use bilat::checks::series::{Period, Series};
use proptest::prelude::*;

fn annual(key: &str, values: &[f64]) -> Series {
    let values: Vec<_> = values.iter().copied().map(Some).collect();
    Series::annual(key, 2008, &values).unwrap()
}

/// Two years on each side of 2010; figures for 2008 to 2012.
fn windows() -> Windows {
    Windows {
        before: 2,
        after: 2,
        ..Windows::around(Period::year(2010))
    }
}

struct Table {
    direct: Series,
    out: Vec<Series>,
    into: Vec<Series>,
    exports: Series,
    imports: Series,
}

fn table(unit: f64) -> Table {
    let of = |key: &str, values: [f64; 5]| annual(key, &values.map(|value| value * unit));
    Table {
        direct: of("NOR>CHN", [90.0, 110.0, 80.0, 70.0, 50.0]),
        out: vec![
            of("VNM", [10.0, 10.0, 20.0, 40.0, 60.0]),
            of("DEU", [200.0, 200.0, 205.0, 210.0, 210.0]),
            of("SWE", [50.0, 50.0, 50.0, 40.0, 40.0]),
        ],
        into: vec![
            of("VNM", [20.0, 20.0, 30.0, 40.0, 44.0]),
            of("DEU", [500.0, 500.0, 520.0, 530.0, 550.0]),
            of("SWE", [50.0, 50.0, 50.0, 90.0, 90.0]),
        ],
        exports: of("NOR>WLD", [400.0, 400.0, 400.0, 390.0, 390.0]),
        imports: of("WLD>CHN", [1100.0, 1100.0, 1150.0, 1160.0, 1160.0]),
    }
}

fn report(table: &Table, ranking: Ranking, windows: Windows) -> DiversionReport {
    let flows = Flows {
        direct: &table.direct,
        out: &table.out,
        into: &table.into,
        all_exports: Some(&table.exports),
        all_imports: Some(&table.imports),
    };
    DiversionCheck {
        flows,
        windows,
        ranking,
    }
    .report()
    .unwrap()
}

#[test]
fn falls_and_rises_are_means_after_less_means_before() {
    let report = report(&table(1.0), Ranking::Rise, windows());
    let direct = report.direct;
    assert_eq!(
        (direct.before, direct.after, direct.difference),
        (100.0, 60.0, -40.0)
    );
    assert_eq!(direct.relative, Some(-0.4));
    assert_eq!(report.share_of_exports, Some((0.25, 60.0 / 390.0)));
    let got: Vec<_> = report
        .ranked
        .iter()
        .map(|t| {
            (
                t.place.as_str(),
                t.out.difference,
                t.into.difference,
                t.through,
                t.of_fall,
            )
        })
        .collect();
    let expected = [
        ("VNM", 40.0, 22.0, 22.0, Some(0.55)),
        ("DEU", 10.0, 40.0, 10.0, Some(0.25)),
        ("SWE", -10.0, 40.0, 0.0, Some(0.0)),
    ];
    assert_eq!(got, expected);
}

#[test]
fn rises_beyond_general_growth_leave_the_direct_flow_out_of_it() {
    let report = report(&table(1.0), Ranking::BeyondGrowth, windows());
    // Exports to all others 300 to 330: ×1.1. Imports from all others 1000 to 1100: ×1.1.
    let vietnam = report.ranked[0].beyond.unwrap();
    assert_eq!(report.ranked[0].place, "VNM");
    assert!((vietnam.out - 39.0).abs() < 1e-12 && (vietnam.into - 20.0).abs() < 1e-12);
    assert!((vietnam.through - 20.0).abs() < 1e-12);
    let germany = report
        .ranked
        .iter()
        .find(|third| third.place == "DEU")
        .unwrap();
    assert!((germany.beyond.unwrap().out + 10.0).abs() < 1e-9);
    assert_eq!(germany.beyond.unwrap().through, 0.0);
}

#[test]
fn windows_hold_the_years_they_say() {
    let text = |own, before, after| {
        Windows {
            event: Period::year(2010),
            before,
            after,
            own,
        }
        .to_string()
    };
    assert_eq!(
        text(OwnPeriod::LeftOut, 3, 2),
        "from 2007–2009 to 2011–2012"
    );
    assert_eq!(text(OwnPeriod::Before, 3, 2), "from 2008–2010 to 2011–2012");
    assert_eq!(text(OwnPeriod::After, 3, 2), "from 2007–2009 to 2010–2011");
}

#[test]
fn no_sentence_claims_a_cause() {
    let report = report(&table(1.0), Ranking::Rise, windows());
    let said = report.words.join(". ");
    for claim in [
        "because",
        "due to",
        "led to",
        "diverted",
        "rerouted",
        "circumvent",
        "result of",
        "therefore",
    ] {
        assert!(!said.contains(claim), "{claim}: {said}");
    }
    assert!(said.ends_with(
        "does not show that the same goods took another way, nor that the event made them"
    ));
    assert_eq!(
        report.words[0],
        "`NOR>CHN` fell by 40.0 (−40.0%) a period on average, from 2008–2009 to 2011–2012"
    );
    assert_eq!(
        report.words[3],
        "VNM: the flow to it rose by 40.0 and the flow from it by 22.0, so at most 22.0, 55.0% of \
         the fall, can have gone this way in addition; beyond general growth 20.0"
    );
}

#[test]
fn a_flow_that_did_not_fall_has_nothing_to_be_taken_up() {
    let mut table = table(1.0);
    table.direct = annual("NOR>CHN", &[50.0, 50.0, 60.0, 70.0, 70.0]);
    let report = report(&table, Ranking::Rise, windows());
    assert!(report.ranked.iter().all(|third| third.of_fall.is_none()));
    assert!(
        report
            .words
            .last()
            .unwrap()
            .starts_with("the flow did not fall")
    );
}

#[test]
fn a_missing_year_is_told_and_not_averaged_over() {
    let mut table = table(1.0);
    let gap = [Some(1.0), None, Some(1.0), Some(9.0), Some(9.0)];
    table.out.push(Series::annual("DNK", 2008, &gap).unwrap());
    table.into.push(annual("FIN", &[1.0; 5]));
    let report = report(&table, Ranking::Rise, windows());
    assert_eq!(report.ranked.len(), 3);
    assert_eq!(report.unranked[0].place, "DNK");
    assert_eq!(
        report.unranked[0].missing,
        [
            "the flow to it has no figure in 2009",
            "the flow from it is not in the table"
        ]
    );
    assert_eq!(
        report.unranked[1].missing,
        ["the flow to it is not in the table"]
    );
}

#[test]
fn too_wide_windows_are_refused_with_the_years_that_lack() {
    let table = table(1.0);
    let flows = Flows {
        direct: &table.direct,
        out: &[],
        into: &[],
        all_exports: None,
        all_imports: None,
    };
    let check = DiversionCheck {
        flows,
        windows: Windows::around(Period::year(2010)),
        ranking: Ranking::Rise,
    };
    assert_eq!(
        check.report().unwrap_err().to_string(),
        "nothing is left: `NOR>CHN` has no figure in 2007, 2013; choose fewer periods before or after the event"
    );
    let check = DiversionCheck {
        windows: windows(),
        ranking: Ranking::BeyondGrowth,
        ..check
    };
    assert!(
        check
            .report()
            .unwrap_err()
            .to_string()
            .contains("rank by the rise itself")
    );
}

#[test]
fn other_dates_show_how_unusual_a_rise_is() {
    let direct = annual(
        "NOR>CHN",
        &[100.0, 100.0, 100.0, 100.0, 50.0, 50.0, 50.0, 50.0],
    );
    let legs = [annual(
        "VNM",
        &[10.0, 10.0, 10.0, 10.0, 60.0, 60.0, 60.0, 60.0],
    )];
    let flows = Flows {
        direct: &direct,
        out: &legs,
        into: &legs,
        all_exports: None,
        all_imports: None,
    };
    let windows = Windows {
        before: 1,
        after: 1,
        own: OwnPeriod::After,
        event: Period::year(2012),
    };
    let report = DiversionCheck {
        flows,
        windows,
        ranking: Ranking::Rise,
    }
    .report()
    .unwrap();
    let other = report.other_dates.unwrap();
    assert_eq!(
        (other.here, other.dates, other.as_much, other.fell_as_much),
        (0.5, 6, 0, 0)
    );
}

proptest! {
    #[test]
    fn the_unit_changes_no_share_and_no_rank(power in -3i32..12) {
        let (one, other) = (table(1.0), table(10f64.powi(power)));
        for ranking in [Ranking::Rise, Ranking::BeyondGrowth] {
            let (a, b) = (report(&one, ranking, windows()), report(&other, ranking, windows()));
            for (a, b) in a.ranked.iter().zip(&b.ranked) {
                prop_assert_eq!(&a.place, &b.place);
                prop_assert!((a.of_fall.unwrap() - b.of_fall.unwrap()).abs() < 1e-12);
            }
            prop_assert!((a.direct.relative.unwrap() - b.direct.relative.unwrap()).abs() < 1e-12);
        }
    }
}
