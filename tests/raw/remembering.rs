//! What is remembered of a file holds as long as the file is the same, and no longer.

use std::fs::{self, File};
use std::io::Write;
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};

use bilat::store::raw::{Memory, Order, RawFiles, Route, Way};

use super::reference::{Folder, Plain, Style, made_up, open, picked, shuffle, written};

struct Place {
    folder: Folder,
    rows: Vec<Plain>,
    path: PathBuf,
}

impl Place {
    /// A sorted file that was scanned once.
    fn scanned() -> Self {
        let folder = Folder::new();
        let rows = made_up(9, 20_000, 2001..=2002);
        let path = folder.with("a.csv", written(&rows, &Style::default()));
        let place = Self { folder, rows, path };
        assert!(!place.bisects());
        place
    }

    fn files(&self) -> RawFiles {
        open(std::slice::from_ref(&self.path)).with_memory(self.memory())
    }

    fn memory(&self) -> Memory {
        Memory::in_folder(self.folder.path().join("memory"))
    }

    fn record(&self) -> PathBuf {
        only_entry(&self.folder.path().join("memory"))
    }

    /// Whether the next question is answered by probing; the answer must be right either way.
    fn bisects(&self) -> bool {
        let routes = [Route::pair(156, 842)];
        let answer = self.files().flows(&routes).expect("an answer");
        assert_eq!(answer.rows, picked(&self.rows, &routes));
        matches!(answer.files[0].way, Way::Bisected { .. })
    }
}

/// Gives a file the time it had.
fn with_time_kept(path: &Path, change: impl FnOnce(&File)) {
    let file = File::options()
        .write(true)
        .read(true)
        .open(path)
        .expect("a file");
    let modified = file
        .metadata()
        .expect("metadata")
        .modified()
        .expect("a time");
    change(&file);
    file.set_modified(modified).expect("a time set");
}

#[test]
fn the_second_question_is_bisected() {
    let place = Place::scanned();
    assert!(place.bisects());
    assert!(place.bisects());
}

#[test]
fn a_whole_table_learns_the_order_too() {
    let place = Place::scanned();
    fs::remove_file(place.record()).expect("removed");
    place
        .files()
        .totals(bilat::store::raw::By::Pair, true)
        .expect("totals");
    assert!(place.bisects());
}

#[test]
fn without_a_memory_every_question_scans() {
    let place = Place::scanned();
    let files = open(std::slice::from_ref(&place.path));
    let answer = files.flows(&[Route::pair(156, 842)]).expect("an answer");
    assert!(matches!(answer.files[0].way, Way::Scanned { .. }));
}

#[test]
fn another_size_is_another_file() {
    let mut place = Place::scanned();
    let mut file = File::options()
        .append(true)
        .open(&place.path)
        .expect("a file");
    file.write_all(b"2001,156,842,999999,7,NA\n")
        .expect("written");
    place.rows.push(Plain {
        year: 2001,
        exporter: 156,
        importer: 842,
        product: 999_999,
        value: Some(7_000),
        quantity: None,
    });
    // The row is out of place: bisecting by the old record would not find it.
    assert!(!place.bisects());
    // And the pass that followed found the file unsorted.
    assert!(!place.bisects());
}

#[test]
fn another_time_is_another_file() {
    let place = Place::scanned();
    let file = File::options()
        .write(true)
        .open(&place.path)
        .expect("a file");
    file.set_modified(std::time::SystemTime::UNIX_EPOCH)
        .expect("a time set");
    assert!(!place.bisects());
    assert!(place.bisects());
}

#[test]
fn other_bytes_in_the_blocks_are_another_file() {
    let place = Place::scanned();
    // The quantity of the first row, or the last digit before it.
    let text = fs::read(&place.path).expect("bytes");
    let at = text
        .iter()
        .position(|byte| *byte == b'\n')
        .expect("a header")
        + 4;
    with_time_kept(&place.path, |file| {
        file.write_all_at(b"7", at as u64 + 200).expect("written");
    });
    let known = place.memory().recall(&place.files().files()[0]);
    assert_eq!(known, None);
}

