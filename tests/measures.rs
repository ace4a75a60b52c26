//! Measures by name: what they say of a small world, and that stores and files answer alike.

mod months;
mod traps;
mod variants;

use std::collections::BTreeMap;
use std::fs;

use bilat::indicators::catalogue;
use bilat::measures::{Ask, Dimension, Economy, Intra, Settings, WorldRow, settings_of};
use bilat::providers::{Keep, Options, each_year, load, load_asked};
use bilat::store::dataset::Watch;
use bilat::store::{Asked, Store};
use bilat::{Error, Flow, FlowTable, Side, Table, Years};

use crate::figures::{flow, near, numbers, table, texts, years};

const COUNTRIES: [&str; 5] = ["CHN", "DEU", "FRA", "NOR", "USA"];
const PRODUCTS: [&str; 6] = ["030214", "030499", "270900", "271121", "760110", "847130"];

/// Values that are the same at every call and differ from cell to cell; some cells have no trade.
fn value(from: usize, to: usize, product: usize, year: i32) -> Option<f64> {
    let seed =
        (from * 7 + to * 13 + product * 29) as i64 + i64::from(year) * 3 + (from * product) as i64;
    let value = (seed * seed) % 997 + 3;
    (from != to && (seed % 5 != 0)).then_some(value as f64 * 1000.0)
}

fn world() -> FlowTable {
    let mut flows: Vec<Flow> = Vec::new();
    for year in 2001..=2006 {
        for (from, exporter) in COUNTRIES.iter().enumerate() {
            for (to, importer) in COUNTRIES.iter().enumerate() {
                for (at, product) in PRODUCTS.iter().enumerate() {
                    let Some(value) = value(from, to, at, year) else {
                        continue;
                    };
                    flows.push(Flow {
                        product: (*product).to_owned(),
                        quantity: Some(
                            (value / (at as f64 + 2.0) / f64::from(year - 1990)).round(),
                        ),
                        quantity_unit: "t".to_owned(),
                        ..flow("s", exporter, importer, Side::Reconciled, year, Some(value))
                    });
                }
            }
        }
    }
    table(&flows)
}

/// A measure as it is by itself.
fn ask(name: &str) -> Ask {
    Ask::new(catalogue::find(name).unwrap())
}

/// A measure with settings.
fn set(name: &str, settings: &[&str]) -> Ask {
    let typed: Vec<String> = settings.iter().map(|one| (*one).to_owned()).collect();
    let ask = ask(name);
    Ask {
        settings: Settings::of(ask.measure, &typed).unwrap(),
        ..ask
    }
}

fn of(ask: &Ask) -> Table {
    ask.of(&world()).unwrap()
}

/// A measure with what it needs so that it can be taken at all.
fn whole(ask: Ask) -> Ask {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("gdp.csv");
    let mut text = "country,year,value\n".to_owned();
    for (at, code) in COUNTRIES.iter().enumerate() {
        for year in 2001..=2006 {
            text.push_str(&format!("{code},{year},{}\n", 1e8 * (at as f64 + 1.0)));
        }
    }
    fs::write(&file, text).unwrap();
    let of_gdp = format!("{:?}", ask.settings).contains("gdp");
    let economy = match ask.measure.name {
        "openness" | "import-penetration" => true,
        "lafay" => of_gdp,
        _ => false,
    };
    let economy = economy.then(|| Economy::read(&file).unwrap());
    let exporters = match ask.measure.name {
        "ubiquity" | "product-complexity" | "proximity" | "quality" | "trade-introversion" => {
            vec![]
        }
        _ => vec!["NOR".to_owned()],
    };
    Ask {
        economy,
        exporters,
        ..ask
    }
}

