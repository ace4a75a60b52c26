//! Ranked bars, slopes, ranks over the years and scatters: marks where the figures are, words whole and apart.

use std::collections::BTreeSet;

use super::given::{dollars, figure, look, name, series, value, words};
use super::rules::{bars, broken, data, dots, figures, footer, points, reaches, says, spot};
use bilat::charts::scene::{Area, Circle, Datum, Rgb, Role, Scene, Shape, Text};
use bilat::charts::{
    Bump, Look, Mark, Quadrants, Ranked, RankedRow, Scatter, ScatterAxis, ScatterPoint,
    ScatterSize, Series, Slope, SlopeColours, Theme, Unit,
};
use proptest::prelude::*;

fn row(name: &str, value: Option<f64>, change: Option<f64>) -> RankedRow {
    RankedRow {
        name: name.to_owned(),
        key: String::new(),
        value,
        change,
    }
}

fn ranked(rows: Vec<RankedRow>) -> Ranked {
    Ranked {
        rows,
        rest: None,
        unit: dollars(),
        period: "2014".to_owned(),
        earlier: "2013".to_owned(),
        highlight: Vec::new(),
        words: words(),
    }
}

fn slope(series: Vec<Series>) -> Slope {
    Slope {
        series,
        years: [2004.0, 2014.0],
        unit: dollars(),
        colours: SlopeColours::Keys,
        highlight: Vec::new(),
        from_zero: true,
        words: words(),
    }
}

fn bump(series: Vec<Series>, top: usize) -> Bump {
    Bump {
        series,
        top,
        highlight: Vec::new(),
        marks: Vec::new(),
        words: words(),
    }
}

fn axis(title: &str, unit: Unit) -> ScatterAxis {
    ScatterAxis {
        title: title.to_owned(),
        unit,
        log: false,
        line: None,
    }
}

fn point(name: &str, x: Option<f64>, y: Option<f64>, size: Option<f64>) -> ScatterPoint {
    ScatterPoint {
        name: name.to_owned(),
        key: String::new(),
        x,
        y,
        size,
    }
}

fn scatter(points: Vec<ScatterPoint>) -> Scatter {
    Scatter {
        points,
        x: axis("Advantage", Unit::Index),
        y: axis("Growth", Unit::Percent),
        size: None,
        quadrants: Quadrants::default(),
        highlight: Vec::new(),
        words: words(),
    }
}

fn text<'a>(scene: &'a Scene, content: &str) -> &'a Text {
    let mut texts = scene.texts().filter(|text| text.content == content);
    texts
        .next()
        .unwrap_or_else(|| panic!("`{content}` is not on the chart"))
}

/// Every figure drawn with its place: corners of lines, dots, bars by their end.
fn drawn(scene: &Scene) -> Vec<(Datum, (f64, f64))> {
    let mut marks = points(scene);
    marks.extend(bars(scene).into_iter().map(|(bar, datum)| {
        let end = if datum.value < 0.0 {
            bar.area.left
        } else {
            bar.area.right
        };
        (datum, (end, (bar.area.top + bar.area.bottom) / 2.0))
    }));
    marks
}

/// The figures drawn, and figures given, to be compared exactly.
fn shown(scene: &Scene) -> BTreeSet<(usize, u64, u64)> {
    figures(drawn(scene).into_iter().map(|(datum, _)| datum))
}

fn set(data: impl IntoIterator<Item = (usize, f64, f64)>) -> BTreeSet<(usize, u64, u64)> {
    figures(data.into_iter().map(|(series, year, value)| Datum {
        series,
        year,
        value,
    }))
}

/// The rules every chart holds, words beside the marks and figures where `place` has them; the first one broken.
fn fault(scene: &Scene, place: impl Fn(&Datum) -> (f64, f64)) -> Option<String> {
    for text in scene.texts() {
        let ink = text.area.grown(-2.0);
        let on_bar = bars(scene).iter().any(|(bar, _)| bar.area.overlaps(&ink));
        // A name may stand inside a point that nothing lies on there, if it does so wholly.
        let mut met = dots(scene);
        met.retain(|(dot, _)| reaches(dot, &ink));
        let inside = met.last().is_some_and(|(dot, _)| holds(dot, &ink));
        if on_bar || !met.is_empty() && !inside {
            return Some(format!("`{}` stands on a mark", text.content));
        }
    }
    for (datum, at) in drawn(scene) {
        let wanted = place(&datum);
        if (wanted.0 - at.0).abs() > 0.5 || (wanted.1 - at.1).abs() > 0.5 {
            return Some(format!("{datum:?} stands at {at:?}, not at {wanted:?}"));
        }
        if !scene.plot.grown(0.01).contains(&spot(at)) {
            return Some(format!("{datum:?} is drawn outside the plot at {at:?}"));
        }
    }
    broken(scene)
}

