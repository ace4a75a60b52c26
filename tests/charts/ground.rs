//! The log axis, the print theme, and how lines and bars share their room.

use super::given::{dollars, look, name, run, themed, words};
use super::rules::{broken, dots, points, says};
use bilat::charts::scene::{Rgb, Role, Scene, Shape};
use bilat::charts::theme::Theme;
use bilat::charts::{Growth, Lines, Look, Series, png, svg};
use proptest::prelude::*;

fn lines(series: Vec<Series>, log: bool) -> Lines {
    Lines {
        series,
        unit: dollars(),
        marks: Vec::new(),
        words: words(),
        from_zero: true,
        log,
    }
}

fn drawn(chart: &Lines) -> Scene {
    chart.scene(&Look::default()).expect("there is room")
}

#[test]
fn a_tenfold_rises_alike_wherever_it_happens() {
    let scene = drawn(&lines(vec![run("a", 2003, &[1e6, 1e7, 1e8, 1e9])], true));
    let heights: Vec<f64> = points(&scene).iter().map(|(_, (_, y))| *y).collect();
    let rise = heights[0] - heights[1];
    assert!(rise > 50.0);
    for pair in heights[..4].windows(2) {
        assert!((pair[0] - pair[1] - rise).abs() < 1e-6);
    }
    let ticks = ["$1 million", "$10 million", "$100 million", "$1 billion"];
    assert_eq!(says(&scene, Role::Tick), ticks);
    let note = says(&scene, Role::Footer).join(" ");
    assert!(note.contains("The axis is logarithmic: equal distances are equal ratios."));
    assert!(!note.contains("does not start at zero"));
    assert!(scene.alt.starts_with("Line chart with a logarithmic axis"));
}

#[test]
fn between_powers_of_ten_the_grid_is_fainter() {
    let scene = drawn(&lines(vec![run("a", 2003, &[1e6, 1e9])], true));
    let grid = |value: f64| -> Vec<Rgb> {
        let y = scene.y.position(value);
        let at = |path: &bilat::charts::scene::Path| {
            path.points.len() == 2 && path.points.iter().all(|point| (point.1 - y).abs() < 1e-6)
        };
        let paths = scene.shapes.iter().filter_map(|shape| match shape {
            Shape::Path(path) if at(path) && path.dash.is_some() => Some(path.colour),
            _ => None,
        });
        paths.collect()
    };
    let colours = Theme::Light.colours();
    assert_eq!(grid(1e7), [colours.grid]);
    for minor in [2e7, 5e7] {
        let fainter = grid(minor);
        assert_eq!(fainter.len(), 1);
        assert!(fainter[0].0 > colours.grid.0 && fainter[0].0 < colours.background.0);
    }
    assert_eq!(grid(3e7), []);
}

#[test]
fn a_log_axis_refuses_zero_and_less_with_a_remedy() {
    let say = |value: f64| {
        let chart = lines(vec![run("Norway", 2003, &[1e9, value])], true);
        let refused = chart.scene(&Look::default());
        refused.expect_err("no place on a log axis").to_string()
    };
    assert_eq!(
        say(0.0),
        "`Norway` is zero in 2004, which a logarithmic axis cannot show; use a linear axis, or leave the figure missing"
    );
    assert!(say(-5.0).contains("is below zero in 2004"));
    let gap = lines(vec![run("Norway", 2003, &[1e9, f64::NAN, 2e9])], true);
    assert!(gap.scene(&Look::default()).is_ok());
}

#[test]
fn lines_that_run_together_both_keep_a_colour_to_be_seen_by() {
    let values = [1e9, 4e9, 2e9, 6e9, 3e9];
    let chart = lines(
        vec![
            run("a", 2003, &values),
            run("b", 2003, &values.map(|value| value * 1.0005)),
            run("c", 2003, &[2e9, 1e9, 5e9, 1e9, 7e9]),
        ],
        false,
    );
    let scene = drawn(&chart);
    let width = |index: usize| {
        let paths = scene.shapes.iter().filter_map(|shape| match shape {
            Shape::Path(path) => Some((path.data.first().copied()??.series, path.width)),
            _ => None,
        });
        paths
            .filter(|(series, _)| *series == index)
            .map(|(_, width)| width)
            .next()
    };
    assert_eq!(width(0), width(2));
    let rim = (width(1).expect("drawn") - width(0).expect("drawn")) / 2.0;
    assert!(rim >= 1.0, "{rim}");
}

#[test]
fn the_name_of_a_lone_figure_is_led_to_by_dots() {
    let scene = drawn(&lines(vec![run("Norway", 2003, &[3e9])], false));
    let (x, y) = (scene.x.position(2003.0), scene.y.position(3e9));
    let leads = scene.shapes.iter().filter(|shape| {
        matches!(shape, Shape::Path(path) if path.dash.is_some()
            && path.points.len() == 2
            && path.points[0].1 == y
            && (path.points[0].0 - x).abs() < 10.0
            && path.points[1].0 == scene.plot.right)
    });
    assert_eq!(leads.count(), 1);
}