#[test]
fn every_measure_of_the_catalogue_answers() {
    for about in catalogue::ALL {
        let ask = whole(Ask::new(about));
        let answer = match about.name {
            "trade-introversion" => set(about.name, &["group=EU27"]).of(&world()),
            _ => ask.of(&world()),
        };
        match (about.name, answer) {
            ("deflate" | "convert", refused) => {
                let refused = refused.err().unwrap().to_string();
                assert!(refused.contains("--real"), "{refused}");
            }
            ("seasonal-profile", refused) => {
                let refused = refused.err().unwrap().to_string();
                assert!(refused.contains("parts of years"), "{refused}");
            }
            (name, answer) => {
                let answer = answer.unwrap_or_else(|error| panic!("{name}: {error}"));
                assert!(answer.data.height() > 0, "{name}");
                assert!(!answer.caption.formula.is_empty(), "{name}");
                assert!(answer.caption.title.len() > 10, "{name}");
                assert_eq!(answer.caption.sources.len(), 1, "{name}");
            }
        }
    }
}

#[test]
fn every_word_that_a_measure_is_said_to_take_is_taken() {
    for about in catalogue::ALL {
        for setting in settings_of(about.name) {
            // Words stand before the first comma that explains, numbers and kinds of value have blanks.
            let words = setting
                .values
                .split(", ")
                .map(|word| word.split(" (").next().unwrap());
            for word in words.filter(|word| !word.contains(' ') && !word.is_empty()) {
                let typed = format!("{}={word}", setting.name);
                let settings = Settings::of(about, std::slice::from_ref(&typed)).unwrap();
                let ask = whole(Ask {
                    settings,
                    ..Ask::new(about)
                });
                match ask.of(&world()) {
                    Ok(_) | Err(Error::NothingLeft { .. } | Error::BasisMismatch { .. }) => {}
                    Err(error) => panic!("{}: {typed}: {error}", about.name),
                }
            }
            let wrong = Settings::of(about, &[format!("{}=no-such-word", setting.name)]).unwrap();
            let ask = whole(Ask {
                settings: wrong,
                ..Ask::new(about)
            });
            assert!(
                ask.of(&world()).is_err(),
                "{}: {}",
                about.name,
                setting.name
            );
        }
        let unknown = Settings::of(about, &["no-such-setting=1".to_owned()]);
        assert!(matches!(unknown, Err(Error::UnknownSetting { .. })));
    }
}

/// Two countries and two products: the balanced case and a shifted one.
fn two_by_two() -> FlowTable {
    let cell = |exporter: &str, product: &str, value: f64| Flow {
        product: product.to_owned(),
        ..flow("s", exporter, "USA", Side::Exporter, 2010, Some(value))
    };
    table(&[
        cell("NOR", "03", 60.0),
        cell("NOR", "27", 40.0),
        cell("CHN", "03", 40.0),
        cell("CHN", "27", 260.0),
    ])
}

#[test]
fn advantage_and_concentration_are_those_of_hand() {
    let rca = ask("rca").of(&two_by_two()).unwrap();
    let found: Vec<(String, String, f64)> = texts(&rca, "exporter")
        .into_iter()
        .zip(texts(&rca, "product"))
        .zip(numbers(&rca, "revealed_advantage"))
        .map(|((exporter, product), figure)| (exporter.unwrap(), product.unwrap(), figure.unwrap()))
        .collect();
    // Norway: 60 of 100 in fish; the world 100 of 400.
    let hand = [
        ("CHN", "03", (40.0 / 300.0) / 0.25),
        ("CHN", "27", (260.0 / 300.0) / 0.75),
        ("NOR", "03", 0.6 / 0.25),
        ("NOR", "27", 0.4 / 0.75),
    ];
    for ((exporter, product, figure), hand) in found.iter().zip(hand) {
        assert_eq!((exporter.as_str(), product.as_str()), (hand.0, hand.1));
        near(*figure, hand.2, 1e-15);
    }
    let hhi = ask("hhi").of(&two_by_two()).unwrap();
    let found = numbers(&hhi, "hhi");
    near(found[1].unwrap(), 0.36 + 0.16, 1e-15);
    let suppliers = Ask {
        by: vec![Dimension::Product],
        over: Some(Dimension::Exporter),
        ..set("hhi", &["scale=hhi-10000"])
    };
    let found = numbers(&suppliers.of(&two_by_two()).unwrap(), "hhi_10000");
    near(found[0].unwrap(), 10_000.0 * (0.36 + 0.16), 1e-12);
}

