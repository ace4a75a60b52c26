//! Several exporters side by side: ranks, averages, and one source for all.

use bilat::indicators::{Comparison, side_by_side};
use bilat::transforms::{End, Panel, Reshape};
use bilat::{Side, Years, country};

use crate::figures::{flow, measure, near, numbers, table, texts};

fn exports() -> bilat::FlowTable {
    let figure = |exporter: &str, year, value| {
        flow("test", exporter, "CHN", Side::Importer, year, Some(value))
    };
    table(&[
        figure("NOR", 2008, 100.0),
        figure("NOR", 2009, 110.0),
        figure("NOR", 2010, 121.0),
        figure("SWE", 2008, 300.0),
        figure("SWE", 2009, 300.0),
        figure("SWE", 2010, 432.0),
        figure("DNK", 2009, 50.0),
        figure("DNK", 2010, 60.5),
        figure("WLD", 2010, 999.0),
    ])
}

#[test]
fn ranks_are_within_the_year_and_equals_share_one() {
    let compared = measure(&Comparison::default(), &exports());
    let ranks = |name: &str| -> Vec<Option<u32>> {
        let column = compared.data.column(name).unwrap();
        column.u32().unwrap().iter().collect()
    };
    // Denmark 2009, 2010; Norway and Sweden 2008 to 2010.
    assert_eq!(ranks("rank"), [3, 3, 2, 2, 2, 1, 1, 1].map(Some));
    assert_eq!(ranks("growth_rank")[..2], [None, Some(2)]);
    assert_eq!(ranks("growth_rank")[5..], [None, Some(2), Some(1)]);
}

#[test]
fn side_by_side_ranks_by_compound_growth_and_says_who_has_none() {
    let wide = side_by_side(&exports(), Years::default()).unwrap();
    assert_eq!(
        texts(&wide, "exporter")
            .into_iter()
            .flatten()
            .collect::<Vec<_>>(),
        ["SWE", "NOR", "DNK"]
    );
    let cagr = numbers(&wide, "cagr_percent");
    near(cagr[0].unwrap(), 20.0, 1e-12);
    near(cagr[1].unwrap(), 10.0, 1e-12);
    assert_eq!(cagr[2], None);
    assert_eq!(
        texts(&wide, "reason")[2].as_deref(),
        Some("2009: first period of the series; average: no figure for 2008")
    );
    assert_eq!(
        numbers(&wide, "2009_growth_percent"),
        [Some(0.0), Some(10.0), None]
    );
}

#[test]
fn a_panel_takes_one_source_and_names_who_is_absent() {
    let figure = |source: &str, exporter: &str, year| {
        flow(source, exporter, "CHN", Side::Importer, year, Some(1.0))
    };
    let flows = table(&[
        figure("few", "NOR", 2008),
        figure("few", "NOR", 2009),
        figure("many", "NOR", 2008),
        figure("many", "SWE", 2008),
        figure("many", "SWE", 2009),
    ]);
    let panel = Panel {
        partners: ["NOR", "SWE", "ISL"]
            .map(|code| country(code).unwrap())
            .to_vec(),
        ..Panel::of(country("CHN").unwrap(), End::Importer)
    };
    let chosen = panel.apply(&flows).unwrap();
    assert_eq!(
        chosen.remarks(),
        [
            "series used: many, importer-reported, 3 figures",
            "no figure there for Iceland"
        ]
    );
}

#[test]
fn the_partners_of_an_exporter_are_ranked_by_name_of_importer() {
    let figure = |importer: &str, year, value| {
        flow("test", "NOR", importer, Side::Exporter, year, Some(value))
    };
    let flows = table(&[
        figure("CHN", 2008, 100.0),
        figure("CHN", 2009, 150.0),
        figure("SWE", 2008, 300.0),
        figure("SWE", 2009, 330.0),
        figure("DNK", 2008, 40.0),
        figure("DNK", 2009, 20.0),
        figure("WLD", 2009, 999.0),
    ]);
    let panel = Panel {
        top: Some(2),
        ..Panel::of(country("NOR").unwrap(), End::Exporter)
    };
    let wide = side_by_side(&panel.apply(&flows).unwrap(), Years::default()).unwrap();
    // Denmark is the smallest of 2009, and the world is no partner.
    let partners: Vec<String> = texts(&wide, "importer").into_iter().flatten().collect();
    assert_eq!(partners, ["CHN", "SWE"]);
    assert_eq!(
        numbers(&wide, "2009_growth_percent"),
        [Some(50.0), Some(10.0)]
    );
}
