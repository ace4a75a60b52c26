//! Levels, growth, indexes and balances over the years: marks where the figures are, gaps left open.

use super::given::{dollars, look, mark, marks, name, series, words};
use super::rules::{bars, broken, data, figures, points, says};
use bilat::charts::scene::{Rgb, Role, Scene, Shape};
use bilat::charts::theme::Theme;
use bilat::charts::{Balance, Gap, Growth, Index, Lines, Look, Series, png, svg};
use proptest::prelude::*;

fn lines(series: Vec<Series>) -> Lines {
    Lines {
        series,
        unit: dollars(),
        marks: Vec::new(),
        words: words(),
        from_zero: true,
        log: false,
    }
}

fn two() -> Lines {
    let china: Vec<(i32, Option<f64>)> = (0..12)
        .map(|k| (2003 + k, Some(1e9 + 2e8 * f64::from(k))))
        .collect();
    let mut norway: Vec<(i32, Option<f64>)> = (0..12)
        .map(|k| (2003 + k, Some(9e8 + 1e8 * f64::from(k))))
        .collect();
    norway[3].1 = None;
    lines(vec![
        series("China to Norway", &china),
        series("Norway to China", &norway),
    ])
}

/// The rules every chart holds, and figures where they belong with no line across a gap; the first one broken.
fn fault(scene: &Scene, series: &[Series]) -> Option<String> {
    let mut marks = points(scene);
    marks.extend(bars(scene).into_iter().map(|(bar, datum)| {
        let end = if datum.value < 0.0 {
            bar.area.bottom
        } else {
            bar.area.top
        };
        (datum, (bar.area.left, end))
    }));
    for (datum, (_, y)) in &marks {
        if (scene.y.position(datum.value) - y).abs() > 0.5 {
            return Some(format!("{datum:?} stands at {y}"));
        }
        if *y < scene.plot.top - 0.01 || *y > scene.plot.bottom + 0.01 {
            return Some(format!("{datum:?} is drawn outside the plot at {y}"));
        }
    }
    if figures(marks.into_iter().map(|(datum, _)| datum)) != figures(data(series)) {
        return Some("the figures drawn are not the figures given".to_owned());
    }
    let bridges = |shape: &Shape| match shape {
        Shape::Path(path) => {
            let years: Vec<f64> = path.data.iter().flatten().map(|datum| datum.year).collect();
            years.windows(2).any(|two| two[1] - two[0] > 1.0)
        }
        _ => false,
    };
    if scene.shapes.iter().any(bridges) {
        return Some("a segment bridges a missing year".to_owned());
    }
    broken(scene)
}

#[test]
fn a_missing_year_is_a_gap_that_a_note_names() {
    let chart = two();
    let scene = chart
        .scene(&Look::default())
        .expect("twelve years are enough");
    assert_eq!(fault(&scene, &chart.series), None);
    let footer = says(&scene, Role::Footer).join(" ");
    assert!(
        footer.contains("No value for Norway to China in 2006."),
        "{footer}"
    );
    assert!(scene.alt.contains("no value for 2006"), "{}", scene.alt);
}

#[test]
fn a_broken_rule_is_seen() {
    let chart = two();
    let scene = chart
        .scene(&Look::default())
        .expect("twelve years are enough");
    let spoil = |change: fn(&mut Scene)| {
        let mut spoilt = scene.clone();
        change(&mut spoilt);
        fault(&spoilt, &chart.series)
    };
    let moved = spoil(|scene| {
        for shape in &mut scene.shapes {
            if let Shape::Path(path) = shape
                && !path.data.is_empty()
            {
                path.points[0].1 += 1.0;
            }
        }
    });
    assert!(moved.is_some_and(|why| why.contains("stands at")));
    let dropped = spoil(|scene| {
        for shape in &mut scene.shapes {
            if let Shape::Path(path) = shape
                && path.data.len() > 3
            {
                path.data[1] = None;
            }
        }
        scene
            .shapes
            .retain(|shape| !matches!(shape, Shape::Circle(_)));
    });
    assert!(dropped.is_some());
    let covered = spoil(|scene| scene.shapes.extend(scene.shapes.clone()));
    assert!(covered.is_some_and(|why| why.contains("covers")));
}