#[test]
fn a_country_that_is_told_apart_is_shown_and_one_that_is_not_is_the_market() {
    let all = of(&ask("rca"));
    let norway = of(&Ask {
        exporters: vec!["NOR".to_owned()],
        ..ask("rca")
    });
    let pick = |table: &Table| -> Vec<Option<f64>> {
        let of = texts(table, "exporter")
            .into_iter()
            .zip(numbers(table, "revealed_advantage"));
        of.filter(|(code, _)| code.as_deref() == Some("NOR"))
            .map(|(_, figure)| figure)
            .collect()
    };
    assert_eq!(pick(&all), pick(&norway));
    assert_eq!(norway.data.height(), pick(&norway).len());
    let in_china = of(&Ask {
        importers: vec!["CHN".to_owned()],
        exporters: vec!["NOR".to_owned()],
        ..ask("rca")
    });
    assert_ne!(pick(&in_china), pick(&norway));
    // The market alone, as a world of its own.
    let market = world().retain(|flow| flow.importer == "CHN").unwrap();
    let alone = Ask {
        exporters: vec!["NOR".to_owned()],
        ..ask("rca")
    }
    .of(&market)
    .unwrap();
    assert_eq!(pick(&in_china), pick(&alone));
}

/// Sums of a column by a key.
fn sums(table: &Table, keys: &[&str], column: &str) -> BTreeMap<String, f64> {
    let mut sums = BTreeMap::new();
    let period = years(table, "period");
    let codes: Vec<Vec<Option<String>>> = keys.iter().map(|key| texts(table, key)).collect();
    for (row, figure) in numbers(table, column).into_iter().enumerate() {
        let code: Vec<&str> = codes
            .iter()
            .map(|codes| codes[row].as_deref().unwrap())
            .collect();
        *sums
            .entry(format!("{:?} {code:?}", period[row]))
            .or_insert(0.0) += figure.unwrap_or(0.0);
    }
    sums
}

#[test]
fn parts_make_up_their_wholes() {
    let contributions = of(&set("contributions", &["absent=zero"]));
    let points = sums(&contributions, &["exporter"], "contribution_points");
    let growth = numbers(&contributions, "total_growth_percent");
    let rows = texts(&contributions, "exporter")
        .into_iter()
        .zip(years(&contributions, "period"));
    for ((code, period), growth) in rows.zip(growth) {
        let key = format!("{period:?} {:?}", [code.unwrap()]);
        near(points[&key], growth.unwrap(), 1e-12);
    }
    assert!(points.len() == 25);
    let margins = of(&ask("hk"));
    let column = |name: &str| numbers(&margins, name).into_iter().flatten();
    let products = column("extensive").zip(column("intensive"));
    for ((extensive, intensive), share) in products.zip(column("share")) {
        near(extensive * intensive, share, 1e-12);
    }
    assert_eq!(column("share").count(), 30);
    let cms = of(&Ask {
        exporters: vec!["NOR".to_owned()],
        ..ask("cms")
    });
    let of_part = |name: &str| numbers(&cms, name);
    let names = [
        "world_effect",
        "product_effect",
        "market_effect",
        "mixed_effect",
        "share_effect",
        "interaction_effect",
        "outside_effect",
    ];
    for row in 0..cms.data.height() {
        let parts: f64 = names.iter().map(|name| of_part(name)[row].unwrap()).sum();
        near(parts, of_part("change")[row].unwrap(), 1e-9);
    }
    let prices = of(&Ask {
        exporters: vec!["NOR".to_owned()],
        importers: vec!["CHN".to_owned()],
        ..ask("uvi")
    });
    let of = |name: &str| numbers(&prices, name);
    let rows = of("price_index")
        .into_iter()
        .zip(of("volume_index"))
        .zip(of("value_index"));
    let mut seen = 0;
    for ((price, volume), value) in rows {
        near(
            price.unwrap() * volume.unwrap() / 100.0,
            value.unwrap(),
            1e-12,
        );
        seen += 1;
    }
    assert_eq!(seen, 6);
    let shares = sums(&of_world("market-share"), &["product"], "market_share");
    shares.values().for_each(|sum| near(*sum, 1.0, 1e-12));
}

