//! Providers of tables, on rows written by hand in the layouts of the publishers.

use crate::providers::Trial;
use std::path::Path;

use bilat::error::Result;
use bilat::providers::Provider;
use bilat::providers::own::mapping::Mapping;
use bilat::providers::own::table::OwnTable;
use bilat::providers::table::Table;
use bilat::providers::tables::tables;
use bilat::providers::text::document::Document;

fn fixture(name: &str) -> Document {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures/providers")
        .join(name);
    Document::new(name, std::fs::read(path).unwrap())
}

/// Reads a fixture by the first layout that recognises it, which must be `layout`.
fn read(name: &str, layout: &str) -> Trial {
    let mut door = crate::providers::door();
    read_into(&fixture(name), layout, &mut door).unwrap();
    door
}

fn read_into(document: &Document, layout: &str, door: &mut Trial) -> Result<()> {
    let all = tables();
    let table = all
        .iter()
        .find(|table| table.recognises_header(&table.header(document)))
        .expect("a known layout");
    assert_eq!(table.layout().name, layout);
    let grid = table.grid(document, door)?;
    table.read_grid(&grid, document, door)
}

fn own(text: &str, map: &str) -> (Result<()>, Trial) {
    let mut door = crate::providers::door_with(bilat::providers::Options {
        mapping: Some(Mapping::parse(map).unwrap()),
        ..Default::default()
    });
    let result = OwnTable.read(
        &Document::new("own.csv", text.as_bytes().to_vec()),
        &mut door,
    );
    (result, door)
}

fn refusal(text: &str) -> String {
    own(text, "").0.unwrap_err().to_string()
}

fn told(door: &Trial, words: &str) -> bool {
    door.remarks().iter().any(|remark| remark.contains(words))
}

#[test]
fn parts_of_a_comtrade_flow_yield_to_its_total() {
    let door = read("comtrade_parts.csv", "comtrade");
    assert_eq!(
        door.taken(),
        [
            "2018 156 > 579 importer total 0301 700",
            "2018 579 > 156 exporter total 0302 900"
        ]
    );
    assert_eq!(
        door.quantities(),
        [Some("70 kg".to_owned()), Some("5 u".to_owned())]
    );
    assert_eq!(
        door.left_out()["finer breakdown by second partner, customs procedure or transport"],
        2
    );
    assert_eq!(door.left_out().values().sum::<u64>(), 4);
    // Two parts for Japan without a total, and an unknown flow.
    assert_eq!(door.rejected().len(), 3);
    assert_eq!(door.heard().classification.as_deref(), Some("HS 2017"));
    assert!(told(&door, "1 rows cover one second partner"));
    assert!(told(&door, "1 rows are flagged 4"));
    assert!(told(&door, "1 of 2 rows were added up by the publisher"));
}

#[test]
fn comtrade_from_r_or_in_bulk_is_read_by_iso_codes() {
    let door = read("comtrade_bulk.tsv", "comtrade");
    assert_eq!(
        door.taken(),
        ["201803 NOR > CHN exporter re-export TOTAL 5.5"]
    );
    assert_eq!(door.heard().classification.as_deref(), Some("SITC Rev. 3"));
}

#[test]
fn legacy_comtrade_tells_levels_and_estimates() {
    let door = read("comtrade_legacy.csv", "comtrade-legacy");
    assert_eq!(
        door.taken(),
        [
            "2014 0 > 579 importer total TOTAL 1000",
            "2014 579 > 156 exporter re-export 03 30"
        ]
    );
    assert_eq!(door.quantities()[1].as_deref(), Some("20 kg"));
    assert_eq!(door.rejected().len(), 1);
    assert!(told(&door, "0 (1), 2 (1)"));
    let short = read("comtrade_api.csv", "comtrade-legacy");
    assert_eq!(short.taken(), ["2011 579 > 156 exporter total TOTAL 42"]);
    assert_eq!(short.heard().classification.as_deref(), Some("HS 2007"));
}

#[test]
fn baci_gives_products_their_zero_and_names_its_release() {
    let door = read("BACI_HS17_Y2019_V202401b.csv", "baci");
    assert_eq!(
        door.taken(),
        [
            "2019 579 > 156 reconciled total 030211 1.5",
            "2019 579 > 156 reconciled total 270900 2.5"
        ]
    );
    assert_eq!(door.quantities(), [Some("13.235 t".to_owned()), None]);
    assert_eq!(
        (door.heard().power, door.heard().classification.as_deref()),
        (3, Some("HS 2017"))
    );
    assert_eq!(door.rejected().len(), 1);
    assert!(told(&door, "release V202401"));
    assert_eq!(
        read("baci_2007.csv", "baci").taken(),
        ["2007 579 > 156 reconciled total 030211 1.5"]
    );
}