#[test]
fn first_and_last_year_and_round_ticks_are_labelled() {
    let scene = two()
        .scene(&Look::default())
        .expect("twelve years are enough");
    let years = says(&scene, Role::Year);
    assert_eq!(
        (years.first(), years.last()),
        (Some(&"2003"), Some(&"2014"))
    );
    let ticks = says(&scene, Role::Tick);
    assert_eq!(
        ticks,
        ["$0", "$1 billion", "$2 billion", "$3 billion", "$4 billion"]
    );
}

#[test]
fn lines_are_named_at_their_ends_with_their_last_value() {
    let scene = two()
        .scene(&Look::default())
        .expect("twelve years are enough");
    let labels = says(&scene, Role::Label);
    assert_eq!(
        labels,
        ["China to Norway", "$3.20bn", "Norway to China", "$2.00bn"]
    );
}

#[test]
fn a_gap_stands_around_the_line_of_no_gap_and_a_year_of_one_report_breaks_it() {
    let reported: Vec<(i32, Option<f64>)> = (2011..2021)
        .map(|year| {
            (
                year,
                (year != 2015).then(|| 0.2 - 0.03 * f64::from(year - 2011)),
            )
        })
        .collect();
    let adjusted: Vec<(i32, Option<f64>)> = reported
        .iter()
        .map(|(year, gap)| (*year, gap.map(|gap| (1.0 + gap) / 1.06 - 1.0)))
        .collect();
    let chart = Gap {
        series: vec![
            series("As reported", &reported),
            Series {
                dashed: true,
                ..series("Adjusted by 1.06", &adjusted)
            },
        ],
        marks: vec![mark(2018.5, None, "Tariffs")],
        words: words(),
    };
    for (width, height) in [(850, 600), (540, 540)] {
        for theme in [Theme::Light, Theme::Dark, Theme::Print] {
            let look = Look {
                theme,
                width,
                height,
            };
            let scene = chart.scene(&look).expect("nine gaps are enough");
            assert_eq!(fault(&scene, &chart.series), None);
            assert!(says(&scene, Role::Label).contains(&"No gap"));
            let footer = says(&scene, Role::Footer).join(" ");
            assert!(
                footer.contains("No value for As reported in 2015."),
                "{footer}"
            );
            assert!(
                scene
                    .alt
                    .contains("As reported: 20.0% in 2011, −7.0% in 2020"),
                "{}",
                scene.alt
            );
        }
    }
}

#[test]
fn a_lone_year_is_a_dot_with_no_other_year_beside_it() {
    let chart = lines(vec![series("Norway", &[(2014, Some(3e9))])]);
    let scene = chart.scene(&Look::default()).expect("one figure is enough");
    assert_eq!(fault(&scene, &chart.series), None);
    assert_eq!(says(&scene, Role::Year), ["2014"]);
    let dots = scene
        .shapes
        .iter()
        .filter(|shape| matches!(shape, Shape::Circle(dot) if dot.datum.is_some()));
    assert_eq!(dots.count(), 1);
}

#[test]
fn two_sources_share_a_colour_and_each_says_its_name() {
    let mut old = series(
        "Norway to China",
        &[(2012, Some(2e9)), (2013, Some(3e9)), (2014, Some(4e9))],
    );
    let mut new = series(
        "Norway to China",
        &[(2014, Some(3e9)), (2015, Some(2e9)), (2016, Some(3e9))],
    );
    (old.key, old.detail) = ("NOR".to_owned(), "OEC".to_owned());
    (new.key, new.detail, new.dashed) = ("NOR".to_owned(), "Comtrade".to_owned(), true);
    let chart = lines(vec![old, new]);
    let scene = chart
        .scene(&Look::default())
        .expect("five years are enough");
    assert_eq!(fault(&scene, &chart.series), None);
    let labels = says(&scene, Role::Label);
    assert_eq!(labels, ["Norway to China", "$3.00bn, Comtrade", "OEC"]);
    let colours: Vec<Rgb> = scene
        .shapes
        .iter()
        .filter_map(|shape| match shape {
            Shape::Path(path) if !path.data.is_empty() => Some(path.colour),
            _ => None,
        })
        .collect();
    assert_eq!(colours, [Theme::Light.colours().lines[0]; 2]);
}

