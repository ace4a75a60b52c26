//! Charts as they are asked for: in a file, or by a drawing; their titles, and what they refuse.

use std::path::Path;

use bilat::analysis::{Analysis, Drawing};
use bilat::charts::Chart;
use bilat::charts::scene::{Datum, Shape};
use bilat::{Flow, FlowTable, Side};

use crate::figures::{flow, table};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Four exporters to China, and the world; Denmark lacks 2010.
fn exports() -> FlowTable {
    let rows = [
        ("NOR", [100.0, 110.0, 121.0]),
        ("SWE", [300.0, 270.0, 297.0]),
        ("FIN", [40.0, 60.0, 130.0]),
        ("WLD", [800.0, 900.0, 1000.0]),
    ];
    let mut flows: Vec<Flow> = Vec::new();
    for (exporter, values) in rows {
        for (year, value) in (2008..).zip(values) {
            flows.push(flow(
                "test",
                exporter,
                "CHN",
                Side::Importer,
                year,
                Some(value),
            ));
        }
    }
    flows.push(flow("test", "DNK", "CHN", Side::Importer, 2008, Some(50.0)));
    flows.push(flow("test", "DNK", "CHN", Side::Importer, 2009, Some(55.0)));
    table(&flows)
}

fn of_china(kind: Chart) -> Drawing {
    Drawing {
        importer: Some("CHN".to_owned()),
        ..Drawing::of(kind)
    }
}

fn title(drawing: &Drawing, flows: &FlowTable) -> String {
    drawing.draw(flows).unwrap().scene.title
}

fn refusal(drawing: &Drawing) -> String {
    drawing.draw(&exports()).unwrap_err().to_string()
}

/// The figures that marks depict.
fn data(drawing: &Drawing, flows: &FlowTable) -> Vec<Datum> {
    let scene = drawing.draw(flows).unwrap().scene;
    let of = |shape: &Shape| match shape {
        Shape::Rect(rect) => rect.datum.into_iter().collect(),
        Shape::Circle(circle) => circle.datum.into_iter().collect(),
        Shape::Path(path) => path.data.iter().flatten().copied().collect(),
        _ => Vec::new(),
    };
    scene.shapes.iter().flat_map(of).collect()
}

#[test]
fn the_committed_gallery_is_what_the_tool_writes() {
    let text = std::fs::read_to_string(root().join("data/gallery.toml")).unwrap();
    let results = Analysis::from_toml(&text)
        .unwrap()
        .run(&root().join("data"))
        .unwrap();
    let folder = root().join("reports/gallery");
    for file in &results.files {
        let committed = std::fs::read(folder.join(&file.name)).unwrap_or_default();
        let remedy = "run `bilat run data/gallery.toml --output reports/gallery`, and look";
        assert!(committed == file.bytes, "{} differs; {remedy}", file.name);
    }
    assert_eq!(
        std::fs::read_dir(folder).unwrap().count(),
        results.files.len()
    );
}

#[test]
fn the_gallery_shows_every_kind() {
    let text = std::fs::read_to_string(root().join("data/gallery.toml")).unwrap();
    let gallery = Analysis::from_toml(&text).unwrap();
    for kind in Chart::ALL {
        assert!(
            gallery.charts.iter().any(|chart| chart.kind == kind),
            "{kind:?}"
        );
    }
}

#[test]
fn a_misspelt_key_is_shown_with_its_line() {
    let text = "[[chart]]\nkind = \"lines\"\noutput = \"a.png\"\nyeras = \"2003..\"\n";
    let error = Analysis::from_toml(text).unwrap_err().to_string();
    assert!(
        error.contains("line 4") && error.contains("yeras"),
        "{error}"
    );
    let text = "[[chart]]\nkind = \"pie\"\noutput = \"a.png\"\n";
    let error = Analysis::from_toml(text).unwrap_err().to_string();
    assert!(error.contains("`pie` is no kind of chart"), "{error}");
}

