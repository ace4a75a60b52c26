//! The floors of the house: every import goes down, and no wing knows another.

use std::fs;
use std::path::{Path, PathBuf};

/// Floor of each room of the library; what stands higher may import what stands lower.
const FLOORS: [(&str, u8); 12] = [
    ("error", 1),
    ("model", 2),
    ("store", 3),
    ("providers", 4),
    ("transforms", 4),
    ("indicators", 4),
    ("checks", 4),
    ("charts", 4),
    ("outputs", 4),
    ("analysis", 5),
    ("brief", 5),
    ("measures", 5),
];

fn floor(room: &str) -> u8 {
    let found = FLOORS.iter().find(|(name, _)| *name == room);
    found
        .unwrap_or_else(|| {
            panic!("room `{room}` has no floor; give it one in tests/architecture.rs")
        })
        .1
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).expect("src is there") {
        let path = entry.expect("src can be listed").path();
        if path.is_dir() {
            files.extend(sources(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
    files
}

/// First folder or file name below `src`.
fn room(file: &Path, src: &Path) -> String {
    let below = file.strip_prefix(src).expect("file is below src");
    let first = below.components().next().expect("file has a name");
    let name = first.as_os_str().to_string_lossy();
    name.trim_end_matches(".rs").to_owned()
}

/// Rooms that a file reaches through `crate::`.
fn imports(text: &str) -> Vec<String> {
    let code = text
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    code.flat_map(|line| line.split("crate::").skip(1))
        .map(|rest| {
            rest.chars()
                .take_while(|letter| letter.is_alphanumeric() || *letter == '_')
                .collect::<String>()
        })
        .filter(|name| {
            FLOORS.iter().any(|(room, _)| room == name)
                || name.chars().next().is_some_and(char::is_lowercase)
        })
        .collect()
}

#[test]
fn every_import_goes_down_and_no_wing_knows_another() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut seen = 0;
    for file in sources(&src) {
        let own = room(&file, &src);
        if ["lib", "main", "commands"].contains(&own.as_str()) {
            continue;
        }
        let text = fs::read_to_string(&file).expect("source can be read");
        for other in imports(&text) {
            seen += 1;
            assert!(
                other == own || floor(&other) < floor(&own),
                "{} on floor {} imports `{other}` on floor {}",
                file.display(),
                floor(&own),
                floor(&other)
            );
        }
    }
    assert!(seen > 50, "the imports were not found: {seen}");
}

#[test]
fn the_library_does_not_know_the_command_line() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for file in sources(&src) {
        let own = room(&file, &src);
        if ["main", "commands"].contains(&own.as_str()) {
            continue;
        }
        let text = fs::read_to_string(&file).expect("source can be read");
        for word in ["clap", "anyhow", "println!", "eprintln!"] {
            let used = text
                .lines()
                .any(|line| !line.trim_start().starts_with("//") && line.contains(word));
            assert!(!used, "{} uses {word}", file.display());
        }
    }
}

#[test]
fn column_names_are_spelled_in_one_place() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for file in sources(&src) {
        if room(&file, &src) == "providers" {
            continue;
        }
        let text = fs::read_to_string(&file).expect("source can be read");
        assert!(
            !text.contains("col(\""),
            "{} spells a column itself",
            file.display()
        );
    }
}
