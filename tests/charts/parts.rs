//! Charts of parts: waterfalls, stacked contributions, shares and small multiples.

use std::collections::BTreeSet;

use super::given::{self, dollars, figure, look, marks, name, run, value, words};
use super::rules::{bars, broken, figures, footer, points, says};
use bilat::charts::scene::{Axis, Datum, Rgb, Role, Scene, Shape};
use bilat::charts::{
    Look, Mark, Multiples, MultiplesPanel as Panel, Point, Series, Shares, Stacked, Theme, Unit,
    Waterfall, WaterfallPart as Part,
};
use bilat::error::Result;
use proptest::prelude::*;

fn series(name: &str, first: i32, values: &[Option<f64>]) -> Series {
    let points: Vec<(i32, Option<f64>)> = (first..).zip(values.iter().copied()).collect();
    given::series(name, &points)
}

fn part(name: &str, value: f64) -> Part {
    Part {
        name: name.to_owned(),
        value: Some(value),
    }
}

fn fall(parts: Vec<Part>, total: f64) -> Waterfall {
    Waterfall {
        start: None,
        parts,
        total: part("Growth", total),
        unit: Unit::Percent,
        words: words(),
    }
}

fn drawn(made: Result<Scene>) -> Scene {
    made.expect("there is room and the figures add up")
}

fn refusal(made: Result<Scene>) -> String {
    made.expect_err("not drawable").to_string()
}

/// A table of years by parts, some figures missing.
fn table(parts: usize) -> impl Strategy<Value = Vec<Vec<Option<f64>>>> {
    let figure = figure(value());
    (1usize..30).prop_flat_map(move |years| {
        proptest::collection::vec(proptest::collection::vec(figure.clone(), years), parts)
    })
}

fn names(many: usize) -> impl Strategy<Value = Vec<String>> {
    proptest::collection::vec(name(), many)
}

fn may_lack_room(told: &str) -> bool {
    told.contains("no room")
        || told.contains("every year lacks a part")
        || told.contains("too narrow")
}

// Waterfalls

#[test]
fn bars_of_a_waterfall_stand_where_the_last_one_ended() {
    let chart = fall(
        vec![
            part("China", 0.04),
            part("Japan", -0.01),
            part("Other", 0.02),
        ],
        0.05,
    );
    let scene = drawn(chart.scene(&Look::default()));
    assert_eq!(broken(&scene), None);
    let levels: Vec<(f64, f64)> = bars(&scene)
        .iter()
        .map(|(bar, _)| (scene.y.value(bar.area.bottom), scene.y.value(bar.area.top)))
        .collect();
    let expected = [(0.0, 0.04), (0.03, 0.04), (0.03, 0.05), (0.0, 0.05)];
    for ((low, high), (from, to)) in levels.iter().zip(expected) {
        assert!(
            (low - from).abs() < 1e-9 && (high - to).abs() < 1e-9,
            "{levels:?}"
        );
    }
    assert_eq!(says(&scene, Role::Value), ["+4.0", "−1.0", "+2.0", "+5.0%"]);
    let colours = Theme::Light.colours();
    let fills: Vec<Rgb> = scene
        .shapes
        .iter()
        .filter_map(|shape| match shape {
            Shape::Rect(rect) if rect.datum.is_some() => Some(rect.colour),
            _ => None,
        })
        .collect();
    assert_eq!(
        fills,
        [
            colours.lines[0],
            colours.lines[1],
            colours.lines[0],
            colours.rule
        ]
    );
}

#[test]
fn a_waterfall_that_does_not_add_up_is_refused_with_both_figures() {
    let chart = fall(vec![part("China", 0.04), part("Japan", -0.01)], 0.05);
    assert_eq!(
        refusal(chart.scene(&Look::default())),
        "the parts add up to 3.0%, but the total is 5.0%; give the rest as a part of its own"
    );
    let mut level = fall(vec![part("China", 1e9)], 4e9);
    (level.unit, level.start) = (dollars(), Some(part("2013", 2e9)));
    assert!(
        refusal(level.scene(&Look::default()))
            .contains("add up to $3.00bn, but the total is $4.00bn")
    );
    level.total.value = Some(3e9);
    assert_eq!(
        says(&drawn(level.scene(&Look::default())), Role::Value),
        ["$2.00bn", "+$1.00bn", "$3.00bn"]
    );
}