fn of_world(name: &str) -> Table {
    of(&ask(name))
}

#[test]
fn trade_within_an_industry_is_that_of_hand_with_all_partners_and_with_one() {
    let cell = |exporter: &str, importer: &str, product: &str, value: f64| Flow {
        product: product.to_owned(),
        ..flow("s", exporter, importer, Side::Exporter, 2010, Some(value))
    };
    let flows = table(&[
        cell("NOR", "CHN", "03", 60.0),
        cell("NOR", "SWE", "03", 20.0),
        cell("CHN", "NOR", "03", 30.0),
        cell("SWE", "NOR", "27", 40.0),
        cell("CHN", "SWE", "27", 500.0),
    ]);
    let norway = Ask {
        exporters: vec!["NOR".to_owned()],
        ..ask("gl")
    };
    let found = norway.of(&flows).unwrap();
    // Fish 80 against 30, oil 0 against 40: 1 - (50 + 40) / (110 + 40).
    near(
        numbers(&found, "grubel_lloyd")[0].unwrap(),
        1.0 - 90.0 / 150.0,
        1e-15,
    );
    assert_eq!(numbers(&found, "exports"), [Some(80.0)]);
    assert_eq!(numbers(&found, "imports"), [Some(70.0)]);
    let with_china = Ask {
        importers: vec!["CHN".to_owned()],
        ..norway.clone()
    };
    let found = with_china.of(&flows).unwrap();
    near(
        numbers(&found, "grubel_lloyd")[0].unwrap(),
        1.0 - 30.0 / 90.0,
        1e-15,
    );
    let by_product = Ask {
        settings: set("gl", &["level=product"]).settings,
        ..norway
    };
    let found = by_product.of(&flows).unwrap();
    assert_eq!(
        texts(&found, "product"),
        [Some("03".to_owned()), Some("27".to_owned())]
    );
    near(
        numbers(&found, "grubel_lloyd_product")[0].unwrap(),
        1.0 - 50.0 / 110.0,
        1e-15,
    );
    assert_eq!(numbers(&found, "grubel_lloyd_product")[1], Some(0.0));
}

#[test]
fn a_setting_that_says_nothing_is_refused() {
    let idle = set("uvi", &["limit=5"])
        .of(&world())
        .err()
        .unwrap()
        .to_string();
    assert!(idle.contains("makes no use of `limit`"), "{idle}");
    assert!(
        set("uvi", &["limit=5", "outliers=ratio"])
            .of(&world())
            .is_ok()
    );
}

#[test]
fn the_world_may_be_a_row_of_its_own() {
    let mut flows = two_by_two().flows().unwrap();
    for (product, value) in [("03", 200.0), ("27", 600.0)] {
        flows.push(Flow {
            product: product.to_owned(),
            ..flow("s", "WLD", "WLD", Side::Exporter, 2010, Some(value))
        });
    }
    let flows = table(&flows);
    let given = Ask {
        world: WorldRow::Given,
        exporters: vec!["NOR".to_owned()],
        ..ask("rca")
    };
    let found = given.of(&flows).unwrap();
    near(
        numbers(&found, "revealed_advantage")[0].unwrap(),
        0.6 / 0.25,
        1e-15,
    );
    assert!(found.caption.notes.contains(&"world as given".to_owned()));
    let share = Ask {
        world: WorldRow::Given,
        ..ask("market-share")
    }
    .of(&flows)
    .unwrap();
    near(
        numbers(&share, "market_share")[0].unwrap(),
        40.0 / 200.0,
        1e-15,
    );
    let refused = given.of(&two_by_two()).err().unwrap().to_string();
    assert!(refused.contains("--world data"), "{refused}");
}

