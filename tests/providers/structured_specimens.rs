//! Trials on real files, told by `BILAT_SPECIMENS`; passed over without it.

use crate::providers::Trial;
use std::path::PathBuf;

use bilat::providers::Provider;
use bilat::providers::text::document::Document;
use bilat::providers::{
    comtrade::json::ComtradeJson, imf::compact::ImfCompact, pxweb::json_stat::JsonStat,
    pxweb::px::Px, sdmx::json_message::SdmxJson, sdmx::xml_message::SdmxMl,
};

/// Every structured provider, in the order a list of them may have.
const ALL: [&dyn Provider; 6] = [
    &ComtradeJson,
    &ImfCompact,
    &SdmxMl,
    &SdmxJson,
    &JsonStat,
    &Px,
];

fn read(path: &str) -> Option<(Vec<&'static str>, Trial, Result<(), String>)> {
    let file = PathBuf::from(std::env::var_os("BILAT_SPECIMENS")?).join(path);
    let document = Document::new(path, std::fs::read(file).expect("the specimen is there"));
    let knows: Vec<_> = ALL
        .iter()
        .filter(|provider| provider.recognises(&document))
        .collect();
    let mut door = crate::providers::door();
    let result = knows
        .first()
        .expect("a provider knows it")
        .read(&document, &mut door)
        .map_err(|e| e.to_string());
    let sum: f64 = door.values().iter().flatten().sum();
    println!(
        "{path}: {} taken, {} left out {:?}, {} rejected, sum {sum} x 10^{} {:?}\n  {:?}\n  {:?}\n  {:?}",
        door.taken().len(),
        door.left_out().values().sum::<u64>(),
        door.left_out(),
        door.rejected().len(),
        door.heard().power,
        door.heard().currency,
        door.taken().first(),
        door.remarks(),
        result,
    );
    Some((
        knows.iter().map(|provider| provider.name()).collect(),
        door,
        result,
    ))
}

#[test]
#[cfg_attr(not(specimens), ignore = "needs BILAT_SPECIMENS")]
fn each_specimen_is_known_by_one_provider_and_read_whole() {
    let files = [
        ("comtrade/v1_china_2010.json", "comtrade-json", 4),
        (
            "imf/dot_compactdata_us_world_2020_2023.json",
            "imf-compact",
            8,
        ),
        (
            "imf/imts_sdmx30_structurespecific_us_2023_2024.xml",
            "sdmx-ml",
            4,
        ),
        ("wits/wits_sdmx_sample_trade_data.json", "sdmx-json", 29),
    ];
    for (path, provider, count) in files {
        let Some((knows, door, result)) = read(path) else {
            return;
        };
        assert_eq!(knows, [provider], "{path}");
        assert_eq!(result, Ok(()), "{path}");
        assert_eq!(
            (door.taken().len(), door.rejected().len()),
            (count, 0),
            "{path}"
        );
    }
}

#[test]
#[cfg_attr(not(specimens), ignore = "needs BILAT_SPECIMENS")]
fn specimens_that_are_no_trade_are_refused_in_words() {
    let files = [
        "comtrade/v1_empty_reply.json",
        "pxweb/TAB004.px",
        "pxweb/jsonstat_oecd-canada.json",
        "pxweb/jsonstat_statswe.json",
        "pxweb/pxwebapi2_scb_TAB6471_data.json",
    ];
    for path in files {
        let Some((knows, _, result)) = read(path) else {
            return;
        };
        assert_eq!(knows.len(), 1, "{path}: {knows:?}");
        result.expect_err(path);
    }
}