#[test]
fn a_part_without_a_figure_is_never_taken_for_nothing() {
    let mut chart = fall(vec![part("China", 0.04), part("Japan", 0.0)], 0.04);
    assert_eq!(
        says(&drawn(chart.scene(&Look::default())), Role::Value),
        ["+4.0", "0.0", "+4.0%"]
    );
    chart.parts[1].value = None;
    assert!(refusal(chart.scene(&Look::default())).contains("`Japan` has no figure"));
    chart.parts[1].value = Some(f64::NAN);
    assert!(refusal(chart.scene(&Look::default())).contains("`Japan` is not finite"));
    chart.parts.clear();
    assert!(refusal(chart.scene(&Look::default())).contains("no parts"));
}

#[test]
fn long_names_lay_the_bars_down_and_cut_names_are_told() {
    let long = "Machinery and mechanical appliances, nuclear reactors, boilers";
    let chart = fall((0..20).map(|_| part(long, 0.01)).collect(), 0.2);
    let scene = drawn(chart.scene(&Look::default()));
    assert_eq!(broken(&scene), None);
    let first = bars(&scene)[0].0;
    assert!(
        (scene.x.value(first.area.right) - 0.01).abs() < 1e-9
            && scene.x.value(first.area.left).abs() < 1e-9
    );
    assert!((scene.y.value((first.area.top + first.area.bottom) / 2.0)).abs() < 1e-9);
    assert!(says(&scene, Role::Label)[0].ends_with('…'));
    assert!(
        footer(&scene).contains(&format!("Shortened names: {long};")),
        "{}",
        footer(&scene)
    );
}

// Stacked contributions

fn two_years() -> Stacked {
    Stacked {
        parts: vec![
            run("China", 2013, &[0.04, 0.03]),
            run("Japan", 2013, &[-0.01, -0.02]),
            run("Other", 2013, &[0.02, -0.04]),
        ],
        total: run("All", 2013, &[0.05, -0.03]),
        unit: Unit::Percent,
        marks: Vec::new(),
        words: words(),
    }
}

#[test]
fn positive_parts_stand_on_each_other_and_negative_ones_hang_below() {
    let chart = two_years();
    let scene = drawn(chart.scene(&Look::default()));
    assert_eq!(broken(&scene), None);
    let mut spans: Vec<(i64, usize, i64, i64)> = bars(&scene)
        .iter()
        .map(|(bar, datum)| {
            let points = |y: f64| (scene.y.value(y) * 1000.0).round() as i64;
            (
                datum.year as i64,
                datum.series,
                points(bar.area.bottom),
                points(bar.area.top),
            )
        })
        .collect();
    spans.sort_unstable();
    let expected = [
        (2013, 0, 0, 40),
        (2013, 1, -10, 0),
        (2013, 2, 40, 60),
        (2014, 0, 0, 30),
        (2014, 1, -20, 0),
        (2014, 2, -60, -20),
    ];
    assert_eq!(spans, expected);
    assert_eq!(
        says(&scene, Role::Value).iter().collect::<BTreeSet<_>>(),
        BTreeSet::from([&"+5.0", &"−3.0"])
    );
    let grey = scene.shapes.iter().any(|shape| {
        matches!(shape, Shape::Rect(rect) if rect.datum.is_some_and(|datum| datum.series == 2)
            && rect.colour == Theme::Light.colours().rule)
    });
    assert!(grey, "`Other` stands back");
}

#[test]
fn a_year_whose_parts_miss_its_total_is_refused_by_name() {
    let mut chart = two_years();
    chart.total.points[1].value = Some(0.03);
    let told = refusal(chart.scene(&Look::default()));
    assert!(
        told.contains("add up to −3.0% in 2014, but the total is 3.0%"),
        "{told}"
    );
}

#[test]
fn a_year_that_lacks_a_part_has_no_partial_stack() {
    let mut chart = two_years();
    chart.parts[1].points[0].value = None;
    let scene = drawn(chart.scene(&Look::default()));
    assert_eq!(broken(&scene), None);
    assert!(bars(&scene).iter().all(|(_, datum)| datum.year == 2014.0));
    assert!(
        footer(&scene).contains("No parts shown for 2013: no figure for Japan."),
        "{}",
        footer(&scene)
    );
    let dots = scene
        .shapes
        .iter()
        .filter(|shape| matches!(shape, Shape::Circle(dot) if dot.datum.is_some()));
    assert_eq!(dots.count(), 2, "the total is known all the same");
    chart.parts[1].points[1].value = None;
    assert!(refusal(chart.scene(&Look::default())).contains("every year lacks a part"));
}

