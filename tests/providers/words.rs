//! Figures, periods, layouts and packings, one awkward text each.

use std::io::Write;

use bilat::model::period::Frequency::{self, Month, Quarter, Year};
use bilat::providers::Marks;
use bilat::providers::text::dialect::Hints;
use bilat::providers::text::document::Document;
use bilat::providers::text::figure::{Reason, figure};
use bilat::providers::text::grid::Grid;
use bilat::providers::text::period::{period, reading};
use bilat::providers::text::unit::Unit;
use bilat::providers::text::unpack::{Limits, unpack};
use chrono::NaiveDate;

use crate::providers::story::Story;

const POINT: Marks = Marks {
    decimal: '.',
    thousands: None,
};
const ENGLISH: Marks = Marks {
    decimal: '.',
    thousands: Some(','),
};
const GERMAN: Marks = Marks {
    decimal: ',',
    thousands: Some('.'),
};
const FRENCH: Marks = Marks {
    decimal: ',',
    thousands: Some('\u{202f}'),
};
const SWISS: Marks = Marks {
    decimal: '.',
    thousands: Some('\''),
};

fn value(text: &str, marks: Marks, power: i32) -> Result<Option<f64>, Reason> {
    figure(text, marks, power).map(|read| read.value)
}

#[test]
fn units_move_the_point_exactly() {
    assert_eq!(value("1.93", POINT, 9), Ok(Some(1_930_000_000.0)));
    assert_eq!(value("8484219.999", POINT, 3), Ok(Some(8_484_219_999.0)));
    assert_eq!(value("2.5e3", POINT, 0), Ok(Some(2500.0)));
    assert_eq!(value("1,5E+05", GERMAN, 0), Ok(Some(150_000.0)));
    assert_eq!(value("US$ 1.2 bn", POINT, 0), Ok(Some(1_200_000_000.0)));
    assert_eq!(value("1.5 million", POINT, 0), Ok(Some(1_500_000.0)));
    assert_eq!(value("1.5 million", POINT, 3), Err(Reason::Unit));
}

#[test]
fn numbers_are_read_in_the_format_of_the_file() {
    for (text, marks, number) in [
        ("1,234,567.5", ENGLISH, 1_234_567.5),
        ("1.234.567,5", GERMAN, 1_234_567.5),
        ("1 234 567,5", FRENCH, 1_234_567.5),
        ("1\u{a0}234\u{2009}567,5", FRENCH, 1_234_567.5),
        ("1234,567", GERMAN, 1234.567),
        ("1'234’567.5", SWISS, 1_234_567.5),
        ("−5", POINT, -5.0),
        ("+.5", POINT, 0.5),
        ("5.", POINT, 5.0),
        ("１２３", POINT, 123.0),
        ("-0", POINT, 0.0),
        ("      13.235", POINT, 13.235),
        ("-$5", POINT, -5.0),
        ("€ 7", POINT, 7.0),
    ] {
        assert_eq!(value(text, marks, 0), Ok(Some(number)), "{text}");
    }
    assert_eq!(
        value("-0", POINT, 0)
            .ok()
            .flatten()
            .map(f64::is_sign_negative),
        Some(false)
    );
}

#[test]
fn missing_is_told_from_zero_and_keeps_its_mark() {
    for mark in [
        "", "..", "...", ":", "-", "–", "n.a.", "N/A", "NA", "NaN", "null", "c", "x", "(s)", "*",
        ". ", "#N/A", ": c", ":c", "\u{a0}",
    ] {
        assert_eq!(value(mark, POINT, 0), Ok(None), "{mark}");
    }
    assert_eq!(figure(" .. ", POINT, 0).map(|read| read.mark), Ok(".."));
    assert_eq!(value("0", POINT, 0), Ok(Some(0.0)));
}

