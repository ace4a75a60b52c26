//! Two vintages of a table, worked by hand.

use bilat::checks::series::{Figure, Period};
use bilat::checks::vintages::{Order, VintageCheck, VintageReport};
use proptest::prelude::*;

fn figure(key: &str, year: i32, value: f64) -> Figure {
    Figure::new("CHN exports", key, Period::year(year), Some(value))
}

fn compare(old: &[Figure], new: &[Figure], order: Order) -> VintageReport {
    VintageCheck {
        old,
        new,
        order,
        totals: &["WLD"],
    }
    .report()
    .unwrap()
}

fn old() -> Vec<Figure> {
    vec![
        figure("NOR", 2009, 100.0),
        figure("NOR", 2010, 110.0),
        figure("SWE", 2009, 90.0),
        figure("SWE", 2010, 120.0),
        figure("DNK", 2010, 10.0),
        figure("FIN", 2010, 5.0),
        figure("WLD", 2010, 900.0),
        Figure::new("CHN exports", "ISL", Period::year(2010), None),
    ]
}

fn new() -> Vec<Figure> {
    vec![
        figure("NOR", 2009, 100.0),
        figure("NOR", 2010, 95.0),
        figure("SWE", 2009, 90.0),
        figure("SWE", 2010, 120.0),
        figure("DNK", 2010, 20.0),
        Figure::new("CHN exports", "FIN", Period::year(2010), None),
        figure("WLD", 2010, 910.0),
        figure("ISL", 2010, 3.0),
        figure("DEU", 2010, 500.0),
    ]
}

#[test]
fn figures_added_removed_and_changed_are_told_apart() {
    let report = compare(&old(), &new(), Order::Absolute);
    let keys = |figures: &[Figure]| figures.iter().map(|f| f.key.clone()).collect::<Vec<_>>();
    assert_eq!(keys(&report.added), ["DEU", "ISL"]);
    assert_eq!(keys(&report.removed), ["FIN"]);
    assert_eq!(report.unchanged, 3);
    let changed = |report: &VintageReport| -> Vec<_> {
        report
            .changed
            .iter()
            .map(|c| (c.key.clone(), c.difference, c.relative.unwrap()))
            .collect()
    };
    let expected = [
        ("NOR".to_owned(), -15.0, -15.0 / 110.0),
        ("DNK".to_owned(), 10.0, 1.0),
        ("WLD".to_owned(), 10.0, 10.0 / 900.0),
    ];
    assert_eq!(changed(&report), expected);
    let by_share = compare(&old(), &new(), Order::Relative);
    assert_eq!(changed(&by_share)[0].0, "DNK");
}

#[test]
fn a_growth_rate_that_turns_is_told_with_both_values() {
    let report = compare(&old(), &new(), Order::Absolute);
    assert_eq!(report.sign_flips.len(), 1);
    let flip = &report.sign_flips[0];
    assert_eq!(
        (flip.key.as_str(), flip.period),
        ("NOR", Period::year(2010))
    );
    assert!((flip.old - 0.1).abs() < 1e-12 && (flip.new + 0.05).abs() < 1e-12);
}

#[test]
fn ranks_flip_among_the_keys_of_both_and_totals_are_left_out() {
    assert!(
        compare(&old(), &new(), Order::Absolute)
            .rank_flips
            .is_empty()
    );
    let mut newer = new();
    newer[3] = figure("SWE", 2010, 90.0);
    let flips = compare(&old(), &newer, Order::Absolute).rank_flips;
    let got: Vec<_> = flips
        .iter()
        .map(|f| (f.key.as_str(), f.old, f.new))
        .collect();
    assert_eq!(got, [("NOR", 2, 1), ("SWE", 1, 2)]);
}

#[test]
fn revisions_have_a_distribution() {
    let old: Vec<_> = (0..5).map(|n| figure("NOR", 2000 + n, 100.0)).collect();
    let new: Vec<_> = [100.0, 110.0, 90.0, 104.0, 100.0]
        .into_iter()
        .enumerate()
        .map(|(n, value)| figure("NOR", 2000 + n as i32, value))
        .collect();
    let r = compare(&old, &new, Order::Absolute).revisions.unwrap();
    assert_eq!((r.figures, r.changed, r.upward, r.downward), (5, 3, 2, 1));
    assert!((r.mean - 0.008).abs() < 1e-12 && (r.mean_absolute - 0.048).abs() < 1e-12);
    assert_eq!((r.smallest, r.lower_quartile, r.median), (-0.1, 0.0, 0.0));
    assert_eq!(
        (r.upper_quartile, r.largest, r.one_factor),
        (0.04, 0.1, None)
    );
}

