//! Cases in which tools of this kind have gone wrong.

use std::fs;

use bilat::measures::{Ask, Dimension, Economy, Intra, WorldRow};
use bilat::providers::{Options, load};
use bilat::{Flow, FlowTable, Side, Table};

use super::{ask, set};
use crate::figures::{flow, near, numbers, table, texts};

/// Rows of 2010: exporter, importer, product, value.
fn of_2010(rows: &[(&str, &str, &str, f64)]) -> FlowTable {
    let flow = |(exporter, importer, product, value): &(&str, &str, &str, f64)| Flow {
        product: (*product).to_owned(),
        ..flow("s", exporter, importer, Side::Exporter, 2010, Some(*value))
    };
    table(&rows.iter().map(flow).collect::<Vec<_>>())
}

fn loaded(text: &str) -> FlowTable {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("flows.csv");
    fs::write(&file, text).unwrap();
    load(&[file], &Options::default()).unwrap().flows
}

/// The figure of the row with these codes.
#[track_caller]
fn at(table: &Table, keys: &[(&str, &str)], column: &str) -> Option<f64> {
    let codes: Vec<_> = keys
        .iter()
        .map(|(name, code)| (texts(table, name), *code))
        .collect();
    let is = |row: &usize| {
        codes
            .iter()
            .all(|(all, code)| all[*row].as_deref() == Some(code))
    };
    let rows: Vec<usize> = (0..table.data.height()).filter(is).collect();
    assert_eq!(rows.len(), 1, "{keys:?} in {}", table.data);
    numbers(table, column)[rows[0]]
}

fn given(name: &str) -> Ask {
    Ask {
        world: WorldRow::Given,
        ..ask(name)
    }
}

#[test]
fn the_world_sells_what_nobody_here_does() {
    let flows = of_2010(&[
        ("NOR", "WLD", "010121", 100.0),
        ("WLD", "WLD", "010121", 500.0),
        ("WLD", "WLD", "270900", 500.0),
    ]);
    let margins = given("hk").of(&flows).unwrap();
    assert_eq!(numbers(&margins, "extensive"), [Some(0.5)]);
    assert_eq!(numbers(&margins, "intensive"), [Some(0.2)]);
    assert_eq!(
        numbers(&given("rca").of(&flows).unwrap(), "revealed_advantage"),
        [Some(2.0)]
    );
    let partners = of_2010(&[
        ("NOR", "CHN", "010121", 100.0),
        ("SWE", "CHN", "010121", 50.0),
        ("NOR", "SWE", "010121", 50.0),
        ("WLD", "CHN", "010121", 500.0),
        ("WLD", "SWE", "010121", 100.0),
        ("WLD", "JPN", "010121", 400.0),
    ]);
    let found = given("tii").of(&partners).unwrap();
    let hand = (100.0 / 150.0) / (500.0 / 1000.0);
    let pair = [("exporter", "NOR"), ("importer", "CHN")];
    near(at(&found, &pair, "trade_intensity").unwrap(), hand, 1e-15);
}

#[test]
fn what_one_country_buys_of_the_world_is_not_the_world() {
    let rows = [
        ("NOR", "CHN", "010121", 100.0),
        ("WLD", "CHN", "010121", 300.0),
        ("WLD", "WLD", "010121", 1000.0),
    ];
    let found = given("share").of(&of_2010(&rows)).unwrap();
    assert_eq!(numbers(&found, "market_share"), [Some(0.1)]);
    // The market that was named has a world of its own.
    let in_china = Ask {
        importers: vec!["CHN".to_owned()],
        ..given("share")
    };
    near(
        numbers(&in_china.of(&of_2010(&rows)).unwrap(), "market_share")[0].unwrap(),
        1.0 / 3.0,
        1e-15,
    );
    let refused = given("share")
        .of(&of_2010(&rows[..2]))
        .err()
        .unwrap()
        .to_string();
    assert!(refused.contains("no row of the world"), "{refused}");
}