fn holds(dot: &Circle, area: &Area) -> bool {
    let (x, y) = dot.centre;
    let far = |a: f64, b: f64| (a - x).abs().max((b - x).abs());
    far(area.left, area.right).hypot((area.top - y).abs().max((area.bottom - y).abs())) < dot.radius
}

/// Levels along, places down.
fn bar_place(scene: &Scene) -> impl Fn(&Datum) -> (f64, f64) {
    let (x, y) = (scene.x, scene.y);
    move |datum| (x.position(datum.value), y.position(datum.year))
}

/// Years along, values up.
fn year_place(scene: &Scene) -> impl Fn(&Datum) -> (f64, f64) {
    let (x, y) = (scene.x, scene.y);
    move |datum| (x.position(datum.year), y.position(datum.value))
}

fn sized(width: u32, height: u32) -> Look {
    Look {
        theme: Theme::Light,
        width,
        height,
    }
}

#[test]
fn bars_stand_by_size_and_start_at_zero() {
    let chart = ranked(vec![
        row("Norway", Some(4e9), Some(0.181)),
        row("Japan", Some(16e9), Some(-0.033)),
        row("Korea", Some(8e9), Some(0.0)),
    ]);
    let scene = chart
        .scene(&Look::default())
        .expect("three rows are enough");
    assert_eq!(fault(&scene, bar_place(&scene)), None);
    assert_eq!(says(&scene, Role::Label), ["Japan", "Korea", "Norway"]);
    let places = set([(1, 0.0, 16e9), (2, 1.0, 8e9), (0, 2.0, 4e9)]);
    assert_eq!(shown(&scene), places);
    let zero = scene.x.position(0.0);
    let widths: Vec<f64> = scene
        .shapes
        .iter()
        .filter_map(|shape| match shape {
            Shape::Rect(bar) if bar.datum.is_some() => {
                assert_eq!(bar.area.left, zero);
                Some(bar.area.width())
            }
            _ => None,
        })
        .collect();
    assert!(
        (widths[0] - 2.0 * widths[1]).abs() < 1e-9 && (widths[0] - 4.0 * widths[2]).abs() < 1e-9
    );
}

#[test]
fn changes_stand_in_one_column_coloured_and_signed() {
    let chart = ranked(vec![
        row("Japan", Some(16e9), Some(-0.033)),
        row("Korea", Some(8e9), Some(-0.0001)),
        row("Norway", Some(4e9), Some(0.181)),
    ]);
    let scene = chart
        .scene(&Look::default())
        .expect("three rows are enough");
    let colours = Theme::Light.colours();
    for (words, colour) in [
        ("−3.3%", colours.words[1]),
        ("0.0%", colours.text),
        ("+18.1%", colours.words[0]),
    ] {
        let change = text(&scene, words);
        assert_eq!(
            (change.colour, change.area.right),
            (colour, 850.0 - 18.0),
            "{words}"
        );
    }
    let heads: Vec<&str> = says(&scene, Role::Tick);
    assert_eq!(heads, ["2014", "on 2013", "change"]);
}

#[test]
fn without_an_earlier_period_there_is_no_column_of_changes() {
    let mut chart = ranked(vec![row("Japan", Some(16e9), None)]);
    chart.earlier.clear();
    let scene = chart.scene(&Look::default()).expect("one row is enough");
    assert_eq!(says(&scene, Role::Value), ["$16.0bn"]);
    assert!(!footer(&scene).contains("No change"), "{}", footer(&scene));
}

#[test]
fn a_row_without_a_value_keeps_its_name_and_a_dash_below_the_others() {
    let chart = ranked(vec![
        row("Taiwan", None, None),
        row("Japan", Some(0.0), Some(0.1)),
        row("Norway", Some(-2e9), None),
    ]);
    let scene = chart
        .scene(&Look::default())
        .expect("two values are enough");
    assert_eq!(fault(&scene, bar_place(&scene)), None);
    assert_eq!(says(&scene, Role::Label), ["Japan", "Norway", "Taiwan"]);
    // Zero is a bar of no length, missing is none at all.
    assert_eq!(shown(&scene), set([(1, 0.0, 0.0), (2, 1.0, -2e9)]));
    assert_eq!(
        says(&scene, Role::Value),
        ["$0", "+10.0%", "−$2.00bn", "–", "–", "–"]
    );
    let told = footer(&scene);
    assert!(told.contains("No value for Taiwan in 2014."), "{told}");
    assert!(
        told.contains("No change on 2013 for Norway and Taiwan."),
        "{told}"
    );
    assert!(scene.alt.contains("Taiwan: no value."), "{}", scene.alt);
}

