//! What can be set of a measure, by its effect on the table.

use bilat::indicators::catalogue;
use bilat::measures::{Ask, Dimension, Economy, Settings, WorldRow, settings_of};
use bilat::{Error, Flow, FlowTable, Side, Table};

use super::{ask, set, two_by_two, whole, world};
use crate::figures::{flow, near, numbers, table, texts};

const PRODUCTS: [&str; 4] = ["03", "27", "84", "61"];

/// Fish, oil, machines and textiles of Norway, China, the United States and Germany.
///
/// Norway sells 60, 120, 15 and 5 and buys 20, 30, 80 and 20; China sells 10, 10, 110 and 270 and buys 80,
/// 200, 100 and 20, of which 50 from Norway; the world trades 200, 1000, 2000 and 800.
fn four() -> FlowTable {
    let rows = [
        ("NOR", "CHN", [20.0, 25.0, 4.0, 1.0]),
        ("NOR", "USA", [40.0, 95.0, 11.0, 4.0]),
        ("CHN", "USA", [10.0, 10.0, 110.0, 270.0]),
        ("USA", "NOR", [20.0, 30.0, 80.0, 20.0]),
        ("USA", "CHN", [60.0, 175.0, 96.0, 19.0]),
        ("USA", "DEU", [50.0, 665.0, 1699.0, 486.0]),
    ];
    let flows = rows.into_iter().flat_map(|(exporter, importer, values)| {
        PRODUCTS
            .into_iter()
            .zip(values)
            .map(move |(product, value)| Flow {
                product: product.to_owned(),
                ..flow("s", exporter, importer, Side::Exporter, 2010, Some(value))
            })
    });
    table(&flows.collect::<Vec<_>>())
}

fn norway(ask: Ask) -> Table {
    let ask = Ask {
        exporters: vec!["NOR".to_owned()],
        ..ask
    };
    ask.of(&four()).unwrap()
}

/// A gross domestic product of 1000.
fn gdp() -> Economy {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("gdp.csv");
    std::fs::write(&file, "country,year,value\nNOR,2010,1000\n").unwrap();
    Economy::read(&file).unwrap()
}

#[track_caller]
fn one(table: &Table, column: &str, hand: f64) {
    let found = numbers(table, column);
    assert_eq!(found.len(), 1, "{}", table.data);
    near(found[0].unwrap(), hand, 1e-6);
}

/// By product, in the order of [`PRODUCTS`].
#[track_caller]
fn each(table: &Table, column: &str, hand: [f64; 4]) {
    let codes = texts(table, "product");
    let found = numbers(table, column);
    for (product, hand) in PRODUCTS.iter().zip(hand) {
        let row = codes
            .iter()
            .position(|code| code.as_deref() == Some(product));
        near(found[row.unwrap()].unwrap(), hand, 1e-6);
    }
}

#[test]
fn advantages_are_those_of_hand() {
    each(
        &norway(ask("rca")),
        "revealed_advantage",
        [6.0, 2.4, 0.15, 0.125],
    );
    let symmetric = [0.714286, 0.411765, -0.739130, -0.777778];
    each(&norway(ask("rsca")), "symmetric_advantage", symmetric);
    // Shares 0.3, 0.6, 0.075, 0.025 less the world's 0.05, 0.25, 0.5, 0.2.
    let additive = [0.25, 0.35, -0.425, -0.175];
    each(&norway(ask("arca")), "additive_advantage", additive);
    // The same times Norway's 200 of 4000.
    let normalised = additive.map(|points| points * 0.05);
    each(&norway(ask("nrca")), "normalised_advantage", normalised);
    each(
        &norway(ask("share")),
        "market_share",
        [0.3, 0.12, 0.0075, 0.00625],
    );
}

#[test]
fn both_ways_are_those_of_hand() {
    // (x − m) − (50/350)(x + m), by 350 and in per cent; of the GDP in thousandths.
    let deviation = [
        40.0 - 80.0 / 7.0,
        90.0 - 150.0 / 7.0,
        -65.0 - 95.0 / 7.0,
        -15.0 - 25.0 / 7.0,
    ];
    each(
        &norway(ask("lafay")),
        "lafay",
        deviation.map(|one| one / 3.5),
    );
    let of_gdp = Ask {
        economy: Some(gdp()),
        ..set("lafay", &["weight=gdp"])
    };
    each(&norway(of_gdp), "contribution_to_balance", deviation);
    one(&norway(ask("gl")), "grubel_lloyd", 0.4);
    one(
        &norway(set("gl", &["level=grubel-lloyd-adjusted"])),
        "grubel_lloyd_adjusted",
        0.466667,
    );
    one(&norway(set("gl", &["level=aquino"])), "aquino", 0.433333);
    let by_product = norway(set("gl", &["level=product"]));
    each(
        &by_product,
        "grubel_lloyd_product",
        [0.5, 0.4, 0.315789, 0.4],
    );
    // Exports by 350/400, imports by 350/300: 52.5, 105, 13.125, 4.375 against 23.333, 35, 93.333, 23.333.
    let balanced = norway(set("gl", &["level=aquino-product"]));
    let of = |x: f64, m: f64| 1.0 - (x - m).abs() / (x + m);
    let hand = [
        of(52.5, 70.0 / 3.0),
        of(105.0, 35.0),
        of(13.125, 280.0 / 3.0),
        of(4.375, 70.0 / 3.0),
    ];
    each(&balanced, "aquino_product", hand);
    let fits = Ask {
        importers: vec!["CHN".to_owned()],
        ..ask("complementarity")
    };
    one(&norway(fits), "complementarity", 80.0);
}

