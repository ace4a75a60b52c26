//! A flipped bit is found wherever it is, and is never a wrong number.

use std::fs;
use std::path::{Path, PathBuf};

use bilat::store::dataset::*;

use super::sample::{Dice, rows, store};

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("folder") {
        let path = entry.expect("entry").path();
        match path.is_dir() {
            true => found.extend(files(&path)),
            false => found.push(path),
        }
    }
    found.sort();
    found
}

fn questions() -> Vec<Query> {
    let all = [
        By::ROWS,
        By::PAIRS,
        By {
            exporter: true,
            product: Products::Each,
            importer: false,
        },
        By {
            importer: true,
            product: Products::Each,
            exporter: false,
        },
        By {
            product: Products::Each,
            ..By::default()
        },
    ];
    let all = all.map(|by| Query {
        by,
        counts: true,
        ..Query::default()
    });
    let pair = Query {
        exporters: Some(vec!["CHN".to_owned()]),
        importers: Some(vec!["NOR".to_owned()]),
        ..all[0].clone()
    };
    all.into_iter().chain([pair]).collect()
}

fn answers(root: &Path) -> Vec<bilat::Result<Answer>> {
    let ask = |query: &Query| Store::at(root).vintage()?.ask(query);
    questions().iter().map(ask).collect()
}

#[test]
fn a_flipped_bit_in_any_region_is_found() {
    let (folder, vintage) = store(&rows(2001, 70_000, 6));
    let root = folder.path();
    let truth: Vec<Answer> = answers(root)
        .into_iter()
        .map(|answer| answer.expect("whole"))
        .collect();
    assert!(
        vintage
            .verify(&Watch::default())
            .expect("verify")
            .is_empty()
    );
    let mut dice = Dice(11);
    let (mut flips, mut refused) = (0, 0);
    for file in files(&root.join("one")) {
        let whole = fs::read(&file).expect("file");
        let places = whole.len() as u64;
        // Every part of the file, its first and last bytes above all.
        let spread = (0..60).map(|part| places * part / 60);
        let ends = (0..places.min(12)).chain(places.saturating_sub(40)..places);
        for place in spread.chain(ends) {
            let mut broken = whole.clone();
            broken[place as usize] ^= 1 << dice.below(8);
            fs::write(&file, &broken).expect("break");
            for (answer, truth) in answers(root).into_iter().zip(&truth) {
                match answer {
                    Ok(answer) => assert_eq!(&answer, truth, "{} at {place}", file.display()),
                    Err(_) => refused += 1,
                }
            }
            let found = match Store::at(root).vintage() {
                Ok(vintage) => !vintage
                    .verify(&Watch::default())
                    .expect("verify")
                    .is_empty(),
                Err(_) => true,
            };
            assert!(found, "{} at {place}", file.display());
            flips += 1;
        }
        fs::write(&file, &whole).expect("mend");
    }
    assert!(flips > 900 && refused > flips, "{flips} {refused}");
    assert!(
        vintage
            .verify(&Watch::default())
            .expect("verify")
            .is_empty()
    );
}

#[test]
fn files_that_are_cut_gone_or_exchanged_are_found() {
    let (folder, _) = store(&rows(2001, 3_000, 6));
    let (other, _) = store(&rows(2001, 3_000, 7));
    let root = folder.path();
    let truth: Vec<Answer> = answers(root)
        .into_iter()
        .map(|answer| answer.expect("whole"))
        .collect();
    let strangers = files(&other.path().join("one"));
    for file in files(&root.join("one")) {
        let whole = fs::read(&file).expect("file");
        let name = file
            .file_name()
            .expect("name")
            .to_string_lossy()
            .into_owned();
        let ending = name.rsplit('.').next().expect("ending").to_owned();
        let same_table = |path: &&PathBuf| {
            path.parent().and_then(Path::file_name) == file.parent().and_then(Path::file_name)
                && path
                    .parent()
                    .and_then(Path::parent)
                    .and_then(Path::file_name)
                    == file
                        .parent()
                        .and_then(Path::parent)
                        .and_then(Path::file_name)
                && path.extension().is_some_and(|found| *found == *ending)
        };
        let exchanged = strangers
            .iter()
            .find(same_table)
            .map(|path| fs::read(path).expect("other"));
        let cut = |part: usize| Some(whole[..whole.len() * part / 10].to_vec());
        let longer = Some([whole.as_slice(), b"x"].concat());
        for broken in [
            None,
            exchanged.filter(|_| ending != "toml"),
            cut(0),
            cut(5),
            cut(9),
            longer,
        ] {
            match broken {
                Some(broken) => fs::write(&file, broken).expect("break"),
                None => fs::remove_file(&file).expect("remove"),
            }
            for (answer, truth) in answers(root).into_iter().zip(&truth) {
                assert!(
                    answer.is_err() || answer.is_ok_and(|answer| answer == *truth),
                    "{}",
                    file.display()
                );
            }
            let found = Store::at(root)
                .vintage()
                .and_then(|vintage| vintage.verify(&Watch::default()));
            let gone_manifest = name == "manifest.toml" && found.is_err();
            assert!(
                gone_manifest || found.is_ok_and(|found| !found.is_empty()),
                "{}",
                file.display()
            );
            fs::write(&file, &whole).expect("mend");
        }
    }
}

#[test]
fn a_whole_file_with_its_sums_from_elsewhere_is_found() {
    let (folder, vintage) = store(&rows(2001, 3_000, 6));
    let (other, strange) = store(&rows(2001, 3_000, 7));
    let parts = vintage.manifest().years[0].files.iter();
    for (part, strange) in parts.zip(&strange.manifest().years[0].files) {
        let (mine, theirs) = (folder.path().join("one"), other.path().join("one"));
        // As if a backup had brought back a year that was replaced since, name and all.
        let pairs = [
            (part.path.clone(), strange.path.clone()),
            (part.sums_path(), strange.sums_path()),
        ];
        let whole = pairs
            .clone()
            .map(|(path, _)| fs::read(mine.join(path)).expect("file"));
        for (path, strange) in &pairs {
            fs::copy(theirs.join(strange), mine.join(path)).expect("copy");
        }
        let refused = answers(folder.path())
            .iter()
            .filter(|answer| answer.is_err())
            .count();
        assert!(refused > 0, "{}", part.path);
        assert!(
            !vintage
                .verify(&Watch::default())
                .expect("verify")
                .is_empty()
        );
        for ((path, _), whole) in pairs.iter().zip(whole) {
            fs::write(mine.join(path), whole).expect("mend");
        }
    }
}

#[test]
fn the_message_says_where_and_what_to_do() {
    let (folder, vintage) = store(&rows(2001, 3_000, 6));
    let part = &vintage.manifest().years[0].files[1];
    let path = folder.path().join("one").join(&part.path);
    let mut bytes = fs::read(&path).expect("file");
    bytes[100] ^= 4;
    fs::write(&path, &bytes).expect("break");
    let query = Query {
        by: By::PAIRS,
        ..Query::default()
    };
    let error = vintage.ask(&query).expect_err("damaged").to_string();
    let end = bytes.len().min(4096);
    assert_eq!(
        error,
        format!(
            "{}: damaged between bytes 0 and {end}; import the year again",
            path.display()
        )
    );
}