#[test]
fn results_stay_below_their_folder_and_no_file_is_written_twice() {
    let chart = |output: &str| format!("[[chart]]\nkind = \"lines\"\noutput = {output:?}\n");
    for outside in ["../a.png", "/tmp/a.png", "a/../../b.png", ""] {
        let error = Analysis::from_toml(&chart(outside))
            .unwrap_err()
            .to_string();
        assert!(error.contains("below"), "{error}");
    }
    let twice = chart("a.png") + &chart("a.png");
    let error = Analysis::from_toml(&twice).unwrap_err().to_string();
    assert!(error.contains("`a.png` is written twice"), "{error}");
}

#[test]
fn the_command_of_a_chart_is_what_one_would_type() {
    let text = r#"
        [[chart]]
        kind = "ranked"
        importer = "South Korea"
        partners = ["NOR", "SWE"]
        years = "2014..2024"
        highlight = ["NOR"]
        events = false
        theme = "dark"
        size = "1200x500"
        output = "a b.png"
    "#;
    let analysis = Analysis::from_toml(text).unwrap();
    assert_eq!(
        analysis.charts[0].command(),
        "bilat chart ranked --importer 'South Korea' --exporters NOR,SWE --years 2014..2024 \
         --highlight NOR --theme dark --size 1200x500 --no-events -o 'a b.png'"
    );
}

#[test]
fn a_chart_of_a_pair_is_not_drawn_of_partners_nor_the_other_way_round() {
    assert!(refusal(&of_china(Chart::Lines)).contains("`lines` shows a pair"));
    let pair = Some(["CHN".to_owned(), "NOR".to_owned()]);
    let ranked = Drawing {
        pair: pair.clone(),
        ..Drawing::of(Chart::Ranked)
    };
    assert!(refusal(&ranked).contains("--importer or --exporter"));
    let both = Drawing {
        pair,
        ..of_china(Chart::Contribution)
    };
    assert!(refusal(&both).contains("a pair, or one country"));
    assert!(refusal(&Drawing::of(Chart::Contribution)).contains("name two countries"));
}

#[test]
fn titles_say_what_the_figures_prove() {
    let flows = exports();
    assert_eq!(
        title(&of_china(Chart::Ranked), &flows),
        "Sweden was the largest of 3 exporters to China in 2010: $297"
    );
    // Norway +10 %, Sweden +10 %, Finland +117 %; Denmark has no figure.
    assert_eq!(
        title(&of_china(Chart::Compare), &flows),
        "Exports to China grew for 3 of 3 partners in 2010"
    );
    // Sweden fell from 300 to 297.
    assert_eq!(
        title(&of_china(Chart::Slope), &flows),
        "Exports to China were larger in 2010 than in 2008 for 2 of 3 partners"
    );
    // Finland passed Denmark and Norway.
    assert_eq!(
        title(&of_china(Chart::Bump), &flows),
        "Finland climbed furthest among exporters to China: from place 4 in 2008 to 2 in 2010"
    );
    assert_eq!(
        title(&of_china(Chart::Shares), &flows),
        "Sweden’s share of China’s imports went from 37.5% in 2008 to 29.7% in 2010"
    );
    assert_eq!(
        title(&of_china(Chart::Scatter), &flows),
        "Exports to China grew for 2 of 3 partners"
    );
}

#[test]
fn what_no_partner_sells_is_the_other_share() {
    // 2009: 110 + 270 + 60 + 55 of 900; in 2010 Denmark lacks a figure, so what is left is not known.
    let shares = data(&of_china(Chart::Shares), &exports());
    let other = |year: f64| {
        let found = shares
            .iter()
            .find(|datum| datum.series == 4 && datum.year == year);
        found.map(|datum| datum.value)
    };
    assert!((other(2009.0).unwrap() - 405.0 / 900.0).abs() < 1e-12);
    assert_eq!(other(2010.0), None);
}