#[test]
fn what_can_be_read_two_ways_is_refused() {
    for (text, marks, reason) in [
        ("1,234", POINT, Reason::Ambiguous),
        (
            "1.234",
            Marks {
                decimal: ',',
                thousands: None,
            },
            Reason::Ambiguous,
        ),
        ("1,23", POINT, Reason::Format),
        ("12,34.5", ENGLISH, Reason::Format),
        ("0,123", ENGLISH, Reason::Format),
        ("1 234", POINT, Reason::Format),
        ("1.2.3", POINT, Reason::Format),
        ("(1,234)", ENGLISH, Reason::Brackets),
        ("<0.5", POINT, Reason::Bound),
        ("12%", POINT, Reason::Percent),
        ("1.5e", POINT, Reason::Suffix),
        ("5 m", POINT, Reason::Suffix),
        ("5 b", POINT, Reason::Suffix),
        ("123k", POINT, Reason::Suffix),
        ("inf", POINT, Reason::NoNumber),
        ("1e400", POINT, Reason::Size),
        ("1e-400", POINT, Reason::Size),
        ("--5", POINT, Reason::Format),
        ("2003-2004", POINT, Reason::NoNumber),
        ("1234-", POINT, Reason::Suffix),
    ] {
        assert_eq!(value(text, marks, 0), Err(reason), "{text}");
    }
}

#[test]
fn flags_are_kept_beside_the_value() {
    for (text, flag) in [
        ("123 p", "p"),
        ("123p", "p"),
        ("1234*", "*"),
        ("123.4 e", "e"),
        ("5r", "r"),
    ] {
        let read = figure(text, POINT, 0);
        assert_eq!(
            read.map(|read| (read.value.is_some(), read.mark)),
            Ok((true, flag)),
            "{text}"
        );
    }
    for text in [
        "p 5",
        "r5",
        "*5",
        "million 5",
        "5 6 p",
        "5 p p",
        "5 usd eur",
    ] {
        assert!(figure(text, POINT, 0).is_err(), "{text}");
    }
    assert_eq!(
        figure("NOK 5", POINT, 0).map(|read| read.currency),
        Ok(Some("NOK"))
    );
}

#[test]
fn units_in_words() {
    let unit = |power, currency| Some(Unit { power, currency });
    assert_eq!(Unit::read("(US$ million)"), unit(6, Some("USD")));
    assert_eq!(
        Unit::read("Values in thousand US dollars"),
        unit(3, Some("USD"))
    );
    assert_eq!(Unit::read("Mio. EUR"), unit(6, Some("EUR")));
    assert_eq!(Unit::read("Trade above US$ 1 million"), None);
    assert_eq!(Unit::read("$"), None);
}

fn first(year: i32, month: u32, frequency: Frequency) -> Option<(i32, Frequency)> {
    NaiveDate::from_ymd_opt(year, month, 1).map(|date| (date.to_epoch_days(), frequency))
}

#[test]
fn periods_as_files_write_them() {
    for text in [
        "2003",
        "2003.0",
        "2003 ",
        "FY2003",
        "2003/04",
        "2003-2004",
        "2003-A1",
        "2003A",
        "Year 2003",
        "FY 2003-04",
        "FY2003/2004",
        "2003 [YR2003]",
        "CY2003",
    ] {
        assert_eq!(period(text), first(2003, 1, Year), "{text}");
    }
    for text in ["1999/00", "1999-00", "1999/2000"] {
        assert_eq!(period(text), first(1999, 1, Year), "{text}");
    }
    for text in [
        "2003-04",
        "200304",
        "2003M04",
        "2003-M04",
        "2003m4",
        "Apr 2003",
        "April 2003",
        "2003 Apr",
        "Apr-2003",
        "apr. 2003",
        "April, 2003",
        "2003-04-30",
        "04/2003",
        "30.04.2003",
        "20030430",
        "2003-04-30T00:00:00Z",
        "2003-04-30 12:30:00",
        "30 April 2003",
        "April 30, 2003",
        "30-Apr-2003",
        "30/04/2003",
        "04/30/2003",
        "2003/04/30",
        "04.2003",
        "4/4/2003",
    ] {
        assert_eq!(period(text), first(2003, 4, Month), "{text}");
    }
    for text in [
        "2003-Q2", "2003Q2", "Q2 2003", "2003 Q2", "2003-II", "II/2003", "2Q2003", "2003:Q2",
        "Q2-2003", "2003 II",
    ] {
        assert_eq!(period(text), first(2003, 4, Quarter), "{text}");
    }
}

#[test]
fn what_names_no_period_for_certain_is_refused() {
    for text in [
        "",
        "03",
        "Jan 03",
        "1Q03",
        "2003-1",
        "2003-13",
        "2003-2009",
        "01/02/2003",
        "31.02.2003",
        "1799",
        "2201",
        "20031",
        "2003S1",
        "2003-H1",
        "2003.1",
        "2003.12",
        "2003Q5",
        "2003M13",
        "W05 2003",
        "2003?",
        "2003p",
        "-2003",
        "2003,0",
        "FY03",
        "2003 2004",
        "200399",
        "2003-00",
        "Total",
    ] {
        assert_eq!(period(text), None, "{text}");
    }
}

