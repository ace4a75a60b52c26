//! The bundled figures against the published series they were taken from.
//!
//! The files are not part of the project: the test runs where `BILAT_SPECIMENS` names their folder.

use std::path::PathBuf;

use bilat::bundled_flows;

fn folder() -> PathBuf {
    PathBuf::from(option_env!("BILAT_SPECIMENS").unwrap_or_default())
}

#[test]
#[cfg_attr(not(specimens), ignore = "needs BILAT_SPECIMENS")]
fn every_figure_of_china_and_norway_is_the_published_one() {
    let sources = [
        ("OEC/MIT SITC2", "oec"),
        ("UN Comtrade (cipf workbook)", "comtrade"),
        ("WITS summary (Comtrade)", "wits"),
        ("UNCTAD merchandise export matrix", "unctad"),
    ];
    let flows = bundled_flows().unwrap().flows().unwrap();
    let file = folder().join("china-norway/china_norway_by_source_long.csv");
    let mut met = 0;
    for row in csv::Reader::from_path(file).unwrap().records() {
        let row = row.unwrap();
        let year: i32 = row[3].parse().unwrap();
        let Some((_, id)) = sources.iter().find(|(name, _)| *name == &row[0]) else {
            continue;
        };
        // 1998 repeats 1997 in one series, and 2025 was not complete.
        if year == 2025 || (year == 1998 && *id == "oec") {
            continue;
        }
        let (exporter, importer) = row[2].split_once("->").unwrap();
        let found = flows.iter().find(|flow| {
            flow.source == *id
                && flow.year() == year
                && flow.exporter == exporter
                && flow.importer == importer
        });
        let published: f64 = row[4].parse().unwrap();
        let bundled = found
            .and_then(|flow| flow.value)
            .unwrap_or_else(|| panic!("no figure for {row:?}"));
        assert!(
            (bundled - published).abs() < 1e-3,
            "{row:?} against {bundled}"
        );
        met += 1;
    }
    assert_eq!(met, 148);
}
