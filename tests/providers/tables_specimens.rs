//! Trials on published files: `BILAT_SPECIMENS=folder cargo test specimens -- --nocapture`.

use std::io::Read;
use std::path::PathBuf;

use bilat::providers::Provider;
use bilat::providers::own::table::OwnTable;
use bilat::providers::tables::tables;
use bilat::providers::text::document::Document;

fn document(path: &str) -> Option<Document> {
    let folder = PathBuf::from(std::env::var_os("BILAT_SPECIMENS")?);
    let mut bytes = std::fs::read(folder.join(path)).expect("the specimen is there");
    if path.ends_with(".gz") {
        let mut plain = Vec::new();
        flate2::read::GzDecoder::new(&bytes[..])
            .read_to_end(&mut plain)
            .expect("whole gzip");
        bytes = plain;
    }
    let name = path
        .rsplit('/')
        .next()
        .unwrap_or(path)
        .trim_end_matches(".gz");
    Some(Document::new(name, bytes))
}

/// Layout, observations, left out, rejected, sum of the values.
fn trial(path: &str, map: Option<&str>) -> Option<(String, usize, u64, usize, f64)> {
    let document = document(path)?;
    let mut door = crate::providers::door();
    let (name, result) = match map {
        Some(map) => {
            door = crate::providers::door_mapped(map);
            ("table", OwnTable.read(&document, &mut door))
        }
        None => {
            let all = tables();
            let hits: Vec<_> = all
                .iter()
                .filter(|table| table.recognises_header(&table.header(&document)))
                .collect();
            let names: Vec<_> = hits.iter().map(|table| table.layout().name).collect();
            println!("{path}: recognised by {names:?}");
            let table = hits.first()?;
            let read = table
                .grid(&document, &mut door)
                .and_then(|grid| table.read_grid(&grid, &document, &mut door));
            (table.layout().name, read)
        }
    };
    let sum: f64 = door.values().iter().flatten().sum();
    println!(
        "{path}: {name} {result:?} obs {} nulls {} out {:?} rejected {} {:?} sum {sum} cur {:?} 10^{} class {:?} quantities {}",
        door.taken().len(),
        door.values().iter().filter(|value| value.is_none()).count(),
        door.left_out(),
        door.rejected().len(),
        door.rejected().first(),
        door.heard().currency,
        door.heard().power,
        door.heard().classification,
        door.quantities().iter().flatten().count(),
    );
    for remark in &door.remarks() {
        println!("    {}", remark.chars().take(300).collect::<String>());
    }
    println!("    {:?}", door.taken().first());
    Some((
        name.to_owned(),
        door.taken().len(),
        door.left_out().values().sum(),
        door.rejected().len(),
        sum,
    ))
}

/// File, layout, observations, cells or rows left out, rejected, sum of the values as Python's
/// csv module has it.
const CASES: [(&str, &str, usize, u64, usize, f64); 12] = [
    (
        "comtrade/v1_frame_hs0_2000.csv",
        "comtrade",
        100,
        0,
        0,
        42_852_905_147.0,
    ),
    (
        "comtrade/v1_frame_usa_imports.csv",
        "comtrade",
        20,
        0,
        0,
        3_527_072_794_479.0,
    ),
    (
        "comtrade/legacy_indonesia_hs6.csv",
        "comtrade-legacy",
        8_706,
        0,
        0,
        407_558_650_399.0,
    ),
    (
        "baci/BACI_HS92_Y2021_V202301_sample_4_710.csv",
        "baci",
        71_192,
        0,
        0,
        69_369_988.138,
    ),
    (
        "wits/en_CHN_AllYears_WITS_Trade_Summary.CSV",
        "wits-summary",
        1_008,
        2_256,
        0,
        167_717_845.62,
    ),
    (
        "wits/en_NOR_AllYears_WITS_Trade_Summary.CSV",
        "wits-summary",
        972,
        2_292,
        0,
        13_103_984.17,
    ),
    (
        "imf/dots_monthly_six_countries.csv",
        "imf-dots",
        8_640,
        0,
        0,
        46_742_307.898_252,
    ),
    (
        "oec/oec_mit_20countries_1962_2014.csv",
        "oec",
        18_679,
        0,
        0,
        84_708_289_873_053.0,
    ),
    (
        "oec/china_and_norway_all_partners_1990_2014.csv.gz",
        "oec",
        18_205,
        0,
        0,
        36_829_946_118_328.0,
    ),
    (
        "unctad/unctad_export_matrix_1995.csv.gz",
        "unctad",
        20_966,
        0,
        0,
        5_068_757_854.49,
    ),
    (
        "unctad/unctad_export_matrix_2005.csv.gz",
        "unctad",
        26_037,
        0,
        0,
        10_409_772_138.182,
    ),
    (
        "eurostat/eu15_chapters_2007_2016.csv",
        "table",
        38_325,
        0,
        0,
        1_902_019_844_676.0,
    ),
];

#[test]
#[cfg_attr(not(specimens), ignore = "needs BILAT_SPECIMENS")]
fn every_specimen_is_read_by_its_layout_and_accounted_for() {
    for (path, layout, observations, out, rejected, sum) in CASES {
        let Some((name, taken, left, refused, total)) = trial(path, None) else {
            return;
        };
        assert_eq!(
            (name.as_str(), taken, left, refused),
            (layout, observations, out, rejected),
            "{path}"
        );
        assert!((total - sum).abs() <= 1e-9 * sum, "{path}: {total}");
    }
    let map = "reporter=reporterDesc,partner=partnerDesc,flow=flowCode,period=refYear,value=partner_sum,currency:USD";
    let panel = trial("comtrade-panel/exports_to_china_2014_2025.csv", Some(map));
    assert!(panel.is_some_and(|(_, taken, ..)| taken == 1_794));
    let panel = trial("comtrade-panel/imports_from_china_2014_2025.csv", Some(map));
    assert!(panel.is_some_and(|(_, taken, ..)| taken == 1_862));
}