#[test]
fn fiscal_years_and_doubtful_months_are_flagged() {
    let flags = |text| reading(text).map(|read| (read.fiscal, read.either));
    assert_eq!(flags("2003/04"), Some((true, false)));
    assert_eq!(flags("2003-04"), Some((false, true)));
    assert_eq!(flags("2003-05"), Some((false, false)));
}

#[test]
fn numbers_that_contradict_each_other_need_a_word_of_the_user() {
    let file = b"year;exporter;importer;value\n2003;NOR;CHN;1.234\n2004;NOR;CHN;2.345\n";
    let story = Story::of(file);
    assert!(
        story.values.is_empty() && story.not_figures.len() == 2 && story.says("--decimal"),
        "{story:?}"
    );
    let hints = |decimal| Hints {
        decimal: Some(decimal),
        ..Hints::default()
    };
    let values = |story: Story| {
        story
            .values
            .into_iter()
            .filter_map(|(_, value)| value)
            .collect::<Vec<_>>()
    };
    assert_eq!(values(Story::with(file, hints(','))), [1234.0, 2345.0]);
    assert_eq!(values(Story::with(file, hints('.'))), [1.234, 2.345]);
}

#[test]
fn codes_with_points_do_not_speak_for_decimal_points() {
    let story = Story::of("Year;Exporter;Importer;HS;Value\n2003;NOR;CHN;0301.11;1.250,5\n2003.0;CHN;NOR;8471.30;98.000,25\n".as_bytes());
    let values: Vec<_> = story
        .values
        .iter()
        .filter_map(|(_, value)| *value)
        .collect();
    assert_eq!(values, [1250.5, 98_000.25], "{story:?}");
}

#[test]
fn eurostat_keys_before_tabs_are_one_column() {
    let text = "freq,reporter,partner,indicators\\TIME_PERIOD\t2003 \t2004 \nA,DE,CN,VALUE\t12 \t: c\nA,FR,CN,VALUE\t: \t34 \n";
    let grid = Grid::read(
        &Document::new("x.tsv", text.into()),
        &mut crate::providers::door(),
    )
    .expect("it is a sound table");
    assert_eq!(
        grid.header(),
        [
            "freq,reporter,partner,indicators\\TIME_PERIOD",
            "2003",
            "2004"
        ]
    );
}

#[test]
fn names_are_found_however_they_are_spelt() {
    let grid = Grid::from_cells(
        vec!["Ref Year".into(), "value (%)".into(), "value".into()],
        Vec::new(),
    );
    assert_eq!(
        (
            grid.find("ref_year"),
            grid.find("value"),
            grid.find("nothing"),
            grid.find("")
        ),
        (Some(0), Some(2), None, None)
    );
}

#[test]
fn a_peek_is_the_header_of_the_reading() {
    let text = "Trade of Norway\n\nyear;exporter;importer;value\n2003;NOR;CHN;5\n";
    assert_eq!(
        Grid::peek(&Document::new("x.csv", text.into())),
        ["year", "exporter", "importer", "value"]
    );
    assert!(Grid::peek(&Document::new("x.json", b"{\"data\": [1, 2, 3]}".to_vec())).is_empty());
}

#[test]
fn undoubled_quotes_keep_their_place_among_skipped_lines() {
    let text = "year,name,value\n2003,\"a \"\"b\"\"\",1\nshort\n\n2004,\"\"\"c\"\"\",2\n";
    let mut door = crate::providers::door();
    let grid = Grid::read(&Document::new("x.csv", text.into()), &mut door).expect("it is a table");
    let mut names = Vec::new();
    grid.each(|line, cells| names.push((line, cells[1])));
    assert_eq!(names, [(2, "a \"b\""), (5, "\"c\"")]);
    assert_eq!(
        (door.rejected().len(), door.left_out()["a blank line"]),
        (1, 1)
    );
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    encoder
        .write_all(bytes)
        .and_then(|()| encoder.finish())
        .expect("memory takes it")
}