#[test]
fn a_market_has_a_world_of_its_own() {
    let flows = of_2010(&[
        ("NOR", "CHN", "010121", 100.0),
        ("NOR", "DEU", "010121", 40.0),
        ("NOR", "CHN", "270900", 30.0),
        ("DEU", "CHN", "010121", 70.0),
        ("DEU", "NOR", "270900", 20.0),
        ("DEU", "CHN", "270900", 10.0),
        ("CHN", "NOR", "010121", 60.0),
        ("CHN", "DEU", "270900", 90.0),
    ]);
    let by = vec![Dimension::Exporter, Dimension::Importer];
    let margins = Ask {
        by: by.clone(),
        ..ask("hk")
    };
    let margins = margins.of(&flows).unwrap();
    let pair = [("exporter", "NOR"), ("importer", "DEU")];
    near(
        at(&margins, &pair, "extensive").unwrap(),
        40.0 / 130.0,
        1e-15,
    );
    near(at(&margins, &pair, "intensive").unwrap(), 1.0, 1e-15);
    // A share is of all that the world sells, unless the market is named and summed over.
    let share = Ask { by, ..ask("share") }.of(&flows).unwrap();
    let cell = [
        ("exporter", "NOR"),
        ("importer", "CHN"),
        ("product", "010121"),
    ];
    near(
        at(&share, &cell, "market_share").unwrap(),
        100.0 / 270.0,
        1e-15,
    );
    let transposed = Ask {
        by: vec![Dimension::Product],
        ..ask("share")
    };
    assert!(transposed.of(&flows).is_err());
}

#[test]
fn a_member_that_only_buys_is_a_member() {
    let flows = of_2010(&[
        ("SWE", "DEU", "010121", 30.0),
        ("SWE", "CHN", "010121", 40.0),
        ("CHN", "USA", "010121", 430.0),
    ]);
    let found = set("stii", &["group=EU"]).of(&flows).unwrap();
    near(numbers(&found, "introversion")[0].unwrap(), 0.939850, 1e-6);
    assert_eq!(numbers(&found, "members"), [Some(2.0)]);
}

#[test]
fn a_chapter_lives_while_any_of_its_products_does() {
    let mut text = "year,exporter,importer,product,value\n2010,SWE,CHN,270900,5\n".to_owned();
    for year in 2011..=2013 {
        text.push_str(&format!("{year},NOR,CHN,010121,10\n"));
    }
    text.push_str("2012,NOR,CHN,010190,0\n2014,SWE,CHN,270900,5\n");
    let chapters = Ask {
        level: Some(2),
        exporters: vec!["NOR".to_owned()],
        ..ask("survival")
    };
    let found = chapters.of(&loaded(&text)).unwrap();
    assert_eq!(numbers(&found, "years").last(), Some(&Some(3.0)));
    assert_eq!(numbers(&found, "ended").last(), Some(&Some(1.0)));
}

#[test]
fn products_that_are_summed_over_are_restricted_to_those_named() {
    let flows = of_2010(&[
        ("NOR", "CHN", "010121", 60.0),
        ("NOR", "CHN", "270900", 40.0),
        ("CHN", "NOR", "010121", 20.0),
        ("CHN", "NOR", "270900", 400.0),
    ]);
    let fish = |name: &str| Ask {
        exporters: vec!["NOR".to_owned()],
        products: vec!["01".to_owned()],
        ..ask(name)
    };
    let found = fish("gl").of(&flows).unwrap();
    near(
        numbers(&found, "grubel_lloyd")[0].unwrap(),
        1.0 - 40.0 / 80.0,
        1e-15,
    );
    for (name, column) in [
        ("diversification", "unctad_diversification"),
        ("esi", "export_similarity"),
    ] {
        let found = fish(name).of(&flows).unwrap();
        let alone = if name == "esi" { 100.0 } else { 0.0 };
        near(numbers(&found, column)[0].unwrap(), alone, 1e-12);
    }
    let refused = fish("eci").of(&flows).err().unwrap().to_string();
    assert!(refused.contains("makes no use of --product"), "{refused}");
}

#[test]
fn trade_within_industries_is_told_apart_by_partner() {
    let flows = of_2010(&[
        ("NOR", "CHN", "010121", 60.0),
        ("CHN", "NOR", "010121", 20.0),
        ("NOR", "SWE", "010121", 10.0),
        ("SWE", "NOR", "010121", 10.0),
    ]);
    let by_partner = Ask {
        exporters: vec!["NOR".to_owned()],
        by: vec![Dimension::Exporter, Dimension::Importer],
        ..ask("gl")
    };
    let found = by_partner.of(&flows).unwrap();
    near(
        at(&found, &[("importer", "CHN")], "grubel_lloyd").unwrap(),
        0.5,
        1e-15,
    );
    assert_eq!(
        at(&found, &[("importer", "SWE")], "grubel_lloyd"),
        Some(1.0)
    );
    assert_eq!(found.data.height(), 2);
}