#[test]
fn highlighted_rows_have_their_own_colour_and_all_others_are_grey() {
    let mut chart = ranked(vec![
        row("CHN", Some(3e9), None),
        row("NOR", Some(2e9), None),
        row("USA", Some(1e9), None),
    ]);
    chart.highlight = vec!["NOR".to_owned()];
    let scene = chart
        .scene(&Look::default())
        .expect("three rows are enough");
    let colours: Vec<Rgb> = scene
        .shapes
        .iter()
        .filter_map(|shape| match shape {
            Shape::Rect(bar) => Some(bar.colour),
            _ => None,
        })
        .collect();
    assert_eq!(colours[1], Theme::Light.colours().lines[0]);
    assert_eq!(colours[0], colours[2]);
    assert_ne!(colours[0], colours[1]);
}

#[test]
fn rows_without_room_are_left_out_smallest_first_and_counted() {
    let rows = (1..=30).map(|k| row(&format!("Country {k}"), Some(f64::from(k) * 1e9), Some(0.1)));
    let mut chart = ranked(rows.collect());
    chart.rest = Some(row("Other (99)", Some(5e9), None));
    chart.highlight = vec!["Country 1".to_owned()];
    let scene = chart.scene(&sized(540, 300)).expect("some rows fit");
    assert_eq!(fault(&scene, bar_place(&scene)), None);
    let names = says(&scene, Role::Label);
    let shown = names.len() - 1;
    assert_eq!(names[0], "Country 30");
    assert_eq!(names[shown - 1..], ["Country 1", "Other (99)"]);
    let told = format!(
        "{} of the smaller rows are left out for lack of room.",
        30 - shown
    );
    assert!(footer(&scene).contains(&told), "{}", footer(&scene));
}

#[test]
fn a_rest_that_would_dwarf_all_rows_has_a_figure_but_no_bar() {
    let mut chart = ranked(vec![row("Japan", Some(10e9), None)]);
    chart.rest = Some(row("Other (99)", Some(12e9), None));
    let scene = chart.scene(&Look::default()).expect("one row is enough");
    assert_eq!(shown(&scene), set([(0, 0.0, 10e9), (1, 1.0, 12e9)]));
    chart.rest = Some(row("Other (99)", Some(90e9), None));
    let scene = chart.scene(&Look::default()).expect("one row is enough");
    assert_eq!(shown(&scene), set([(0, 0.0, 10e9)]));
    assert!(says(&scene, Role::Value).contains(&"$90.0bn"));
    assert!(
        footer(&scene).contains("Other (99) has no bar"),
        "{}",
        footer(&scene)
    );
}

#[test]
fn a_slope_joins_the_two_years_and_names_both_ends() {
    let chart = slope(vec![
        series(
            "Germany",
            &[(2004, Some(10e9)), (2009, Some(99e9)), (2014, Some(25e9))],
        ),
        series("France", &[(2004, Some(8e9)), (2014, Some(5e9))]),
    ]);
    let scene = chart.scene(&Look::default()).expect("two lines are enough");
    assert_eq!(fault(&scene, year_place(&scene)), None);
    let ends = [
        (0, 2004.0, 10e9),
        (0, 2014.0, 25e9),
        (1, 2004.0, 8e9),
        (1, 2014.0, 5e9),
    ];
    assert_eq!(shown(&scene), set(ends));
    assert_eq!(says(&scene, Role::Year), ["2004", "2014"]);
    let left = says(&scene, Role::Label);
    assert_eq!(left, ["Germany", "France", "Germany", "France"]);
    assert_eq!(scene.y.low, 0.0);
    assert!(
        scene
            .alt
            .contains("Germany: $10.0bn in 2004, $25.0bn in 2014, +150%."),
        "{}",
        scene.alt
    );
    assert!(
        scene
            .alt
            .contains("France: $8.00bn in 2004, $5.00bn in 2014, −37.5%."),
        "{}",
        scene.alt
    );
}

#[test]
fn a_slope_with_one_end_is_a_dot_that_a_note_tells() {
    let chart = slope(vec![
        series("Germany", &[(2004, Some(10e9)), (2014, Some(25e9))]),
        series("Kosovo", &[(2014, Some(3e9))]),
        series("Atlantis", &[(2009, Some(3e9))]),
    ]);
    let scene = chart.scene(&Look::default()).expect("one line is enough");
    assert_eq!(fault(&scene, year_place(&scene)), None);
    assert!(shown(&scene).is_superset(&set([(1, 2014.0, 3e9)])));
    let lines = scene
        .shapes
        .iter()
        .filter(|shape| matches!(shape, Shape::Path(path) if !path.data.is_empty()));
    assert_eq!(lines.count(), 1);
    let told = footer(&scene);
    assert!(told.contains("No value for Kosovo in 2004."), "{told}");
    assert!(
        told.contains("No value in either year, and not drawn: Atlantis."),
        "{told}"
    );
}

