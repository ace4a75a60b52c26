//! What holds for every text.

use bilat::providers::Marks;
use bilat::providers::text::dialect::Hints;
use bilat::providers::text::document::Document;
use bilat::providers::text::figure::figure;
use bilat::providers::text::grid::Grid;
use bilat::providers::text::period::period;
use bilat::providers::text::unpack::{Limits, unpack};
use proptest::prelude::*;

fn marks() -> impl Strategy<Value = Marks> {
    let thousands = prop_oneof![
        Just(None),
        Just(Some(',')),
        Just(Some('.')),
        Just(Some(' ')),
        Just(Some('\''))
    ];
    (prop_oneof![Just('.'), Just(',')], thousands)
        .prop_filter("the marks differ", |(decimal, thousands)| {
            *thousands != Some(*decimal)
        })
        .prop_map(|(decimal, thousands)| Marks { decimal, thousands })
}

/// Writes a number as a file of these marks does.
fn write(number: f64, marks: Marks) -> String {
    let plain = format!("{}", number.abs());
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let mut written = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at) % 3 == 0 {
            written.extend(marks.thousands);
        }
        written.push(digit);
    }
    if !fraction.is_empty() {
        written.push(marks.decimal);
        written.push_str(fraction);
    }
    format!("{}{written}", if number < 0.0 { "-" } else { "" })
}

fn quoted(cell: &str) -> String {
    format!("\"{}\"", cell.replace('"', "\"\""))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn a_number_reads_as_it_was_written(number in -1e15..1e15_f64, marks in marks()) {
        let written = write(number, marks);
        prop_assert_eq!(figure(&written, marks, 0).map(|read| read.value), Ok(Some(number)), "{}", written);
    }

    #[test]
    fn units_scale_without_rounding(units in 0..9_007_199_254_740_992_u64, power in 0..12_usize) {
        let digits = format!("{units:0>width$}", width = power + 1);
        let (whole, fraction) = digits.split_at(digits.len() - power);
        let read = figure(&format!("{whole}.{fraction}"), Marks { decimal: '.', thousands: None }, i32::try_from(power).unwrap_or(0)).map(|read| read.value);
        prop_assert_eq!(read, Ok(Some(units as f64)));
    }

    #[test]
    fn no_text_makes_a_reader_panic(text in "\\PC{0,40}", marks in marks(), power in -9..12_i32) {
        let _ = period(&text);
        if let Ok(read) = figure(&text, marks, power) {
            prop_assert!(read.value.is_none_or(f64::is_finite));
        }
    }

    #[test]
    fn digits_and_marks_make_no_reader_panic(text in "[0-9., '’eE+−()<%$MQq/:T-]{0,24}", marks in marks()) {
        let _ = (period(&text), figure(&text, marks, 3));
    }

    #[test]
    fn cells_read_as_they_were_written(
        rows in prop::collection::vec(prop::collection::vec("[a-zA-Z\"',;\\n .é]{0,8}", 3), 1..12), separator in prop_oneof![Just(','), Just(';'), Just('\t'), Just('|')],
    ) {
        let line = |cells: &[String]| cells.iter().map(|cell| quoted(cell)).collect::<Vec<_>>().join(&separator.to_string());
        let mut text = ["head", "neck", "tail"].map(quoted).join(&separator.to_string()) + "\n";
        for row in &rows {
            text += &line(row);
            text.push('\n');
        }
        let hints = Hints { separator: Some(separator), ..Hints::default() };
        let mut door = crate::providers::door();
        let document = Document::new("x.csv", text.into_bytes()).with_hints(hints);
        let Ok(grid) = Grid::read(&document, &mut door) else { return Ok(()) };
        // A cell that holds whole records is taken for a stray quote, and said to be one.
        prop_assume!(door.rejected().iter().all(|(.., reason)| !reason.contains("swallow")));
        let mut read = Vec::new();
        grid.each(|_, cells| read.push(cells.iter().map(|cell| (*cell).to_owned()).collect::<Vec<_>>()));
        let trimmed: Vec<Vec<String>> = rows.iter().map(|row| row.iter().map(|cell| cell.trim().to_owned()).collect()).collect();
        let told = door.rejected().len() as u64 + door.left_out().values().sum::<u64>();
        if told == 0 {
            prop_assert_eq!(read, trimmed);
        } else {
            prop_assert!(read.iter().all(|row| trimmed.contains(row)));
            prop_assert!(read.len() as u64 + told >= rows.len() as u64);
        }
    }

    #[test]
    fn every_line_is_kept_rejected_or_left_out(lines in prop::collection::vec("[a-c]{0,3}(,[0-9a-z\"]{0,4}){0,4}", 1..30)) {
        let text = format!("one,two,three\n{}\n", lines.join("\n"));
        let mut door = crate::providers::door();
        let document = Document::new("x.csv", text.clone().into_bytes());
        if let Ok(grid) = Grid::read(&document, &mut door) {
            let (mut kept, mut physical) = (0, 0);
            grid.each(|_, cells| {
                kept += 1;
                physical += 1 + cells.iter().map(|cell| cell.matches('\n').count()).sum::<usize>();
            });
            prop_assert_eq!(kept, grid.records());
            let told = door.rejected().len() + usize::try_from(door.left_out().values().sum::<u64>()).unwrap_or(usize::MAX);
            // Blank lines within quotes at the edges of cells are trimmed with them.
            if !text.contains('"') {
                prop_assert_eq!(physical + told, lines.len(), "{}", text);
            }
        }
    }

    #[test]
    fn no_bytes_make_the_readers_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let limits = Limits { bytes: 1 << 20, ratio: 100, small: 1 << 16 };
        for document in unpack("x", bytes, &limits).unwrap_or_default() {
            let _ = (Grid::peek(&document), Grid::read(&document, &mut crate::providers::door()).map(|grid| grid.records()));
        }
    }

    #[test]
    fn no_table_like_text_makes_the_grid_panic(text in "[a-c0-9,;\t|\"'\r\n \u{feff}.é-]{0,200}") {
        let document = Document::new("x", text.into_bytes());
        let mut door = crate::providers::door();
        if let Ok(grid) = Grid::read(&document, &mut door) {
            let mut met = 0;
            grid.each(|_, _| met += 1);
            prop_assert_eq!(met, grid.records());
        }
    }

    #[test]
    fn where_nothing_is_amiss_the_csv_crate_reads_the_same(rows in prop::collection::vec(prop::collection::vec("[a-z0-9 ]{1,5}|\"[a-z,\n]{0,5}\"", 4), 2..20)) {
        let body: String = rows.iter().map(|row| row.join(",") + "\n").collect();
        let text = format!("one,two,three,four\n{body}");
        let mut door = crate::providers::door();
        let document = Document::new("x.csv", text.clone().into_bytes());
        let Ok(grid) = Grid::read(&document, &mut door) else { return Ok(()) };
        if door.rejected().is_empty() && door.left_out().is_empty() {
            let mut read = Vec::new();
            grid.each(|_, cells| read.push(cells.iter().map(|cell| (*cell).to_owned()).collect::<Vec<_>>()));
            let mut reader = csv::ReaderBuilder::new().flexible(true).trim(csv::Trim::All).from_reader(text.as_bytes());
            let other: Vec<Vec<String>> = reader.records().flatten().map(|row| row.iter().map(str::to_owned).collect()).collect();
            prop_assert_eq!(read, other);
        }
    }
}
