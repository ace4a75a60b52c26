//! Killed at any moment, or out of room, an import leaves the old store whole.

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use bilat::store::dataset::*;

use super::sample::Dice;

/// A file as BACI has them, sorted.
fn baci_file(folder: &Path, year: i32, seed: u64) -> PathBuf {
    let path = folder.join(format!("BACI_HS92_Y{year}_V202301.csv"));
    let mut dice = Dice(seed);
    let mut out = BufWriter::new(File::create(&path).expect("file"));
    writeln!(out, "t,i,j,k,v,q").expect("write");
    for exporter in [4, 8, 156, 579, 276, 842] {
        for importer in [4, 56, 156, 579, 276, 842, 716] {
            for product in (10_100..970_000).step_by(1400) {
                let (value, tonnes) = (dice.below(1_000_000), dice.below(100_000));
                let value = format!("{}.{:03}", value / 1000, value % 1000);
                let tonnes = match dice.below(5) {
                    0 => "NA".to_owned(),
                    _ => format!("{}.{:03}", tonnes / 1000, tonnes % 1000),
                };
                writeln!(
                    out,
                    "{year},{exporter},{importer},{product:06},{value},{tonnes}"
                )
                .expect("write");
            }
        }
    }
    out.flush().expect("write");
    path
}

/// The command that imports files.
fn import(root: &Path, files: &[&PathBuf]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_bilat"));
    command
        .args(["import", "--memory", "128MiB", "--into"])
        .arg(root)
        .args(files)
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    command
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("folder");
    for entry in fs::read_dir(from).expect("folder") {
        let entry = entry.expect("entry");
        let target = to.join(entry.file_name());
        match entry.file_type().expect("type").is_dir() {
            true => copy(&entry.path(), &target),
            false => drop(fs::copy(entry.path(), target).expect("copy")),
        }
    }
}

fn years(root: &Path) -> Vec<Year> {
    let vintage = Store::at(root).vintage().expect("vintage");
    vintage.manifest().years.clone()
}

/// Faults that are more than files which the next import clears away.
fn faults(root: &Path) -> Vec<Fault> {
    let vintage = Store::at(root).vintage().expect("vintage");
    let mut faults = vintage.verify(&Watch::default()).expect("verify");
    faults.retain(|fault| !fault.reason.contains("is not part of the vintage"));
    faults
}

/// Two years, and newer files for both.
fn scene() -> (tempfile::TempDir, PathBuf, [PathBuf; 2]) {
    let folder = tempfile::tempdir().expect("folder");
    let (old, new) = (folder.path().join("old"), folder.path().join("new"));
    fs::create_dir_all(&old).expect("folder");
    fs::create_dir_all(&new).expect("folder");
    let files = [baci_file(&old, 2001, 1), baci_file(&old, 2002, 2)];
    let newer = [baci_file(&new, 2001, 3), baci_file(&new, 2002, 4)];
    let base = folder.path().join("base");
    let status = import(&base, &[&files[0], &files[1]])
        .status()
        .expect("import");
    assert!(status.success());
    (folder, base, newer)
}

#[test]
fn killed_at_any_moment_the_store_is_the_old_or_the_new_one() {
    let (folder, base, newer) = scene();
    let root = folder.path().join("store");
    let before = years(&base);
    copy(&base, &root);
    let started = Instant::now();
    assert!(
        import(&root, &[&newer[0], &newer[1]])
            .status()
            .expect("import")
            .success()
    );
    let whole = started.elapsed();
    let after = years(&root);
    assert_ne!(before, after);
    let mut dice = Dice(5);
    let (mut met_old, mut met_half) = (0, 0);
    for round in 0..50 {
        fs::remove_dir_all(&root).expect("remove");
        copy(&base, &root);
        let mut child = import(&root, &[&newer[0], &newer[1]])
            .spawn()
            .expect("spawn");
        // Spread over the whole of the work, its last part above all.
        let part = (round as f64 + dice.below(1000) as f64 / 1000.0) / 50.0;
        std::thread::sleep(Duration::from_secs_f64(whole.as_secs_f64() * 1.05 * part));
        let _ = child.kill();
        let _ = child.wait();
        let now = years(&root);
        for (place, year) in now.iter().enumerate() {
            assert!(
                *year == before[place] || *year == after[place],
                "round {round}"
            );
        }
        met_old += usize::from(now == before);
        met_half += usize::from(now != before && now != after);
        let faults = faults(&root);
        assert!(faults.is_empty(), "round {round}: {faults:?}");
        if round % 6 == 0 {
            let again = import(&root, &[&newer[0], &newer[1]])
                .stderr(Stdio::piped())
                .output();
            let again = again.expect("again");
            assert!(
                again.status.success(),
                "round {round}: {}",
                String::from_utf8_lossy(&again.stderr)
            );
            assert_eq!(years(&root), after);
            let vintage = Store::at(&root).vintage().expect("vintage");
            assert!(
                vintage
                    .verify(&Watch::default())
                    .expect("verify")
                    .is_empty()
            );
            let left = fs::read_dir(&root).expect("folder");
            assert_eq!(left.count(), 2, "the lock and the vintage");
        }
    }
    assert!(met_old > 5 && met_old < 50, "{met_old} {met_half}");
}

#[cfg(unix)]
#[test]
fn without_room_for_a_file_the_store_is_the_old_one() {
    let (folder, base, newer) = scene();
    let before = years(&base);
    let root = folder.path().join("store");
    copy(&base, &root);
    // Files may be so many blocks of 512 bytes long; writing on is then an error, as on a full disk.
    let mut refused = 0;
    for blocks in [0, 1, 2, 8, 40, 100, 200, 300] {
        let script = format!(
            "trap '' XFSZ; ulimit -f {blocks}; exec {} import --into {} --memory 128MiB {} 2>/dev/null",
            env!("CARGO_BIN_EXE_bilat"),
            root.display(),
            newer[0].display(),
        );
        let status = Command::new("sh")
            .arg("-c")
            .arg(script)
            .status()
            .expect("sh");
        if status.success() {
            break;
        }
        refused += 1;
        assert_eq!(status.code(), Some(1));
        assert_eq!(years(&root), before);
        assert!(faults(&root).is_empty());
    }
    assert!(refused >= 5, "{refused}");
    assert!(
        import(&root, &[&newer[0]])
            .status()
            .expect("again")
            .success()
    );
    assert_ne!(years(&root), before);
}

#[test]
fn while_one_process_imports_another_is_refused_and_readers_are_not() {
    let (folder, base, newer) = scene();
    let root = folder.path().join("store");
    copy(&base, &root);
    let mut first = import(&root, &[&newer[0], &newer[1]])
        .spawn()
        .expect("spawn");
    let mut refused = false;
    while first.try_wait().expect("wait").is_none() {
        assert_eq!(years(&root).len(), 2);
        let query = Query {
            by: By::PAIRS,
            ..Query::default()
        };
        let vintage = Store::at(&root).vintage().expect("vintage");
        assert!(!vintage.ask(&query).expect("answer").is_empty());
        let temporary =
            |entry: fs::DirEntry| entry.file_name().to_string_lossy().starts_with(".tmp");
        if fs::read_dir(&root)
            .expect("folder")
            .flatten()
            .any(temporary)
        {
            let second = import(&root, &[&newer[0]]).status().expect("second");
            refused |= !second.success();
        }
    }
    assert!(refused);
    assert!(faults(&root).is_empty());
}
