//! What the fuzzer calls, called on the fixtures, on bytes by chance and on what it once found.

#[path = "fuzz/src/targets.rs"]
mod targets;

use std::path::{Path, PathBuf};

use proptest::prelude::*;

/// The files of a folder; none if there is no such folder.
fn files(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let entries = std::fs::read_dir(folder).into_iter().flatten();
    let paths = entries.map(|entry| entry.unwrap().path());
    paths.filter(|path| path.is_file()).collect()
}

#[test]
fn every_target_holds_on_every_fixture() {
    for folder in [
        "tests/fixtures/providers",
        "tests/fixtures/providers/structured",
    ] {
        for file in files(folder) {
            let bytes = std::fs::read(&file).unwrap();
            for (_, holds) in targets::TARGETS {
                holds(&bytes);
            }
        }
    }
}

#[test]
fn what_the_fuzzer_found_is_mended() {
    for (name, holds) in targets::TARGETS {
        for file in files(&format!("tests/fuzz/found/{name}")) {
            holds(&std::fs::read(&file).unwrap());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn every_target_holds_on_any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..120)) {
        for (_, holds) in targets::TARGETS {
            holds(&bytes);
        }
    }

    #[test]
    fn every_target_holds_on_short_words(text in "[0-9A-Za-z .,'()/:–-]{0,14}") {
        for (_, holds) in targets::TARGETS {
            holds(text.as_bytes());
        }
    }
}