#[test]
fn an_economy_that_cannot_be_read_is_named_with_its_place() {
    let folder = tempfile::tempdir().unwrap();
    let told = |text: &str| {
        let file = folder.path().join("gdp.csv");
        fs::write(&file, text).unwrap();
        Economy::read(&file).err().unwrap().to_string()
    };
    let bad = told("country,year,value\nNOR,2001,much\n");
    assert!(
        bad.ends_with("gdp.csv: row 2, column `value`: `much` is no number"),
        "{bad}"
    );
    let twice = told("country,year,value\nNOR,2001,1\nNorway,2001,2\n");
    assert!(twice.ends_with("row 3: NOR has 2001 twice"), "{twice}");
    let without = told("country,gdp\nNOR,1\n");
    assert!(without.contains("column `year` is missing"), "{without}");
}

#[test]
fn stores_and_sorted_files_answer_as_loaded_files_do() {
    let folder = tempfile::tempdir().unwrap();
    let numbers = [156, 276, 251, 579, 842];
    let mut files = Vec::new();
    for year in 2001..=2003 {
        let mut text = "t,i,j,k,v,q\n".to_owned();
        // By number, as BACI sorts them.
        let mut order: Vec<usize> = (0..5).collect();
        order.sort_by_key(|at| numbers[*at]);
        for &from in &order {
            for &to in &order {
                for (at, product) in PRODUCTS.iter().enumerate() {
                    if let Some(value) = value(from, to, at, year) {
                        let line = format!(
                            "{year},{},{},{product},{},{}\n",
                            numbers[from],
                            numbers[to],
                            value / 1000.0,
                            (value / 7000.0).round()
                        );
                        text.push_str(&line);
                    }
                }
            }
        }
        let file = folder.path().join(format!("BACI_HS92_Y{year}_V202301.csv"));
        fs::write(&file, text).unwrap();
        files.push(file);
    }
    let options = Options::default();
    let keep = Keep {
        store: Store::at(&folder.path().join("store")),
        vintage: None,
        memory: None,
        replace: false,
        watch: Watch::default(),
    };
    keep.files(&files, &options).unwrap();
    let loaded = load(&files, &options).unwrap().flows;
    let mut asks: Vec<Ask> = catalogue::ALL
        .iter()
        .filter(|about| {
            ![
                "deflate",
                "convert",
                "seasonal-profile",
                "trade-introversion",
            ]
            .contains(&about.name)
        })
        .map(|about| whole(Ask::new(about)))
        .collect();
    for name in ["rca", "hhi", "gl", "eci", "contributions"] {
        asks.push(Ask {
            level: Some(2),
            ..ask(name)
        });
        asks.push(Ask {
            importers: vec!["CHN".to_owned()],
            ..ask(name)
        });
        asks.push(Ask {
            by: vec![Dimension::Exporter, Dimension::Importer],
            ..ask(name)
        });
        let by = match name {
            "gl" => vec![],
            _ => vec![Dimension::Importer],
        };
        asks.push(Ask {
            by,
            years: "2002".parse().unwrap(),
            ..ask(name)
        });
    }
    asks.push(Ask {
        over: Some(Dimension::Importer),
        ..ask("hhi")
    });
    asks.push(Ask {
        over: Some(Dimension::Importer),
        by: vec![Dimension::Exporter, Dimension::Product],
        ..ask("hhi")
    });
    asks.push(Ask {
        top: Some(4),
        ..ask("rca")
    });
    asks.push(Ask {
        by: vec![Dimension::Exporter, Dimension::Product],
        ..ask("tii")
    });
    for (name, over) in [("tii", None), ("hhi", Some(Dimension::Importer))] {
        asks.push(Ask {
            products: vec!["27".to_owned()],
            over,
            ..ask(name)
        });
    }
    let of_group: Vec<Ask> = asks
        .iter()
        .filter(|ask| !ask.exporters.is_empty())
        .flat_map(|ask| {
            Intra::ALL.map(|intra| Ask {
                exporters: vec!["EU".to_owned()],
                intra,
                ..ask.clone()
            })
        })
        .collect();
    asks.extend(of_group);
    // One pass learns that the files are sorted.
    let pairs = Asked::Pairs {
        years: Years::default(),
    };
    load_asked(&files, &options, &pairs, Some(folder.path().join("memory"))).unwrap();
    let (mut by_year, mut by_file) = (0, 0);
    for ask in asks {
        let whole = ask.of(&loaded);
        let stored = keep
            .store
            .flows(&ask.needs())
            .and_then(|flows| ask.of(&flows));
        let raw = load_asked(&files, &options, &ask.needs(), None)
            .and_then(|loaded| ask.of(&loaded.flows));
        if ask.takes_years() {
            by_year += 1;
            let mut answer = ask.begin();
            let vintage = keep.store.vintage().unwrap();
            let told = vintage.each_year(&ask.needs(), ask.years_needed(), |frequency, coded| {
                answer.take(frequency, coded)
            });
            let mut tables = vec![answer.finish(&told.unwrap().unwrap()).unwrap()];
            let mut answer = ask.begin();
            let memory = Some(folder.path().join("memory"));
            let mut take = |frequency, coded| answer.take(frequency, coded);
            let (needs, years) = (ask.needs(), ask.years_needed());
            let told = each_year(&files, &options, &needs, years, memory, &mut take).unwrap();
            if let Some(told) = told {
                by_file += 1;
                tables.push(answer.finish(&told.flows).unwrap());
            }
            for table in tables {
                let whole = whole.as_ref().unwrap();
                assert!(
                    whole.data.equals_missing(&table.data),
                    "{}: {} {}",
                    ask.measure.name,
                    whole.data,
                    table.data
                );
                assert_eq!(whole.caption.notes, table.caption.notes);
                let used = |table: &Table| {
                    let mut remarks = table.caption.remarks.iter();
                    remarks
                        .find(|remark| remark.starts_with("series used"))
                        .map(|used| used.split(", ").take(2).collect::<Vec<_>>().join(", "))
                };
                assert!(used(whole).is_some());
                assert_eq!(used(whole), used(&table));
            }
        }
        match whole {
            Ok(whole) => {
                let name = ask.measure.name;
                let stored = stored.unwrap_or_else(|error| panic!("{name}: {error}"));
                assert!(
                    whole.data.equals_missing(&stored.data),
                    "{name}: {} {}",
                    whole.data,
                    stored.data
                );
                let raw = raw.unwrap_or_else(|error| panic!("{name}: {error}"));
                assert!(
                    whole.data.equals_missing(&raw.data),
                    "{name}: {} {}",
                    whole.data,
                    raw.data
                );
            }
            Err(error) => {
                assert_eq!(stored.err().unwrap().to_string(), error.to_string());
                assert_eq!(raw.err().unwrap().to_string(), error.to_string());
            }
        }
    }
    assert!(by_year > 70, "{by_year}");
    assert!(by_file > 20, "{by_file}");
}

