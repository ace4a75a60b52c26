//! Totals against the sums of their parts, worked by hand.

use bilat::checks::additivity::{Agreement, Tolerance, Whole, check};
use bilat::checks::series::Period;
use proptest::prelude::*;

fn whole(stated: f64, parts: &[Option<f64>]) -> Whole {
    Whole {
        name: "x".to_owned(),
        period: Period::year(2010),
        stated: Some(stated),
        parts: parts
            .iter()
            .enumerate()
            .map(|(n, v)| (n.to_string(), *v))
            .collect(),
    }
}

#[test]
fn partners_are_held_against_the_world_and_ranked_by_difference() {
    let world = |year: i32, stated: Option<f64>, parts: &[(&str, Option<f64>)]| Whole {
        name: "CHN exports".to_owned(),
        period: Period::year(year),
        stated,
        parts: parts
            .iter()
            .map(|(key, value)| ((*key).to_owned(), *value))
            .collect(),
    };
    let wholes = [
        world(
            2009,
            Some(100.0),
            &[("NOR", Some(60.0)), ("SWE", Some(40.0))],
        ),
        world(2010, Some(200.0), &[("NOR", Some(120.0)), ("SWE", None)]),
        world(
            2011,
            Some(50.0),
            &[("NOR", Some(30.0)), ("SWE", Some(30.0))],
        ),
        world(2012, None, &[("NOR", Some(30.0))]),
    ];
    let ranked = check(&wholes, Tolerance::default());
    let got: Vec<_> = ranked
        .sums
        .iter()
        .map(|s| (s.period.to_string(), s.difference, s.relative, s.agreement))
        .collect();
    let expected = [
        (
            "2010".to_owned(),
            Some(80.0),
            Some(0.4),
            Agreement::ShortWithMissing,
        ),
        ("2011".to_owned(), Some(-10.0), Some(-0.2), Agreement::Over),
        ("2009".to_owned(), Some(0.0), Some(0.0), Agreement::Agrees),
        ("2012".to_owned(), None, None, Agreement::NotComparable),
    ];
    assert_eq!(got, expected);
    assert_eq!(ranked.sums[0].missing, ["SWE"]);
    assert_eq!((ranked.compared, ranked.disagreeing), (3, 1));
}

#[test]
fn rounding_is_let_pass_by_half_a_unit_a_figure_and_no_more() {
    let agreement = |stated, unit| {
        let tolerance = Tolerance {
            unit,
            relative: 0.0,
        };
        check(&[whole(stated, &[Some(10.0), Some(20.0)])], tolerance).sums[0].agreement
    };
    // Two parts and a total: 1.5 units.
    assert_eq!(agreement(31.5, 1.0), Agreement::Agrees);
    assert_eq!(agreement(31.6, 1.0), Agreement::Short);
    assert_eq!(agreement(28.4, 1.0), Agreement::Over);
    assert_eq!(agreement(30.1, 0.0), Agreement::Short);
    assert_eq!(agreement(44.0, 10.0), Agreement::Agrees);
}

#[test]
fn sums_are_exact_where_a_plain_sum_is_not() {
    let parts = [Some(1e16), Some(1.0), Some(1.0), Some(-1e16)];
    let sums = check(
        &[whole(2.0, &parts)],
        Tolerance {
            unit: 0.0,
            relative: 0.0,
        },
    )
    .sums;
    assert_eq!((sums[0].sum, sums[0].difference), (Some(2.0), Some(0.0)));
    let tenths = [Some(0.1); 10];
    let sums = check(
        &[whole(1.0, &tenths)],
        Tolerance {
            unit: 0.0,
            relative: 0.0,
        },
    )
    .sums;
    assert_eq!(sums[0].agreement, Agreement::Agrees);
}

#[test]
fn mixed_levels_show_as_twice_the_total() {
    let parts = [Some(60.0), Some(40.0), Some(30.0), Some(30.0), Some(40.0)];
    let sums = check(&[whole(100.0, &parts)], Tolerance::default()).sums;
    assert_eq!(
        (sums[0].times, sums[0].agreement),
        (Some(2), Agreement::Over)
    );
}

#[test]
fn a_missing_part_that_can_hold_nothing_is_told() {
    let sums = check(
        &[whole(30.0, &[Some(10.0), Some(20.0), None])],
        Tolerance::default(),
    )
    .sums;
    assert_eq!(sums[0].agreement, Agreement::AgreesWithoutMissing);
    let none = check(&[whole(30.0, &[None])], Tolerance::default()).sums;
    assert_eq!(
        (none[0].agreement, none[0].sum),
        (Agreement::NotComparable, None)
    );
    let zero = check(&[whole(0.0, &[Some(5.0)])], Tolerance::default()).sums;
    assert_eq!((zero[0].difference, zero[0].relative), (Some(-5.0), None));
}

proptest! {
    #[test]
    fn a_total_of_whole_parts_always_agrees_whatever_their_order(
        mut parts in prop::collection::vec(-1_000_000_000i64..1_000_000_000, 1..40),
    ) {
        let total = parts.iter().sum::<i64>() as f64;
        let exact = Tolerance { unit: 0.0, relative: 0.0 };
        let one = |parts: &[i64]| {
            let parts: Vec<_> = parts.iter().map(|v| Some(*v as f64)).collect();
            check(&[whole(total, &parts)], exact).sums.remove(0)
        };
        let forward = one(&parts);
        prop_assert_eq!(forward.difference, Some(0.0));
        prop_assert_eq!(forward.agreement, Agreement::Agrees);
        parts.reverse();
        prop_assert_eq!(one(&parts).sum, forward.sum);
    }

    #[test]
    fn the_unit_changes_no_relative_difference(
        parts in prop::collection::vec(1u32..1_000_000, 2..20), extra in 1u32..1000, power in 0i32..6,
    ) {
        let unit = 10f64.powi(power);
        let relative = |unit: f64| {
            let figures: Vec<_> = parts.iter().map(|v| Some(f64::from(*v) * unit)).collect();
            let total = parts.iter().map(|v| f64::from(*v)).sum::<f64>() + f64::from(extra);
            check(&[whole(total * unit, &figures)], Tolerance::default()).sums[0].relative.unwrap()
        };
        prop_assert!((relative(1.0) - relative(unit)).abs() < 1e-12);
    }
}