#[test]
fn contributions_of_partners_sum_to_the_growth_of_all() {
    let drawing = Drawing {
        partners: ["NOR", "SWE", "FIN"].map(str::to_owned).to_vec(),
        years: "2010".parse().unwrap(),
        ..of_china(Chart::Contribution)
    };
    let bars = data(&drawing, &exports());
    let total = 548.0 / 440.0 - 1.0;
    let (last, parts) = bars.split_last().unwrap();
    assert!((last.value - total).abs() < 1e-12, "{last:?}");
    assert!((parts.iter().map(|bar| bar.value).sum::<f64>() - total).abs() < 1e-12);
    assert_eq!(
        title(&drawing, &exports()),
        "Exports of 3 countries to China grew by 24.5% in 2010"
    );
}

#[test]
fn a_total_that_lacks_a_partner_is_refused_with_the_partner_the_year_and_a_remedy() {
    let drawing = Drawing {
        years: "2010".parse().unwrap(),
        ..of_china(Chart::Contribution)
    };
    assert_eq!(
        refusal(&drawing),
        "the growth of the total is not known for 2010: Denmark has no figure for 2010; name partners that report with --exporters, or take the largest with --top"
    );
}

#[test]
fn years_of_an_unknown_total_are_told_with_the_partners_to_blame() {
    let scene = of_china(Chart::Contribution)
        .draw(&exports())
        .unwrap()
        .scene;
    let told: Vec<&str> = scene.texts().map(|text| text.content.as_str()).collect();
    let told = told.join(" ");
    assert!(
        told.contains("Not shown: 2010, for want of figures of Denmark."),
        "{told}"
    );
    // Nobody is to blame for the year before the figures begin.
    assert!(!told.contains("Not shown: 2008"), "{told}");
}

#[test]
fn both_reports_of_one_flow_come_from_one_source() {
    let report =
        |source: &str, side, year, value| flow(source, "CHN", "USA", side, year, Some(value));
    let flows = table(&[
        report("long", Side::Exporter, 2008, 90.0),
        report("long", Side::Exporter, 2009, 95.0),
        report("both", Side::Exporter, 2009, 100.0),
        report("both", Side::Importer, 2009, 120.0),
    ]);
    let pair = Some(["CHN".to_owned(), "USA".to_owned()]);
    let mirror = Drawing {
        pair,
        ..Drawing::of(Chart::Mirror)
    };
    let mut values: Vec<f64> = data(&mirror, &flows)
        .iter()
        .map(|datum| datum.value)
        .collect();
    values.sort_by(f64::total_cmp);
    assert_eq!(values, [100.0, 120.0]);
    assert_eq!(
        title(&mirror, &flows),
        "The United States reported more than China in 2009"
    );
    let pair = Some(["USA".to_owned(), "CHN".to_owned()]);
    let back = Drawing {
        pair,
        ..Drawing::of(Chart::Mirror)
    };
    let error = back.draw(&flows).unwrap_err().to_string();
    assert!(error.contains("from both sides"), "{error}");
}

#[test]
fn a_gap_is_drawn_where_both_sides_report_and_nowhere_else() {
    let report = |side, year, value| flow("both", "CHN", "USA", side, year, Some(value));
    let flows = table(&[
        report(Side::Exporter, 2008, 100.0),
        report(Side::Exporter, 2009, 100.0),
        report(Side::Exporter, 2010, 100.0),
        report(Side::Importer, 2008, 121.0),
        report(Side::Importer, 2010, 99.0),
        report(Side::Importer, 2011, 90.0),
    ]);
    let gap = Drawing {
        pair: Some(["CHN".to_owned(), "USA".to_owned()]),
        cif: "1.1".parse().unwrap(),
        ..Drawing::of(Chart::Gap)
    };
    let mut values: Vec<(f64, i64)> = data(&gap, &flows)
        .iter()
        .map(|datum| (datum.year, (1000.0 * datum.value).round() as i64))
        .collect();
    values.sort_by(|a, b| a.partial_cmp(b).unwrap());
    assert_eq!(
        values,
        [(2008.0, 100), (2008.0, 210), (2010.0, -100), (2010.0, -10)]
    );
    assert_eq!(
        title(&gap, &flows),
        "The United States reported 21.0% more from China than China did in 2008, and 1.0% less in 2010"
    );
    let none = Drawing {
        cif: "none".parse().unwrap(),
        ..gap
    };
    assert_eq!(data(&none, &flows).len(), 2);
}