#[test]
fn directions_are_blue_up_and_rust_down() {
    let mut chart = slope(vec![
        series("Up", &[(2004, Some(1.0)), (2014, Some(2.0))]),
        series("Down", &[(2004, Some(5.0)), (2014, Some(4.0))]),
    ]);
    chart.colours = SlopeColours::Direction;
    let scene = chart.scene(&Look::default()).expect("two lines are enough");
    let colours = Theme::Light.colours();
    for (dot, _) in dots(&scene) {
        let slot = dot.datum.map_or(9, |datum| datum.series);
        assert_eq!(dot.colour, colours.lines[slot]);
    }
}

#[test]
fn a_slope_whose_axis_leaves_zero_out_says_so() {
    let mut chart = slope(vec![series("a", &[(2004, Some(9e9)), (2014, Some(10e9))])]);
    chart.from_zero = false;
    let scene = chart.scene(&Look::default()).expect("one line is enough");
    assert!(footer(&scene).contains("The axis does not start at zero."));
    assert_eq!((scene.y.low, scene.y.high), (9e9, 10e9));
}

#[test]
fn the_first_rank_is_on_top_and_missing_and_low_ranks_are_told_apart() {
    let chart = bump(
        vec![
            series(
                "Japan",
                &[
                    (2010, Some(1.0)),
                    (2011, Some(1.0)),
                    (2012, Some(2.0)),
                    (2013, Some(2.0)),
                ],
            ),
            series(
                "Korea",
                &[
                    (2010, Some(2.0)),
                    (2011, None),
                    (2012, Some(1.0)),
                    (2013, Some(1.0)),
                ],
            ),
            series(
                "Norway",
                &[
                    (2010, Some(3.0)),
                    (2011, Some(9.0)),
                    (2012, Some(9.0)),
                    (2013, Some(3.0)),
                ],
            ),
            series(
                "Chad",
                &[
                    (2010, Some(40.0)),
                    (2011, Some(41.0)),
                    (2012, None),
                    (2013, Some(40.0)),
                ],
            ),
        ],
        3,
    );
    let scene = chart
        .scene(&Look::default())
        .expect("four lines are enough");
    assert_eq!(fault(&scene, year_place(&scene)), None);
    assert!(scene.y.position(1.0) < scene.y.position(2.0));
    assert_eq!(shown(&scene).len(), 4 + 3 + 2);
    let told = footer(&scene);
    assert!(told.contains("No rank for Korea in 2011."), "{told}");
    assert!(
        told.contains("Below rank 3 and not shown: Norway in 2011–2012."),
        "{told}"
    );
    assert!(!told.contains("Chad"), "{told}");
    for shape in &scene.shapes {
        if let Shape::Path(path) = shape {
            let years: Vec<f64> = path.data.iter().flatten().map(|datum| datum.year).collect();
            assert!(
                years.windows(2).all(|two| two[1] - two[0] == 1.0),
                "{years:?}"
            );
        }
    }
}

#[test]
fn names_and_ranks_stand_at_both_ends() {
    let chart = bump(
        vec![
            series("Japan", &[(2012, Some(1.0)), (2013, Some(2.0))]),
            series("Korea", &[(2012, Some(2.0)), (2013, Some(1.0))]),
        ],
        5,
    );
    let scene = chart.scene(&Look::default()).expect("two lines are enough");
    assert_eq!(
        says(&scene, Role::Label),
        ["Japan", "Korea", "Korea", "Japan"]
    );
    assert_eq!(says(&scene, Role::Value), ["1", "2", "1", "2"]);
    let (korea, rank) = (text(&scene, "Korea"), text(&scene, "1"));
    assert!(korea.area.right < scene.plot.left && rank.area.right < scene.plot.left);
}

#[test]
fn points_stand_at_their_measures_and_unmeasured_ones_are_told() {
    let chart = scatter(vec![
        point("Fish", Some(11.0), Some(0.12), None),
        point("Oil", Some(6.0), Some(-0.08), None),
        point("Cars", None, Some(0.1), None),
        point("Ships", Some(2.0), None, None),
    ]);
    let scene = chart
        .scene(&Look::default())
        .expect("two points are enough");
    assert_eq!(fault(&scene, year_place(&scene)), None);
    assert_eq!(shown(&scene), set([(0, 11.0, 0.12), (1, 6.0, -0.08)]));
    assert!(footer(&scene).contains("Not drawn, for lack of a value: Cars and Ships."));
    assert_eq!(says(&scene, Role::Label), ["Fish", "Oil"]);
}