#[test]
fn the_line_of_the_total_breaks_where_the_total_is_missing() {
    let mut chart = two_years();
    for (part, value) in chart.parts.iter_mut().zip([0.04, -0.01, 0.02]) {
        part.points.push(Point {
            year: 2016.0,
            value: Some(value),
        });
    }
    chart.total.points.push(Point {
        year: 2016.0,
        value: Some(0.05),
    });
    let scene = drawn(chart.scene(&Look::default()));
    assert!(says(&scene, Role::Value).contains(&"–"), "2015 has a dash");
    let x = [2014.0, 2016.0].map(|year| scene.x.position(year));
    let bridges = scene.shapes.iter().any(|shape| match shape {
        Shape::Path(path) if path.width > 1.5 => {
            path.points.iter().any(|point| point.0 == x[0])
                && path.points.iter().any(|point| point.0 == x[1])
        }
        _ => false,
    });
    assert!(!bridges);
}

#[test]
fn a_figure_of_the_total_stands_at_its_own_stack_or_not_at_all() {
    let years: Vec<f64> = (0..30).map(|k| 1e9 * (f64::from(k) * 0.7).sin()).collect();
    let chart = Stacked {
        parts: vec![run("Fish", 1994, &years)],
        total: run("Total", 1994, &years),
        unit: dollars(),
        marks: Vec::new(),
        words: words(),
    };
    let scene = drawn(chart.scene(&Look {
        width: 540,
        ..Look::default()
    }));
    let slot = scene.x.position(1.0) - scene.x.position(0.0);
    let mut shown = 0;
    for text in scene.texts().filter(|text| text.role == Role::Value) {
        let middle = (text.area.left + text.area.right) / 2.0;
        let year = scene.x.value(middle).round();
        let stands = (scene.x.position(year) - middle).abs() <= slot / 2.0;
        let value = years[(year - 1994.0) as usize];
        let sign = if value > 0.0 { "+" } else { "" };
        assert!(stands && text.content == format!("{sign}{}", dollars().label(value)));
        shown += 1;
    }
    let note = format!("Figures of the total are written for {shown} of 30 years.");
    assert!(footer(&scene).contains(&note), "{}", footer(&scene));
}

// Shares

fn halves(years: usize) -> Shares {
    Shares {
        parts: vec![
            run(
                "China",
                2003,
                &(0..years)
                    .map(|year| 0.25 + year as f64 / 100.0)
                    .collect::<Vec<_>>(),
            ),
            run(
                "Other",
                2003,
                &(0..years)
                    .map(|year| 0.75 - year as f64 / 100.0)
                    .collect::<Vec<_>>(),
            ),
        ],
        complete: true,
        marks: Vec::new(),
        words: words(),
    }
}

#[test]
fn bands_end_at_the_sum_of_the_shares_under_them() {
    let scene = drawn(halves(10).scene(&Look::default()));
    assert_eq!(broken(&scene), None);
    let edges: Vec<Vec<f64>> = scene
        .shapes
        .iter()
        .filter_map(|shape| match shape {
            Shape::Path(path) if !path.data.is_empty() => {
                Some(path.points.iter().map(|(_, y)| scene.y.value(*y)).collect())
            }
            _ => None,
        })
        .collect();
    assert_eq!(edges.len(), 2);
    for (year, (china, whole)) in edges[0].iter().zip(&edges[1]).enumerate() {
        assert!((china - 0.25 - year as f64 / 100.0).abs() < 1e-9);
        assert!((whole - 1.0).abs() < 1e-9);
    }
    assert_eq!(says(&scene, Role::Value), ["25.0%", "75.0%"]);
    assert_eq!(
        says(&scene, Role::Label),
        ["Other", "66.0%", "China", "34.0%"]
    );
}