#[test]
fn a_change_of_unit_is_no_revision() {
    let thousands: Vec<_> = old()
        .into_iter()
        .map(|f| Figure {
            value: f.value.map(|v| v / 1000.0),
            ..f
        })
        .collect();
    let report = compare(&old(), &thousands, Order::Absolute);
    assert!((report.revisions.as_ref().unwrap().one_factor.unwrap() - 0.001).abs() < 1e-12);
    assert!(report.sign_flips.is_empty() && report.rank_flips.is_empty());
    assert!(
        report
            .words()
            .iter()
            .any(|words| words.contains("change of unit or currency"))
    );
}

#[test]
fn a_key_with_two_figures_is_refused_with_its_table() {
    let twice = [figure("NOR", 2009, 1.0), figure("NOR", 2009, 2.0)];
    let check = VintageCheck {
        old: &[],
        new: &twice,
        order: Order::Absolute,
        totals: &[],
    };
    let message = check.report().unwrap_err().to_string();
    assert!(
        message.starts_with(
            "one row of the new table and row 2 both give `CHN exports NOR` in 2009, as 1 and 2"
        ),
        "{message}"
    );
    let odd = [figure("NOR", 2009, f64::NAN)];
    assert!(VintageCheck { new: &odd, ..check }.report().is_err());
}

fn table() -> impl Strategy<Value = Vec<Figure>> {
    prop::collection::btree_map((0u8..5, 2000i32..2008), prop::option::of(0u32..1000), 0..30)
        .prop_map(|cells| {
            let figure = |((key, year), value): ((u8, i32), Option<u32>)| {
                Figure::new(
                    "x",
                    key.to_string(),
                    Period::year(year),
                    value.map(f64::from),
                )
            };
            cells.into_iter().map(figure).collect()
        })
}

proptest! {
    #[test]
    fn equal_tables_differ_in_nothing_whatever_their_order(table in table()) {
        let reversed: Vec<_> = table.iter().rev().cloned().collect();
        let report = compare(&table, &reversed, Order::Absolute);
        prop_assert!(report.is_empty());
        prop_assert!(report.sign_flips.is_empty() && report.rank_flips.is_empty());
        prop_assert!(report.revisions.is_none_or(|r| r.changed == 0 && r.mean_absolute == 0.0));
    }

    #[test]
    fn swapping_the_vintages_swaps_the_report(a in table(), b in table()) {
        let (there, back) = (compare(&a, &b, Order::Absolute), compare(&b, &a, Order::Absolute));
        prop_assert_eq!(&there.added, &back.removed);
        prop_assert_eq!(there.unchanged, back.unchanged);
        prop_assert_eq!(there.changed.len(), back.changed.len());
        prop_assert_eq!(there.sign_flips.len(), back.sign_flips.len());
        prop_assert_eq!(there.rank_flips.len(), back.rank_flips.len());
        let with = |table: &[Figure]| table.iter().filter(|f| f.value.is_some()).count();
        prop_assert_eq!(there.unchanged + there.changed.len() + there.added.len(), with(&b));
        prop_assert_eq!(there.unchanged + there.changed.len() + there.removed.len(), with(&a));
    }

    #[test]
    fn the_unit_changes_no_relative_figure(a in table(), b in table()) {
        let times = |table: &[Figure]| -> Vec<_> {
            table.iter().map(|f| Figure { value: f.value.map(|v| v * 1024.0), ..f.clone() }).collect()
        };
        let (one, other) = (compare(&a, &b, Order::Relative), compare(&times(&a), &times(&b), Order::Relative));
        prop_assert_eq!(&one.sign_flips, &other.sign_flips);
        prop_assert_eq!(&one.rank_flips, &other.rank_flips);
        prop_assert_eq!(&one.revisions, &other.revisions);
    }
}