fn zip(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in members {
        writer
            .start_file(*name, zip::write::SimpleFileOptions::default())
            .expect("the name is short");
        writer.write_all(bytes).expect("memory takes it");
    }
    writer.finish().expect("memory takes it").into_inner()
}

fn unpacked(bytes: Vec<u8>) -> Result<Vec<(String, String)>, String> {
    let documents =
        unpack("trade.csv.gz", bytes, &Limits::default()).map_err(|error| error.to_string())?;
    Ok(documents
        .iter()
        .map(|document| (document.name().to_owned(), document.head().to_owned()))
        .collect())
}

#[test]
fn packed_files_are_known_by_their_bytes() {
    let one = |text: &str| Ok(vec![("trade.csv.gz".to_owned(), text.to_owned())]);
    assert_eq!(unpacked(b"a,b".to_vec()), one("a,b"));
    assert_eq!(unpacked(gzip(b"a,b")), one("a,b"));
    assert_eq!(unpacked([gzip(b"a,"), gzip(b"b")].concat()), one("a,b"));
    assert_eq!(
        unpacked(zstd::encode_all(&b"a,b"[..], 1).expect("memory takes it")),
        one("a,b")
    );
    assert_eq!(Document::new("x/Trade.CSV.gz", Vec::new()).ending(), "csv");
}

#[test]
fn members_come_by_name_and_stay_in_their_folder() {
    let inner = gzip(b"3");
    let bytes = zip(&[
        ("b.csv", b"2"),
        ("../../a.csv", b"1"),
        ("__MACOSX/b.csv", b"x"),
        ("c\n.csv.gz", &inner),
    ]);
    let names = |text: &str, name: &str| (name.to_owned(), text.to_owned());
    assert_eq!(
        unpacked(bytes),
        Ok(vec![
            names("1", "a.csv"),
            names("2", "b.csv"),
            names("3", "c_.csv.gz")
        ])
    );
    assert!(
        unpacked(zip(&[("a.csv", b"1"), ("x/../a.csv", b"2")])).is_ok_and(|found| found.len() == 2)
    );
    assert!(
        unpacked(zip(&[("a.csv", b"1"), ("./a.csv", b"2")]))
            .is_err_and(|error| error.contains("two files called `a.csv`"))
    );
    assert!(unpacked(zip(&[])).is_err());
}

#[test]
fn spreadsheets_are_not_taken_apart() {
    let bytes = zip(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("xl/workbook.xml", b"<workbook/>"),
    ]);
    assert_eq!(
        unpack("x.xlsx", bytes.clone(), &Limits::default())
            .map(|found| found[0].bytes().to_vec())
            .ok(),
        Some(bytes)
    );
}

#[test]
fn packings_that_are_not_whole_are_refused() {
    let text: Vec<u8> = (0..5000_u32)
        .flat_map(|n| format!("{n},{}\n", n.wrapping_mul(2_654_435_761)).into_bytes())
        .collect();
    let zstd = zstd::encode_all(text.as_slice(), 1).expect("memory takes it");
    for packed in [gzip(&text), zstd, zip(&[("a.csv", &text)])] {
        for at in (4..packed.len()).step_by(packed.len() / 50) {
            assert!(unpacked(packed[..at].to_vec()).is_err(), "cut at {at}");
        }
    }
    for packed in [gzip(&text), zip(&[("a.csv", &text)])] {
        for at in (0..packed.len()).step_by(packed.len() / 500) {
            let mut flipped = packed.clone();
            flipped[at] ^= 4;
            // A flip in a name, a date or a comment leaves the data whole; nothing else may pass as other text.
            if let Ok(found) = unpack("x", flipped.clone(), &Limits::default()) {
                let same = found
                    .iter()
                    .all(|document| document.bytes() == text || document.bytes() == flipped);
                assert!(same, "flipped at {at}");
            }
        }
    }
    let mut junk = gzip(&text);
    junk.extend(b"junk");
    assert!(unpacked(junk).is_err());
}

#[test]
fn bombs_are_refused_at_a_stated_limit() {
    let bomb = gzip(&vec![0; 100 << 20]);
    assert!(unpacked(bomb.clone()).is_err_and(|error| error.contains("200 times")));
    let limits = Limits {
        bytes: 1 << 20,
        ..Limits::default()
    };
    assert!(unpack("x", bomb, &limits).is_err_and(|error| error.to_string().contains("1 MiB")));
}
