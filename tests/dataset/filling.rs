//! Filling a store: order, repetition, conflicts, resuming, replacing, vintages, limits.

use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use bilat::Error;
use bilat::store::dataset::*;

use super::sample::{Plain, fill, input, plain, push, reference, rows, store};
use super::wish::wish;

fn hashes(vintage: &Vintage) -> Vec<String> {
    let years = vintage.manifest().years.iter();
    years
        .flat_map(|year| &year.files)
        .map(|file| file.sha256.clone())
        .collect()
}

fn totals(root: &Path) -> Vec<(i32, u64, String)> {
    let vintage = Store::at(root).vintage().expect("vintage");
    assert!(
        vintage
            .verify(&Watch::default())
            .expect("verify")
            .is_empty()
    );
    let years = vintage.manifest().years.iter();
    years
        .map(|year| (year.year, year.rows, year.value.clone()))
        .collect()
}

fn total(rows: &[Plain]) -> String {
    let values = rows.iter().filter_map(|row| row.value).map(i128::from);
    values.sum::<i128>().to_string()
}

#[test]
fn the_order_of_rows_changes_no_byte() {
    let mut all = rows(2001, 20_000, 8);
    all.extend(rows(2002, 9_000, 8));
    let (_one, shuffled) = store(&all);
    all.sort();
    let (_two, sorted) = store(&all);
    all.reverse();
    let (_three, reversed) = store(&all);
    assert_eq!(hashes(&shuffled), hashes(&sorted));
    assert_eq!(hashes(&reversed), hashes(&sorted));
}

#[test]
fn totals_in_the_manifest_are_those_of_the_input() {
    let all = rows(2001, 5_000, 4);
    let (folder, vintage) = store(&all);
    assert_eq!(totals(folder.path()), [(2001, 5_000, total(&all))]);
    let year = &vintage.manifest().years[0];
    let missing = all.iter().filter(|row| row.value.is_none()).count() as u64;
    assert_eq!((year.missing, year.repeated), (missing, 0));
    assert_eq!(vintage.manifest().inputs[0].rows, 5_000);
}

#[test]
fn exact_repetitions_are_left_out_and_counted() {
    let mut all = rows(2001, 3_000, 4);
    let again: Vec<Plain> = all[100..700].to_vec();
    all.extend(again);
    let (folder, vintage) = store(&all);
    assert_eq!(vintage.manifest().years[0].repeated, 600);
    all.truncate(3_000);
    assert_eq!(totals(folder.path()), [(2001, 3_000, total(&all))]);
    let query = Query {
        by: By::PAIRS,
        counts: true,
        ..Query::default()
    };
    let answer = vintage.ask(&query).expect("answer");
    assert_eq!(plain(&answer, &query), reference(&all, &query));
}

#[test]
fn two_figures_of_one_key_are_a_conflict_and_change_nothing() {
    let mut all = rows(2001, 3_000, 4);
    let (folder, _) = store(&all);
    let mut other = all[17].clone();
    other.value = Some(other.value.unwrap_or(0) + 1);
    all.push(other);
    let error = fill(folder.path(), wish("one"), "a.csv", 2, &all).expect_err("conflict");
    assert!(matches!(error, Error::Conflict { .. }), "{error}");
    assert_eq!(totals(folder.path())[0].1, 3_000);
}

#[test]
fn what_is_there_is_not_read_again() {
    let all = rows(2001, 300, 4);
    let (folder, before) = store(&all);
    let mut import = Import::begin(&Store::at(folder.path()), wish("one")).expect("begin");
    let added = import.add(&[input("renamed.csv", 1)], |_| panic!("is read"));
    assert_eq!(added.expect("add"), Added::Known);
    drop(import);
    let after = Store::at(folder.path()).vintage().expect("vintage");
    assert_eq!(before.manifest(), after.manifest());
}

