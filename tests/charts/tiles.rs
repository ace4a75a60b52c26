//! Heat maps, treemaps, mirror dumbbells and mirrored bars: words whole and apart, marks where the figures are.

use std::collections::BTreeSet;

use super::given::{amount, dollars, figure, look, mark, marks, name, series, themed, words};
use super::rules::{bars, broken, dots, figures, footer, lightness, says};
use bilat::charts::scene::{Datum, Rgb, Role, Scene, Shape};
use bilat::charts::{
    Both, Heatmap, Look, Mirror, Series, Theme, Treemap, TreemapGroup as Group, TreemapPart as Part,
};
use bilat::error::Result;
use proptest::prelude::*;

fn heatmap(rows: Vec<Series>) -> Heatmap {
    Heatmap {
        rows,
        marks: Vec::new(),
        words: words(),
    }
}

/// A group's name and its parts.
type Named<'a> = (&'a str, &'a [(&'a str, Option<f64>)]);

fn treemap(groups: &[Named<'_>]) -> Treemap {
    let groups = groups.iter().map(|(name, parts)| Group {
        name: (*name).to_owned(),
        key: String::new(),
        parts: parts
            .iter()
            .map(|(name, value)| Part {
                name: (*name).to_owned(),
                value: *value,
            })
            .collect(),
    });
    Treemap {
        groups: groups.collect(),
        unit: dollars(),
        words: words(),
    }
}

fn mirror(exporter: &[(i32, Option<f64>)], importer: &[(i32, Option<f64>)]) -> Mirror {
    Mirror {
        exporter: series("Norway reports", exporter),
        importer: series("China reports", importer),
        unit: dollars(),
        marks: Vec::new(),
        words: words(),
    }
}

fn both(exports: &[(i32, Option<f64>)], imports: &[(i32, Option<f64>)], balance: bool) -> Both {
    Both {
        exports: series("Exports", exports),
        imports: series("Imports", imports),
        balance,
        unit: dollars(),
        marks: Vec::new(),
        words: words(),
    }
}

fn drawn(scene: Result<Scene>) -> Scene {
    let scene = scene.expect("drawable");
    assert_eq!(broken(&scene), None);
    scene
}

fn given(series: &[&Series], sign: [f64; 2]) -> BTreeSet<(usize, u64, u64)> {
    figures(series.iter().enumerate().flat_map(|(index, one)| {
        one.values().map(move |(year, value)| Datum {
            series: index,
            year,
            value: value * sign[index.min(1)],
        })
    }))
}

#[test]
fn a_broken_rule_is_seen() {
    let chart = heatmap(vec![series(
        "Sweden",
        &[(2010, Some(0.2)), (2011, Some(-0.3))],
    )]);
    let scene = drawn(chart.scene(&Look::default()));
    let mut twice = scene.clone();
    twice.shapes.extend(scene.shapes.clone());
    assert!(broken(&twice).is_some_and(|why| why.contains("covers")));
    let mut faint = scene.clone();
    for shape in &mut faint.shapes {
        if let Shape::Rect(rect) = shape
            && rect.datum.is_some()
        {
            rect.colour = Rgb(0x80, 0x80, 0x80);
        }
    }
    assert!(broken(&faint).is_some_and(|why| why.contains("contrast")));
}

// Heat map

#[test]
fn rows_keep_their_order_and_cells_stand_in_their_row_and_year() {
    let chart = heatmap(vec![
        series(
            "Sweden",
            &[
                (2010, Some(0.184)),
                (2011, Some(-0.33)),
                (2012, Some(0.003)),
            ],
        ),
        series("Austria", &[(2010, Some(-0.003)), (2012, Some(1.2))]),
    ]);
    let scene = drawn(chart.scene(&Look::default()));
    assert_eq!(says(&scene, Role::Label), ["Sweden", "Austria"]);
    assert_eq!(
        says(&scene, Role::Value),
        ["18", "−33", "0", "0", "–", "120"]
    );
    assert_eq!(says(&scene, Role::Year), ["2010", "2011", "2012"]);
    for (cell, datum) in bars(&scene) {
        let middle = (cell.area.top + cell.area.bottom) / 2.0;
        assert!((scene.y.position(datum.series as f64) - middle).abs() < 0.5);
        let middle = (cell.area.left + cell.area.right) / 2.0;
        assert!((scene.x.position(datum.year) - middle).abs() < 0.5);
    }
    assert_eq!(
        figures(bars(&scene).into_iter().map(|(_, datum)| datum)),
        given(&[&chart.rows[0], &chart.rows[1]], [1.0, 1.0])
    );
    assert!(footer(&scene).contains("A dash: no growth rate (Austria in 2011)."));
}

#[test]
fn the_key_says_or_more_only_where_figures_lie_beyond_the_limits() {
    let even: Vec<(i32, Option<f64>)> = (2000..2020).map(|year| (year, Some(0.1))).collect();
    let mut extreme = even.clone();
    extreme[7].1 = Some(7.0);
    let key = |points: &[(i32, Option<f64>)]| {
        let scene = drawn(heatmap(vec![series("Sweden", points)]).scene(&Look::default()));
        says(&scene, Role::Key).join("|")
    };
    assert_eq!(key(&even), "−10%|0|+10%");
    assert_eq!(key(&extreme), "−10%|0|+10% or more");
}

#[test]
fn growth_and_fall_of_one_size_are_blue_and_rust_and_zero_is_neither() {
    let chart = heatmap(vec![series(
        "Sweden",
        &[
            (2010, Some(0.4)),
            (2011, Some(-0.4)),
            (2012, Some(0.0)),
            (2013, Some(9.0)),
            (2014, Some(0.4)),
        ],
    )]);
    for theme in [Theme::Light, Theme::Dark] {
        let scene = drawn(chart.scene(&Look {
            theme,
            ..Look::default()
        }));
        let colours: Vec<Rgb> = bars(&scene).iter().map(|(cell, _)| cell.colour).collect();
        assert!(colours[0].2 > colours[0].0 && colours[1].0 > colours[1].2);
        assert_eq!(colours[0], colours[4]);
        let spread = |colour: Rgb| {
            colour.0.max(colour.1).max(colour.2) - colour.0.min(colour.1).min(colour.2)
        };
        assert!(spread(colours[2]) < 12, "{colours:?}");
        assert_ne!(colours[2], scene.background);
    }
}

#[test]
fn in_print_falls_are_light_and_growth_dark_with_signs_in_the_cells_and_words_in_the_key() {
    let points = [(2009, Some(-0.4)), (2010, Some(0.0)), (2011, Some(0.4))];
    let chart = heatmap(vec![series("Sweden", &points)]);
    let scene = drawn(chart.scene(&themed(Theme::Print)));
    let light: Vec<f64> = bars(&scene)
        .iter()
        .map(|(cell, _)| lightness(cell.colour))
        .collect();
    assert!(
        light[0] > light[1] + 20.0 && light[1] > light[2] + 20.0,
        "{light:?}"
    );
    let signed = ["−40", "0", "+40"];
    assert_eq!(says(&scene, Role::Value), signed);
    assert_eq!(says(&scene, Role::Key), ["−40%, light", "0", "+40%, dark"]);
}

#[test]
fn few_rows_are_taller_and_leave_little_of_the_canvas_empty() {
    let row = |name: &str| series(name, &[(2010, Some(0.1)), (2011, Some(-0.2))]);
    let filled = |names: &[&str]| {
        let scene =
            drawn(heatmap(names.iter().map(|name| row(name)).collect()).scene(&Look::default()));
        scene.plot.height() / scene.height
    };
    assert!(filled(&["Sweden"]) > 0.38);
    assert!(filled(&["Sweden", "Norway"]) > 0.5);
    assert!(filled(&["Sweden", "Norway", "Finland"]) > 0.5);
}

#[test]
fn rows_without_room_are_left_out_from_the_end_and_counted() {
    let rows: Vec<Series> = (0..60)
        .map(|row| {
            series(
                &format!("Partner {row}"),
                &[(2010, Some(0.1)), (2011, Some(0.2))],
            )
        })
        .collect();
    let scene = drawn(heatmap(rows).scene(&Look::default()));
    let shown = says(&scene, Role::Label).len();
    assert!((20..60).contains(&shown), "{shown}");
    let told = format!(
        "The last {} of 60 rows are left out for lack of room.",
        60 - shown
    );
    assert!(footer(&scene).contains(&told), "{}", footer(&scene));
    assert_eq!(
        says(&scene, Role::Label)[shown - 1],
        format!("Partner {}", shown - 1)
    );
}

#[test]
fn names_of_rows_left_out_take_no_width() {
    let rows = |last: &str| -> Vec<Series> {
        let names = (0..60).map(|row| if row < 59 { "Peru" } else { last });
        names
            .map(|name| series(name, &[(2010, Some(0.1)), (2011, Some(0.2))]))
            .collect()
    };
    let left = |last: &str| drawn(heatmap(rows(last)).scene(&Look::default())).plot.left;
    assert_eq!(left("Peru"), left("Bosnia and Herzegovina"));
}

#[test]
fn an_event_stands_at_the_edge_of_the_first_year_that_holds_it() {
    let points: Vec<(i32, Option<f64>)> = (2005..2015).map(|year| (year, Some(0.1))).collect();
    let mut chart = heatmap(vec![series("China", &points), series("Sweden", &points)]);
    chart.marks = vec![
        mark(2010.77, None, "2010 Nobel Peace Prize"),
        mark(2003.0, None, "Enlargement"),
    ];
    let scene = drawn(chart.scene(&Look::default()));
    let edge = scene.x.position(2009.5);
    let rule = |shape: &&Shape| matches!(shape, Shape::Path(path) if path.dash.is_some() && path.points.iter().all(|(x, _)| (x - edge).abs() < 1e-6));
    assert_eq!(scene.shapes.iter().filter(rule).count(), 1);
    assert!(
        bars(&scene)
            .iter()
            .all(|(cell, _)| cell.area.right < edge || cell.area.left > edge)
    );
    assert!(footer(&scene).contains("Outside the years shown: Enlargement."));
}

#[test]
fn a_value_too_wide_for_its_cell_is_not_written_alone() {
    let points: Vec<(i32, Option<f64>)> = (1950..2020).map(|year| (year, Some(-0.22))).collect();
    let scene = drawn(heatmap(vec![series("Sweden", &points)]).scene(&Look::default()));
    assert!(says(&scene, Role::Value).is_empty());
    assert!(footer(&scene).contains("The cells are too small for their values."));
}

// Treemap

#[test]
fn tiles_are_as_large_as_their_values_and_the_largest_comes_first() {
    let chart = treemap(&[
        ("Metals", &[("Nickel", Some(1e9)), ("Zinc", Some(2e9))]),
        ("Food", &[("Fish", Some(5e9))]),
    ]);
    let scene = drawn(chart.scene(&Look::default()));
    let plot = scene.plot;
    let whole = plot.width() * plot.height();
    let tiles = bars(&scene);
    assert_eq!(tiles.len(), 3);
    for (tile, datum) in &tiles {
        let share = tile.area.width() * tile.area.height() / whole;
        assert!((share - datum.value / 8e9).abs() < 1e-9);
        let (x, y) = (&scene.x, &scene.y);
        let wide = x.value(tile.area.right) - x.value(tile.area.left);
        let high = y.value(tile.area.bottom) - y.value(tile.area.top);
        assert!((wide * high - datum.value).abs() < 1.0);
    }
    let order: Vec<(usize, f64)> = tiles
        .iter()
        .map(|(_, datum)| (datum.series, datum.year))
        .collect();
    assert_eq!(order, [(1, 0.0), (0, 1.0), (0, 0.0)]);
    assert_eq!(says(&scene, Role::Label), ["Fish", "Zinc", "Nickel"]);
    assert_eq!(says(&scene, Role::Value)[0], "$5.00bn, 62.5%");
    assert_eq!(says(&scene, Role::Key), ["Food", "Metals"]);
}

#[test]
fn zero_and_missing_have_no_tile_and_a_note_tells_them_apart() {
    let chart = treemap(&[(
        "Food",
        &[
            ("Fish", Some(5e9)),
            ("Meat", Some(0.0)),
            ("Dairy", None),
            ("Honey", None),
        ],
    )]);
    let scene = drawn(chart.scene(&Look::default()));
    assert_eq!(bars(&scene).len(), 1);
    let told = "Left out: no value for Dairy and Honey; zero for Meat.";
    assert!(footer(&scene).contains(told), "{}", footer(&scene));
    assert!(scene.alt.contains(told), "{}", scene.alt);
}

#[test]
fn tiles_too_small_for_words_are_counted_with_their_share() {
    let chart = treemap(&[(
        "Food",
        &[
            ("Fish", Some(98e6)),
            ("Meat and edible offal", Some(1e6)),
            ("Honey", Some(1e6)),
        ],
    )]);
    let scene = drawn(chart.scene(&Look {
        width: 400,
        height: 400,
        ..Look::default()
    }));
    assert_eq!(says(&scene, Role::Label), ["Fish"]);
    assert!(
        footer(&scene).contains("2 tiles are too small for words, together 2.0% of the total.")
    );
}

#[test]
fn a_name_is_shortened_between_words_and_told_but_never_to_half_a_word() {
    let long = "Pharmaceuticalpreparations of every kind and description under the sun";
    let mild = "Works of every kind and description under the sun, whether or not they are listed elsewhere";
    let parts = [("Fish", Some(94e6)), (long, Some(3e6)), (mild, Some(3e6))];
    let scene = drawn(treemap(&[("All", &parts)]).scene(&Look::default()));
    let said = says(&scene, Role::Label).join(" ");
    assert!(said.contains("Works") && said.ends_with('…'), "{said}");
    assert!(!said.contains("Pharma"), "{said}");
    assert!(
        footer(&scene)
            .contains("One tile is too small for words, 3.0% of the total. One name is shortened.")
    );
}

#[test]
fn partners_that_are_their_own_group_need_no_key() {
    let scene = drawn(
        treemap(&[
            ("Sweden", &[("Sweden", Some(2e9))]),
            ("China", &[("China", Some(1e9))]),
        ])
        .scene(&Look::default()),
    );
    assert!(says(&scene, Role::Key).is_empty());
    let china = bars(&scene)
        .iter()
        .find(|(_, datum)| datum.series == 1)
        .map(|(tile, _)| tile.colour);
    assert_eq!(china, Some(Theme::Light.colours().lines[1]));
}

#[test]
fn of_nine_groups_six_are_in_colour_and_the_key_counts_the_grey() {
    let names: Vec<String> = (0..9).map(|index| format!("Section {index}")).collect();
    let parts = [("First", Some(3e9)), ("Second", Some(1e9))];
    let groups: Vec<Named<'_>> = names
        .iter()
        .map(|name| (name.as_str(), &parts[..]))
        .collect();
    let scene = drawn(treemap(&groups).scene(&Look::default()));
    let key = says(&scene, Role::Key);
    assert_eq!((key.len(), key[6]), (7, "3 other groups"));
}

// Mirror

#[test]
fn gaps_are_the_importers_report_against_the_exporters() {
    let chart = mirror(
        &[(2010, Some(1e9)), (2011, Some(2e9)), (2012, Some(4e9))],
        &[
            (2010, Some(1.5e9)),
            (2011, Some(1.94e9)),
            (2012, Some(4.001e9)),
        ],
    );
    let scene = drawn(chart.scene(&Look::default()));
    let mut gaps = says(&scene, Role::Value);
    gaps.sort_unstable();
    assert_eq!(gaps, ["+50%", "0%", "−3%"]);
    assert!(
        scene.alt.ends_with("Widest gap: +50% in 2010."),
        "{}",
        scene.alt
    );
    assert!(footer(&scene).contains("Percentages: the importer’s report against the exporter’s."));
    for (dot, datum) in dots(&scene) {
        assert!((scene.y.position(datum.value) - dot.centre.1).abs() < 0.5);
        assert!((scene.x.position(datum.year) - dot.centre.0).abs() < 0.5);
    }
    assert_eq!(
        says(&scene, Role::Label),
        ["China reports", "$4.00bn", "Norway reports", "$4.00bn"]
    );
}

#[test]
fn a_year_with_one_report_has_one_mark_no_gap_and_a_note() {
    let chart = mirror(
        &[(2009, Some(1e9)), (2010, None), (2012, Some(2e9))],
        &[(2009, Some(1e9)), (2010, Some(3e9)), (2012, None)],
    );
    let scene = drawn(chart.scene(&Look::default()));
    assert_eq!(
        figures(dots(&scene).into_iter().map(|(_, datum)| datum)),
        given(&[&chart.exporter, &chart.importer], [1.0, 1.0])
    );
    assert_eq!(says(&scene, Role::Value), ["0%"]);
    let told = footer(&scene);
    assert!(
        told.contains("With one report only: 2012 (Norway reports); 2010 (China reports)."),
        "{told}"
    );
    assert!(told.contains("No report in 2011."), "{told}");
    let connectors = |shape: &&Shape| matches!(shape, Shape::Path(path) if path.width > 2.0);
    assert_eq!(scene.shapes.iter().filter(connectors).count(), 1);
}

#[test]
fn the_two_reports_differ_in_form_and_colour_even_with_one_key() {
    let mut chart = mirror(&[(2010, Some(1e9))], &[(2010, Some(2e9))]);
    chart.exporter.key = "NOR".to_owned();
    chart.importer.key = "NOR".to_owned();
    let scene = drawn(chart.scene(&Look::default()));
    let dots = dots(&scene);
    assert_eq!(dots.len(), 2);
    assert_ne!(dots[0].0.colour, dots[1].0.colour);
    let hole = |shape: &&Shape| matches!(shape, Shape::Circle(dot) if dot.datum.is_none() && dot.colour == scene.background);
    assert_eq!(scene.shapes.iter().filter(hole).count(), 1);
}

#[test]
fn on_a_narrow_canvas_a_key_names_the_marks() {
    let chart = mirror(&[(2010, Some(1e9))], &[(2010, Some(2e9))]);
    let narrow = Look {
        width: 400,
        height: 500,
        ..Look::default()
    };
    let scene = drawn(chart.scene(&narrow));
    assert_eq!(says(&scene, Role::Key), ["Norway reports", "China reports"]);
    assert!(says(&scene, Role::Label).is_empty());
}

#[test]
fn long_names_stand_in_a_key_and_not_beside_the_plot() {
    let mut chart = mirror(&[(2010, Some(1e9))], &[(2010, Some(2e9))]);
    chart.exporter.name =
        "Exports as the statistical office of the exporting country has them".to_owned();
    let scene = drawn(chart.scene(&Look::default()));
    assert_eq!(says(&scene, Role::Key).len(), 2);
    assert!(scene.plot.right > 800.0);
}

#[test]
fn a_report_more_than_ten_times_the_other_is_not_put_in_per_cent() {
    let chart = mirror(
        &[(2010, Some(1e3)), (2011, Some(0.0))],
        &[(2010, Some(2e9)), (2011, Some(2e9))],
    );
    assert_eq!(
        says(&drawn(chart.scene(&Look::default())), Role::Value),
        [">999%"]
    );
}

// Both

#[test]
fn exports_rise_and_imports_hang_from_zero_on_one_scale() {
    let chart = both(
        &[(2010, Some(1e9)), (2011, Some(2e9))],
        &[(2010, Some(2e9)), (2011, Some(0.0))],
        true,
    );
    let scene = drawn(chart.scene(&Look::default()));
    let zero = scene.y.position(0.0);
    let bars = bars(&scene);
    for (bar, datum) in &bars {
        let (from, to) = if datum.series == 0 {
            (bar.area.bottom, bar.area.top)
        } else {
            (bar.area.top, bar.area.bottom)
        };
        assert!((from - zero).abs() < 1e-9);
        assert!((scene.y.position(datum.value) - to).abs() < 1e-6);
    }
    assert_eq!(
        figures(bars.iter().map(|(_, datum)| *datum)),
        given(&[&chart.exports, &chart.imports], [1.0, -1.0])
    );
    let (up, down) = (bars[2].0.area.height(), bars[1].0.area.height());
    assert!(
        (up - down).abs() < 1e-6,
        "two billion are as long up as down: {up} and {down}"
    );
    let balance: Vec<f64> = dots(&scene).iter().map(|(_, datum)| datum.value).collect();
    assert_eq!(balance, [-1e9, 2e9]);
    let mut values = says(&scene, Role::Value);
    values.sort_unstable();
    assert_eq!(values, ["$0", "$1.00bn", "$2.00bn", "$2.00bn"]);
}

#[test]
fn amounts_below_zero_have_no_minus_on_the_axis() {
    let flow: Vec<(i32, Option<f64>)> = (1990..2024)
        .map(|year| (year, Some(f64::from(year) * 1e6)))
        .collect();
    let scene = drawn(both(&flow, &flow, false).scene(&Look::default()));
    let ticks = says(&scene, Role::Tick);
    assert_eq!(
        ticks.iter().filter(|tick| **tick == "$2.5 billion").count(),
        2,
        "{ticks:?}"
    );
    assert!(ticks.iter().all(|tick| !tick.contains('−')), "{ticks:?}");
}

#[test]
fn of_many_bars_the_last_and_the_longest_of_each_flow_say_their_value() {
    let mut exports: Vec<(i32, Option<f64>)> = (1990..2024).map(|year| (year, Some(1e9))).collect();
    let imports = exports.clone();
    exports[10].1 = Some(3e9);
    exports[20].1 = None;
    let scene = drawn(both(&exports, &imports, false).scene(&Look::default()));
    let mut values = says(&scene, Role::Value);
    values.sort_unstable();
    assert_eq!(values, ["$1.00bn", "$1.00bn", "$3.00bn", "–"]);
}

#[test]
fn a_missing_flow_is_a_dash_and_breaks_the_balance() {
    let chart = both(
        &[(2010, Some(1e9)), (2011, None), (2012, Some(1e9))],
        &[(2010, Some(2e9)), (2011, Some(2e9)), (2012, Some(3e9))],
        true,
    );
    let scene = drawn(chart.scene(&Look::default()));
    assert!(says(&scene, Role::Value).contains(&"–"));
    assert!(footer(&scene).contains("No value for Exports in 2011."));
    assert_eq!(dots(&scene).len(), 2);
    let joined = scene.shapes.iter().any(
        |shape| matches!(shape, Shape::Path(path) if path.points.len() > 1 && path.width > 1.5),
    );
    assert!(!joined, "no line bridges the missing year");
}

#[test]
fn a_missing_import_under_an_export_is_a_dash_below_zero() {
    let chart = both(
        &[(2010, Some(1e9)), (2011, Some(2e9))],
        &[(2010, Some(1e9)), (2011, None)],
        false,
    );
    let scene = drawn(chart.scene(&Look::default()));
    let dash = scene.texts().find(|text| text.content == "–");
    assert!(dash.is_some_and(|dash| dash.area.top > scene.y.position(0.0)));
    assert_eq!(says(&scene, Role::Value).len(), 4);
}

#[test]
fn what_cannot_be_drawn_is_refused_with_a_remedy() {
    let say = |scene: Result<Scene>| scene.expect_err("not drawable").to_string();
    let look = Look::default();
    let negative = both(&[(2010, Some(-1e9))], &[], false);
    assert!(say(negative.scene(&look)).ends_with("`Exports` is negative in 2010 (−$1.00bn), and a flow is an amount; draw the balance instead"));
    let negative = treemap(&[("Food", &[("Fish", Some(-2e6))])]);
    assert!(say(negative.scene(&look)).ends_with(
        "`Fish` is negative (−$2.00m), and a tile has no negative area; leave it out or draw bars"
    ));
    let nothing = treemap(&[("Food", &[("Fish", None), ("Meat", Some(0.0))])]);
    assert!(
        say(nothing.scene(&look))
            .ends_with("nothing to draw: no part is above zero; choose another year or flow")
    );
    let endless = treemap(&[("Food", &[("Fish", Some(f64::NAN))])]);
    assert!(say(endless.scene(&look)).contains("`Fish` is not finite"));
    assert!(say(heatmap(Vec::new()).scene(&look)).contains("nothing to draw"));
    let mut monthly = heatmap(vec![series("Sweden", &[(2010, Some(0.1))])]);
    monthly.rows[0].points[0].year = 2010.5;
    assert!(say(monthly.scene(&look)).contains("2010.5 is none; add the months up to years"));
    let long: Vec<(i32, Option<f64>)> = (1000..2000).map(|year| (year, Some(0.1))).collect();
    assert!(
        say(heatmap(vec![series("Sweden", &long)]).scene(&look)).contains("choose fewer years")
    );
    let twice = mirror(&[(2010, Some(1.0)), (2010, Some(2.0))], &[]);
    assert!(say(twice.scene(&look)).contains("two figures for 2010"));
}

// Any figures

fn growth() -> impl Strategy<Value = Option<f64>> {
    prop_oneof![
        6 => (-0.9..0.9f64).prop_map(Some),
        1 => (-3.0..13.0f64).prop_map(|size| Some(10f64.powf(size))),
        1 => (-0.005..0.005f64).prop_map(Some),
        1 => Just(Some(0.0)),
        1 => Just(None),
    ]
}

fn flow(value: impl Strategy<Value = Option<f64>>) -> impl Strategy<Value = Series> {
    (
        name(),
        proptest::collection::vec(value, 1..30),
        1990i32..2000,
    )
        .prop_map(|(name, values, first)| {
            let points: Vec<(i32, Option<f64>)> = (first..).zip(values).collect();
            series(&name, &points)
        })
}

/// The scene, holding every rule; `None` if it was refused for lack of room or of figures.
fn held(made: Result<Scene>) -> std::result::Result<Option<Scene>, TestCaseError> {
    match made {
        Ok(scene) => {
            prop_assert_eq!(broken(&scene), None);
            Ok(Some(scene))
        }
        Err(refusal) => {
            let told = refusal.to_string();
            prop_assert!(
                told.contains("no room") || told.contains("nothing to draw"),
                "{}",
                told
            );
            Ok(None)
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_heatmap_of_any_figures_holds_every_rule(
        rows in proptest::collection::vec(flow(growth()), 0..35), marks in marks(), look in look(),
    ) {
        let chart = Heatmap { rows, marks, words: words() };
        if let Some(scene) = held(chart.scene(&look))? {
            let cells = bars(&scene);
            let shown = (scene.y.high + 0.5).round() as usize;
            let rows: Vec<&Series> = chart.rows.iter().take(shown).collect();
            prop_assert_eq!(figures(cells.iter().map(|(_, datum)| *datum)), given(&rows, [1.0, 1.0]));
            for (cell, datum) in cells {
                let middle = (cell.area.top + cell.area.bottom) / 2.0;
                prop_assert!((scene.y.value(middle) - datum.series as f64).abs() < 0.01);
                let middle = (cell.area.left + cell.area.right) / 2.0;
                prop_assert!((scene.x.value(middle) - datum.year).abs() < 0.01);
            }
        }
    }

    #[test]
    fn a_treemap_of_any_figures_holds_every_rule(
        groups in proptest::collection::vec((name(), proptest::collection::vec((name(), figure(amount())), 0..12)), 0..12),
        look in look(),
    ) {
        let groups = groups.into_iter().map(|(name, parts)| Group {
            name,
            key: String::new(),
            parts: parts.into_iter().map(|(name, value)| Part { name, value }).collect(),
        });
        let chart = Treemap { groups: groups.collect(), unit: dollars(), words: words() };
        if let Some(scene) = held(chart.scene(&look))? {
            let total: f64 = chart.groups.iter().flat_map(|group| &group.parts).filter_map(|part| part.value).sum();
            let whole = scene.plot.width() * scene.plot.height();
            let mut shares = 0.0;
            for (tile, datum) in bars(&scene) {
                let part = &chart.groups[datum.series].parts[datum.year as usize];
                prop_assert_eq!(part.value, Some(datum.value));
                prop_assert!(scene.plot.grown(1e-6).contains(&tile.area));
                let share = tile.area.width() * tile.area.height() / whole;
                prop_assert!((share - datum.value / total).abs() < 1e-9);
                shares += share;
            }
            prop_assert!((shares - 1.0).abs() < 1e-9);
            let above = chart.groups.iter().flat_map(|group| &group.parts);
            let above = above.filter(|part| part.value.is_some_and(|value| value > 0.0));
            prop_assert_eq!(bars(&scene).len(), above.count());
        }
    }

    #[test]
    fn a_mirror_of_any_figures_holds_every_rule(
        exporter in flow(figure(amount())), importer in flow(figure(amount())), marks in marks(), look in look(),
    ) {
        let chart = Mirror { exporter, importer, unit: dollars(), marks, words: words() };
        if let Some(scene) = held(chart.scene(&look))? {
            let dots = dots(&scene);
            for (dot, datum) in &dots {
                prop_assert!((scene.y.position(datum.value) - dot.centre.1).abs() < 0.5);
                prop_assert!((scene.x.position(datum.year) - dot.centre.0).abs() < 0.5);
            }
            let drawn = figures(dots.into_iter().map(|(_, datum)| datum));
            prop_assert_eq!(drawn, given(&[&chart.exporter, &chart.importer], [1.0, 1.0]));
        }
    }

    #[test]
    fn both_flows_of_any_figures_hold_every_rule(
        exports in flow(figure(amount())), imports in flow(figure(amount())), balance in any::<bool>(), marks in marks(), look in look(),
    ) {
        let chart = Both { exports, imports, balance, unit: dollars(), marks, words: words() };
        if let Some(scene) = held(chart.scene(&look))? {
            let zero = scene.y.position(0.0);
            let bars = bars(&scene);
            for (bar, datum) in &bars {
                let end = if datum.series == 0 { bar.area.top } else { bar.area.bottom };
                prop_assert!((scene.y.position(datum.value) - end).abs() < 0.5);
                prop_assert!(bar.area.top <= zero + 1e-9 && bar.area.bottom >= zero - 1e-9);
            }
            for (dot, datum) in dots(&scene) {
                prop_assert!(balance && datum.series == 2);
                prop_assert!((scene.y.position(datum.value) - dot.centre.1).abs() < 0.5);
            }
            let drawn = figures(bars.into_iter().map(|(_, datum)| datum));
            prop_assert_eq!(drawn, given(&[&chart.exports, &chart.imports], [1.0, -1.0]));
        }
    }
}