#[test]
fn a_list_of_countries_is_no_trade() {
    let list = Document::new(
        "country_codes_V202301.csv",
        b"country_code;country_name_abbreviation;iso_3digit_alpha\n4;Afghanistan;AFG\n".to_vec(),
    );
    let error = read_into(&list, "baci", &mut crate::providers::door()).unwrap_err();
    assert!(
        error
            .to_string()
            .starts_with("`country_codes_V202301.csv` is a list of codes")
    );
}

#[test]
fn comext_joins_quantities_and_keeps_confidential_apart_from_missing() {
    let door = read("comext.csv", "sdmx-csv");
    assert_eq!(
        door.taken(),
        [
            "2024 NO > EL importer total 030462 3200",
            "2024 EL > NO exporter total 030462 c"
        ]
    );
    assert_eq!(door.quantities(), [Some("90.5 100 kg".to_owned()), None]);
    assert_eq!(door.left_out().len(), 3);
    assert_eq!(
        (
            door.heard().currency.as_deref(),
            door.heard().updated.as_deref()
        ),
        (Some("EUR"), Some("15/09/26 11:00:00"))
    );
    assert!(told(&door, "c (1, confidential), p (1, provisional)"));
}

#[test]
fn sdmx_labels_are_cut_off() {
    assert_eq!(
        read("labelled.csv", "sdmx-csv").taken(),
        ["2024-01 EL > NO exporter total TOTAL 10"]
    );
}

#[test]
fn the_scale_of_the_imf_does_not_multiply_and_its_groups_are_left_out() {
    let door = read("imts.csv", "sdmx-csv");
    assert_eq!(
        door.taken(),
        [
            "2023 NOR > CHN exporter total TOTAL 2000000",
            "2023 World > NOR importer total TOTAL 9000000"
        ]
    );
    assert_eq!(
        (door.heard().power, door.left_out().values().sum::<u64>()),
        (0, 8)
    );
}

#[test]
fn different_powers_in_one_file_are_brought_to_whole_units() {
    let door = read("oecd.csv", "sdmx-csv");
    assert_eq!(
        door.taken(),
        [
            "2020 NOR > CHN exporter total TOTAL 1500000",
            "2020 CHN > NOR importer total TOTAL 7000"
        ]
    );
    assert_eq!(door.heard().power, 0);
}

#[test]
fn eurostat_tabs_split_flags_from_figures() {
    let door = read("comext.tsv", "eurostat-tsv");
    assert_eq!(
        door.taken(),
        [
            "2023 NO > EL importer total 0301 123",
            "2024-01 NO > EL importer total 0301 c",
            "2024-01 EL > NO exporter total 0301 7"
        ]
    );
    assert_eq!(
        (door.rejected().len(), door.left_out().values().sum::<u64>()),
        (1, 3)
    );
    assert_eq!(read("comext_old.tsv", "eurostat-tsv").taken().len(), 2);
}

#[test]
fn customs_procedures_of_comext_are_added_up() {
    let door = read("full_202452.dat", "comext-bulk");
    assert_eq!(door.taken(), ["2024 AT > NO exporter total 35069190 100"]);
    assert_eq!(door.rejected().len(), 1);
    assert!(told(
        &door,
        "2 rows, one for each customs procedure, were added up to 1 flows"
    ));
}

#[test]
fn wits_blanks_are_not_zero_and_shares_no_flows() {
    let door = read("wits.csv", "wits-summary");
    assert_eq!(
        door.taken(),
        [
            "2019 Norway > World exporter total TOTAL 104029.88",
            "2018 Norway > World exporter total TOTAL 123040.32",
            "2019 China > Norway importer total TOTAL 8751.03"
        ]
    );
    assert_eq!(
        (door.heard().power, door.left_out().values().sum::<u64>()),
        (6, 5)
    );
    let query = read("wits_query.csv", "wits-query");
    assert_eq!(
        query.taken(),
        ["2018 NOR > CHN exporter total TOTAL 2510.5"]
    );
    assert_eq!(query.heard().power, 3);
}