#[test]
fn an_axis_that_does_not_start_at_zero_says_so() {
    let mut chart = lines(vec![series("a", &[(2003, Some(9e9)), (2004, Some(1e10))])]);
    chart.from_zero = false;
    let scene = chart.scene(&Look::default()).expect("two years are enough");
    assert!(
        says(&scene, Role::Footer)
            .join(" ")
            .contains("The axis does not start at zero.")
    );
}

#[test]
fn of_thirty_lines_five_are_in_colour_and_the_rest_is_counted() {
    let many: Vec<Series> = (0..30)
        .map(|k| {
            series(
                &format!("Country {k}"),
                &[(2003, Some(1e9)), (2004, Some(1e9 + f64::from(k) * 1e8))],
            )
        })
        .collect();
    let chart = lines(many);
    let scene = chart
        .scene(&Look::default())
        .expect("thirty lines are enough");
    assert_eq!(fault(&scene, &chart.series), None);
    assert!(
        says(&scene, Role::Footer)
            .join(" ")
            .contains("Grey lines: 25 other series.")
    );
    assert!(says(&scene, Role::Label).contains(&"Country 29"));
}

#[test]
fn an_event_stands_at_the_tick_of_its_year() {
    let mut chart = two();
    chart.marks = vec![
        mark(2010.77, None, "2010 Nobel Peace Prize"),
        mark(2010.8, Some(2013.96), "Diplomatic freeze"),
        mark(2020.0, None, "Pandemic"),
    ];
    let scene = chart
        .scene(&Look::default())
        .expect("twelve years are enough");
    assert_eq!(fault(&scene, &chart.series), None);
    let x = scene.x.position(2010.0);
    let stems = scene.shapes.iter().filter(|shape| {
        matches!(shape, Shape::Path(path) if path.dash.is_some() && path.points.iter().all(|point| point.0 == x))
    });
    assert_eq!(stems.count(), 1);
    let shade = scene.shapes.iter().find_map(|shape| match shape {
        Shape::Rect(rect) => Some((rect.area.left, rect.area.right)),
        _ => None,
    });
    assert_eq!(shade, Some((x, scene.x.position(2013.0))));
    assert!(
        says(&scene, Role::Footer)
            .join(" ")
            .contains("Outside the years shown: Pandemic.")
    );
}

#[test]
fn growth_bars_start_at_zero_and_a_missing_one_is_a_dash() {
    let chart = Growth {
        series: vec![
            series(
                "a",
                &[
                    (2004, Some(0.181)),
                    (2005, None),
                    (2006, Some(-0.033)),
                    (2007, Some(0.0)),
                ],
            ),
            series(
                "b",
                &[
                    (2004, Some(0.05)),
                    (2005, Some(9.0)),
                    (2006, Some(0.1)),
                    (2007, Some(-0.0001)),
                ],
            ),
        ],
        marks: Vec::new(),
        words: words(),
    };
    let scene = chart
        .scene(&Look::default())
        .expect("four years are enough");
    assert_eq!(fault(&scene, &chart.series), None);
    let zero = scene.y.position(0.0);
    let values = says(&scene, Role::Value);
    for word in ["+18.1", "−3.3", "+900", "–", "0.0"] {
        assert!(values.contains(&word), "{word} in {values:?}");
    }
    for shape in &scene.shapes {
        if let Shape::Rect(rect) = shape
            && rect.datum.is_some()
        {
            assert!((rect.area.top - zero).abs() < 1e-9 || (rect.area.bottom - zero).abs() < 1e-9);
        }
    }
}

#[test]
fn an_index_has_a_solid_line_at_one_hundred() {
    let chart = Index {
        series: vec![series(
            "a",
            &[(2003, Some(100.0)), (2004, Some(80.0)), (2005, Some(140.0))],
        )],
        base_label: "2003 = 100".to_owned(),
        marks: Vec::new(),
        words: words(),
    };
    let scene = chart
        .scene(&Look::default())
        .expect("three years are enough");
    assert_eq!(fault(&scene, &chart.series), None);
    let y = scene.y.position(100.0);
    let level = |shape: &&Shape| matches!(shape, Shape::Path(path) if path.dash.is_none() && path.points == [(scene.plot.left, y), (scene.plot.right, y)]);
    assert_eq!(scene.shapes.iter().filter(level).count(), 1);
    assert!(says(&scene, Role::Label).contains(&"2003 = 100"));
}

