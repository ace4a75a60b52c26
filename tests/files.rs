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
    read.map(|loaded| loaded.flows).map_err(|error| {
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
        unit: Some(Unit::Million),
        currency: Some(Currency::NOK),
        ..Options::default()
    };
    let table = read_as(
        b"year,exporter,importer,value\n2003,NOR,CHN,1.93\n",
        &options,
    )
    .unwrap();
    assert_eq!(values(&table), [Some(1_930_000.0)]);
    assert_eq!(table.basis().unit(), "current Norwegian kroner");
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
            "mine.csv: row 2, column `importer`: `CHNN` is no country or area known here; did you mean China (CHN)?",
        ),
        (
            "03,NOR,CHN,5",
            "mine.csv: row 2, column `period`: `03` is no period; write 2003, 2003-Q1 or 2003-01",
        ),
        (
            "2003,NOR,CHN,\"1,234\"",
            "mine.csv: row 2, column `value`: `1,234` can be read two ways; say which mark is the decimal one with `--decimal .` or `--decimal ,`",
        ),
        (
            "2003,NOR,CHN,5\n2003,NOR,CHN,6",
            "row 2 of mine.csv and row 3 of mine.csv both give NOR to CHN in 2003 (unstated, TOTAL, mine), as 5 and 6; keep one, or tell them apart in a `source`, `side` or `product` column",
        ),
    ];
    for (rows, message) in cases {
        assert_eq!(refusal(&format!("{header}{rows}\n")), message);
    }
}

#[test]
fn a_row_that_cannot_be_read_is_rejected_and_the_others_are_kept() {
    let rows = "year,exporter,importer,value\n2003,NOR,CHN,5\n2004,Nirvana,CHN,6\n2005,NOR,CHN,x1\n2006,NOR,CHN\n2007,NOR,CHN,7\n";
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("mine.csv");
    std::fs::write(&file, rows).unwrap();
    let loaded = load(std::slice::from_ref(&file), &Options::default()).unwrap();
    assert_eq!(values(&loaded.flows), [Some(5.0), Some(7.0)]);
    let report = &loaded.report;
    assert_eq!(
        (report.files[0].met, report.files[0].kept, report.rejected()),
        (5, 2, 3)
    );
    let mut places: Vec<(u64, &str)> = report
        .rejects
        .iter()
        .map(|one| (one.place, one.text.as_str()))
        .collect();
    places.sort_unstable();
    assert_eq!(places[..2], [(3, "Nirvana"), (4, "x1")]);
    assert_eq!(places[2].0, 5, "the short row is named");
    let strict = Options {
        strict: true,
        ..Options::default()
    };
    assert!(load(std::slice::from_ref(&file), &strict).is_err());
}

#[test]
fn files_that_are_no_tables_are_refused() {
    assert_eq!(refusal(""), "/mine.csv: the file is empty");
    assert_eq!(refusal(" \n\n"), "/mine.csv: the file is empty");
    assert!(refusal("a,b\n1,2\n").starts_with("/mine.csv: the layout is not recognised"));
    assert!(refusal("year,exporter,importer,amounts\n2003,NOR,CHN,1\n").contains("--map"));
    assert_eq!(
        refusal("year,exporter,importer,value,amount\n2003,NOR,CHN,1,1\n"),
        "/mine.csv: columns `value` and `amount` may both be the value; say which with --map value=\"value\" or --map value=\"amount\""
    );
    assert!(
        refusal("year,exporter,importer,value\n").contains("no record stands below the header")
    );
}

#[test]
fn other_encodings_are_guessed_and_told() {
    let latin = b"year,exporter,importer,value\n2003,NOR,CHN,1\n2003,C\xf4te d'Ivoire,CHN,1\n";
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("mine.csv");
    std::fs::write(&file, latin).unwrap();
    let loaded = load(std::slice::from_ref(&file), &Options::default()).unwrap();
    assert_eq!(loaded.flows.flows().unwrap()[0].exporter, "CIV");
    assert_eq!(loaded.report.files[0].encoding, "windows-1252");
    let told = loaded.report.lines().join(" ");
    assert!(
        told.contains("the encoding is taken to be windows-1252"),
        "{told}"
    );
}