#[test]
fn the_hash_may_be_said_once_the_file_is_read() {
    let all = rows(2001, 300, 4);
    let (folder, before) = store(&all);
    let mut import = Import::begin(&Store::at(folder.path()), wish("one")).expect("begin");
    let unsaid = Input {
        sha256: String::new(),
        ..input("a.csv", 1)
    };
    assert!(!import.has(std::slice::from_ref(&unsaid)));
    let same = import.add(std::slice::from_ref(&unsaid), |intake| {
        intake.hashed(0, before.manifest().inputs[0].sha256.clone());
        all.iter().try_for_each(|row| push(intake, row))
    });
    assert_eq!(same.expect("same"), Added::Known);
    let never = import.add(std::slice::from_ref(&unsaid), |intake| {
        push(intake, &all[0])
    });
    assert!(never.is_err());
    let newer = import.add(&[unsaid], |intake| {
        intake.hashed(0, "ff".to_owned());
        push(intake, &all[0])
    });
    assert!(matches!(newer, Ok(Added::Years(_))));
    assert_eq!(import.manifest().inputs[0].sha256, "ff");
}

#[test]
fn a_year_is_replaced_by_its_own_file_and_others_are_untouched() {
    let first = rows(2001, 300, 4);
    let (folder, before) = store(&first);
    let root = folder.path();
    fill(root, wish("one"), "b.csv", 2, &rows(2002, 200, 4)).expect("second year");
    let newer = rows(2002, 250, 9);
    fill(root, wish("one"), "b.csv", 3, &newer).expect("newer");
    let left = [(2001, 300, total(&first)), (2002, 250, total(&newer))];
    assert_eq!(totals(root), left);
    let error = fill(root, wish("one"), "c.csv", 4, &newer).expect_err("other file");
    assert_eq!(
        error.to_string(),
        "c.csv has figures for 2002, which the vintage `one` has from b.csv; import files that share a year together, drop the year first, or say --replace"
    );
    let wish = Wish {
        replace: true,
        ..wish("one")
    };
    fill(root, wish, "c.csv", 4, &newer).expect("replaced");
    let after = Store::at(root).vintage().expect("vintage");
    assert_eq!(after.manifest().years[0], before.manifest().years[0]);
    let inputs: Vec<&str> = after
        .manifest()
        .inputs
        .iter()
        .map(|input| input.name.as_str())
        .collect();
    assert_eq!(inputs, ["a.csv", "c.csv"]);
}

#[test]
fn vintages_stand_side_by_side_and_the_newest_is_meant() {
    let folder = tempfile::tempdir().expect("folder");
    let root = folder.path().join("store");
    fill(&root, wish("b-202401"), "a.csv", 1, &rows(2001, 30, 1)).expect("first");
    fill(&root, wish("a-202501"), "a.csv", 2, &rows(2001, 40, 2)).expect("second");
    fill(&root, wish("b-202401"), "b.csv", 3, &rows(2002, 50, 3)).expect("older, more");
    let rows_of = |typed: &str| {
        let vintage = Store::at(Path::new(typed)).vintage().expect("vintage");
        vintage
            .manifest()
            .years
            .iter()
            .map(|year| year.rows)
            .sum::<u64>()
    };
    let root = root.to_str().expect("text").to_owned();
    assert_eq!(rows_of(&root), 40);
    assert_eq!(rows_of(&format!("{root}@b-202401")), 80);
    let named = Store::at(Path::new(&format!("{root}@none")))
        .vintage()
        .expect_err("none");
    assert_eq!(
        named.to_string(),
        format!(
            "{root}: nothing is left: the store holds no vintage `none`; there are: b-202401, a-202501"
        )
    );
    let info = Store::at(Path::new(&root)).info().expect("info");
    let latest: Vec<_> = info
        .iter()
        .map(|info| (info.vintage.as_str(), info.latest))
        .collect();
    assert_eq!(latest, [("b-202401", false), ("a-202501", true)]);
    Store::at(Path::new(&root)).drop_vintage().expect("drop");
    assert_eq!(rows_of(&root), 80);
    Store::at(Path::new(&root)).drop_year(2001).expect("drop");
    assert_eq!(totals(Path::new(&root))[0].0, 2002);
    assert!(Store::at(Path::new(&root)).drop_year(2001).is_err());
    assert!(!Path::new(&root).join("b-202401/rows/year=2001").exists());
}

#[test]
fn figures_of_another_meaning_need_a_vintage_of_their_own() {
    let (folder, _) = store(&rows(2001, 30, 4));
    let mut other = wish("one");
    other.about.currency = "EUR".to_owned();
    let error = fill(folder.path(), other, "b.csv", 2, &rows(2002, 30, 4)).expect_err("currency");
    assert!(
        error
            .to_string()
            .ends_with("import them as a vintage of their own"),
        "{error}"
    );
}