#[test]
fn a_figure_below_zero_is_named_with_its_place() {
    let flows = of_2010(&[
        ("NOR", "CHN", "010121", -20.0),
        ("NOR", "CHN", "270900", 5.0),
    ]);
    let refused = ask("hhi").of(&flows).err().unwrap().to_string();
    assert!(
        refused.contains("NOR to CHN, 010121, 2010: -20 is below zero"),
        "{refused}"
    );
}

#[test]
fn cells_without_trade_are_shown_if_asked_for() {
    let flows = of_2010(&[
        ("NOR", "CHN", "010121", 100.0),
        ("SWE", "CHN", "030211", 50.0),
        ("SWE", "CHN", "010121", 50.0),
    ]);
    let norway = |ask: Ask| Ask {
        exporters: vec!["NOR".to_owned()],
        ..ask
    };
    assert_eq!(norway(ask("arca")).of(&flows).unwrap().data.height(), 1);
    let all = norway(set("arca", &["untraded=shown"])).of(&flows).unwrap();
    let sum: f64 = numbers(&all, "additive_advantage")
        .into_iter()
        .flatten()
        .sum();
    near(sum, 0.0, 1e-15);
    let one = Ask {
        products: vec!["030211".to_owned()],
        ..norway(ask("share"))
    };
    assert_eq!(
        numbers(&one.of(&flows).unwrap(), "market_share"),
        [Some(0.0)]
    );
}

#[test]
fn a_total_beside_partners_counts_for_the_product_that_has_nothing_else() {
    let flows = of_2010(&[
        ("NOR", "CHN", "010121", 60.0),
        ("NOR", "WLD", "010121", 100.0),
        ("NOR", "WLD", "270900", 40.0),
    ]);
    let found = ask("hhi").of(&flows).unwrap();
    near(numbers(&found, "hhi")[0].unwrap(), 0.36 + 0.16, 1e-15);
}

/// Two products in one unit, month by month through two years: prices rise by a tenth in the second.
fn monthly() -> FlowTable {
    let mut text = "period,exporter,importer,product,value,quantity,unit\n".to_owned();
    for (year, price) in [(2018, 10.0), (2019, 11.0)] {
        for month in 1..=12 {
            for (product, quantity) in [
                ("010121", f64::from(month)),
                ("030211", 13.0 - f64::from(month)),
            ] {
                let value = price * quantity * if product == "010121" { 1.0 } else { 2.0 };
                text.push_str(&format!(
                    "{year}-{month:02},NOR,CHN,{product},{value},{quantity},kg\n"
                ));
            }
        }
    }
    loaded(&text)
}

#[test]
fn the_reference_year_of_months_is_all_of_it() {
    for linking in ["chained", "fixed-base", "geks", "annual-overlap"] {
        let typed = format!("linking={linking}");
        let found = set("uvi", &["reference-year=2019", &typed])
            .of(&monthly())
            .unwrap();
        let prices = numbers(&found, "price_index");
        // An overlap has no index in its first year.
        let first = if linking == "annual-overlap" {
            None
        } else {
            Some(100.0 / 1.1)
        };
        for (found, hand) in [(prices[5], first), (prices[17], Some(100.0))] {
            match hand {
                Some(hand) => near(found.unwrap(), hand, 1e-9),
                None => assert_eq!(found, None),
            }
        }
        let values = numbers(&found, "value_index");
        let mean = values[12..].iter().flatten().sum::<f64>() / 12.0;
        near(mean, 100.0, 1e-9);
    }
    let lowe = set("lowe", &["basket=2018"]).of(&monthly()).unwrap();
    near(numbers(&lowe, "lowe_index")[20].unwrap(), 110.0, 1e-9);
    let absent = set("uvi", &["reference-year=2031"])
        .of(&monthly())
        .err()
        .unwrap();
    assert!(absent.to_string().contains("these data have no 2031"));
}

