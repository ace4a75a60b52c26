//! A sorted file is bisected, and the rows found are those of a scan.

use bilat::store::raw::{Memory, Order, Route, Way};
use proptest::prelude::*;

use super::reference::{COUNTRIES, Folder, Plain, Quotes, Style, made_up, open, picked, written};

/// Opens a file whose order was learnt from a pass.
fn known(folder: &Folder, text: &str) -> bilat::store::raw::RawFiles {
    let path = folder.with("a.csv", text);
    let files = open(&[path]).with_memory(Memory::in_folder(folder.path().join("memory")));
    let scanned = files.flows(&[Route::pair(1, 2)]).expect("a pass");
    assert!(matches!(scanned.files[0].way, Way::Scanned { .. }));
    files
}

fn by(rows: &mut [Plain], columns: &str) {
    rows.sort_by_key(|row| {
        let keys = columns.chars().map(|column| match column {
            't' => u32::from(row.year),
            'i' => u32::from(row.exporter),
            'j' => u32::from(row.importer),
            'k' => row.product,
            _ => 0,
        });
        keys.collect::<Vec<_>>()
    });
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn every_route_is_found_whole(
        seed: u64,
        count in 1_usize..6_000,
        first in 1995_u16..2003,
        columns in prop_oneof![Just("tijkvq"), Just("ijtkvq"), Just("tjikvq"), Just("vitjkq"), Just("tijqvk")],
        crlf: bool,
        ended: bool,
        quotes in prop_oneof![Just(Quotes::None), Just(Quotes::Quantity), Just(Quotes::All)],
    ) {
        let mut rows = made_up(seed, count, first..=2003);
        by(&mut rows, columns);
        let style = Style {
            columns: columns.to_owned(),
            line_end: if crlf { "\r\n" } else { "\n" },
            quotes,
            ..Style::default()
        };
        let folder = Folder::new();
        let mut text = written(&rows, &style);
        if !ended {
            text.truncate(text.len() - style.line_end.len());
        }
        let files = known(&folder, &text);
        let two_first = !columns.contains("itj");
        for a in COUNTRIES.into_iter().chain([1, 999]) {
            for b in COUNTRIES.into_iter().chain([1, 999]) {
                let routes = [Route::pair(a, b)];
                let answer = files.flows(&routes).expect("an answer");
                prop_assert_eq!(&answer.rows, &picked(&rows, &routes));
                let bisected = matches!(answer.files[0].way, Way::Bisected { .. });
                prop_assert_eq!(bisected, two_first);
                prop_assert_eq!(answer.files[0].remarks.is_empty(), ended);
            }
            let routes = [Route::exports_of(a), Route::pair(a, 4)];
            let answer = files.flows(&routes).expect("an answer");
            prop_assert_eq!(&answer.rows, &picked(&rows, &routes));
            prop_assert_eq!(answer.repeated, 0);
            let routes = [Route::imports_of(a)];
            prop_assert_eq!(&files.flows(&routes).expect("an answer").rows, &picked(&rows, &routes));
        }
    }
}

#[test]
fn blank_lines_and_long_ones_do_not_confuse_the_probes() {
    let rows = made_up(3, 3_000, 2001..=2002);
    let text = written(&rows, &Style::default());
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    for at in (1..lines.len()).step_by(7) {
        lines[at].insert_str(0, "\n\n  \n");
    }
    for at in (1..lines.len()).step_by(101) {
        // Padding of a quantity, longer than a probe and longer than the quick way looks.
        let end = lines[at].rfind(',').expect("a separator") + 1;
        lines[at].insert_str(end, &" ".repeat(3_000));
    }
    let folder = Folder::new();
    let files = known(&folder, &(lines.join("\n") + "\n\n \n"));
    for a in COUNTRIES {
        for b in COUNTRIES {
            let routes = [Route::pair(a, b)];
            let answer = files.flows(&routes).expect("an answer");
            assert_eq!(answer.rows, picked(&rows, &routes));
            assert!(matches!(answer.files[0].way, Way::Bisected { .. }));
        }
    }
}

#[test]
fn a_repetition_is_dropped_and_a_contradiction_is_told() {
    let folder = Folder::new();
    let text = "t,i,j,k,v,q\n2001,4,8,010101,1.5,1\n2001,4,8,010101,1.5,1\n2001,4,8,010102,2,NA\n";
    let files = known(&folder, text);
    assert_eq!(files.order_of(&files.files()[0]), Some(Order::Repeating(1)));
    let answer = files.flows(&[Route::pair(4, 8)]).expect("rows");
    assert_eq!((answer.rows.len(), answer.repeated), (2, 1));

    let text = "t,i,j,k,v,q\n2001,4,8,010101,1.5,1\n2001,4,8,010101,1.6,1\n";
    let folder = Folder::new();
    let files = known(&folder, text);
    let error = files.flows(&[Route::pair(4, 8)]).expect_err("two values");
    let file = folder.path().join("a.csv");
    let file = file.display();
    assert_eq!(
        error.to_string(),
        format!(
            "row 2 of {file} and row 3 of {file} both give 4 to 8 in 2001 (product 010101), as 1500 dollars and 1600 dollars; keep one, or tell them apart in a `source`, `side` or `product` column"
        )
    );
}

#[test]
fn a_row_that_cannot_be_read_has_the_line_a_scan_would_tell() {
    let rows = made_up(3, 4_000, 2001..=2002);
    let mut lines: Vec<String> = written(&rows, &Style::default())
        .lines()
        .map(str::to_owned)
        .collect();
    let of_pair = rows
        .iter()
        .position(|row| (row.year, row.exporter, row.importer) == (2002, 156, 842));
    let at = of_pair.expect("the pair") + 2;
    lines[at] = lines[at].replacen('.', "..", 1) + ".";
    let folder = Folder::new();
    let path = folder.with("a.csv", lines.join("\n") + "\n");
    let files = open(&[path]).with_memory(Memory::in_folder(folder.path().join("memory")));
    let routes = [Route::pair(156, 842)];
    let scanned = files.flows(&routes).expect("rows");
    let bisected = files.flows(&routes).expect("rows");
    assert!(matches!(scanned.files[0].way, Way::Scanned { .. }));
    assert!(matches!(bisected.files[0].way, Way::Bisected { .. }));
    assert_eq!(bisected.rows, scanned.rows);
    assert_eq!(bisected.files[0].rejects, scanned.files[0].rejects);
    let reject = &bisected.files[0].rejects.first[0];
    assert_eq!(reject.line, at as u64 + 1);
}
