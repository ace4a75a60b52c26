//! Formats: what programs read back, and files that are whole or not there.

use std::io::Cursor;

use bilat::Table;
use bilat::indicators::Growth;
use bilat::outputs::{bytes, output, save, whole};
use bilat::providers::text::document::Document;
use bilat::providers::{Options, load_documents};
use polars::prelude::*;
use polars_io::SerReader;
use polars_io::parquet::read::ParquetReader;

use crate::figures::{measure, seed, series};

fn written(format: &str) -> String {
    let table = measure(&Growth::default(), &seed());
    String::from_utf8(bytes(&table, output(format).unwrap()).unwrap()).unwrap()
}

#[test]
fn csv_has_every_digit_and_its_provenance() {
    assert_eq!(
        written("csv"),
        "period,exporter,importer,value,base_period,base_value,change,growth_percent,reason,kind,currency,prices,side,source\n\
         2008,CHN,NOR,5430000000,,,,,first period of the series,total,USD,current,unstated,seed\n\
         2009,CHN,NOR,5250000000,2008,5430000000,-180000000,-3.314917127071823,,total,USD,current,unstated,seed\n\
         2008,NOR,CHN,1930000000,,,,,first period of the series,total,USD,current,unstated,seed\n\
         2009,NOR,CHN,2280000000,2008,1930000000,350000000,18.134715025906736,,total,USD,current,unstated,seed\n"
    );
    assert_eq!(written("tsv").replace('\t', ","), written("csv"));
}

#[test]
fn json_carries_the_caption_and_nulls() {
    let json: serde_json::Value = serde_json::from_str(&written("json")).unwrap();
    assert_eq!(json["caption"]["unit"], "current US dollars");
    assert_eq!(json["caption"]["sources"][0]["id"], "seed");
    assert_eq!(json["rows"][0]["growth_percent"], serde_json::Value::Null);
    assert_eq!(json["rows"][3]["period"], 2009);
    let lines: Vec<serde_json::Value> = written("ndjson")
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(serde_json::Value::Array(lines), json["rows"]);
}

#[test]
fn tables_for_people_are_rounded_and_say_what_stands_behind() {
    let page = written("md");
    assert!(
        page.contains("| 2009 | CHN | NOR | 5,250.0 | 2008 | 5,430.0 | −180.0 | −3.31 |  |"),
        "{page}"
    );
    assert!(
        page.contains("- Source: seed (seed), figures of seed."),
        "{page}"
    );
    assert!(
        !page.contains("unstated |"),
        "columns that never vary are left to the caption: {page}"
    );
    let terminal = written("table");
    assert!(
        terminal.contains("growth %") && terminal.contains("+18.13"),
        "{terminal}"
    );
}

#[test]
fn small_amounts_are_not_rounded_away() {
    let table = measure(
        &Growth::default(),
        &series(&[(2008, Some(12.5)), (2009, Some(1234.25))]),
    );
    let page = String::from_utf8(bytes(&table, output("md").unwrap()).unwrap()).unwrap();
    assert!(
        page.contains("| 1,234.25 |") && page.contains("| value |"),
        "{page}"
    );
}

#[test]
fn parquet_reads_back_the_same_frame() {
    let table = measure(&Growth::default(), &seed());
    let bytes = bytes(&table, output("parquet").unwrap()).unwrap();
    let back = ParquetReader::new(Cursor::new(bytes)).finish().unwrap();
    assert!(back.equals_missing(&table.data));
}

#[test]
fn an_unknown_ending_is_refused_with_the_known_ones() {
    let table = measure(&Growth::default(), &seed());
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("growth.xyz");
    let error = save(&table, &file).unwrap_err().to_string();
    assert!(
        error.ends_with("growth.xyz: `xyz` names no output format; choose one of: csv, tsv, json, ndjson, md, parquet, table"),
        "{error}"
    );
    assert!(!file.exists());
}

#[test]
fn a_file_is_replaced_whole_and_nothing_else_is_left() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("deep").join("er").join("out.csv");
    whole::write(&file, b"old").unwrap();
    whole::write(&file, b"new").unwrap();
    assert_eq!(std::fs::read(&file).unwrap(), b"new");
    let names: Vec<_> = std::fs::read_dir(file.parent().unwrap()).unwrap().collect();
    assert_eq!(names.len(), 1, "no temporary file stays");
}