#[test]
fn openness_and_penetration_are_those_of_hand() {
    let open = |ask: Ask| {
        norway(Ask {
            economy: Some(gdp()),
            ..ask
        })
    };
    one(&open(ask("openness")), "openness_wits", 0.35);
    one(
        &open(set("openness", &["variant=unctad"])),
        "openness_unctad",
        0.175,
    );
    // 150 / (1000 − 200 + 150)
    one(
        &open(ask("penetration")),
        "import_penetration",
        150.0 / 950.0,
    );
}

#[test]
fn partners_are_those_of_hand() {
    let with_china = |ask: Ask| {
        norway(Ask {
            importers: vec!["CHN".to_owned()],
            ..ask
        })
    };
    one(&with_china(ask("tii")), "trade_intensity", 2.5);
    let kojima = with_china(set("tii", &["market=trade-intensity-kojima"]));
    one(&kojima, "trade_intensity_kojima", 2.40625);
    let alike = norway(ask("esi"));
    let others = texts(&alike, "other");
    let china = others
        .iter()
        .position(|code| code.as_deref() == Some("CHN"));
    near(
        numbers(&alike, "export_similarity")[china.unwrap()].unwrap(),
        15.0,
        1e-12,
    );
}

#[test]
fn concentrations_are_those_of_hand() {
    one(&norway(ask("hhi")), "hhi", 0.45625);
    one(
        &norway(set("hhi", &["scale=hhi-10000"])),
        "hhi_10000",
        4562.5,
    );
    one(
        &norway(set("hhi", &["scale=equivalent-number"])),
        "equivalent_number",
        1.0 / 0.45625,
    );
    one(
        &norway(ask("hhi-normalised")),
        "herfindahl_normalised",
        0.275,
    );
    one(
        &norway(ask("concentration")),
        "unctad_concentration",
        0.350926,
    );
    one(&norway(ask("hirschman")), "hirschman", 0.675463);
    one(&norway(ask("theil")), "theil", 0.432115);
    // Six items that there could be: ln 6 − H, with H = ln 4 − 0.432115.
    let of_six = norway(set("theil", &["items=6"]));
    one(&of_six, "theil", 0.432115 + 1.5_f64.ln());
    one(
        &norway(set("hhi-normalised", &["items=6"])),
        "herfindahl_normalised",
        (0.45625 - 1.0 / 6.0) / (5.0 / 6.0),
    );
    one(
        &norway(ask("diversification")),
        "unctad_diversification",
        0.6,
    );
    one(&norway(ask("count")), "number_traded", 4.0);
    one(&norway(set("count", &["above=10"])), "number_above", 3.0);
}

#[test]
fn margins_are_those_of_hand_against_either_reference() {
    let flows = table(
        &[
            ("NOR", "03", 5.0),
            ("CHN", "03", 15.0),
            ("CHN", "27", 20.0),
            ("USA", "84", 10.0),
        ]
        .map(|(exporter, product, value)| Flow {
            product: product.to_owned(),
            ..flow("s", exporter, "DEU", Side::Exporter, 2010, Some(value))
        }),
    );
    let of = |ask: Ask| {
        Ask {
            exporters: vec!["NOR".to_owned()],
            ..ask
        }
        .of(&flows)
        .unwrap()
    };
    // Of 50 sold, 20 are fish, of which Norway sells 5.
    let world = of(ask("hk"));
    one(&world, "extensive", 20.0 / 50.0);
    one(&world, "intensive", 5.0 / 20.0);
    let rest = of(set("hk", &["reference=rest-of-world"]));
    one(&rest, "extensive", 15.0 / 45.0);
    one(&rest, "intensive", 5.0 / 15.0);
}

/// A measure on the small world, with what it needs.
fn answer(about: &'static bilat::indicators::about::About, typed: &[String]) -> Table {
    let settings = Settings::of(about, typed).unwrap();
    let ask = whole(Ask {
        settings,
        ..Ask::new(about)
    });
    ask.of(&world())
        .unwrap_or_else(|error| panic!("{}: {typed:?}: {error}", about.name))
}

