//! Stores and sorted files answer as the files do, to the last digit.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use bilat::indicators::{GrowthRanking, Measure};
use bilat::model::coded::Coded;
use bilat::providers::{Keep, Options, load, load_asked};
use bilat::store::dataset::{Added, Watch};
use bilat::store::{Asked, Detail, Store};
use bilat::transforms::{Reshape, RollUp};
use bilat::{Flow, FlowTable, Years};
use proptest::prelude::*;

/// A row of BACI: exporter, importer, product, thousandths of a thousand dollars, kilogrammes.
type Row = (u16, u16, u32, u32, Option<u32>);

/// South Africa, Norway, China, the United States and France, by BACI's numbers.
const NUMBERS: [u16; 5] = [710, 579, 156, 842, 251];
const CODES: [&str; 5] = ["ZAF", "NOR", "CHN", "USA", "FRA"];
const PRODUCTS: [u32; 4] = [10121, 30214, 270900, 854231];

fn row() -> impl Strategy<Value = Row> {
    let area = || (0..NUMBERS.len()).prop_map(|at| NUMBERS[at]);
    let product = (0..PRODUCTS.len()).prop_map(|at| PRODUCTS[at]);
    let quantity = proptest::option::of(0..9_000_000_u32);
    (area(), area(), product, 1..2_000_000_000_u32, quantity)
}

/// Each key once and no country with itself, as BACI has it.
fn rows() -> impl Strategy<Value = Vec<Row>> {
    proptest::collection::vec(row(), 1..60).prop_map(|rows| {
        let rows = rows.into_iter().filter(|row| row.0 != row.1);
        let unique: BTreeMap<_, _> = rows.map(|row| ((row.0, row.1, row.2), row)).collect();
        unique.into_values().collect()
    })
}

/// The file of a year as CEPII writes it, in the order of `rows`.
fn write(folder: &Path, year: i32, rows: &[Row]) -> PathBuf {
    let path = folder.join(format!("BACI_HS92_Y{year}_V202301.csv"));
    let thousandths = |number: u32| format!("{}.{:03}", number / 1000, number % 1000);
    let line = |(exporter, importer, product, value, quantity): &Row| {
        let quantity = quantity.map_or("           NA".to_owned(), |kg| {
            format!("{:>12}", thousandths(kg))
        });
        format!(
            "{year},{exporter},{importer},{product:06},{},{quantity}\n",
            thousandths(*value)
        )
    };
    let lines: String = rows.iter().map(line).collect();
    fs::write(&path, format!("t,i,j,k,v,q\n{lines}")).unwrap();
    path
}

/// Value and quantity by period, exporter, importer and product.
type Figures = BTreeMap<(i32, String, String, String), (Option<f64>, Option<f64>)>;

/// What a table holds of what is asked for.
fn figures(table: &FlowTable, asked: &Asked) -> Figures {
    let mut sums = Figures::new();
    for flow in table
        .flows()
        .unwrap()
        .into_iter()
        .filter(|flow| bears(flow, asked))
    {
        let each = asked.detail() == Detail::Products;
        let product = match asked.detail() {
            Detail::Total => "TOTAL".to_owned(),
            Detail::Digits(digits) => flow.product[..usize::from(digits)].to_owned(),
            Detail::Products => flow.product,
        };
        let key = (flow.period, flow.exporter, flow.importer, product);
        let cell = sums.entry(key).or_default();
        cell.0 = match (cell.0, flow.value) {
            (Some(a), Some(b)) => Some(a + b),
            (a, b) => a.or(b),
        };
        cell.1 = flow.quantity.filter(|_| each);
    }
    sums
}

fn bears(flow: &Flow, asked: &Asked) -> bool {
    match asked {
        Asked::Everything | Asked::Pairs { .. } | Asked::Flows { .. } => true,
        Asked::ByProduct { .. } => unreachable!("has a test of its own"),
        Asked::Among { codes, .. } => {
            codes.contains(&flow.exporter) && codes.contains(&flow.importer)
        }
        Asked::From { codes, .. } => codes.contains(&flow.exporter),
        Asked::Into { codes, .. } => codes.contains(&flow.importer),
    }
}

fn questions(first: usize, second: usize) -> Vec<Asked> {
    let code = |at: usize| CODES[at].to_owned();
    let years = Years::default();
    let mut all = vec![Asked::Pairs { years }];
    for detail in [
        Detail::Total,
        Detail::Digits(2),
        Detail::Digits(4),
        Detail::Products,
    ] {
        let codes = vec![code(first), code(second)];
        all.push(Asked::Among { codes, detail });
        all.push(Asked::From {
            codes: vec![code(first)],
            detail,
        });
        all.push(Asked::Into {
            codes: vec![code(second)],
            detail,
        });
    }
    all
}