#[test]
fn no_ground_shows_between_two_bands() {
    let scene = drawn(halves(10).scene(&Look::default()));
    let bands: Vec<&Vec<(f64, f64)>> = scene
        .shapes
        .iter()
        .filter_map(|shape| match shape {
            Shape::Polygon(band) => Some(&band.points),
            _ => None,
        })
        .collect();
    // The upper band is drawn first and reaches below the upper edge of the lower one.
    for (x, y) in &bands[1][..10] {
        let under = bands[0][10..]
            .iter()
            .find(|point| point.0 == *x)
            .expect("the same years");
        assert!(under.1 > y + 1.0);
    }
}

#[test]
fn a_missing_share_makes_its_year_a_gap_in_a_chart_of_bars() {
    let mut chart = halves(10);
    chart.parts[0].points[4].value = None;
    let scene = drawn(chart.scene(&Look::default()));
    assert_eq!(broken(&scene), None);
    assert!(
        !scene
            .shapes
            .iter()
            .any(|shape| matches!(shape, Shape::Polygon(_)))
    );
    let years: BTreeSet<i64> = bars(&scene)
        .iter()
        .map(|(_, datum)| datum.year as i64)
        .collect();
    assert_eq!(years.len(), 9);
    assert!(!years.contains(&2007));
    assert!(
        footer(&scene).contains("Not shown: 2007, for want of China."),
        "{}",
        footer(&scene)
    );
    for (bar, datum) in bars(&scene) {
        let height = scene.y.value(bar.area.top) - scene.y.value(bar.area.bottom);
        assert!((height - datum.value).abs() < 1e-9);
    }
}

#[test]
fn shares_that_are_no_whole_are_refused_unless_they_need_not_be() {
    let mut chart = halves(10);
    chart.parts[1].points[3].value = Some(0.5);
    let told = refusal(chart.scene(&Look::default()));
    assert!(
        told.contains("add up to 78.0% in 2006, but the total is 100%"),
        "{told}"
    );
    chart.complete = false;
    assert_eq!(broken(&drawn(chart.scene(&Look::default()))), None);
    chart.parts[1].points[3].value = Some(0.9);
    assert!(refusal(chart.scene(&Look::default())).contains("118% in 2006"));
    chart.parts[1].points[3].value = Some(-0.2);
    assert!(
        refusal(chart.scene(&Look::default())).contains("`Other` has a share of −20.0% in 2006")
    );
}

#[test]
fn few_bars_carry_their_figures_and_their_names_do_not_repeat_them() {
    let scene = drawn(halves(3).scene(&Look::default()));
    assert_eq!(
        says(&scene, Role::Value),
        ["25.0%", "75.0%", "26.0%", "74.0%", "27.0%", "73.0%"]
    );
    assert_eq!(says(&scene, Role::Label), ["Other", "China"]);
}

// Small multiples

fn panels(many: usize) -> Multiples {
    let panel = |index: usize| Panel {
        name: format!("Country {index}"),
        series: vec![run(
            "Exports",
            2003,
            &(0..12)
                .map(|year| 1e9 + 1e8 * (index * year) as f64)
                .collect::<Vec<_>>(),
        )],
    };
    Multiples {
        panels: (0..many).map(panel).collect(),
        unit: dollars(),
        from_zero: true,
        own_scale: false,
        others_behind: false,
        marks: Vec::new(),
        words: words(),
    }
}

#[test]
fn a_panel_that_ends_early_tells_its_last_value_over_it_or_in_a_note() {
    let mut chart = panels(9);
    chart.panels[4].series[0].points.truncate(8);
    for (width, height) in [(850, 600), (540, 540), (400, 700), (300, 600)] {
        let look = Look {
            width,
            height,
            ..Look::default()
        };
        let scene = drawn(chart.scene(&look));
        assert_eq!(broken(&scene), None);
        let over = says(&scene, Role::Value).contains(&"$3.80bn in 2010");
        let note = footer(&scene).contains("Ended early: Country 4 $3.80bn in 2010.");
        let shown = says(&scene, Role::Label).contains(&"Country 4");
        assert!(
            !shown || over || note,
            "{width} by {height}: {}",
            footer(&scene)
        );
    }
}

/// The lower left corner of each panel, from the line of zero it stands on.
fn corners(scene: &Scene) -> Vec<(f64, f64)> {
    let zero = Theme::Light.colours().zero;
    let floors = scene.shapes.iter().filter_map(|shape| match shape {
        Shape::Path(path) if path.colour == zero && path.points[0].1 == path.points[1].1 => {
            Some(path.points[0])
        }
        _ => None,
    });
    floors.collect()
}