#[test]
fn a_logarithmic_axis_gives_equal_ratios_equal_steps() {
    let mut chart = scatter(vec![
        point("a", Some(0.01), Some(0.0), None),
        point("b", Some(1.0), Some(0.1), None),
        point("c", Some(100.0), Some(0.2), None),
    ]);
    chart.x.log = true;
    chart.x.line = Some(1.0);
    let scene = chart
        .scene(&Look::default())
        .expect("three points are enough");
    let at = dots(&scene);
    let x = |index: usize| {
        let dot = at.iter().find(|(_, datum)| datum.series == index);
        dot.expect("drawn").0.centre.0
    };
    assert!((x(1) - x(0) - (x(2) - x(1))).abs() < 1e-6);
    assert!((scene.x.value(x(2)) - 2.0).abs() < 1e-9);
    for tick in ["0.01", "0.1", "1", "10", "100"] {
        assert!(says(&scene, Role::Tick).contains(&tick), "{tick}");
    }
    chart.points[0].x = Some(0.0);
    let refused = chart
        .scene(&Look::default())
        .expect_err("zero has no logarithm")
        .to_string();
    assert!(
        refused.contains("`Advantage` has a value of zero or less"),
        "{refused}"
    );
}

#[test]
fn areas_are_proportional_to_sizes_and_a_missing_size_is_a_ring() {
    let mut chart = scatter(vec![
        point("large", Some(1.0), Some(0.1), Some(400.0)),
        point("small", Some(2.0), Some(0.2), Some(100.0)),
        point("ring", Some(3.0), Some(0.3), None),
    ]);
    chart.size = Some(ScatterSize {
        title: "exports".to_owned(),
        unit: dollars(),
    });
    let scene = chart
        .scene(&Look::default())
        .expect("three points are enough");
    assert_eq!(fault(&scene, year_place(&scene)), None);
    let radius = |index: usize| {
        let dots = dots(&scene);
        let dot = dots.iter().find(|(_, datum)| datum.series == index);
        dot.expect("drawn").0.radius
    };
    assert!((radius(0) - 2.0 * radius(1)).abs() < 1e-9);
    assert!(footer(&scene).contains("A ring is a point without a value of exports: ring."));
    assert!(says(&scene, Role::Key).contains(&"Area: exports"));
}

#[test]
fn lines_cut_the_scatter_into_named_quadrants() {
    let mut chart = scatter(vec![
        point("a", Some(0.4), Some(-0.2), None),
        point("b", Some(1.7), Some(0.3), None),
    ]);
    (chart.x.line, chart.y.line) = (Some(1.0), Some(0.0));
    let names = [
        "weak and rising",
        "strong and rising",
        "weak and falling",
        "strong and falling",
    ];
    let [top_left, top_right, bottom_left, bottom_right] = names.map(str::to_owned);
    chart.quadrants = Quadrants {
        top_left,
        top_right,
        bottom_left,
        bottom_right,
    };
    let scene = chart
        .scene(&Look::default())
        .expect("two points are enough");
    assert_eq!(fault(&scene, year_place(&scene)), None);
    let (x, y) = (scene.x.position(1.0), scene.y.position(0.0));
    let across = |points: [(f64, f64); 2]| {
        scene.shapes.iter().any(|shape| matches!(shape, Shape::Path(path) if path.dash.is_none() && path.points == points))
    };
    assert!(across([(x, scene.plot.top), (x, scene.plot.bottom)]));
    assert!(across([(scene.plot.left, y), (scene.plot.right, y)]));
    for (index, name) in names.iter().enumerate() {
        let area = text(&scene, name).area;
        assert_eq!(area.right < x, index % 2 == 0, "{name}");
        assert_eq!(area.bottom < y, index < 2, "{name}");
    }
    chart.quadrants.top_left = "a name far too long for a quadrant of any chart ".repeat(3);
    let scene = chart
        .scene(&Look::default())
        .expect("two points are enough");
    assert!(footer(&scene).contains("One quadrant has no name for lack of room."));
}

#[test]
fn crowded_names_are_left_out_and_counted_the_highlighted_first_kept() {
    let mut points: Vec<ScatterPoint> = (0..30)
        .map(|k| point(&format!("Product group {k}"), Some(1.0), Some(0.1), None))
        .collect();
    points.push(point("far", Some(9.0), Some(0.9), None));
    let mut chart = scatter(points);
    chart.highlight = vec!["Product group 29".to_owned()];
    let scene = chart.scene(&Look::default()).expect("points are enough");
    assert_eq!(fault(&scene, year_place(&scene)), None);
    let names = says(&scene, Role::Label);
    assert!(names.contains(&"Product group 29") && names.contains(&"far"));
    let told = format!("{} points have no name for lack of room.", 31 - names.len());
    assert!(footer(&scene).contains(&told), "{}", footer(&scene));
}