fn keep(root: &Path) -> Keep<'static> {
    Keep {
        store: Store::at(root),
        vintage: Some("test".to_owned()),
        memory: None,
        replace: false,
        watch: Watch::default(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn stores_and_sorted_files_answer_as_the_files_do(
        years in proptest::collection::vec(rows(), 1..3),
        (first, second) in (0..5_usize, 0..5_usize),
        shuffled in any::<bool>(),
    ) {
        let folder = tempfile::tempdir().unwrap();
        let files: Vec<PathBuf> = years.iter().zip(2001..).filter(|(rows, _)| !rows.is_empty()).map(|(rows, year)| {
            let mut rows = rows.clone();
            if shuffled {
                rows.reverse();
            }
            write(folder.path(), year, &rows)
        }).collect();
        prop_assume!(!files.is_empty());
        let options = Options::default();
        let whole = load(&files, &options).unwrap().flows;
        let root = folder.path().join("store");
        keep(&root).files(&files, &options).unwrap();
        let memory = folder.path().join("memory");
        for asked in questions(first, second) {
            let expected = figures(&whole, &asked);
            let stored = Store::at(&root).flows(&asked);
            // Once by a pass over the files, and once by what that pass learnt.
            let raw = [(); 2].map(|()| load_asked(&files, &options, &asked, Some(memory.clone())));
            if expected.is_empty() {
                prop_assert!(stored.is_err() && raw.iter().all(|raw| raw.is_err()));
                continue;
            }
            prop_assert_eq!(&figures(&stored.unwrap(), &asked), &expected);
            for loaded in raw {
                prop_assert_eq!(&figures(&loaded.unwrap().flows, &asked), &expected);
            }
        }
    }
}

fn sample(folder: &Path) -> PathBuf {
    write(
        folder,
        2021,
        &[
            (156, 579, 10121, 5_430_000, Some(1_500)),
            (579, 156, 30214, 1_930_000, None),
        ],
    )
}

#[test]
fn what_is_in_the_store_already_is_not_read_again() {
    let folder = tempfile::tempdir().unwrap();
    let files = [sample(folder.path())];
    let root = folder.path().join("store");
    let first = keep(&root).files(&files, &Options::default()).unwrap();
    assert!(matches!(&first.added[..], [Added::Years(years)] if years[0].rows == 2));
    assert!(first.report.files[0].kept == 2);
    let again = keep(&root).files(&files, &Options::default()).unwrap();
    assert_eq!(again.added, [Added::Known]);
    let manifest = Store::at(&root).vintage().unwrap().manifest().clone();
    assert_eq!(manifest.about.classification, "HS 1992");
    assert_eq!(manifest.years[0].value, "7360000");
}

#[test]
fn a_table_of_ones_own_is_kept_with_its_decimals_and_without_the_world() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("own.csv");
    let text = "year,exporter,importer,value\n2019,NOR,SWE,11.25\n2019,NOR,DNK,3.5\n2019,NOR,World,14.75\n";
    fs::write(&file, text).unwrap();
    let root = folder.path().join("store");
    let kept = keep(&root).files(&[file], &Options::default()).unwrap();
    assert!(
        kept.remarks[0].contains("1 rows with the world as a partner"),
        "{:?}",
        kept.remarks
    );
    let flows = Store::at(&root)
        .flows(&Asked::Pairs {
            years: Years::default(),
        })
        .unwrap()
        .flows()
        .unwrap();
    let values: Vec<Option<f64>> = flows.iter().map(|flow| flow.value).collect();
    assert_eq!(values, [Some(3.5), Some(11.25)]);
}

#[test]
fn areas_that_are_no_country_are_counted_and_not_lost_in_silence() {
    let folder = tempfile::tempdir().unwrap();
    let file = write(
        folder.path(),
        2021,
        &[
            (156, 579, 10121, 5_000, None),
            (999, 579, 10121, 7_000, None),
        ],
    );
    let root = folder.path().join("store");
    let kept = keep(&root).files(&[file], &Options::default()).unwrap();
    let told = &kept.report.files[0];
    assert_eq!((told.met, told.kept, told.rejected), (2, 1, 1));
    let reject = &kept.report.rejects[0];
    assert_eq!(
        (reject.place, reject.column.as_str(), reject.text.as_str()),
        (3, "i", "999")
    );
}

#[test]
fn a_row_that_the_scan_cannot_read_is_left_to_the_general_reader() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("BACI_HS92_Y2021_V202301.csv");
    fs::write(
        &file,
        "t,i,j,k,v,q\n2021,156,579,010121,5.43,\n2021,579,156,030214,1.93075,\n",
    )
    .unwrap();
    let asked = Asked::Into {
        codes: vec!["CHN".to_owned()],
        detail: Detail::Total,
    };
    let loaded = load_asked(&[file], &Options::default(), &asked, None).unwrap();
    let values = figures(&loaded.flows, &asked);
    assert_eq!(values.values().next().unwrap().0, Some(1930.75));
    assert_eq!(loaded.report.rejected(), 0);
}

