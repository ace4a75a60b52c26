//! The quick way and the careful way read the same, whatever stands in a line and wherever it is cut.

use proptest::prelude::*;

use super::file::RawFile;
use super::layout::Layout;
use super::pieces::each_block;
use super::reader::{Reader, Sink};
use super::row::Row;

/// Keeps the rows of even importers.
#[derive(Default)]
struct Kept<const QUANTITIES: bool> {
    every: bool,
    rows: Vec<(Row, u64)>,
}

impl<const QUANTITIES: bool> Sink for Kept<QUANTITIES> {
    const QUANTITIES: bool = QUANTITIES;

    fn wants(&mut self, row: &Row) -> bool {
        self.every || row.importer.is_multiple_of(2)
    }

    fn row(&mut self, row: &Row, line: u64) {
        self.rows.push((*row, line));
    }
}

fn line() -> impl Strategy<Value = String> {
    let product = prop_oneof!["0[1-9][0-9]{4}", "[1-9][0-9]{5}", "[1-9][0-9]{4}"];
    let amount = prop_oneof![
        4 => "[1-9][0-9]{0,6}\\.[0-9]{3}",
        1 => "0\\.[0-9]{3}",
        1 => "[0-9]{1,16}(\\.[0-9]{0,5})?",
        1 => Just("NA".to_owned()),
        1 => Just(String::new()),
    ];
    let padded = (
        amount.clone(),
        prop_oneof![Just(0_usize), Just(9), Just(13), Just(16), Just(40)],
        any::<bool>(),
    );
    let quantity = padded.prop_map(|(text, width, quoted)| {
        let text = format!("{text:>width$}");
        if quoted && width == 13 {
            format!("\"{text}\"")
        } else {
            text
        }
    });
    (
        4_u16..7,
        product,
        amount,
        quantity,
        prop_oneof![9 => Just("\n"), 1 => Just("\r\n")],
    )
        .prop_map(|(importer, product, value, quantity, end)| {
            format!("2021,156,{importer},{product},{value},{quantity}{end}")
        })
}

fn text() -> impl Strategy<Value = Vec<u8>> {
    let bytes = prop_oneof![
        Just(b','),
        Just(b'\n'),
        Just(b' '),
        Just(b'"'),
        Just(b'.'),
        Just(b'-'),
        Just(b'+'),
        Just(b'!'),
        Just(b':'),
        any::<u8>()
    ];
    let damage = prop::collection::vec((any::<prop::sample::Index>(), bytes, any::<bool>()), 0..6);
    (prop::collection::vec(line(), 1..40), damage).prop_map(|(mut lines, damage)| {
        // Runs of one pair, as in a file.
        lines.sort();
        let mut text = lines.concat().into_bytes();
        for (at, byte, instead) in damage {
            let at = at.index(text.len());
            if instead {
                text[at] = byte;
            } else {
                text.insert(at, byte);
            }
        }
        text
    })
}

fn read<const QUANTITIES: bool>(
    text: &[u8],
    every: bool,
    blocks: &[Vec<u8>],
) -> impl PartialEq + std::fmt::Debug + use<QUANTITIES> {
    let layout = Layout::of_header(b"t,i,j,k,v,q").expect("a header");
    let mut reader = Reader::new(&layout);
    let mut kept = Kept::<QUANTITIES> {
        every,
        ..Kept::default()
    };
    blocks
        .iter()
        .for_each(|block| reader.feed(block, &mut kept));
    let counts = (reader.lines, reader.rows, reader.short_products, text.len());
    let order = (reader.stretch.order(), reader.stretch.ends);
    (kept.rows, reader.rejects, counts, order)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn the_quick_way_reads_what_the_careful_way_does(text in text(), every: bool) {
        // A line alone has nothing ahead, and is read carefully.
        let blank = b"\n".repeat(200);
        let whole = [[text.as_slice(), blank.as_slice()].concat()];
        let mut alone: Vec<Vec<u8>> =
            text.split_inclusive(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect();
        alone.push(blank);
        if text.ends_with(b"\n") {
            prop_assert_eq!(read::<true>(&text, every, &whole), read::<true>(&text, every, &alone));
            prop_assert_eq!(read::<false>(&text, every, &whole), read::<false>(&text, every, &alone));
        }
    }

    #[test]
    fn pieces_hold_every_line_once(
        lines in prop::collection::vec("[a-z]{0,9}", 1..60),
        ended: bool,
        cuts in prop::collection::vec(any::<prop::sample::Index>(), 0..9),
    ) {
        let mut text = "t,i,j,k,v,q\n".to_owned() + &lines.join("\n");
        text.push_str(if ended { "\n" } else { "x" });
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.csv");
        std::fs::write(&path, &text).expect("written");
        let file = RawFile::open(&path).expect("a file");
        let body = text.len() - 12;
        let mut edges: Vec<u64> = cuts.iter().map(|cut| 12 + cut.index(body) as u64).collect();
        edges.extend([12, text.len() as u64]);
        edges.sort_unstable();
        let mut joined = Vec::new();
        for edge in edges.windows(2) {
            each_block(&file, edge[0], edge[1], |block| {
                assert!(block.ends_with(b"\n") || text.as_bytes().ends_with(block));
                joined.extend_from_slice(block);
            })
            .expect("read");
        }
        prop_assert_eq!(String::from_utf8(joined).expect("text"), &text[12..]);
    }
}