#[test]
fn large_points_that_lie_on_each_other_are_all_named_by_lines_that_lead_there() {
    let sizes = [144e9, 133e9, 125e9, 103e9, 95e9];
    let names = [
        "United States",
        "South Korea",
        "Japan",
        "Australia",
        "Germany",
    ];
    let shares = [0.077, 0.072, 0.068, 0.056, 0.052];
    let growth = [0.015, -0.009, -0.001, 0.023, -0.005];
    let mut points = vec![point("Iceland", Some(0.00008), Some(0.13), Some(2e8))];
    for (place, name) in names.into_iter().enumerate() {
        points.push(point(
            name,
            Some(shares[place]),
            Some(growth[place]),
            Some(sizes[place]),
        ));
    }
    let mut chart = scatter(points);
    chart.x.log = true;
    chart.size = Some(ScatterSize {
        title: "exports, 2024".to_owned(),
        unit: dollars(),
    });
    for look in [Look::default(), sized(540, 540)] {
        let scene = chart.scene(&look).expect("points are enough");
        let place = |datum: &Datum| {
            let x = scene.x.position(datum.year.log10());
            (x, scene.y.position(datum.value))
        };
        assert_eq!(fault(&scene, place), None);
        for name in names {
            assert!(
                says(&scene, Role::Label).contains(&name),
                "{name} has no name"
            );
        }
    }
}

#[test]
fn a_name_stands_inside_a_point_that_fills_the_room_around_it() {
    let mut chart = scatter(vec![point("Chad", Some(1.0), Some(0.1), Some(9e9))]);
    for (place, (x, y)) in [(0.93, 0.1), (1.07, 0.1), (1.0, 0.12), (1.0, 0.08)]
        .into_iter()
        .enumerate()
    {
        chart.points.push(point(
            &format!("Neighbour {place}"),
            Some(x),
            Some(y),
            Some(9e9),
        ));
    }
    chart
        .points
        .push(point("far", Some(1.3), Some(0.2), Some(1e8)));
    chart
        .points
        .push(point("away", Some(0.7), Some(0.0), Some(1e8)));
    chart.highlight = vec!["Chad".to_owned()];
    chart.size = Some(ScatterSize {
        title: "exports".to_owned(),
        unit: dollars(),
    });
    let scene = chart.scene(&Look::default()).expect("points are enough");
    assert_eq!(fault(&scene, year_place(&scene)), None);
    assert!(says(&scene, Role::Label).contains(&"Chad"));
}

#[test]
fn labels_without_room_beside_a_slope_are_left_out_smallest_first_and_counted() {
    let many = (0..60).map(|k| {
        let value = Some(1e9 + f64::from(k) * 1e8);
        series(&format!("Country {k}"), &[(2004, value), (2014, value)])
    });
    let mut chart = slope(many.collect());
    chart.highlight = vec!["Country 0".to_owned()];
    let scene = chart
        .scene(&Look::default())
        .expect("sixty lines are enough");
    assert_eq!(fault(&scene, year_place(&scene)), None);
    let names = says(&scene, Role::Label);
    let side = names.len() / 2;
    assert!(names.contains(&"Country 0") && names.contains(&"Country 59"));
    assert!(!names.contains(&"Country 1"));
    let told = format!(
        "{} labels at the left and {} at the right",
        60 - side,
        60 - side
    );
    assert!(footer(&scene).contains(&told), "{}", footer(&scene));
}

#[test]
fn a_name_without_room_is_shortened_and_told_whole() {
    let name = "United Kingdom of Great Britain and Northern Ireland";
    let rows = (0..20).map(|k| row(&format!("Country {k}"), Some(1e9), None));
    let mut chart = ranked(rows.collect());
    chart.rows[0].name = name.to_owned();
    let scene = chart
        .scene(&sized(540, 540))
        .expect("twenty rows are enough");
    let cut = says(&scene, Role::Label)[0].to_owned();
    assert!(
        cut.starts_with("United Kingdom") && cut.ends_with('…'),
        "{cut}"
    );
    let told = format!("Shortened name: {name}.");
    assert!(footer(&scene).contains(&told), "{}", footer(&scene));
}

#[test]
fn a_line_that_leaves_the_ranks_early_is_named_where_it_ends() {
    let years = |ranks: [f64; 6]| -> Vec<(i32, Option<f64>)> {
        (2009..)
            .zip(ranks.map(|rank| Some(rank).filter(|rank| *rank > 0.0)))
            .collect()
    };
    let chart = bump(
        vec![
            series("Japan", &years([1.0; 6])),
            series("Chile", &years([0.0, 4.0, 4.0, 0.0, 0.0, 0.0])),
        ],
        5,
    );
    let scene = chart.scene(&Look::default()).expect("two lines are enough");
    assert_eq!(fault(&scene, year_place(&scene)), None);
    let (x, y) = (scene.x.position(2011.0), scene.y.position(4.0));
    let area = text(&scene, "Chile").area;
    assert!(area.left > x && area.left < x + 20.0 && area.top < y && y < area.bottom);
}