#[test]
fn a_total_says_of_how_many_rows_it_is_the_sum_whichever_way_it_was_read() {
    let folder = tempfile::tempdir().unwrap();
    let rows = [
        (156, 579, 10121, 5_000, None),
        (156, 579, 30214, 7_000, None),
    ];
    let files = [write(folder.path(), 2021, &rows)];
    let root = folder.path().join("store");
    keep(&root).files(&files, &Options::default()).unwrap();
    let asked = Asked::Into {
        codes: vec!["NOR".to_owned()],
        detail: Detail::Total,
    };
    let raw = load_asked(&files, &Options::default(), &asked, None)
        .unwrap()
        .flows;
    let whole = RollUp
        .apply(&load(&files, &Options::default()).unwrap().flows)
        .unwrap();
    for table in [raw, whole, Store::at(&root).flows(&asked).unwrap()] {
        let said = "2 product rows summed to totals, 0 of them without a figure";
        assert!(
            table.remarks().iter().any(|remark| remark == said),
            "{:?}",
            table.remarks()
        );
    }
}

#[test]
fn releases_and_revisions_are_not_mixed() {
    let folder = tempfile::tempdir().unwrap();
    let text = "t,i,j,k,v,q\n2021,156,579,010121,5.43,\n";
    let file = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::write(&path, text).unwrap();
        path
    };
    let old = file("BACI_HS92_Y2021_V202301.csv", text);
    let new = file(
        "BACI_HS92_Y2022_V202401.csv",
        &text.replace("2021,", "2022,"),
    );
    let root = folder.path().join("store");
    keep(&root)
        .files(std::slice::from_ref(&old), &Options::default())
        .unwrap();
    let refused = keep(&root).files(std::slice::from_ref(&new), &Options::default());
    let said = refused.unwrap_err().to_string();
    assert!(
        said.contains("release 202301") && said.contains("release 202401"),
        "{said}"
    );
    assert!(said.contains("--vintage"), "{said}");
    // Of two revisions the door says that both are there; past it only the first would be named.
    let other = file(
        "BACI_HS17_Y2022_V202301.csv",
        &text.replace("2021,", "2022,"),
    );
    let asked = Asked::Into {
        codes: vec!["NOR".to_owned()],
        detail: Detail::Total,
    };
    let loaded = load_asked(&[old, other], &Options::default(), &asked, None).unwrap();
    assert_eq!(
        loaded.flows.basis().classification.as_deref(),
        Some("HS 1992, HS 2017")
    );
}

#[test]
fn a_store_is_read_alone_and_a_missing_vintage_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let file = sample(folder.path());
    let root = folder.path().join("store");
    keep(&root)
        .files(std::slice::from_ref(&file), &Options::default())
        .unwrap();
    let both = Store::among(&[root.clone(), file]).unwrap_err().to_string();
    assert!(both.contains("stands beside other files"), "{both}");
    let named = PathBuf::from(format!("{}@none", root.display()));
    let store = Store::among(&[named]).unwrap().unwrap();
    let missing = store
        .flows(&Asked::Pairs {
            years: Years::default(),
        })
        .err()
        .unwrap()
        .to_string();
    assert!(
        missing.contains("no vintage `none`") && missing.contains("test"),
        "{missing}"
    );
}

#[test]
fn files_that_do_not_fit_in_the_memory_that_was_named_are_refused_unread() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("own.csv");
    // Nothing but room: were it read, it would be no table at all.
    fs::File::create(&file).unwrap().set_len(64 << 20).unwrap();
    let root = folder.path().join("store");
    let small = Keep {
        memory: Some(512 << 20),
        ..keep(&root)
    };
    let refused = small.files(&[file], &Options::default());
    let refused = refused.err().unwrap().to_string();
    assert!(
        refused.contains("takes some 1280 MiB, and may take 512"),
        "{refused}"
    );
    assert!(!root.exists());
}

#[test]
fn every_pair_year_by_year_is_every_pair_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let rows = |factor: u32| -> Vec<Row> {
        vec![
            (156, 579, 10121, 5_000 * factor, None),
            (156, 842, 10121, 700 * factor * factor, None),
            (579, 156, 30214, 1_930 + factor, None),
        ]
    };
    let files = [
        write(folder.path(), 2021, &rows(1)),
        write(folder.path(), 2022, &rows(3)),
    ];
    let root = folder.path().join("store");
    keep(&root).files(&files, &Options::default()).unwrap();
    let (years, store) = (Years::default(), Store::at(&root));
    let asked = Asked::Pairs { years };
    let mut coded = Coded::default();
    let mut take = |_, year| {
        coded.append(year);
        Ok(())
    };
    let meaning = store
        .vintage()
        .unwrap()
        .each_year(&asked, years, &mut take)
        .unwrap()
        .unwrap();
    let ranking = GrowthRanking::default();
    let by_year = ranking.of_coded(&meaning, coded).unwrap();
    let at_once = ranking.of(&store.flows(&asked).unwrap()).unwrap();
    assert_eq!(by_year.data.height(), 6);
    assert!(at_once.data.equals_missing(&by_year.data));
}