#[test]
fn what_convert_writes_reads_back_the_same() {
    let content = "year,exporter,importer,side,kind,product,value\n2003,NOR,CHN,importer,re-export,0301,5.25\n2004,CHN,NOR,exporter,total,TOTAL,\n";
    let table = read(content).unwrap();
    for ending in ["csv", "tsv", "ndjson", "parquet"] {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join(format!("mine.{ending}"));
        bilat::outputs::save(&bilat::Table::of_flows(&table).unwrap(), &file).unwrap();
        let back = load(&[file], &Options::default()).unwrap().flows;
        assert_eq!(back.flows().unwrap(), table.flows().unwrap(), "{ending}");
    }
}

#[test]
fn totals_beside_their_parts_are_not_counted_twice() {
    let table = read(
        "year,exporter,importer,product,value\n\
         2003,NOR,CHN,TOTAL,30\n2003,NOR,CHN,03,20\n2003,NOR,CHN,0301,15\n2003,NOR,CHN,0302,5\n2003,NOR,CHN,27,10\n",
    )
    .unwrap();
    let kept: Vec<String> = table
        .flows()
        .unwrap()
        .into_iter()
        .map(|flow| flow.product)
        .collect();
    assert_eq!(kept, ["0301", "0302", "27", "TOTAL"]);
    let unclear =
        refusal("year,exporter,importer,product,value\n2003,NOR,CHN,03,20\n2003,NOR,CHN,0301,15\n");
    assert!(
        unclear.contains("say which to keep with --detail finest or --detail coarsest"),
        "{unclear}"
    );
}

#[test]
fn groups_beside_their_countries_are_left_out_and_alone_they_stay() {
    let both = read(
        "year,exporter,importer,value\n2003,NOR,EU27_2020,30\n2003,NOR,SWE,20\n2003,NOR,World,50\n",
    )
    .unwrap();
    let importers: Vec<String> = both
        .flows()
        .unwrap()
        .into_iter()
        .map(|flow| flow.importer)
        .collect();
    assert_eq!(importers, ["SWE", "WLD"]);
    let alone = read("year,exporter,importer,value\n2003,NOR,EU27_2020,30\n").unwrap();
    assert_eq!(alone.flows().unwrap()[0].importer, "EU27_2020");
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
    let table = load(&files, &Options::default()).unwrap().flows;
    let ids: Vec<&str> = table
        .sources()
        .iter()
        .map(|source| source.id.as_str())
        .collect();
    assert_eq!(ids, ["a", "b"]);
    assert_eq!(table.flows().unwrap().len(), 2);
}

#[test]
fn values_at_constant_prices_are_not_taken_for_current_ones() {
    let refused = refusal("year,exporter,importer,value,prices\n2003,NOR,CHN,5,constant 2010\n");
    assert!(
        refused.contains("row 2, column `prices`: `constant 2010` is not `current`"),
        "{refused}"
    );
    assert!(read("year,exporter,importer,value,prices\n2003,NOR,CHN,5,current\n").is_ok());
}

#[test]
fn fiscal_years_are_read_and_told() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("mine.csv");
    std::fs::write(
        &file,
        "year,exporter,importer,value\nFY2003,IND,CHN,5\n2004/05,IND,CHN,6\n",
    )
    .unwrap();
    let loaded = load(&[file], &Options::default()).unwrap();
    let years: Vec<i32> = loaded
        .flows
        .flows()
        .unwrap()
        .iter()
        .map(|flow| flow.year())
        .collect();
    assert_eq!(years, [2003, 2004]);
    assert!(
        loaded
            .report
            .lines()
            .join(" ")
            .contains("fiscal years stand under the calendar year they begin in")
    );
}