#[test]
fn what_cannot_be_drawn_is_refused_with_a_remedy() {
    let say = |made: bilat::error::Result<Scene>| made.expect_err("not drawable").to_string();
    let at = Look::default();
    let cases = [
        (
            say(ranked(vec![row("a", None, None)]).scene(&at)),
            "nothing to draw: no row has a value",
        ),
        (
            say(ranked(Vec::new()).scene(&at)),
            "nothing to draw: no row has a value",
        ),
        (
            say(ranked(vec![row("a", Some(f64::NAN), None)]).scene(&at)),
            "`a` has a figure that is not finite",
        ),
        (
            say(ranked(vec![row("a", Some(1.0), Some(f64::INFINITY))]).scene(&at)),
            "`a` has a figure that is not finite",
        ),
        (
            say(slope(Vec::new()).scene(&at)),
            "nothing to draw: no series has a value",
        ),
        (
            say(Slope {
                years: [2014.0, 2004.0],
                ..slope(Vec::new())
            }
            .scene(&at)),
            "from an earlier to a later year",
        ),
        (
            say(bump(vec![series("a", &[(2004, Some(0.5))])], 3).scene(&at)),
            "ranks count from 1",
        ),
        (
            say(bump(vec![series("a", &[(2004, Some(4.0))])], 3).scene(&at)),
            "no series is among the first 3",
        ),
        (
            say(scatter(vec![point("a", Some(1.0), None, None)]).scene(&at)),
            "no point has both measures",
        ),
        (
            say(scatter(vec![point("a", Some(1.0), Some(f64::NAN), None)]).scene(&at)),
            "not finite",
        ),
        (
            say(ranked(vec![row("a", Some(1.0), None)]).scene(&sized(190, 600))),
            "too narrow",
        ),
    ];
    for (told, wanted) in cases {
        assert!(told.contains(wanted), "{told}");
    }
}

#[test]
fn a_broken_rule_is_seen() {
    let chart = ranked(vec![
        row("Japan", Some(2e9), Some(0.1)),
        row("Norway", Some(1e9), None),
    ]);
    let scene = chart.scene(&Look::default()).expect("two rows are enough");
    let spoil = |change: fn(&mut Shape)| {
        let mut spoilt = scene.clone();
        spoilt.shapes.iter_mut().for_each(change);
        fault(&spoilt, bar_place(&scene)).unwrap_or_default()
    };
    let longer = spoil(|shape| {
        if let Shape::Rect(bar) = shape {
            bar.area.right += 1.0;
        }
    });
    assert!(longer.contains("stands at"), "{longer}");
    let pale = spoil(|shape| {
        if let Shape::Text(text) = shape {
            text.colour = Rgb(200, 200, 200);
        }
    });
    assert!(pale.contains("too pale"), "{pale}");
    let over = spoil(|shape| {
        if let Shape::Text(text) = shape {
            text.area.left -= 60.0;
        }
    });
    assert!(!over.is_empty());
}

/// A few items, one, or thirty.
fn several<T: std::fmt::Debug>(
    item: impl Strategy<Value = T> + Clone,
) -> impl Strategy<Value = Vec<T>> {
    prop_oneof![
        4 => proptest::collection::vec(item.clone(), 1..9),
        2 => proptest::collection::vec(item, 30),
    ]
}

fn highlight() -> impl Strategy<Value = Vec<String>> {
    proptest::collection::vec(name(), 0..3)
}

/// A refusal must come from the words or from having nothing to draw, never from a panic.
fn refused(told: &str, nothing: bool) -> std::result::Result<(), TestCaseError> {
    prop_assert!(nothing || told.contains("no room"), "{}", told);
    Ok(())
}

fn any_row() -> impl Strategy<Value = RankedRow> + Clone {
    let change = proptest::option::of(prop_oneof![Just(0.0), -1.0..1.0f64, 1.0..1e4f64]);
    (name().boxed(), figure(value()).boxed(), change.boxed())
        .prop_map(|(name, value, change)| row(&name, value, change))
        .boxed()
}

