//! Contributions to growth: the seed figures, and their sum.

use bilat::indicators::{Contribution, Measure};
use bilat::{Error, Side};

use crate::figures::{flow, measure, near, numbers, seed, table, texts};

#[test]
fn the_total_of_2009_grew_by_2_31_of_which_4_76_came_from_norway() {
    let contribution = measure(&Contribution::default(), &seed());
    let points = numbers(&contribution, "contribution_points");
    let total = numbers(&contribution, "total_growth_percent");
    // Rows: 2008 of both, then 2009 of both; China first.
    near(points[2].unwrap(), -2.445652, 1e-6);
    near(points[3].unwrap(), 4.755435, 1e-6);
    near(total[2].unwrap(), 2.309783, 1e-6);
    near(
        points[2].unwrap() + points[3].unwrap(),
        total[3].unwrap(),
        1e-13,
    );
}

#[test]
fn a_part_without_a_figure_leaves_the_total_without_growth() {
    let figure =
        |exporter: &str, year, value| flow("test", exporter, "DEU", Side::Importer, year, value);
    let flows = table(&[
        figure("NOR", 2008, Some(10.0)),
        figure("NOR", 2009, Some(12.0)),
        figure("SWE", 2008, None),
        figure("SWE", 2009, Some(5.0)),
    ]);
    let contribution = measure(&Contribution::default(), &flows);
    assert!(
        numbers(&contribution, "contribution_points")
            .iter()
            .all(Option::is_none)
    );
    assert_eq!(
        texts(&contribution, "reason")[2].as_deref(),
        Some("no figure for 2008")
    );
}

#[test]
fn two_sides_of_one_flow_are_not_added_up() {
    let figure = |side, year| flow("test", "NOR", "CHN", side, year, Some(1.0));
    let flows = table(&[
        figure(Side::Exporter, 2008),
        figure(Side::Exporter, 2009),
        figure(Side::Importer, 2008),
        figure(Side::Importer, 2009),
    ]);
    let refused = Contribution::default()
        .of(&flows)
        .expect_err("a double count");
    assert!(matches!(refused, Error::BasisMismatch { .. }), "{refused}");
}