#[test]
fn the_three_tables_of_dots_are_read_by_names() {
    let tidy = read("dots.csv", "imf-dots");
    assert_eq!(
        tidy.taken(),
        [
            "2011-01 Canada > China exporter total TOTAL 10.5",
            "2011-12 China > Canada importer total TOTAL 20.5"
        ]
    );
    assert_eq!((tidy.heard().power, tidy.rejected().len()), (6, 1));
    let series = read("dot_series.csv", "imf-dots");
    assert_eq!(
        series.taken(),
        ["2019 Norway > China, P.R.: Mainland exporter total TOTAL 4.1E+09"]
    );
    assert_eq!(
        (
            series.heard().power,
            series.left_out().values().sum::<u64>()
        ),
        (0, 5)
    );
    assert_eq!(
        read("dot_panel.csv", "imf-dots").taken(),
        ["2019 Norway > China, P.R.: Mainland exporter total TOTAL 4100000000"]
    );
}

#[test]
fn a_year_that_repeats_another_is_told() {
    let door = read("oec.csv", "oec");
    assert_eq!(door.taken()[0], "1997 chn > nor importer total TOTAL 1");
    assert!(told(&door, "1998 repeats 1997 in each of its 3 figures"));
}

#[test]
fn names_that_were_cut_are_made_whole() {
    let door = read("unctad.csv", "unctad");
    assert_eq!(
        door.taken(),
        [
            "2000 Bolivia (Plurinational State of) > Indonesia exporter total TOTAL 1",
            "2000 Indonesia > Bolivia (Plurinational State of) exporter total TOTAL 2",
            "2000 Niger > Nigeria exporter total TOTAL 3",
            "2000 Nigeria > Niger exporter total TOTAL 4",
            "2000 Nigeria > San Marino exporter total TOTAL 4",
        ]
    );
}

#[test]
fn an_office_reports_for_the_country_of_its_money_or_of_the_option() {
    let door = read("ssb.csv", "pxweb-csv");
    assert_eq!(
        door.taken(),
        [
            "2022 Norway > China exporter total 03021411 2510",
            "2022 China > Norway importer total TOTAL 99"
        ]
    );
    // Four cells of another measure, and the title above the header.
    assert_eq!(door.left_out().values().sum::<u64>(), 5);
    assert!(told(&door, "reporter taken as Norway"));
    assert_eq!(
        read("scb.csv", "pxweb-csv").taken()[0],
        "2022 NO Norge > Sweden importer total TOTAL 7"
    );
    let silent = Document::new(
        "x.csv",
        b"country,Imports 2022,Exports 2022\nNorway,1,2\n".to_vec(),
    );
    let error = read_into(&silent, "pxweb-csv", &mut crate::providers::door()).unwrap_err();
    assert!(
        error
            .to_string()
            .ends_with("name the country with --reporter")
    );
    let mut door = crate::providers::door_with(bilat::providers::Options {
        reporter: Some("Iceland".to_owned()),
        ..Default::default()
    });
    read_into(&silent, "pxweb-csv", &mut door).unwrap();
    assert_eq!(
        door.taken(),
        [
            "2022 Norway > Iceland importer total TOTAL 1",
            "2022 Iceland > Norway exporter total TOTAL 2"
        ]
    );
}

#[test]
fn kroner_are_those_of_the_reporter() {
    let text = "\"Varer, etter land\"\n\"varer\";\"import/eksport\";\"land\";\"Verdi (1 000 kr) 2022\"\n\"I alt\";\"Eksport\";\"Kina\";7\n";
    let document = Document::new("x.csv", text.as_bytes().to_vec());
    let mut door = crate::providers::door_with(bilat::providers::Options {
        reporter: Some("Norge".to_owned()),
        ..Default::default()
    });
    read_into(&document, "pxweb-csv", &mut door).unwrap();
    assert_eq!(door.taken(), ["2022 Norge > Kina exporter total TOTAL 7"]);
    assert_eq!(
        (door.heard().currency.as_deref(), door.heard().power),
        (Some("NOK"), 3)
    );
}

#[test]
fn a_lost_zero_is_suspected_aloud() {
    let (_, door) = own(
        "exporter,importer,year,product,value\nNOR,CHN,2003,1,5\nNOR,CHN,2003,27,6\n",
        "",
    );
    assert!(told(&door, "product codes of 1 and 2 digits"));
}

#[test]
fn a_table_with_names_like_those_of_unctad_is_anyones() {
    let document = Document::new(
        "x.csv",
        b"exporter,importer,year,value_thousand_usd\nNOR,CHN,2003,1\n".to_vec(),
    );
    let mut door = crate::providers::door();
    read_into(&document, "table", &mut door).unwrap();
    assert_eq!(door.heard().power, 3);
}

