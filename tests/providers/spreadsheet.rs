//! Workbooks, written cell by cell.

use crate::providers::Trial;
use std::io::{Cursor, Write};

use bilat::error::Result;
use bilat::providers::Provider;
use bilat::providers::spreadsheet::workbook::Spreadsheet;
use bilat::providers::text::document::Document;

fn zipped(members: &[(&str, String)]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in members {
        archive
            .start_file(*name, zip::write::SimpleFileOptions::default())
            .unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// A workbook with sheets of the given `<sheetData>` and what follows it.
fn xlsx(sheets: &[(&str, &str)]) -> Document {
    let (mut list, mut rels, mut members) = (String::new(), String::new(), Vec::new());
    for (number, (name, data)) in (1..).zip(sheets) {
        list += &format!("<sheet name=\"{name}\" sheetId=\"{number}\" r:id=\"r{number}\"/>");
        rels += &format!(
            "<Relationship Id=\"r{number}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/s{number}.xml\"/>"
        );
        members.push((format!("xl/worksheets/s{number}.xml"), format!("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">{data}</worksheet>")));
    }
    let workbook = format!(
        "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>{list}</sheets></workbook>"
    );
    let rels = format!(
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{rels}</Relationships>"
    );
    let root = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>".to_owned();
    let mut all = vec![
        ("_rels/.rels", root),
        ("xl/workbook.xml", workbook),
        ("xl/_rels/workbook.xml.rels", rels),
    ];
    all.extend(
        members
            .iter()
            .map(|(name, text)| (name.as_str(), text.clone())),
    );
    Document::new("book.xlsx", zipped(&all))
}

/// Rows of cells: text, or numbers where they parse, or errors that begin with `#`.
fn data(rows: &[&[&str]]) -> String {
    let mut xml = String::from("<sheetData>");
    for (row, cells) in (1..).zip(rows) {
        xml += &format!("<row r=\"{row}\">");
        for (column, cell) in ('A'..).zip(*cells) {
            let at = format!("{column}{row}");
            xml += &match cell {
                _ if cell.is_empty() => String::new(),
                _ if cell.starts_with('#') => format!("<c r=\"{at}\" t=\"e\"><v>{cell}</v></c>"),
                _ if cell.parse::<f64>().is_ok() => format!("<c r=\"{at}\"><v>{cell}</v></c>"),
                _ => format!("<c r=\"{at}\" t=\"inlineStr\"><is><t>{cell}</t></is></c>"),
            };
        }
        xml += "</row>";
    }
    xml + "</sheetData>"
}

fn read(document: &Document, sheet: Option<&str>) -> (Result<()>, Trial) {
    let mut door = crate::providers::door_with(bilat::providers::Options {
        sheet: sheet.map(str::to_owned),
        ..Default::default()
    });
    assert!(Spreadsheet.recognises(document));
    let result = Spreadsheet.read(document, &mut door);
    (result, door)
}

#[test]
fn the_first_sheet_in_a_known_layout_is_read_and_codes_stay_codes() {
    let flows = data(&[
        &["Trade of Norway", "", "", ""],
        &["exporter", "importer", "year", "value_thousand_usd"],
        &["579", "156", "2003", "1200.5"],
        &["", "", "", ""],
        &["579", "156", "2004", "#N/A"],
        &["Source: own", "", "", ""],
    ]);
    let book = xlsx(&[("Notes", &data(&[&["about"]])), ("Flows", &flows)]);
    let (result, door) = read(&book, None);
    result.unwrap();
    assert_eq!(door.taken(), ["2003 579 > 156 unstated total TOTAL 1200.5"]);
    assert_eq!(
        door.rejected(),
        [(
            5,
            "value_thousand_usd".to_owned(),
            "#N/A".to_owned(),
            "is an error of the spreadsheet; mend the cell or empty it".to_owned()
        )]
    );
    assert!(
        door.remarks()
            .iter()
            .any(|remark| remark == "sheet `Flows` was read, of: Notes, Flows")
    );
    assert!(
        door.remarks()
            .iter()
            .any(|remark| remark == "1 rows above the header were skipped")
    );
    assert!(
        door.remarks()
            .iter()
            .any(|remark| remark == "1 rows with a single cell were taken for notes and skipped")
    );
}

#[test]
fn a_sheet_is_chosen_by_name_or_number() {
    let flows = |value| {
        data(&[
            &["exporter", "importer", "2003"],
            &["Norway", "China", value],
        ])
    };
    let book = xlsx(&[("A", &flows("1")), ("B", &flows("2"))]);
    assert_eq!(
        read(&book, Some("b")).1.taken(),
        ["2003 Norway > China unstated total TOTAL 2"]
    );
    assert_eq!(
        read(&book, Some("1")).1.taken(),
        ["2003 Norway > China unstated total TOTAL 1"]
    );
    assert_eq!(
        read(&book, Some("C")).0.unwrap_err().to_string(),
        "there is no sheet `C`; choose one of: A, B"
    );
}

#[test]
fn cells_merged_downwards_are_filled() {
    let rows = data(&[
        &["exporter", "importer", "year", "value"],
        &["Norway", "China", "2003", "1"],
        &["", "China", "2004", "2"],
    ]);
    let (result, door) = read(
        &xlsx(&[(
            "A",
            &format!("{rows}<mergeCells count=\"1\"><mergeCell ref=\"A2:A3\"/></mergeCells>"),
        )]),
        None,
    );
    result.unwrap();
    assert_eq!(
        door.taken()[1],
        "2004 Norway > China unstated total TOTAL 2"
    );
}

#[test]
fn a_cell_at_the_end_of_the_world_is_refused_before_memory_is() {
    let bomb = "<dimension ref=\"A1:XFD1048576\"/><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row></sheetData>";
    let (result, _) = read(&xlsx(&[("A", bomb)]), None);
    assert!(
        result
            .unwrap_err()
            .to_string()
            .starts_with("the workbook spans more than")
    );
    let mut wide = String::from("<sheetData>");
    for row in 1..=1300 {
        wide += &format!("<row r=\"{row}\"><c r=\"XFD{row}\"><v>1</v></c></row>");
    }
    let (result, _) = read(&xlsx(&[("A", &(wide + "</sheetData>"))]), None);
    assert!(
        result
            .unwrap_err()
            .to_string()
            .starts_with("the workbook spans more than")
    );
}

fn ods(rows: &str) -> Document {
    let content = format!(
        "<?xml version=\"1.0\"?><office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:spreadsheet><table:table table:name=\"A\">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"
    );
    let kind = "application/vnd.oasis.opendocument.spreadsheet".to_owned();
    let manifest = "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"></manifest:manifest>".to_owned();
    Document::new(
        "book.ods",
        zipped(&[
            ("mimetype", kind),
            ("META-INF/manifest.xml", manifest),
            ("content.xml", content),
        ]),
    )
}

#[test]
fn opendocument_is_read_and_its_repetitions_are_weighed() {
    let text = |text: &str| {
        format!(
            "<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>"
        )
    };
    let number = |number: &str| {
        format!(
            "<table:table-cell office:value-type=\"float\" office:value=\"{number}\"><text:p>{number}</text:p></table:table-cell>"
        )
    };
    let row = |cells: &[String]| format!("<table:table-row>{}</table:table-row>", cells.concat());
    let sheet = row(&["exporter", "importer", "year", "value"].map(text))
        + &row(&[text("Norway"), text("China"), number("2003"), number("7")]);
    let (result, door) = read(&ods(&sheet), None);
    result.unwrap();
    assert_eq!(door.taken(), ["2003 Norway > China unstated total TOTAL 7"]);
    let bomb = "<table:table-row table:number-rows-repeated=\"1000000\"><table:table-cell table:number-columns-repeated=\"1000\" office:value-type=\"float\" office:value=\"1\"/></table:table-row>";
    let (result, _) = read(&ods(bomb), None);
    assert!(
        result
            .unwrap_err()
            .to_string()
            .starts_with("the workbook spans more than")
    );
}

#[test]
fn a_damaged_workbook_is_refused_with_a_remedy() {
    let (result, _) = read(
        &Document::new("book.xlsx", b"PK\x03\x04nothing".to_vec()),
        None,
    );
    assert!(
        result
            .unwrap_err()
            .to_string()
            .contains("save the sheet as CSV")
    );
}

#[test]
fn a_workbook_of_the_old_format_reads_as_the_new_ones_do() {
    let bytes = include_bytes!("../fixtures/providers/old_workbook.xls").to_vec();
    let document = Document::new("old_workbook.xls", bytes);
    assert!(Spreadsheet.recognises(&document));
    let mut door = crate::providers::door();
    Spreadsheet.read(&document, &mut door).unwrap();
    assert_eq!(door.heard().power, 3);
    let values = [
        Some(1_930_000.0),
        Some(2_280_000.5),
        Some(5_430_000.0),
        None,
    ];
    assert_eq!(door.values(), values);
    assert!(
        door.taken()[1].starts_with("2009 NOR > CHN"),
        "{:?}",
        door.taken()
    );
}

/// What becomes of the old workbook with some bytes changed.
fn old_workbook(change: impl Fn(&mut Vec<u8>)) -> Result<()> {
    let mut bytes = include_bytes!("../fixtures/providers/old_workbook.xls").to_vec();
    change(&mut bytes);
    let document = Document::new("old_workbook.xls", bytes);
    Spreadsheet.read(&document, &mut crate::providers::door())
}

#[test]
fn an_old_workbook_whose_sectors_run_in_a_circle_is_refused() {
    // A transfer as text puts a carriage return before each line feed, and all that follows moves.
    let as_text = |bytes: &mut Vec<u8>| {
        let moved = bytes.iter().flat_map(|&byte| match byte {
            b'\n' => vec![b'\r', byte],
            _ => vec![byte],
        });
        *bytes = moved.collect();
    };
    // With a table of noughts every sector is followed by the first.
    let noughts = |bytes: &mut Vec<u8>| {
        let table = u32::from_le_bytes([bytes[76], bytes[77], bytes[78], bytes[79]]) as usize;
        bytes[(table + 1) * 512..(table + 2) * 512].fill(0);
    };
    for refused in [old_workbook(as_text), old_workbook(noughts)] {
        assert_eq!(
            refused.unwrap_err().to_string(),
            "the workbook cannot be read: the file is not whole, fetch it again; open it in a spreadsheet and save it anew, or save the sheet as CSV"
        );
    }
}

#[test]
fn an_old_workbook_that_claims_more_cells_than_it_may_is_refused() {
    // The record of dimensions: its kind, its length, first row, last row, columns.
    let claim = |bytes: &mut Vec<u8>| {
        let head = [0x00, 0x02, 0x0e, 0x00];
        let at = bytes.windows(4).position(|four| four == head).unwrap();
        bytes[at + 8..at + 12].fill(0x7f);
    };
    let refused = old_workbook(claim).unwrap_err().to_string();
    assert!(
        refused.contains("spans more than 20000000 cells"),
        "{refused}"
    );
}

#[test]
fn no_scratch_in_an_old_workbook_is_a_panic() {
    for at in 0..5632 / 7 {
        for byte in [0, 0x7f, 0xff] {
            _ = old_workbook(|bytes| bytes[at * 7] = byte);
        }
    }
}

#[test]
fn titles_a_row_of_units_and_notes_of_a_sheet_are_heard() {
    let header = ["exporter", "importer", "year", "value"];
    let row = ["579", "156", "2003", "5"];
    let title: &[&[&str]] = &[&["Exports, million USD", "", "", ""], &header, &row];
    let units: &[&[&str]] = &[&header, &["", "", "", "million EUR"], &row];
    let note: &[&[&str]] = &[&header, &row, &["Unit: thousand USD", "", "", ""]];
    for (rows, power, currency) in [(title, 6, "USD"), (units, 6, "EUR"), (note, 3, "USD")] {
        let (result, door) = read(&xlsx(&[("Flows", &data(rows))]), None);
        result.unwrap();
        assert_eq!(door.taken().len(), 1);
        let heard = door.heard();
        assert_eq!(
            (heard.power, heard.currency.as_deref()),
            (power, Some(currency)),
            "{rows:?}"
        );
    }
}

#[test]
fn a_lone_cell_among_the_rows_is_rejected_and_a_second_unit_refused() {
    let header = ["exporter", "importer", "year", "value"];
    let (one, other) = (["579", "156", "2003", "5"], ["579", "156", "2004", "6"]);
    let lone = data(&[&header, &one, &["", "", "", "77"], &other]);
    let (result, door) = read(&xlsx(&[("Flows", &lone)]), None);
    result.unwrap();
    assert_eq!(
        (door.taken().len(), door.rejected()[0].2.as_str()),
        (2, "77")
    );
    let blocks = data(&[&header, &one, &["Thousand USD", "", "", ""], &other]);
    let error = read(&xlsx(&[("Flows", &blocks)]), None).0.unwrap_err();
    assert!(
        error.to_string().contains("row 3 says `Thousand USD`"),
        "{error}"
    );
}

#[test]
fn a_formula_without_its_result_is_rejected_and_one_with_an_empty_text_is_not() {
    let rows = |value: &str| {
        format!(
            "<sheetData><row r=\"1\">{}</row><row r=\"2\">{}<c r=\"D2\"{value}</c></row></sheetData>",
            ["exporter", "importer", "year", "value"]
                .iter()
                .zip('A'..)
                .map(|(name, at)| format!(
                    "<c r=\"{at}1\" t=\"inlineStr\"><is><t>{name}</t></is></c>"
                ))
                .collect::<String>(),
            ["579", "156", "2003"]
                .iter()
                .zip('A'..)
                .map(|(cell, at)| format!("<c r=\"{at}2\"><v>{cell}</v></c>"))
                .collect::<String>(),
        )
    };
    let bare = rows("><f>A2+0</f>");
    let (result, door) = read(&xlsx(&[("Flows", &bare)]), None);
    result.unwrap();
    assert!(door.taken().is_empty() && door.rejected()[0].3.contains("result is not in the file"));
    let solved = rows("><f>A2+0</f><v>579</v>");
    assert_eq!(read(&xlsx(&[("Flows", &solved)]), None).1.taken().len(), 1);
    let empty = rows(" t=\"str\"><f>IF(1,\"\")</f><v></v>");
    assert_eq!(read(&xlsx(&[("Flows", &empty)]), None).1.taken().len(), 1);
}

#[test]
fn figures_kept_as_text_are_read_with_their_thousands() {
    let text = data(&[
        &["exporter", "importer", "year", "value"],
        &["579", "156", "2003", "43,564,097"],
    ]);
    let (result, door) = read(&xlsx(&[("Flows", &text)]), None);
    result.unwrap();
    assert_eq!(door.marks().and_then(|marks| marks.thousands), Some(','));
}