/// Words that change nothing here, for reasons of the data.
const WITHOUT_EFFECT: [(&str, &str); 10] = [
    // What the economy is called is told in a note.
    ("import-penetration", "of=output"),
    // No price is that far from the others.
    ("unit-value-index", "outliers=ratio"),
    ("unit-value-index", "outliers=hidiroglou-berthelot"),
    ("volume-index", "outliers=ratio"),
    ("volume-index", "outliers=hidiroglou-berthelot"),
    ("terms-of-trade", "outliers=ratio"),
    // Every product is traded by every exporter in every year.
    ("contributions", "absent=zero"),
    ("herfindahl-normalised", "items=traded"),
    ("unctad-concentration", "items=traded"),
    ("theil", "items=traded"),
];

#[test]
fn every_word_has_an_effect() {
    let (mut seen, mut misfits) = (0, Vec::new());
    for about in catalogue::ALL {
        if ["trade-introversion", "seasonal-profile"].contains(&about.name) {
            continue;
        }
        // In the small world every exporter trades every product, and periods are years.
        let settings = settings_of(about.name).iter();
        for setting in settings.filter(|one| !["untraded", "against"].contains(&one.name)) {
            let words = setting.values.split(", ");
            let words = words.map(|word| word.split(" (").next().unwrap());
            let words: Vec<&str> = words.filter(|word| !word.contains(' ')).collect();
            // Years have no months that could be held against them.
            let words = words.into_iter().filter(|word| *word != "annual-overlap");
            for word in words.skip(1) {
                let typed = format!("{}={word}", setting.name);
                let with = match (setting.name, about.name) {
                    // The limit is of a rule.
                    ("limit", _) => vec![typed.clone(), "outliers=ratio".to_owned()],
                    _ => vec![typed.clone()],
                };
                let (plain, varied) = (answer(about, &[]), answer(about, &with));
                let same = plain.data.equals_missing(&varied.data);
                let excused = WITHOUT_EFFECT.contains(&(about.name, typed.as_str()));
                if same != excused {
                    misfits.push((about.name, typed));
                }
                seen += 1;
            }
        }
    }
    assert!(misfits.is_empty(), "{misfits:?}");
    assert!(seen > 40, "{seen}");
}

#[test]
fn what_a_measure_makes_no_use_of_is_refused() {
    let flows = two_by_two();
    let refused = |ask: Ask| match ask.of(&flows) {
        Err(Error::BasisMismatch { reason, .. }) => reason,
        other => panic!("{:?}", other.err()),
    };
    let by = refused(Ask {
        by: vec![Dimension::Product],
        ..ask("gl")
    });
    assert_eq!(by, "`grubel-lloyd` makes no use of --by");
    let over = refused(Ask {
        over: Some(Dimension::Importer),
        ..ask("volatility")
    });
    assert!(over.contains("--over"), "{over}");
    let world = refused(Ask {
        world: WorldRow::Given,
        ..ask("eci")
    });
    assert!(world.contains("--world given"), "{world}");
    let economy = refused(Ask {
        economy: Some(gdp()),
        ..ask("lafay")
    });
    assert!(economy.contains("--economy"), "{economy}");
}

#[test]
fn constant_shares_by_product_and_by_market_sum_to_the_whole() {
    let cms = |by: &[Dimension], importers: &[&str]| {
        let ask = Ask {
            exporters: vec!["NOR".to_owned()],
            importers: importers.iter().map(|code| (*code).to_owned()).collect(),
            by: by.to_vec(),
            years: "2004".parse().unwrap(),
            ..ask("cms")
        };
        ask.of(&world()).unwrap()
    };
    let whole = cms(&[], &[]);
    for by in [Dimension::Product, Dimension::Importer] {
        let parts = cms(&[Dimension::Exporter, by], &[]);
        assert!(parts.data.height() > 2);
        for column in [
            "change",
            "world_effect",
            "product_effect",
            "market_effect",
            "share_effect",
            "interaction_effect",
        ] {
            let sum: f64 = numbers(&parts, column).into_iter().flatten().sum();
            near(sum, numbers(&whole, column)[0].unwrap(), 1e-9);
        }
    }
    // A market that is named is the whole world there is.
    let china = cms(&[], &["CHN"]);
    let market = world().retain(|flow| flow.importer == "CHN").unwrap();
    let alone = Ask {
        exporters: vec!["NOR".to_owned()],
        years: "2004".parse().unwrap(),
        ..ask("cms")
    };
    let alone = alone.of(&market).unwrap();
    assert_eq!(
        numbers(&china, "world_effect"),
        numbers(&alone, "world_effect")
    );
    assert_ne!(
        numbers(&china, "world_effect"),
        numbers(&whole, "world_effect")
    );
}