#[test]
fn a_record_with_a_flipped_bit_is_none() {
    let place = Place::scanned();
    let path = place.record();
    let good = fs::read(&path).expect("a record");
    for bit in (0..good.len() * 8).step_by(5) {
        let mut bad = good.clone();
        bad[bit / 8] ^= 1 << (bit % 8);
        fs::write(&path, &bad).expect("written");
        let known = place.memory().recall(&place.files().files()[0]);
        // The case of a hexadecimal digit or the very last line end say nothing.
        let harmless = bad.len() * 8 - bit <= 8;
        assert!(known.is_none() || harmless, "bit {bit}: {known:?}");
    }
    for length in 0..good.len() - 1 {
        fs::write(&path, &good[..length]).expect("written");
        assert_eq!(place.memory().recall(&place.files().files()[0]), None);
    }
    fs::write(&path, &good).expect("written");
    assert!(place.bisects());
}

#[test]
fn the_record_of_a_file_serves_no_other() {
    let place = Place::scanned();
    let other = place.folder.path().join("b.csv");
    fs::copy(&place.path, &other).expect("copied");
    let files = open(&[other]).with_memory(place.memory());
    assert_eq!(files.order_of(&files.files()[0]), None);
}

#[test]
fn unsorted_files_are_not_remembered() {
    let folder = Folder::new();
    let mut rows = made_up(9, 5_000, 2001..=2002);
    shuffle(&mut rows, 1);
    let path = folder.with("a.csv", written(&rows, &Style::default()));
    let files = open(&[path]).with_memory(Memory::in_folder(folder.path().join("memory")));
    for _ in 0..2 {
        let answer = files.flows(&[Route::pair(156, 842)]).expect("an answer");
        assert!(matches!(answer.files[0].way, Way::Scanned { .. }));
        assert!(answer.files[0].remarks[0].contains("not sorted"));
    }
}

#[test]
fn one_row_out_of_place_is_seen_wherever_it_stands() {
    let rows = made_up(13, 400, 2001..=2001);
    for at in 1..rows.len() {
        let mut swapped = rows.clone();
        swapped.swap(at - 1, at);
        let folder = Folder::new();
        let path = folder.with("a.csv", written(&swapped, &Style::default()));
        let files = open(&[path]).with_memory(Memory::in_folder(folder.path().join("memory")));
        let (_, accounts) = files
            .totals(bilat::store::raw::By::Pair, true)
            .expect("totals");
        assert_eq!(accounts[0].order, Order::Unsorted, "row {at}");
    }
}

#[test]
fn a_file_that_lies_about_its_order_is_scanned() {
    // The bytes change where no block is looked at, and size and time stay: only probes can tell.
    let folder = Folder::new();
    let mut rows = made_up(21, 90_000, 2001..=2030);
    let text = written(&rows, &Style::default());
    let path = folder.with("a.csv", &text);
    let memory = Memory::in_folder(folder.path().join("memory"));
    let files = open(std::slice::from_ref(&path)).with_memory(memory.clone());
    files.flows(&[Route::pair(4, 8)]).expect("a pass");
    // Two stretches of equal length change places.
    let lines: Vec<&str> = text.lines().collect();
    let middle = lines.len() / 2;
    let starts = |at: usize| lines[..at].iter().map(|line| line.len() + 1).sum::<usize>();
    let (a, b) = (starts(middle / 2 + 700), starts(middle / 2 + 900));
    let mut bytes = text.clone().into_bytes();
    bytes[a..b].rotate_left(starts(middle / 2 + 800) - a);
    rows[middle / 2 + 699..middle / 2 + 899].rotate_left(100);
    with_time_kept(&path, |file| file.write_all_at(&bytes, 0).expect("written"));
    let files = open(&[path]).with_memory(memory);
    assert!(
        files.order_of(&files.files()[0]).is_some(),
        "a block was hit"
    );
    // Asked for the flows right there, the sweep sees it; the answer is that of a scan.
    let there = rows[middle / 2 + 799];
    let routes = [Route::pair(there.exporter, there.importer)];
    let answer = files.flows(&routes).expect("an answer");
    assert_eq!(answer.rows, picked(&rows, &routes));
    assert!(matches!(answer.files[0].way, Way::Scanned { .. }));
    let told = &answer.files[0].remarks;
    assert!(
        told.iter()
            .any(|remark| remark.contains("the whole file is read instead")),
        "{told:?}"
    );
    // What the scan learnt replaces the record.
    assert_eq!(files.order_of(&files.files()[0]), None);
}