#[test]
fn every_panel_is_the_first_one_moved() {
    let chart = panels(7);
    let scene = drawn(chart.scene(&Look::default()));
    assert_eq!(broken(&scene), None);
    let corners = corners(&scene);
    assert_eq!(corners.len(), 7);
    for (datum, (x, y)) in points(&scene) {
        let (left, bottom) = corners[datum.series];
        let (dx, dy) = (left - scene.plot.left, bottom - scene.plot.bottom);
        assert!((scene.x.value(x - dx) - datum.year).abs() < 1e-9);
        assert!(
            (scene.y.value(y - dy) - datum.value).abs() < 1.0,
            "{datum:?}"
        );
    }
}

#[test]
fn ticks_stand_left_and_years_below_only() {
    let scene = drawn(panels(6).scene(&Look::default()));
    let left = scene.plot.left;
    assert!(
        scene
            .texts()
            .filter(|text| text.role == Role::Tick)
            .all(|text| text.area.right < left)
    );
    let columns: BTreeSet<i64> = scene
        .texts()
        .filter(|text| text.role == Role::Year && text.content == "2014")
        .map(|text| text.area.right as i64)
        .collect();
    let lefts: BTreeSet<i64> = corners(&scene).iter().map(|(x, _)| *x as i64).collect();
    assert_eq!(columns.len(), lefts.len());
}

#[test]
fn panels_beyond_the_room_are_dropped_by_rank_and_counted() {
    let chart = panels(40);
    let scene = drawn(chart.scene(&Look::default()));
    assert_eq!(broken(&scene), None);
    let shown = says(&scene, Role::Label).len();
    assert!(shown <= 24 && shown > 12, "{shown}");
    let note = format!(
        "Not shown: {} more, ranked after Country {}.",
        40 - shown,
        shown - 1
    );
    assert!(footer(&scene).contains(&note), "{}", footer(&scene));
    assert_eq!(says(&scene, Role::Label)[0], "Country 0");
}

#[test]
fn a_gap_breaks_a_small_line_and_a_lone_figure_is_a_dot() {
    let mut chart = panels(2);
    for year in [3, 5] {
        chart.panels[0].series[0].points[year].value = None;
    }
    let scene = drawn(chart.scene(&Look::default()));
    let longest = scene.shapes.iter().filter_map(|shape| match shape {
        Shape::Path(path) => Some(path.data.iter().flatten().collect::<Vec<_>>()),
        _ => None,
    });
    for data in longest {
        assert!(data.windows(2).all(|two| two[1].year - two[0].year == 1.0));
    }
    let alone = scene.shapes.iter().any(|shape| matches!(shape, Shape::Circle(dot) if dot.datum.is_some_and(|datum| datum.year == 2007.0)));
    assert!(alone);
    assert!(
        footer(&scene).contains("No value for Country 0 in 2006, 2008."),
        "{}",
        footer(&scene)
    );
}

#[test]
fn an_event_has_a_line_in_every_panel_and_its_name_once() {
    let mut chart = panels(4);
    chart.marks = vec![Mark {
        start: 2010.77,
        end: None,
        label: "Nobel Peace Prize".to_owned(),
    }];
    let scene = drawn(chart.scene(&Look::default()));
    let lines = scene
        .shapes
        .iter()
        .filter(|shape| matches!(shape, Shape::Path(path) if path.dash.is_some()));
    assert_eq!(lines.count(), 4);
    assert_eq!(says(&scene, Role::Event), ["Nobel Peace Prize"]);
    // A name too wide for the first panel goes to the footer.
    chart.marks[0].label = "A freeze of political relations that went on for six years".to_owned();
    let scene = drawn(chart.scene(&Look {
        width: 540,
        ..Look::default()
    }));
    assert!(says(&scene, Role::Event).is_empty());
    assert!(
        footer(&scene).contains("that went on for six years (2010)."),
        "{}",
        footer(&scene)
    );
}

