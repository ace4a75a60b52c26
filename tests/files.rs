//! Users' own files: what is read, and how each fault is named.

use std::path::PathBuf;

use bilat::providers::{Options, Unit, load};
use bilat::{Currency, FlowTable, Side};

/// A file of this content, in a folder that goes with the test.
fn read_as(content: &[u8], options: &Options) -> Result<FlowTable, String> {
    let folder = tempfile::tempdir().unwrap();
    let file: PathBuf = folder.path().join("mine.csv");
    std::fs::write(&file, content).unwrap();
    let read = load(std::slice::from_ref(&file), options);
    read.map_err(|error| {
        error
            .to_string()
            .replace(&folder.path().display().to_string(), "")
    })
}

fn read(content: &str) -> Result<FlowTable, String> {
    read_as(content.as_bytes(), &Options::default())
}

fn values(table: &FlowTable) -> Vec<Option<f64>> {
    table
        .flows()
        .unwrap()
        .iter()
        .map(|flow| flow.value)
        .collect()
}

fn refusal(content: &str) -> String {
    read(content).err().expect("the file is refused")
}

#[test]
fn a_tidy_file_may_use_other_names_separators_and_a_byte_order_mark() {
    let plain = read("year,exporter,importer,value\n2003,NOR,CHN,5\n2004,NOR,CHN,\n").unwrap();
    let other =
        read("\u{feff}Year;Origin;Destination;Trade Value\n2003;Norway;China;5\n2004;no;156;..\n")
            .unwrap();
    let tabs =
        read("time\tfrom\tto\tvalue\n2003.0\t579\tchina\t5\n2004\tNOR\tCHN\tn.a.\n").unwrap();
    for table in [plain, other, tabs] {
        assert_eq!(values(&table), [Some(5.0), None]);
        assert_eq!(table.flows().unwrap()[0].side, Side::Unstated);
    }
}

#[test]
fn a_wide_file_has_a_column_for_each_year() {
    let table = read("exporter,importer,2003,2004,X2005\nNOR,CHN,1,,3\nCHN,NOR,4,5,6\n").unwrap();
    assert_eq!(
        values(&table),
        [4.0, 5.0, 6.0, 1.0, f64::NAN, 3.0].map(|v| (!v.is_nan()).then_some(v))
    );
}

#[test]
fn units_and_currency_are_given_and_never_guessed() {
    let options = Options {
        unit: Unit::Million,
        currency: Some(Currency::NOK),
    };
    let table = read_as(
        b"year,exporter,importer,value\n2003,NOR,CHN,1.93\n",
        &options,
    )
    .unwrap();
    assert_eq!(values(&table), [Some(1_930_000.0)]);
    assert_eq!(table.basis().unit(), "current Norwegian kroner");
    let silent = read("year,exporter,importer,value\n2003,NOR,CHN,1\n").unwrap();
    assert_eq!(
        silent.remarks(),
        ["file mine.csv: values taken as US dollars; the file does not say"]
    );
}

#[test]
fn side_kind_product_and_source_are_kept() {
    let table = read(
        "year,exporter,importer,side,kind,product,value,source\n\
         2003,NOR,CHN,importer,re-export,0301,5,customs\n",
    )
    .unwrap();
    let flow = &table.flows().unwrap()[0];
    assert_eq!(
        (flow.side, flow.kind.as_str()),
        (Side::Importer, "re-export")
    );
    assert_eq!(
        (flow.product.as_str(), flow.source.as_str()),
        ("0301", "customs"),
        "the zero stays"
    );
    assert_eq!(table.sources()[0].sha256.len(), 64);
}

#[test]
fn every_fault_names_file_row_column_value_and_remedy() {
    let header = "year,exporter,importer,value\n";
    let cases = [
        (
            "2003,NOR,CHNN,5",
            "/mine.csv: row 2, column `importer`: `CHNN` is not a country; did you mean China (CHN)?",
        ),
        (
            "03,NOR,CHN,5",
            "/mine.csv: row 2, column `year`: `03` is not a year such as 2003",
        ),
        (
            "2003,NOR,CHN,\"1,234\"",
            "/mine.csv: row 2, column `value`: `1,234` is not a number; write digits with a decimal point, and nothing for a missing figure",
        ),
        (
            "2003,NOR,CHN",
            "/mine.csv: row 2 has 3 fields where the header has 4; quote fields that hold the separator",
        ),
        (
            "2003,NOR,CHN,5\n2003,NOR,CHN,6",
            "/mine.csv: row 2 and row 3 both give NOR to CHN in 2003 (unstated, TOTAL, mine), as 5 and 6; keep one, or tell them apart in a `source`, `side` or `product` column",
        ),
    ];
    for (rows, message) in cases {
        assert_eq!(refusal(&format!("{header}{rows}\n")), message);
    }
}

#[test]
fn files_that_are_no_tables_are_refused() {
    let needed = "needed: year, exporter, importer and value columns, or one column per year";
    assert_eq!(
        refusal(""),
        format!("/mine.csv: the file is empty; {needed}")
    );
    assert_eq!(
        refusal(" \n\n"),
        format!("/mine.csv: the file is empty; {needed}")
    );
    assert_eq!(
        refusal("a,b\n1,2\n"),
        format!("/mine.csv: the columns are not understood: a, b; {needed}")
    );
    assert_eq!(
        refusal("year,exporter,importer,amounts\n2003,NOR,CHN,1\n"),
        "/mine.csv: column `value` is missing; found: year, exporter, importer, amounts"
    );
    assert_eq!(
        refusal("year,exporter,importer,value,amount\n2003,NOR,CHN,1,1\n"),
        "/mine.csv: columns `value` and `amount` both mean `value`; keep one of them"
    );
    assert_eq!(
        refusal("year,exporter,importer,value\n"),
        "/mine.csv: nothing is left: there is not one row of figures; check that the file is whole"
    );
    let latin = read_as(
        b"year,exporter,importer,value\n2003,NOR,CHN,1\n2003,C\xf4te,CHN,1\n",
        &Options::default(),
    );
    let latin = latin.err().unwrap();
    assert!(
        latin.starts_with("/mine.csv: line 3 is not UTF-8 text; save the file as UTF-8"),
        "{latin}"
    );
}

#[test]
fn exact_repetitions_are_dropped_counted_and_told() {
    let table = read("year,exporter,importer,value\n2003,NOR,CHN,5\n2003,NOR,CHN,5\n").unwrap();
    assert_eq!(values(&table), [Some(5.0)]);
    assert!(
        table
            .remarks()
            .contains(&"1 exact repetition dropped".to_owned())
    );
}

#[test]
fn namibia_is_no_missing_mark() {
    let table = read("year,exporter,importer,value\n2003,NA,NO,5\n").unwrap();
    let flow = &table.flows().unwrap()[0];
    assert_eq!(
        (flow.exporter.as_str(), flow.importer.as_str()),
        ("NAM", "NOR")
    );
}

#[test]
fn several_files_are_several_sources() {
    let folder = tempfile::tempdir().unwrap();
    let files: Vec<PathBuf> = ["a.csv", "b.csv"]
        .map(|name| {
            let file = folder.path().join(name);
            std::fs::write(&file, "year,exporter,importer,value\n2003,NOR,CHN,5\n").unwrap();
            file
        })
        .to_vec();
    let table = load(&files, &Options::default()).unwrap();
    let ids: Vec<&str> = table
        .sources()
        .iter()
        .map(|source| source.id.as_str())
        .collect();
    assert_eq!(ids, ["a", "b"]);
    assert_eq!(table.flows().unwrap().len(), 2);
}