#[test]
fn a_balance_changes_colour_exactly_where_it_crosses_zero() {
    let points = series(
        "",
        &[
            (2003, Some(1e9)),
            (2004, Some(-3e9)),
            (2005, None),
            (2006, Some(2e9)),
        ],
    )
    .points;
    let chart = Balance {
        points: points.clone(),
        positive: "surplus".to_owned(),
        negative: "deficit".to_owned(),
        unit: dollars(),
        marks: Vec::new(),
        words: words(),
    };
    let scene = chart
        .scene(&Look::default())
        .expect("three figures are enough");
    let all = [Series {
        points,
        ..Series::default()
    }];
    assert_eq!(fault(&scene, &all), None);
    let crossing = (scene.x.position(2003.25), scene.y.position(0.0));
    let near = |point: &(f64, f64)| {
        (point.0 - crossing.0).abs() < 1e-6 && (point.1 - crossing.1).abs() < 1e-6
    };
    let edges = scene.shapes.iter().filter(|shape| {
        matches!(shape, Shape::Path(path) if !path.data.is_empty() && path.points.iter().any(near))
    });
    assert_eq!(edges.count(), 2);
}

#[test]
fn what_cannot_be_drawn_is_refused_with_a_remedy() {
    let empty = lines(vec![series("a", &[(2003, None)])]);
    let endless = lines(vec![series("a", &[(2003, Some(f64::NAN))])]);
    let twice = lines(vec![series("a", &[(2003, Some(1.0)), (2003, Some(2.0))])]);
    let say = |chart: &Lines| {
        chart
            .scene(&Look::default())
            .expect_err("not drawable")
            .to_string()
    };
    assert_eq!(
        say(&empty),
        "nothing to draw: no series has a value; widen the years or the countries"
    );
    assert_eq!(say(&lines(Vec::new())), say(&empty));
    assert!(say(&endless).contains("not finite"));
    assert!(say(&twice).contains("two figures for 2003"));
    let mut foreign = two();
    foreign.words.title = "日挪贸易".to_owned();
    let scene = foreign
        .scene(&Look::default())
        .expect("a layout needs no glyphs");
    let refused = png(&scene, 1.0)
        .expect_err("the face has no Han")
        .to_string();
    assert!(refused.contains("no glyph for `日`"), "{refused}");
}

#[test]
fn the_same_scene_gives_the_same_bytes_from_every_thread() {
    let scene = two()
        .scene(&Look::default())
        .expect("twelve years are enough");
    let first = png(&scene, 2.0).expect("drawable");
    assert_eq!(svg(&scene), svg(&scene));
    std::thread::scope(|scope| {
        let threads: Vec<_> = (0..4)
            .map(|_| {
                scope.spawn(|| {
                    png(&two().scene(&Look::default()).expect("drawable"), 2.0).expect("drawable")
                })
            })
            .collect();
        for thread in threads {
            assert!(thread.join().expect("no panic") == first);
        }
    });
}

#[test]
fn a_png_says_what_it_shows() {
    let scene = two()
        .scene(&Look::default())
        .expect("twelve years are enough");
    let file = png(&scene, 2.0).expect("drawable");
    let decoder = ::png::Decoder::new(std::io::Cursor::new(&file));
    let reader = decoder.read_info().expect("a PNG");
    let info = reader.info();
    assert_eq!((info.width, info.height), (1700, 1200));
    // 192 dots per inch.
    assert_eq!(info.pixel_dims.map(|dims| dims.xppu), Some(7559));
    let texts: Vec<(String, String)> = info
        .utf8_text
        .iter()
        .map(|chunk| (chunk.keyword.clone(), chunk.get_text().expect("plain text")))
        .collect();
    let expected = [
        ("Title", scene.title.as_str()),
        ("Description", scene.alt.as_str()),
        ("Source", "a fixture"),
    ];
    assert_eq!(
        texts,
        expected.map(|(key, text)| (key.to_owned(), text.to_owned()))
    );
    assert!(!file.windows(4).any(|name| name == b"tIME"));
}

#[test]
fn an_svg_has_its_words_as_text_and_escapes_them() {
    let mut chart = two();
    chart.words.title = "Fish & <chips>".to_owned();
    let scene = chart
        .scene(&Look::default())
        .expect("twelve years are enough");
    let drawing = svg(&scene);
    assert!(drawing.contains("role=\"img\""));
    assert!(drawing.contains("<title id=\"title\">Fish &amp; &lt;chips&gt;</title>"));
    assert!(drawing.contains(">China to Norway</text>"));
    assert!(!drawing.contains("NaN"));
}