#[test]
fn own_axes_and_grey_lines_are_told_and_do_not_mix() {
    let mut chart = panels(3);
    chart.others_behind = true;
    let scene = drawn(chart.scene(&Look::default()));
    let grey = scene.shapes.iter().filter(
        |shape| matches!(shape, Shape::Path(path) if path.colour == Theme::Light.colours().faint),
    );
    assert_eq!(grey.count(), 6);
    assert!(footer(&scene).contains("Grey: the lines of the other panels."));
    chart.own_scale = true;
    assert!(refusal(chart.scene(&Look::default())).contains("share the axis"));
    chart.others_behind = false;
    let scene = drawn(chart.scene(&Look::default()));
    assert!(footer(&scene).contains("Each panel has a value axis of its own."));
    let third = chart.panels[0].series[0].clone();
    chart.panels[1].series = vec![third.clone(), third.clone(), third];
    assert!(refusal(chart.scene(&Look::default())).contains("panel `Country 1` has 3 lines"));
}

/// Marks of bars: each as long as its figure, up or down.
fn bar_fault(scene: &Scene, axis: &Axis, lying: bool) -> Option<String> {
    bars(scene).into_iter().find_map(|(bar, datum)| {
        let length = if lying {
            bar.area.width()
        } else {
            bar.area.height()
        };
        let expected = (axis.position(datum.value.abs()) - axis.position(0.0)).abs();
        ((length - expected).abs() > 0.5)
            .then(|| format!("{datum:?} is {length} long, not {expected}"))
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_waterfall_of_any_figures_holds_every_rule(
        (values, names) in (1usize..30).prop_flat_map(|many| (proptest::collection::vec(value(), many), names(many))),
        start in proptest::option::of(value()), look in look(), percent in any::<bool>(),
    ) {
        let scale = if percent { 1e-9 } else { 1.0 };
        let parts: Vec<Part> = names.iter().zip(&values).map(|(name, value)| part(name, value * scale)).collect();
        let start = start.map(|value| part("Before", value * scale));
        let total = start.iter().chain(&parts).filter_map(|part| part.value).sum();
        let chart = Waterfall {
            start,
            parts,
            total: part("After", total),
            unit: if percent { Unit::Percent } else { dollars() },
            words: words(),
        };
        match chart.scene(&look) {
            Err(error) => prop_assert!(may_lack_room(&error.to_string()), "{}", error),
            Ok(scene) => {
                prop_assert_eq!(broken(&scene), None);
                let given = chart.start.iter().chain(&chart.parts).chain([&chart.total]);
                let given = given.enumerate().filter_map(|(place, part)| {
                    Some(Datum { series: 0, year: place as f64, value: part.value? })
                });
                prop_assert_eq!(figures(bars(&scene).into_iter().map(|(_, datum)| datum)), figures(given));
                // Where bars lie, places run down the page.
                let lying = scene.y.end > scene.y.start;
                let axis = if lying { scene.x } else { scene.y };
                prop_assert_eq!(bar_fault(&scene, &axis, lying), None);
            }
        }
    }

    #[test]
    fn stacks_of_any_figures_hold_every_rule(
        (table, names) in (1usize..12).prop_flat_map(|parts| (table(parts), names(parts))),
        marks in marks(), look in look(),
    ) {
        let parts: Vec<Series> = names.iter().zip(&table).map(|(name, row)| series(name, 1995, row)).collect();
        let years = table[0].len();
        let totals: Vec<Option<f64>> = (0..years)
            .map(|year| Some(table.iter().filter_map(|row| row[year]).sum()))
            .collect();
        let chart = Stacked { parts, total: series("Total", 1995, &totals), unit: dollars(), marks, words: words() };
        match chart.scene(&look) {
            Err(error) => prop_assert!(may_lack_room(&error.to_string()), "{}", error),
            Ok(scene) => {
                prop_assert_eq!(broken(&scene), None);
                prop_assert_eq!(bar_fault(&scene, &scene.y, false), None);
                let whole = |year: usize| table.iter().all(|row| row[year].is_some());
                let given = (0..years).filter(|year| whole(*year)).flat_map(|year| {
                    let datum = move |(series, row): (usize, &Vec<Option<f64>>)| {
                        Some(Datum { series, year: 1995.0 + year as f64, value: row[year]? })
                    };
                    table.iter().enumerate().filter_map(datum).collect::<Vec<_>>()
                });
                let drawn = bars(&scene).into_iter().map(|(_, datum)| datum);
                prop_assert_eq!(figures(drawn), figures(given));
                let dots = points(&scene);
                prop_assert_eq!(dots.len(), years);
                for (datum, (x, y)) in dots {
                    prop_assert!((scene.y.position(datum.value) - y).abs() < 0.5);
                    prop_assert!((scene.x.position(datum.year) - x).abs() < 0.5);
                }
            }
        }
    }

    #[test]
    fn shares_of_any_figures_hold_every_rule(
        (table, names) in (1usize..14).prop_flat_map(|parts| (table(parts), names(parts))),
        marks in marks(), look in look(), complete in any::<bool>(),
    ) {
        let years = table[0].len();
        let parts: Vec<Series> = names.iter().zip(&table).map(|(name, row)| {
            let shares: Vec<Option<f64>> = (0..years)
                .map(|year| {
                    let whole: f64 = table.iter().filter_map(|row| row[year]).map(f64::abs).sum();
                    let rest = if complete { 1.0 } else { 1.3 };
                    row[year].map(|value| if whole > 0.0 { value.abs() / whole / rest } else { 1.0 / rest / table.len() as f64 })
                })
                .collect();
            series(name, 1995, &shares)
        }).collect();
        let chart = Shares { parts, complete, marks, words: words() };
        match chart.scene(&look) {
            Err(error) => {
                let told = error.to_string();
                prop_assert!(may_lack_room(&told) || told.contains("no series has a value"), "{}", told);
            }
            Ok(scene) => {
                prop_assert_eq!(broken(&scene), None);
                prop_assert_eq!(bar_fault(&scene, &scene.y, false), None);
                let whole = |year: i64| chart.parts.iter().all(|part| part.points[(year - 1995) as usize].value.is_some());
                let given = chart.parts.iter().enumerate().flat_map(|(series, part)| {
                    part.values().map(move |(year, value)| Datum { series, year, value })
                });
                let given = figures(given.filter(|datum| whole(datum.year as i64)));
                let mut data: Vec<Datum> = bars(&scene).into_iter().map(|(_, datum)| datum).collect();
                data.extend(points(&scene).into_iter().map(|(datum, _)| datum));
                prop_assert_eq!(figures(data), given);
            }
        }
    }

    #[test]
    fn small_multiples_of_any_figures_hold_every_rule(
        (table, names) in (1usize..30).prop_flat_map(|parts| (table(parts), names(parts))),
        pairs in any::<bool>(), marks in marks(), look in look(), own_scale in any::<bool>(),
        others in any::<bool>(), from_zero in any::<bool>(),
    ) {
        let lines: Vec<Series> = table.iter().map(|row| series("Exports", 1995, row)).collect();
        let panels: Vec<Panel> = names.iter().zip(&lines).map(|(name, line)| {
            let mut series = vec![line.clone()];
            if pairs {
                series.push(Series { name: "Imports".to_owned(), ..lines[0].clone() });
            }
            Panel { name: name.clone(), series }
        }).collect();
        let chart = Multiples { panels, unit: dollars(), from_zero, own_scale, others_behind: others && !own_scale, marks, words: words() };
        match chart.scene(&look) {
            Err(error) => {
                let told = error.to_string();
                prop_assert!(may_lack_room(&told) || told.contains("no series has a value"), "{}", told);
            }
            Ok(scene) => {
                prop_assert_eq!(broken(&scene), None);
                let lines: Vec<&Series> = chart.panels.iter().flat_map(|panel| &panel.series).collect();
                let marks = points(&scene);
                let last = marks.iter().map(|(datum, _)| datum.series).max().unwrap_or(0);
                let given = lines[..=last].iter().enumerate().flat_map(|(series, line)| {
                    line.values().map(move |(year, value)| Datum { series, year, value })
                });
                prop_assert_eq!(figures(marks.iter().map(|(datum, _)| *datum)), figures(given));
                if !own_scale {
                    // Equal heights in one panel mean equal values: the axis is straight and shared.
                    for (datum, (_, y)) in &marks {
                        let step = scene.y.position(datum.value);
                        let same = marks.iter().filter(|(other, _)| other.series == datum.series);
                        for (other, (_, at)) in same {
                            prop_assert!(((at - y) - (scene.y.position(other.value) - step)).abs() < 0.5);
                        }
                    }
                }
            }
        }
    }
}
