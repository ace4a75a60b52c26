//! The brief: same bytes, whole links, and the committed example up to date.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use bilat::brief::Brief;
use bilat::charts::Look;
use bilat::outputs::whole::File;
use bilat::transforms::{Money, Sources};
use bilat::{Pair, bundled_flows};
use sha2::{Digest, Sha256};

fn brief(first: &str, second: &str, years: &str) -> Vec<File> {
    let brief = Brief {
        pair: Pair::new(first, second).unwrap(),
        years: years.parse().unwrap(),
        sources: Sources::Cover,
        side: None,
        money: Money::default(),
        look: Look::default(),
        arguments: vec!["brief".to_owned(), first.to_owned(), second.to_owned()],
    };
    brief.files(&bundled_flows().unwrap()).unwrap()
}

fn text<'a>(files: &'a [File], name: &str) -> &'a str {
    let file = files
        .iter()
        .find(|file| file.name == name)
        .unwrap_or_else(|| panic!("no {name}"));
    std::str::from_utf8(&file.bytes).unwrap()
}

#[test]
fn the_committed_report_is_what_the_tool_writes() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("reports/chn-nor");
    let files = brief("CHN", "NOR", "2003..");
    for file in &files {
        let committed = std::fs::read(folder.join(&file.name)).unwrap_or_default();
        assert!(
            committed == file.bytes,
            "reports/chn-nor/{} is out of date; run `cargo run -- brief CHN NOR`",
            file.name
        );
    }
    let there: BTreeSet<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    let written: BTreeSet<String> = files.into_iter().map(|file| file.name).collect();
    assert_eq!(there, written, "nothing else lies in the folder");
}

#[test]
fn every_link_of_the_page_is_a_file_and_every_picture_is_shown() {
    let files = brief("CHN", "NOR", "2003..");
    let page = text(&files, "brief.md");
    let links: BTreeSet<&str> = page
        .split("](")
        .skip(1)
        .filter_map(|rest| rest.split(')').next())
        .filter(|link| !link.starts_with("http"))
        .collect();
    for link in &links {
        assert!(
            files.iter().any(|file| file.name == *link),
            "{link} is no file"
        );
    }
    for picture in files.iter().filter(|file| file.name.ends_with(".png")) {
        assert!(
            links.contains(picture.name.as_str()),
            "{} is not shown",
            picture.name
        );
    }
}

#[test]
fn the_manifest_has_the_checksum_of_every_file() {
    let files = brief("CHN", "NOR", "2003..");
    let manifest: serde_json::Value = serde_json::from_str(text(&files, "manifest.json")).unwrap();
    let outputs = manifest["outputs"].as_array().unwrap();
    assert_eq!(outputs.len(), files.len() - 1);
    for entry in outputs {
        let file = files
            .iter()
            .find(|file| entry["name"] == file.name.as_str())
            .unwrap();
        let digest: String = Sha256::digest(&file.bytes)
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        assert_eq!(entry["sha256"], digest.as_str());
    }
    assert_eq!(manifest["arguments"][0], "brief");
    let inputs = manifest["inputs"].to_string();
    for used in ["oec: ", "comtrade: ", "claims: ", "events: ", "goods: "] {
        assert!(inputs.contains(used), "{used} is not in {inputs}");
    }
    assert!(!inputs.contains("imf: "), "what was not used is no input");
}

#[test]
fn the_page_holds_the_claims_against_their_own_levels() {
    let files = brief("NOR", "CHN", "2003..");
    let claims = text(&files, "claims.csv");
    let mut rows = csv::Reader::from_reader(claims.as_bytes());
    let rows: Vec<BTreeMap<String, String>> = rows.deserialize().map(Result::unwrap).collect();
    let row = |id: &str| rows.iter().find(|row| row["claim"] == id).unwrap();
    for (id, verdict, implied, low, high, needed) in [
        (
            "encyclopedia-2009-nor-chn",
            "disagrees",
            18.1347,
            17.5711,
            18.7013,
            1.6403e9,
        ),
        (
            "encyclopedia-2009-chn-nor",
            "sign contradicts",
            -3.3149,
            -3.4959,
            -3.1336,
            5.0239e9,
        ),
    ] {
        let number = |column: &str| row(id)[column].parse::<f64>().unwrap();
        assert_eq!(row(id)["verdict"], verdict);
        assert!((number("implied_growth_percent") - implied).abs() < 1e-4);
        assert!(
            (number("implied_low_percent") - low).abs() < 1e-4,
            "{:?}",
            row(id)
        );
        assert!(
            (number("implied_high_percent") - high).abs() < 1e-4,
            "{:?}",
            row(id)
        );
        assert!((number("base_needed") / needed - 1.0).abs() < 1e-4);
    }
    let page = text(&files, "brief.md");
    assert!(page.contains("salmon") && page.contains("Nobel Peace Prize"));
    assert!(
        page.contains("reported by Norway"),
        "the source's reporter is named"
    );
}

#[test]
fn a_pair_with_little_data_gets_a_brief_all_the_same() {
    let files = brief("SWE", "NOR", "2003..");
    let page = text(&files, "brief.md");
    assert!(page.starts_with("# Trade between Sweden and Norway"));
    assert!(!files.iter().any(|file| file.name == "claims.csv"));
}