/// Trade of 2010 in one product: a row as exporter, importer and value.
fn one_product(rows: &[(&str, &str, f64)]) -> FlowTable {
    let flow = |(exporter, importer, value): &(&str, &str, f64)| Flow {
        product: "27".to_owned(),
        ..flow("s", exporter, importer, Side::Exporter, 2010, Some(*value))
    };
    table(&rows.iter().map(flow).collect::<Vec<_>>())
}

#[test]
fn a_group_is_one_economy() {
    let flows = one_product(&[
        ("DEU", "FRA", 100.0),
        ("FRA", "DEU", 50.0),
        ("DEU", "CHN", 30.0),
        ("FRA", "USA", 20.0),
        ("CHN", "DEU", 40.0),
        ("CHN", "USA", 60.0),
        ("NOR", "FRA", 10.0),
    ]);
    let eu = |intra: Intra| Ask {
        exporters: vec!["EU".to_owned()],
        intra,
        ..ask("market-share")
    };
    let outward = eu(Intra::LeftOut).of(&flows).unwrap();
    assert_eq!(texts(&outward, "exporter"), [Some("EU".to_owned())]);
    // 30 + 20 of all 160 that cross the border of the Union or lie outside.
    near(
        numbers(&outward, "market_share")[0].unwrap(),
        50.0 / 160.0,
        1e-15,
    );
    let note = "EU: 27 members, without BEL, ITA, ";
    let told = |table: &Table, end: &str| {
        let mut notes = table.caption.notes.iter();
        notes.any(|one| one.starts_with(note) && one.ends_with(end))
    };
    assert!(
        told(&outward, "trade among them left out (2010)"),
        "{:?}",
        outward.caption.notes
    );
    let all = eu(Intra::Counted).of(&flows).unwrap();
    near(
        numbers(&all, "market_share")[0].unwrap(),
        200.0 / 310.0,
        1e-15,
    );
    assert!(told(&all, "trade among them counted (2010)"));
    // Both ways: sells 50, buys 50.
    let both = Ask {
        exporters: vec!["EU".to_owned()],
        ..ask("gl")
    };
    let both = both.of(&flows).unwrap();
    assert_eq!(numbers(&both, "exports"), [Some(50.0)]);
    assert_eq!(numbers(&both, "imports"), [Some(50.0)]);
    assert_eq!(numbers(&both, "grubel_lloyd"), [Some(1.0)]);
    // A member that is named stands apart: Germany sells 100 to the rest of the Union and 30 to China.
    let partners = Ask {
        exporters: vec!["DEU".to_owned()],
        importers: vec!["EU".to_owned(), "CHN".to_owned()],
        over: Some(Dimension::Importer),
        ..ask("hhi")
    };
    let partners = partners.of(&flows).unwrap();
    let (eu, china) = (100.0 / 130.0, 30.0 / 130.0);
    near(
        numbers(&partners, "hhi")[0].unwrap(),
        eu * eu + china * china,
        1e-15,
    );
}