#[test]
fn own_tables_are_read_tidy_wide_and_side_by_side() {
    let (result, door) = own(
        "Destination,Origin,Product,Year,Euros\nLU,BE,01,2007.0,5\n",
        "side:importer",
    );
    assert!(result.is_ok());
    assert_eq!(door.taken(), ["2007 BE > LU importer total 01 5"]);
    assert_eq!(door.heard().currency.as_deref(), Some("EUR"));
    let (_, wide) = own("exporter,importer,X2003,2004M01\nNorway,China,1,2\n", "");
    assert_eq!(
        wide.taken(),
        [
            "2003 Norway > China unstated total TOTAL 1",
            "2004M01 Norway > China unstated total TOTAL 2"
        ]
    );
    let (_, both) = own(
        "year,reporter_iso,partner_iso,trade_value_usd_exp,trade_value_usd_imp\n2018,nor,chn,1,2\n",
        "",
    );
    assert_eq!(
        both.taken(),
        [
            "2018 nor > chn exporter total TOTAL 1",
            "2018 chn > nor importer total TOTAL 2"
        ]
    );
    let (_, ends) = own(
        "year,exporter,importer,flow,value\n2018,nor,chn,import,1\n",
        "",
    );
    assert_eq!(ends.taken(), ["2018 nor > chn importer total TOTAL 1"]);
    let (_, code) = own(
        "exporter_name,exporter_iso3,importer_iso3,year,month,tusd\nNorway,NOR,CHN,2018,3,1\n",
        "",
    );
    assert_eq!(
        (code.taken()[0].as_str(), code.heard().power),
        ("2018-03 NOR > CHN unstated total TOTAL 1", 3)
    );
}

#[test]
fn rivals_are_refused_by_name() {
    assert_eq!(
        refusal("exporter,origin,importer,year,value\nNOR,NOR,CHN,2003,1\n"),
        "columns `exporter` and `origin` may both be the exporter; say which with --map exporter=\"exporter\" or --map exporter=\"origin\""
    );
    assert!(
        refusal("exporter,importer,year,value_usd,value_eur\nNOR,CHN,2003,1,2\n")
            .contains("may both be the value")
    );
    assert!(
        refusal("exporter,importer,year\nNOR,CHN,2003\n").starts_with("column `value` is missing")
    );
    assert!(
        refusal("reporter,partner,year,value\nNOR,CHN,2003,1\n")
            .starts_with("column `flow` is missing")
    );
}

#[test]
fn a_mapping_is_read_from_the_line_and_from_toml() {
    let typed =
        Mapping::parse("exporter=Origin,importer=To,period=Y,value=\"Euros, all\",side:importer")
            .unwrap();
    let stated = Mapping::from_toml("exporter = \"Origin\"\nimporter = \"To\"\nperiod = \"Y\"\nvalue = \"Euros, all\"\nside = { is = \"importer\" }\n").unwrap();
    assert_eq!(typed, stated);
    assert!(
        Mapping::from_toml("exportr = \"Origin\"\n")
            .unwrap_err()
            .to_string()
            .contains("unknown field `exportr`")
    );
    assert!(
        Mapping::from_toml("side = { was = \"x\" }\n")
            .unwrap_err()
            .to_string()
            .contains("unknown field `was`")
    );
    assert!(
        Mapping::parse("exportr=a")
            .unwrap_err()
            .to_string()
            .starts_with("`exportr` is no key of a mapping")
    );
    assert_eq!(
        Mapping::parse("side:a,side:b").unwrap_err().to_string(),
        "`side` is mapped twice; keep one of them"
    );
    let (result, _) = own(
        "a,b,c,d\n1,2,3,4\n",
        "exporter=q,importer=b,period=c,value=d",
    );
    assert_eq!(
        result.unwrap_err().to_string(),
        "column `q` is missing; found: a, b, c, d"
    );
}

#[test]
fn columns_that_nothing_is_read_from_are_named() {
    let text = "exporter,exporter_name,importer,year,value,colour,remark,currency\nNOR,Norway,CHN,2008,1930,blue,,USD\n";
    let document = Document::new("x.csv", text.as_bytes().to_vec());
    let mut door = crate::providers::door();
    let grid = bilat::providers::text::grid::Grid::read(&document, &mut door).unwrap();
    OwnTable.read_grid(&grid, &document, &mut door).unwrap();
    let told = "columns not used: `exporter_name`, `colour`, `remark`".to_owned();
    assert!(door.remarks().contains(&told), "{:?}", door.remarks());
}