#[test]
fn where_not_all_growth_rates_fit_the_extremes_are_told() {
    let rates: Vec<f64> = (0..40)
        .map(|k| f64::from(k * 7 % 40) / 100.0 - 0.1)
        .collect();
    let mut other = rates.clone();
    other.reverse();
    other[20] = f64::NAN;
    let chart = Growth {
        series: vec![run("a", 2003, &rates), run("b", 2003, &other)],
        marks: Vec::new(),
        words: words(),
    };
    let scene = chart.scene(&Look::default()).expect("there is room");
    let mut values = says(&scene, Role::Value);
    values.sort_unstable();
    assert_eq!(values, ["+29.0", "+29.0", "–", "−10.0", "−10.0"]);
    assert!(says(&scene, Role::Tick).contains(&"0%"));
}

#[test]
fn a_line_in_print_has_markers_however_long_it_is() {
    let long: Vec<f64> = (1..=40).map(|k| f64::from(k) * 1e8).collect();
    let chart = lines(
        vec![run("a", 2003, &long), run("b", 2003, &[2e9, 1e9])],
        false,
    );
    let count = |scene: &Scene| {
        let dots = dots(scene);
        dots.iter().filter(|(_, datum)| datum.series == 0).count()
    };
    assert_eq!(count(&drawn(&chart)), 0);
    let printed = chart.scene(&themed(Theme::Print)).expect("there is room");
    let shown = count(&printed);
    assert!((5..=10).contains(&shown), "{shown}");
}

#[test]
fn rules_and_bars_of_an_svg_stand_on_whole_pixels() {
    let drawing = svg(&drawn(&lines(
        vec![run("a", 2003, &[1e9, 2e9, 1e9])],
        false,
    )));
    let lines: Vec<&str> = drawing.lines().collect();
    let thin = lines
        .iter()
        .filter(|line| line.contains("stroke-width=\"1\""));
    assert!(thin.clone().count() > 3);
    assert!(thin.clone().all(|line| line.contains("crispEdges")));
    let data = lines
        .iter()
        .find(|line| line.contains("stroke-width=\"2.25\""));
    assert!(data.is_some_and(|line| !line.contains("crispEdges")));
}

fn positive() -> impl Strategy<Value = Vec<f64>> {
    let value = prop_oneof![
        4 => (-3.0..13.0f64).prop_map(|size| 10f64.powf(size)),
        2 => (0.9..1.1f64).prop_map(|near| near * 1e9),
        1 => (-3..=13i32).prop_map(|size| 10f64.powi(size)),
        1 => Just(f64::NAN),
    ];
    prop_oneof![
        4 => proptest::collection::vec(value, 1..30),
        1 => (1usize..30, 1e-3..1e13f64).prop_map(|(many, value)| vec![value; many]),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_figures_above_zero_stand_where_a_log_axis_has_them(
        all in proptest::collection::vec((name(), positive(), any::<bool>()), 1..9),
        look in look(),
        log in prop_oneof![3 => Just(true), 1 => Just(false)],
    ) {
        let given: Vec<Series> = all
            .iter()
            .map(|(name, values, dashed)| Series { dashed: *dashed, ..run(name, 2003, values) })
            .collect();
        let chart = lines(given, log);
        let has_value = chart.series.iter().any(|one| one.values().next().is_some());
        let scene = match chart.scene(&look) {
            Ok(scene) => scene,
            Err(refused) => {
                prop_assert!(!has_value || refused.to_string().contains("no room"), "{refused}");
                return Ok(());
            }
        };
        prop_assert_eq!(broken(&scene), None);
        let marks = points(&scene);
        for (datum, (_, y)) in &marks {
            prop_assert!((scene.y.position(datum.value) - y).abs() < 0.5);
            prop_assert!(*y >= scene.plot.top - 0.01 && *y <= scene.plot.bottom + 0.01);
            let back = scene.y.value(*y);
            prop_assert!((scene.y.position(back) - y).abs() < 0.5);
            prop_assert!(!log || (back / datum.value - 1.0).abs() < 1e-6, "{back} for {}", datum.value);
        }
        let count: usize = chart.series.iter().map(|one| one.values().count()).sum();
        let mut seen: Vec<(usize, u64)> = marks.iter().map(|(datum, _)| (datum.series, datum.year.to_bits())).collect();
        seen.sort_unstable();
        seen.dedup();
        prop_assert_eq!(seen.len(), count);
        if log {
            prop_assert!(says(&scene, Role::Tick).len() >= 2);
        }
        prop_assert!(png(&scene, 0.25).is_ok());
    }
}