#[test]
fn the_quantity_of_a_unit_value_is_the_one_it_rests_on() {
    let text = "year,exporter,importer,product,value,quantity,unit\n\
        2019,NOR,CHN,010121,100,10,kg\n2019,NOR,JPN,010121,0,5,kg\n2019,NOR,FRA,010121,,7,kg\n";
    let found = Ask {
        by: vec![Dimension::Exporter, Dimension::Product],
        ..ask("uv")
    };
    let found = found.of(&loaded(text)).unwrap();
    let figures =
        ["value", "quantity", "unit_value"].map(|column| numbers(&found, column)[0].unwrap());
    near(figures[0] / figures[1], figures[2], 1e-15);
}

#[test]
fn the_rest_of_the_world_grows_as_it_does() {
    let mut text = "year,exporter,importer,product,value\n".to_owned();
    for (year, exporter, product, value) in [
        (2019, "NOR", "030212", 100),
        (2020, "NOR", "030212", 120),
        (2019, "DEU", "030212", 50),
        (2019, "NOR", "270900", 100),
        (2019, "DEU", "270900", 100),
        (2020, "NOR", "270900", 150),
        (2020, "DEU", "270900", 120),
    ] {
        text.push_str(&format!("{year},{exporter},CHN,{product},{value}\n"));
    }
    let cms = Ask {
        exporters: vec!["NOR".to_owned()],
        ..set("cms", &["reference=rest-of-world"])
    };
    let found = cms.of(&loaded(&text)).unwrap();
    let of = |column: &str| numbers(&found, column)[0].unwrap();
    // Others fell from 150 to 120, on Norway's 100 of a market that they still supply.
    near(of("world_effect"), -20.0, 1e-12);
    near(of("outside_effect"), 20.0, 1e-12);
    near(of("change"), 70.0, 1e-12);
}

#[test]
fn the_change_is_split_by_product_where_rows_are() {
    let mut text = "year,exporter,importer,product,value\n".to_owned();
    for (year, exporter, product, value) in [
        (2019, "NOR", "030212", 100),
        (2019, "NOR", "270900", 50),
        (2019, "DEU", "030212", 100),
        (2019, "DEU", "270900", 150),
        (2020, "NOR", "030212", 120),
        (2020, "NOR", "270900", 80),
        (2020, "DEU", "030212", 130),
        (2020, "DEU", "270900", 170),
    ] {
        text.push_str(&format!("{year},{exporter},CHN,{product},{value}\n"));
    }
    let by_product = Ask {
        exporters: vec!["NOR".to_owned()],
        by: vec![Dimension::Exporter, Dimension::Product],
        ..ask("shift-share")
    };
    let found = by_product.of(&loaded(&text)).unwrap();
    // The world 400 to 500, fish 200 to 250: no mix; Norway's fish grew by 20 of 25.
    let fish = [("product", "030212")];
    near(at(&found, &fish, "reference").unwrap(), 25.0, 1e-12);
    near(at(&found, &fish, "mix").unwrap(), 0.0, 1e-12);
    near(at(&found, &fish, "shift").unwrap(), -5.0, 1e-12);
    assert_eq!(found.data.height(), 2);
}

#[test]
fn one_price_a_thousand_times_the_others_is_an_outlier_by_every_rule() {
    let mut text = "year,exporter,importer,product,value,quantity,unit\n".to_owned();
    for (product, now) in [
        ("010121", 110),
        ("030211", 110),
        ("270900", 110),
        ("610910", 110),
        ("760110", 110),
        ("870323", 100_000),
    ] {
        text.push_str(&format!(
            "2019,NOR,CHN,{product},100,10,kg\n2020,NOR,CHN,{product},{now},10,kg\n"
        ));
    }
    let flows = loaded(&text);
    for rule in [
        "ratio",
        "quartile",
        "fences",
        "robust-z",
        "hidiroglou-berthelot",
    ] {
        let found = set("uvi", &[&format!("outliers={rule}")])
            .of(&flows)
            .unwrap();
        near(numbers(&found, "price_index")[1].unwrap(), 110.0, 1e-12);
        assert_eq!(numbers(&found, "matched")[1], Some(5.0), "{rule}");
    }
}

#[test]
fn prices_of_chapters_are_means_of_their_products() {
    let text = "year,exporter,importer,product,value,quantity,unit\n\
        2019,NOR,CHN,030211,100,10,kg\n2019,NOR,CHN,030212,300,10,kg\n\
        2020,NOR,CHN,030211,120,10,kg\n2020,NOR,CHN,030212,600,20,kg\n";
    let chapters = Ask {
        level: Some(2),
        ..ask("uvi")
    };
    let found = chapters.of(&loaded(text)).unwrap();
    // 400 for 20, then 720 for 30.
    near(numbers(&found, "price_index")[1].unwrap(), 120.0, 1e-12);
}