#[test]
fn totals_among_parts_are_refused() {
    let all = rows(2001, 30, 4);
    let mut total = all[0].clone();
    total.product = "TOTAL".to_owned();
    let mut world = all[0].clone();
    world.importer = "WLD".to_owned();
    world.product = "010101".to_owned();
    for extra in [total, world] {
        let folder = tempfile::tempdir().expect("folder");
        let rows: Vec<Plain> = all.iter().cloned().chain([extra]).collect();
        let done = fill(folder.path(), wish("one"), "a.csv", 1, &rows);
        assert!(
            matches!(done, Err(Error::TotalsAmongParts { .. })),
            "{done:?}"
        );
        assert!(Store::at(folder.path()).vintage().is_err());
    }
}

#[test]
fn too_little_memory_is_refused_before_anything_is_made() {
    let folder = tempfile::tempdir().expect("folder");
    let root = folder.path().join("store");
    let wish = Wish {
        memory: LEAST_MEMORY - 1,
        ..wish("one")
    };
    let error = fill(&root, wish, "a.csv", 1, &rows(2001, 30, 4)).expect_err("memory");
    assert_eq!(
        error.to_string(),
        "an import takes at least 128 MiB and may take 127; raise --memory"
    );
    assert!(!root.exists());
}

#[test]
fn a_stopped_import_leaves_the_store_as_it_was() {
    let (folder, before) = store(&rows(2001, 30, 4));
    let more = rows(2002, 20_000, 4);
    let stop = AtomicBool::new(false);
    let told = std::cell::RefCell::new(Vec::new());
    let tell = |progress: Progress| {
        told.borrow_mut().push(progress);
        if progress.stage == Stage::Writing && progress.rows > 0 {
            stop.store(true, Ordering::Relaxed);
        }
    };
    let wish = Wish {
        watch: Watch {
            stop: Some(&stop),
            progress: Some(&tell),
        },
        ..wish("one")
    };
    let error = fill(folder.path(), wish, "b.csv", 2, &more).expect_err("stopped");
    assert!(matches!(error, Error::Interrupted), "{error}");
    let told = told.into_inner();
    assert!(
        told.iter()
            .any(|progress| progress.stage == Stage::Reading && progress.rows > 0)
    );
    let after = Store::at(folder.path()).vintage().expect("vintage");
    assert_eq!(before.manifest(), after.manifest());
    let left = std::fs::read_dir(folder.path()).expect("folder");
    let mut left: Vec<_> = left
        .map(|entry| entry.expect("entry").file_name())
        .collect();
    left.sort();
    assert_eq!(left, [".lock", "one"]);
}

#[test]
fn two_imports_at_once_are_refused() {
    let (folder, _) = store(&rows(2001, 30, 4));
    let held = Import::begin(&Store::at(folder.path()), wish("one")).expect("first");
    let error =
        fill(folder.path(), wish("two"), "b.csv", 2, &rows(2002, 30, 4)).expect_err("second");
    let lock = folder.path().join(".lock");
    assert_eq!(
        error.to_string(),
        format!(
            "{}: process {} is changing this store; wait until it is done",
            lock.display(),
            std::process::id()
        )
    );
    assert!(Store::at(folder.path()).drop_year(2001).is_err());
    assert!(Store::at(folder.path()).vintage().is_ok());
    drop(held);
    fill(folder.path(), wish("two"), "b.csv", 2, &rows(2002, 30, 4)).expect("afterwards");
}

#[test]
fn sums_of_more_than_18_digits_are_refused() {
    // Two such rows of a pair are too many for 18 digits, ten for 64 bits.
    for count in [2, 10] {
        let mut all = rows(2001, count, 4);
        for (row, product) in all.iter_mut().zip(10..) {
            row.value = Some(999_999_999_999_999_999);
            row.side = "reconciled";
            row.exporter = "NOR".to_owned();
            row.importer = "CHN".to_owned();
            row.product = format!("01{product}00");
        }
        refused(&all);
    }
    let mut all = rows(2001, 1, 4);
    all[0].value = Some(1_000_000_000_000_000_000);
    refused(&all);
}

fn refused(rows: &[Plain]) {
    let folder = tempfile::tempdir().expect("folder");
    let done = fill(folder.path(), wish("one"), "a.csv", 1, rows);
    assert!(matches!(done, Err(Error::Unreadable { .. })), "{done:?}");
    assert!(Store::at(folder.path()).vintage().is_err());
}