fn any_series(
    years: std::ops::Range<i32>,
    value: BoxedStrategy<Option<f64>>,
) -> BoxedStrategy<Series> {
    let many = years.len();
    (name(), proptest::collection::vec(value, many))
        .prop_map(move |(name, values)| {
            let points: Vec<(i32, Option<f64>)> = years.clone().zip(values).collect();
            series(&name, &points)
        })
        .boxed()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn ranked_bars_of_any_figures_hold_every_rule(
        rows in several(any_row()), rest in proptest::option::of(any_row()), alike in proptest::option::of(figure(value())),
        highlight in highlight(), earlier in any::<bool>(), look in look(),
    ) {
        let mut chart = Ranked { rest, highlight, ..ranked(rows) };
        if let Some(value) = alike {
            chart.rows.iter_mut().for_each(|row| row.value = value);
        }
        if !earlier {
            chart.earlier.clear();
        }
        let nothing = chart.rows.iter().chain(&chart.rest).all(|row| row.value.is_none());
        match chart.scene(&look) {
            Err(refusal) => refused(&refusal.to_string(), nothing)?,
            Ok(scene) => {
                prop_assert_eq!(fault(&scene, bar_place(&scene)), None);
                let mut sizes: Vec<f64> = Vec::new();
                for (datum, _) in drawn(&scene) {
                    let row = chart.rows.get(datum.series).or(chart.rest.as_ref());
                    prop_assert_eq!(row.and_then(|row| row.value), Some(datum.value));
                    if datum.series < chart.rows.len() {
                        sizes.push(datum.value);
                    }
                }
                prop_assert!(sizes.windows(2).all(|two| two[0] >= two[1]), "{:?}", sizes);
                if chart.rows.len() < 9 && look.height >= 600 && look.width >= 540 {
                    let given = chart.rows.iter().filter(|row| row.value.is_some()).count();
                    prop_assert_eq!(sizes.len(), given);
                }
            }
        }
    }

    #[test]
    fn slopes_of_any_figures_hold_every_rule(
        series in several(any_series(2013..2015, figure(value()).boxed())), highlight in highlight(),
        direction in any::<bool>(), from_zero in any::<bool>(), look in look(),
    ) {
        let colours = if direction { SlopeColours::Direction } else { SlopeColours::Keys };
        let chart = Slope { years: [2013.0, 2014.0], colours, from_zero, highlight, ..slope(series) };
        let given = figures(data(&chart.series));
        match chart.scene(&look) {
            Err(refusal) => refused(&refusal.to_string(), given.is_empty())?,
            Ok(scene) => {
                prop_assert_eq!(fault(&scene, year_place(&scene)), None);
                prop_assert_eq!(shown(&scene), given);
            }
        }
    }

    #[test]
    fn ranks_of_any_kind_hold_every_rule(
        series in several(any_series(1999..2015, prop_oneof![
            4 => (1..12i32).prop_map(|rank| Some(f64::from(rank))), 1 => Just(Some(2.5)), 1 => Just(None),
        ].boxed())),
        top in 1..15usize, highlight in highlight(), event in any::<bool>(), look in look(),
    ) {
        let marks = if event { vec![Mark { start: 2008.0, end: Some(2009.5), label: "Crisis".to_owned() }] } else { Vec::new() };
        let chart = Bump { highlight, marks, ..bump(series, top) };
        let given = set(chart.series.iter().enumerate().flat_map(|(index, one)| {
            let shown = one.values().filter(|(_, rank)| *rank <= top as f64);
            shown.map(move |(year, value)| (index, year, value)).collect::<Vec<_>>()
        }));
        match chart.scene(&look) {
            Err(refusal) => refused(&refusal.to_string(), given.is_empty())?,
            Ok(scene) => {
                prop_assert_eq!(fault(&scene, year_place(&scene)), None);
                prop_assert_eq!(shown(&scene), given);
            }
        }
    }

    #[test]
    fn scatters_of_any_figures_hold_every_rule(
        points in several((name().boxed(), figure(value()).boxed(), figure(value()).boxed(), figure(value()).boxed())
            .prop_map(|(name, x, y, size)| point(&name, x, y, size.map(f64::abs))).boxed()),
        (log, sized, lines, groups) in any::<(bool, bool, bool, bool)>(), highlight in highlight(), look in look(),
    ) {
        let mut chart = Scatter { highlight, ..scatter(points) };
        chart.x.unit = dollars();
        chart.y.unit = Unit::Index;
        if log {
            chart.x.log = true;
            chart.points.iter_mut().for_each(|point| point.x = point.x.map(|x| x.abs() + 1e-3));
        }
        if sized {
            chart.size = Some(ScatterSize { title: "gross domestic product".to_owned(), unit: dollars() });
        }
        if lines {
            (chart.x.line, chart.y.line) = (Some(1.0), Some(0.0));
            chart.quadrants.top_left = "weak and growing".to_owned();
            chart.quadrants.bottom_right = "strong and shrinking".to_owned();
        }
        if groups {
            for (index, point) in chart.points.iter_mut().enumerate() {
                point.key = format!("Group {}", index % 4);
            }
        }
        let given = set(chart.points.iter().enumerate().filter_map(|(index, point)| Some((index, point.x?, point.y?))));
        match chart.scene(&look) {
            Err(refusal) => refused(&refusal.to_string(), given.is_empty())?,
            Ok(scene) => {
                let place = |datum: &Datum| {
                    let along = if log { datum.year.log10() } else { datum.year };
                    (scene.x.position(along), scene.y.position(datum.value))
                };
                prop_assert_eq!(fault(&scene, place), None);
                prop_assert_eq!(shown(&scene), given);
                for (dot, _) in dots(&scene) {
                    let (x, y) = dot.centre;
                    let whole = Area { left: x, right: x, top: y, bottom: y }.grown(dot.radius);
                    prop_assert!(scene.plot.contains(&whole), "{:?}", dot);
                }
            }
        }
    }
}