#[test]
fn a_row_that_cannot_be_placed_keeps_a_file_from_being_bisected() {
    // Whose row that is, nobody knows: probing would miss it without a word.
    let rows = made_up(9, 5_000, 2001..=2002);
    let mut lines: Vec<String> = written(&rows, &Style::default())
        .lines()
        .map(str::to_owned)
        .collect();
    lines[2_000].replace_range(0..4, "20O1");
    let folder = Folder::new();
    let path = folder.with("a.csv", lines.join("\n") + "\n");
    let files = open(&[path]).with_memory(Memory::in_folder(folder.path().join("memory")));
    for _ in 0..2 {
        let answer = files.flows(&[Route::pair(156, 842)]).expect("an answer");
        assert!(matches!(answer.files[0].way, Way::Scanned { .. }));
        assert_eq!(answer.files[0].rejects.first[0].line, 2_001);
    }
}

#[test]
fn a_probe_that_meets_rows_out_of_order_says_so() {
    let folder = Folder::new();
    let rows = made_up(21, 90_000, 2001..=2030);
    let text = written(&rows, &Style::default());
    let path = folder.with("a.csv", &text);
    let memory = Memory::in_folder(folder.path().join("memory"));
    let files = open(std::slice::from_ref(&path)).with_memory(memory.clone());
    files.flows(&[Route::pair(4, 8)]).expect("a pass");
    // The blocks looked at are sevenths of the file apart; what lies between two of them is moved.
    let seventh = text.len() / 7;
    let line = |at: usize| at + text[at..].find('\n').expect("a line") + 1;
    let (a, b, c) = (
        line(2 * seventh + 9_000),
        line(2 * seventh + seventh / 2),
        line(3 * seventh - 9_000),
    );
    let moved = [&text[..a], &text[b..c], &text[a..b], &text[c..]].concat();
    with_time_kept(&path, |file| {
        file.write_all_at(moved.as_bytes(), 0).expect("written")
    });
    let files = open(&[path]).with_memory(memory);
    let record = only_entry(&folder.path().join("memory"));
    let known = fs::read(&record).expect("a record");
    let between = &text[a..c];
    let is_there = |row: &&Plain| {
        let start = format!(
            "\n{},{},{},{:06},",
            row.year, row.exporter, row.importer, row.product
        );
        between.contains(&start)
    };
    let told = rows.iter().filter(is_there).step_by(97).any(|row| {
        // The first route is found, and must not be found again by the scan.
        let routes = [
            Route::exports_of(4),
            Route::pair(row.exporter, row.importer),
        ];
        let answer = files.flows(&routes).expect("an answer");
        assert_eq!(answer.repeated, 0);
        // The scan found the rows unsorted; the next one is to be probed again.
        fs::write(&record, &known).expect("written");
        let found = &answer.files[0];
        let told = "is not where a sorted file would have it; the whole file is read instead";
        found.remarks.iter().any(|remark| remark.contains(told))
            && matches!(found.way, Way::Scanned { .. })
            && answer.rows == picked(&rows, &routes)
    });
    assert!(told, "no probe met the rows that were moved");
}

fn only_entry(folder: &Path) -> PathBuf {
    let entries = fs::read_dir(folder).expect("a folder");
    let entries: Vec<PathBuf> = entries
        .map(|entry| entry.expect("an entry").path())
        .collect();
    assert_eq!(entries.len(), 1);
    entries[0].clone()
}