fn values() -> impl Strategy<Value = Vec<Option<f64>>> {
    let value = prop_oneof![
        3 => (-3.0..13.0f64, any::<bool>()).prop_map(|(size, minus)| {
            Some(10f64.powf(size) * if minus { -1.0 } else { 1.0 })
        }),
        3 => (0.9..1.1f64).prop_map(|near| Some(near * 1e9)),
        1 => Just(Some(0.0)),
        1 => Just(Some(5e8)),
        2 => Just(None),
    ];
    prop_oneof![
        4 => proptest::collection::vec(value, 1..30),
        1 => (1usize..30).prop_map(|many| vec![Some(0.0); many]),
        1 => (1usize..30, 1e-3..1e13f64).prop_map(|(many, value)| vec![Some(value); many]),
    ]
}

fn one() -> impl Strategy<Value = Series> {
    (
        name(),
        values(),
        1985i32..2000,
        any::<bool>(),
        prop_oneof![Just(""), Just("OEC"), Just("Comtrade")],
        any::<bool>(),
    )
        .prop_map(|(name, values, first, dashed, detail, absent)| {
            // A missing figure may be given empty or have no row at all.
            let rows = (first..).zip(values);
            let points: Vec<(i32, Option<f64>)> = rows
                .filter(|(_, value)| value.is_some() || !absent)
                .collect();
            Series {
                dashed,
                detail: detail.to_owned(),
                ..series(&name, &points)
            }
        })
}

/// A scene holds every rule; a refusal must come from the words or the figures, never from a panic.
fn holds(
    made: bilat::error::Result<Scene>,
    series: &[Series],
) -> std::result::Result<(), TestCaseError> {
    let has_value = series.iter().any(|one| one.values().next().is_some());
    match made {
        Ok(scene) => {
            prop_assert_eq!(fault(&scene, series), None);
            Ok(())
        }
        Err(refusal) => {
            let told = refusal.to_string();
            let room = told.contains("no room") || told.contains("up to 3 series");
            prop_assert!(!has_value || room, "{}", told);
            Ok(())
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 160, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn lines_of_any_figures_hold_every_rule(
        series in prop_oneof![4 => proptest::collection::vec(one(), 0..5), 1 => proptest::collection::vec(one(), 30)],
        marks in marks(), look in look(), from_zero in any::<bool>(),
    ) {
        let chart = Lines { series, unit: dollars(), marks, words: words(), from_zero, log: false };
        holds(chart.scene(&look), &chart.series)?;
    }

    #[test]
    fn an_index_of_any_figures_holds_every_rule(
        series in proptest::collection::vec(one(), 0..8), marks in marks(), look in look(),
    ) {
        let chart = Index { series, base_label: "2003 = 100".to_owned(), marks, words: words() };
        holds(chart.scene(&look), &chart.series)?;
    }

    #[test]
    fn a_gap_of_any_figures_holds_every_rule(
        mut series in proptest::collection::vec(one(), 1..3), marks in marks(), look in look(),
    ) {
        for point in series.iter_mut().flat_map(|one| &mut one.points) {
            point.value = point.value.map(|value| (value / 1e9).clamp(-1.0, 1e4));
        }
        let chart = Gap { series, marks, words: words() };
        holds(chart.scene(&look), &chart.series)?;
    }

    #[test]
    fn growth_of_any_figures_holds_every_rule(
        mut series in proptest::collection::vec(one(), 0..4), marks in marks(), look in look(),
    ) {
        for point in series.iter_mut().flat_map(|one| &mut one.points) {
            point.value = point.value.map(|value| (value / 1e9).clamp(-1.0, 1e4));
        }
        let chart = Growth { series, marks, words: words() };
        holds(chart.scene(&look), &chart.series)?;
    }

    #[test]
    fn a_balance_of_any_figures_holds_every_rule(one in one(), marks in marks(), look in look()) {
        let chart = Balance {
            points: one.points.clone(),
            positive: "Norway’s surplus".to_owned(),
            negative: "Norway’s deficit".to_owned(),
            unit: dollars(),
            marks,
            words: words(),
        };
        holds(chart.scene(&look), &[one])?;
    }
}