#[test]
fn what_was_observed_is_the_same_in_any_order() {
    let rows = [
        "2010,SWE,CHN,TOTAL,7",
        "2010,SWE,CHN,270900,7",
        "2011,NOR,CHN,030211,10",
        "2012,SWE,CHN,TOTAL,7",
        "2012,SWE,CHN,270900,7",
    ];
    let header = "year,exporter,importer,product,value";
    let of = |rows: Vec<&str>| {
        let text = format!("{header}\n{}\n", rows.join("\n"));
        let fish = Ask {
            products: vec!["03".to_owned()],
            ..ask("survival")
        };
        numbers(&fish.of(&loaded(&text)).unwrap(), "ended")
    };
    let forwards = of(rows.to_vec());
    assert_eq!(forwards, [Some(1.0)]);
    assert_eq!(of(rows.into_iter().rev().collect()), forwards);
}

#[test]
fn the_world_is_no_country_beside_partners_that_were_named() {
    let rows = [
        ("NOR", "CHN", "03", 60.0),
        ("CHN", "NOR", "03", 20.0),
        ("WLD", "CHN", "03", 900.0),
        ("CHN", "WLD", "03", 500.0),
    ];
    let with_china = Ask {
        importers: vec!["CHN".to_owned()],
        ..ask("gl")
    };
    let found = with_china.of(&of_2010(&rows)).unwrap();
    assert!(!texts(&found, "exporter").contains(&Some("WLD".to_owned())));
    near(
        at(&found, &[("exporter", "NOR")], "grubel_lloyd").unwrap(),
        0.5,
        1e-15,
    );
}

#[test]
fn a_member_with_a_total_alone_in_one_product_is_not_lost() {
    let flows = of_2010(&[
        ("DEU", "CHN", "03", 17.0),
        ("FRA", "WLD", "03", 50.0),
        ("FRA", "CHN", "27", 20.0),
    ]);
    for intra in Intra::ALL {
        let eu = Ask {
            exporters: vec!["EU".to_owned()],
            intra,
            ..ask("share")
        };
        let refused = eu.of(&flows).err().unwrap().to_string();
        assert!(
            refused.contains("FRA trades with the world as a whole"),
            "{refused}"
        );
    }
}

#[test]
fn totals_and_partners_in_turn_are_told() {
    let flow = |importer: &str, year: i32, value: f64| {
        flow("s", "NOR", importer, Side::Exporter, year, Some(value))
    };
    let flows = table(&[
        flow("WLD", 2000, 100.0),
        flow("CHN", 2001, 30.0),
        flow("WLD", 2001, 110.0),
        flow("WLD", 2002, 120.0),
    ]);
    let found = Ask {
        by: vec![Dimension::Exporter],
        ..ask("yoy")
    };
    let notes = found.of(&flows).unwrap().caption.notes;
    assert!(
        notes
            .iter()
            .any(|note| note.starts_with("NOR: totals in some periods")),
        "{notes:?}"
    );
}

#[test]
fn the_product_of_a_group_is_of_the_members_whose_trade_counts() {
    let flows = of_2010(&[
        ("EST", "CHN", "27", 30.0),
        ("LVA", "CHN", "27", 20.0),
        ("CHN", "EST", "27", 10.0),
    ]);
    let open = |lines: &str| {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("gdp.csv");
        fs::write(&file, format!("country,year,value\n{lines}")).unwrap();
        let ask = Ask {
            exporters: vec!["BALTICS".to_owned()],
            economy: Some(Economy::read(&file).unwrap()),
            ..ask("openness")
        };
        numbers(&ask.of(&flows).unwrap(), "openness_wits")[0]
    };
    // Sells 50 and buys 10; Lithuania does not trade here, so the group's own 1000 is of more than is traded.
    let parts = "EST,2010,200\nLVA,2010,100\n";
    near(
        open(&format!("{parts}Baltics,2010,1000\n")).unwrap(),
        60.0 / 300.0,
        1e-15,
    );
    assert_eq!(open("EST,2010,200\nBaltics,2010,1000\n"), None);
}