#[test]
fn what_cannot_be_written_leaves_the_old_file_and_names_the_new() {
    let folder = tempfile::tempdir().unwrap();
    let blocked = folder.path().join("file");
    std::fs::write(&blocked, "old").unwrap();
    let error = whole::write(&blocked.join("below.csv"), b"new")
        .unwrap_err()
        .to_string();
    assert!(error.contains("below.csv: cannot"), "{error}");
    assert_eq!(std::fs::read(&blocked).unwrap(), b"old");
}

#[test]
fn control_characters_reach_no_terminal() {
    let mut table = measure(&Growth::default(), &seed());
    let sources = vec!["a\u{1b}[31m"; table.data.height()];
    table
        .data
        .with_column(Column::new("reason".into(), sources))
        .unwrap();
    for format in ["table", "md"] {
        let text = String::from_utf8(bytes(&table, output(format).unwrap()).unwrap()).unwrap();
        assert!(!text.contains('\u{1b}'), "{format}");
    }
}

#[test]
fn text_for_spreadsheets_is_no_formula_and_reads_back_the_same() {
    let text = "year,exporter,importer,product,value\n2003,NOR,CHN,=1+1,-5\n2004,NOR,CHN,@x,6\n";
    let document = Document::new("mine.csv", text.as_bytes().to_vec());
    let loaded = load_documents([document], &Options::default()).unwrap();
    let table = Table::of_flows(&loaded.flows).unwrap();
    let csv = bytes(&table, output("csv").unwrap()).unwrap();
    let written = String::from_utf8(csv.clone()).unwrap();
    assert!(
        written.contains(",'=1+1,-5,") && written.contains(",'@x,6,"),
        "{written}"
    );
    let again = load_documents([Document::new("mine.csv", csv)], &Options::default()).unwrap();
    assert_eq!(again.flows.flows().unwrap(), loaded.flows.flows().unwrap());
}

#[test]
fn no_control_character_of_a_name_reaches_a_file_of_text() {
    let mut table = measure(&Growth::default(), &seed());
    let steering = vec!["a\u{1b}[31m\u{7}\nb"; table.data.height()];
    table
        .data
        .with_column(Column::new("reason".into(), steering))
        .unwrap();
    for format in ["csv", "tsv"] {
        let text = String::from_utf8(bytes(&table, output(format).unwrap()).unwrap()).unwrap();
        let steers = |letter: char| letter.is_control() && !"\n\t".contains(letter);
        assert!(!text.contains(steers), "{format}");
        assert_eq!(text.lines().count(), table.data.height() + 1);
    }
}

#[test]
fn tables_longer_than_a_part_are_written_whole() {
    let rows = 40_000;
    let mut text = "year,exporter,importer,product,value\n".to_owned();
    for row in 0..rows {
        text += &format!("2003,NOR,CHN,{:06},{row}\n", 999_999 - row);
    }
    let document = Document::new("mine.csv", text.into_bytes());
    let loaded = load_documents([document], &Options::default()).unwrap();
    let table = Table::of_flows(&loaded.flows).unwrap();
    for format in ["csv", "ndjson", "parquet"] {
        let bytes = bytes(&table, output(format).unwrap()).unwrap();
        let name = format!("mine.{format}");
        let again = load_documents([Document::new(&name, bytes)], &Options::default()).unwrap();
        let (kept, read) = (loaded.flows.flows().unwrap(), again.flows.flows().unwrap());
        assert!(kept == read, "{format}");
    }
}

#[test]
fn a_long_table_is_written_in_its_order() {
    let seeded = measure(&Growth::default(), &seed());
    // Longer than what is written at a time, by several hands.
    let rows: Vec<i64> = (0..50_000).collect();
    let words: Vec<String> = rows.iter().map(|row| format!("row {row}")).collect();
    let columns = vec![
        Column::new("number".into(), rows),
        Column::new("word".into(), words),
    ];
    let table = Table {
        data: DataFrame::new_infer_height(columns).unwrap(),
        ..seeded
    };
    let text = String::from_utf8(bytes(&table, output("csv").unwrap()).unwrap()).unwrap();
    let mut lines = text.lines();
    assert_eq!(lines.next(), Some("number,word"));
    for row in 0..50_000 {
        assert_eq!(lines.next(), Some(format!("{row},row {row}").as_str()));
    }
    assert_eq!(lines.next(), None);
}