#[test]
fn membership_is_that_of_the_year() {
    let of = |year: i32| {
        let flow = |exporter: &str| Flow {
            product: "27".to_owned(),
            ..flow("s", exporter, "CHN", Side::Exporter, year, Some(10.0))
        };
        ["DEU", "POL", "NOR"].map(flow)
    };
    let flows = table(&[of(2003), of(2004)].concat());
    let share = Ask {
        exporters: vec!["EU".to_owned()],
        ..ask("market-share")
    };
    let shares = share.of(&flows).unwrap();
    let shares = numbers(&shares, "market_share");
    near(shares[0].unwrap(), 1.0 / 3.0, 1e-15);
    near(shares[1].unwrap(), 2.0 / 3.0, 1e-15);
}

#[test]
fn a_group_that_cannot_be_told_is_refused() {
    let refused = |ask: Ask, flows: &FlowTable| ask.of(flows).err().unwrap().to_string();
    let named = |codes: &[&str]| Ask {
        exporters: codes.iter().map(|code| (*code).to_owned()).collect(),
        ..ask("market-share")
    };
    let flows = one_product(&[("DEU", "CHN", 30.0), ("NOR", "CHN", 10.0)]);
    let twice = refused(named(&["EU", "G7"]), &flows);
    assert!(twice.contains("DEU is in EU and in G7"), "{twice}");
    let none = refused(named(&["ASEAN"]), &flows);
    assert!(none.contains("these data have no exporter ASEAN"), "{none}");
    let totals = one_product(&[
        ("DEU", "WLD", 30.0),
        ("FRA", "WLD", 20.0),
        ("NOR", "WLD", 50.0),
    ]);
    let unknown = refused(named(&["EU"]), &totals);
    assert!(unknown.contains("--intra counted"), "{unknown}");
    let counted = Ask {
        intra: Intra::Counted,
        ..named(&["EU"])
    };
    let shares = counted.of(&totals).unwrap();
    near(numbers(&shares, "market_share")[0].unwrap(), 0.5, 1e-15);
}
