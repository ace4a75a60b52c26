//! Providers for structured files, on a few rows each.

use crate::providers::Trial;
use bilat::providers::Provider;
use bilat::providers::text::document::Document;
use bilat::providers::{
    comtrade::json::ComtradeJson, imf::compact::ImfCompact, json_rows,
    open_trade_statistics::OpenTradeStatistics, pxweb::json_stat::JsonStat, pxweb::px::Px,
    sdmx::json_message::SdmxJson, sdmx::xml_message::SdmxMl,
};

/// Every structured provider.
const ALL: [&dyn Provider; 7] = [
    &ComtradeJson,
    &ImfCompact,
    &OpenTradeStatistics,
    &SdmxMl,
    &SdmxJson,
    &JsonStat,
    &Px,
];

/// Reads a fixture, which one provider alone must know.
fn fixture(name: &str) -> Trial {
    let path = format!(
        "{}/tests/fixtures/providers/structured/{name}",
        env!("CARGO_MANIFEST_DIR")
    );
    let document = Document::new(name, std::fs::read(path).unwrap());
    let knows: Vec<_> = ALL
        .iter()
        .filter(|provider| provider.recognises(&document))
        .collect();
    let names: Vec<_> = knows.iter().map(|provider| provider.name()).collect();
    assert_eq!(names.len(), 1, "{name} is known by {names:?}");
    let mut door = crate::providers::door();
    knows[0].read(&document, &mut door).unwrap();
    door
}

/// The message about a faulty text.
fn refused(provider: &dyn Provider, text: &str) -> String {
    let document = Document::new("x", text.as_bytes().to_vec());
    provider
        .read(&document, &mut crate::providers::door())
        .unwrap_err()
        .to_string()
}

fn left_out(door: &Trial) -> Vec<(&str, u64)> {
    let counts = door.heard().left_out.iter();
    counts
        .map(|(reason, count)| (reason.as_str(), *count))
        .collect()
}

fn fixture_text(name: &str) -> String {
    std::fs::read_to_string(format!(
        "{}/tests/fixtures/providers/structured/{name}",
        env!("CARGO_MANIFEST_DIR")
    ))
    .unwrap()
}

#[test]
fn comtrade_totals_are_taken_and_their_parts_left_out() {
    let door = fixture("comtrade_v1.json");
    assert_eq!(
        door.told(),
        [
            "2020 156 > 579 importer total 0302 1000.5, 40 kg",
            "2020 579 > 752 exporter re-export TOTAL 7",
        ]
    );
    assert_eq!(
        left_out(&door),
        [
            (
                "finer breakdown by second partner, customs procedure or transport",
                2
            ),
            (
                "goods for processing and foreign imports, parts of the flows",
                1
            ),
        ]
    );
    assert_eq!(door.rejected()[0].1, "customsCode");
    assert_eq!(door.heard().classification.as_deref(), Some("HS 2017"));
    assert!(
        door.remarks()
            .iter()
            .any(|remark| remark.starts_with("net weight is estimated in 1 of 6 rows"))
    );
    assert!(
        door.remarks()
            .iter()
            .any(|remark| remark.contains("`isReported` is false"))
    );
}

#[test]
fn comtrade_of_before_2022_is_read() {
    let door = fixture("comtrade_legacy.json");
    assert_eq!(door.told(), ["2014 579 > 0 exporter total 03 9000"]);
    assert_eq!(door.heard().classification.as_deref(), Some("HS 2012"));
}

#[test]
fn comtrade_parts_alone_are_refused() {
    let text = r#"{"data": [{"period":"2020","reporterCode":1,"flowCode":"M","partnerCode":2,"motCode":1000,
        "customsCode":"C00","primaryValue":1}]}"#;
    assert_eq!(
        refused(&ComtradeJson, text),
        "all 1 rows are parts of flows (by motCode), and no row has the total; whether the parts are complete cannot \
         be told; ask again with partner2Code=0&motCode=0&customsCode=C00"
    );
}

#[test]
fn comtrade_errors_are_told_with_the_remedy() {
    assert_eq!(
        refused(
            &ComtradeJson,
            r#"{"statusCode": 429, "message": "Rate limit is exceeded. Try again in 1 seconds."}"#
        ),
        "not data but an error of UN Comtrade (429): `Rate limit is exceeded. Try again in 1 seconds.`; wait a little, \
         then download again"
    );
    assert!(
        refused(&ComtradeJson, r#"{"count": 0, "data": [], "error": ""}"#)
            .contains("holds no rows")
    );
    assert!(
        refused(
            &ComtradeJson,
            r#"{"count": 0, "data": null, "error": "Result too large"}"#
        )
        .contains("`Result too large`")
    );
}

#[test]
fn imf_series_of_several_powers_are_scaled_to_whole_dollars() {
    let door = fixture("imf_compact.json");
    assert_eq!(door.heard().power, 0);
    assert_eq!(
        door.told(),
        [
            "2020 NO > CN exporter total TOTAL 1100000",
            "2020-Q1 CN > NO importer total TOTAL 20000",
            "2020-Q2 CN > NO importer total TOTAL ",
        ]
    );
    assert_eq!(
        left_out(&door),
        [
            ("imports FOB where the same imports stand CIF", 1),
            ("trade balance, no flow", 1)
        ]
    );
}

#[test]
fn imts_values_are_whole_dollars_whatever_its_scale() {
    let door = fixture("imf_imts.xml");
    assert_eq!(door.heard().power, 0);
    assert_eq!(
        door.told(),
        [
            "2023 NOR > WLD exporter total TOTAL 1500000001",
            "2023M01 CHN > NOR importer total TOTAL 20",
        ]
    );
    assert_eq!(door.left_out().values().sum::<u64>(), 3);
    assert_eq!(
        (
            door.heard().currency.as_deref(),
            door.heard().publisher.as_deref()
        ),
        (Some("USD"), Some("International Monetary Fund"))
    );
}

#[test]
fn comext_in_generic_xml_pairs_values_with_quantities() {
    let door = fixture("comext_generic.xml");
    assert_eq!(
        door.told(),
        [
            "2023-01 XI > EL importer total 0301 117, 3 100 kg",
            "2023-02 XI > EL importer total 0301 c",
            "2023-03 XI > EL importer total 0301 5.5",
        ]
    );
    assert!(
        door.remarks()
            .contains(&"`OBS_FLAG` is `p` for 1 figures".to_owned())
    );
}

#[test]
fn attributes_of_groups_hold_for_their_series() {
    let door = fixture("ecb_groups.xml");
    assert_eq!(
        door.told(),
        [
            "2020 NO > DE importer total TOTAL 1100",
            "2020 DE > NO exporter total TOTAL 2000000",
        ]
    );
    assert_eq!(door.heard().publisher.as_deref(), Some("A & B"));
    assert!(
        door.remarks()
            .contains(&"`OBS_STATUS` is `E` for 1 figures".to_owned())
    );
}

#[test]
fn faulty_xml_is_refused() {
    let head = "<GenericData xmlns='http://www.sdmx.org/x'>";
    assert_eq!(
        refused(
            &SdmxMl,
            &format!("<!DOCTYPE x [<!ENTITY a 'b'>]>{head}</GenericData>")
        ),
        "faulty sdmx-ml: a document type is not read; remove the `<!DOCTYPE …>`"
    );
    assert!(
        refused(&SdmxMl, &format!("{head}<A>&b;</A></GenericData>")).contains("none is expanded")
    );
    assert!(
        refused(&SdmxMl, &format!("{head}<Sender id='&b;'/></GenericData>")).contains("at line 1")
    );
    assert!(refused(&SdmxMl, &format!("{head}{}", "<a>".repeat(100))).contains("too deeply"));
    assert!(refused(&SdmxMl, head).contains("cut short"));
    let footer =
        format!("{head}<Footer><Message><Text>too large</Text></Message></Footer></GenericData>");
    assert!(refused(&SdmxMl, &footer).contains("`too large`"));
}

#[test]
fn wits_counts_thousand_dollars_and_shares_are_left_out() {
    let door = fixture("wits.json");
    assert_eq!(
        (door.heard().power, door.heard().currency.as_deref()),
        (3, Some("USD"))
    );
    assert_eq!(
        door.told(),
        [
            "2016 WLD > NOR importer total 01-05_Animal 100.5",
            "2017 WLD > NOR importer total 01-05_Animal 101",
            "2016 NOR > WLD exporter total TOTAL 50",
        ]
    );
    assert_eq!(
        left_out(&door),
        [("a measure that is no value of trade", 1)]
    );
}

#[test]
fn sdmx_json_2_has_numbers_as_text_and_powers_by_group() {
    let door = fixture("sdmx_json_2.json");
    assert_eq!(
        door.told(),
        [
            "2023 CHN > NOR importer total TOTAL 1100",
            "2023 NOR > CHN exporter total TOTAL 2000000",
            "2023 NOR > WLD exporter total TOTAL M",
        ]
    );
    assert!(
        door.remarks()
            .contains(&"`OBS_STATUS` is `E` for 1 figures".to_owned())
    );
}

#[test]
fn norway_has_dated_products_and_quantities_beside_values() {
    let door = fixture("norway_08799.json");
    assert_eq!(
        door.told(),
        [
            "2024M01 CN > NO importer total 03021411 30, 1 kg",
            "2024M02 CN > NO importer total 03021411 :, 2 kg",
            "2024M01 NO > CN exporter total 03021411 6000, 40 kg",
            "2024M02 NO > CN exporter total 03021411 7000, 50 kg",
        ]
    );
    assert_eq!(
        (door.heard().power, door.heard().currency.as_deref()),
        (0, Some("NOK"))
    );
    assert_eq!(door.left_out().values().sum::<u64>(), 12);
}

#[test]
fn sweden_says_the_direction_in_the_measure() {
    let door = fixture("sweden.json");
    assert_eq!(
        door.told(),
        [
            "2023 NO > SE importer total 03 120.5, 3 t",
            "2023 W00 > SE importer total 03 1000",
        ]
    );
    assert_eq!(
        (door.heard().power, door.heard().currency.as_deref()),
        (3, Some("SEK"))
    );
}

#[test]
fn denmark_has_version_1_and_quarters_with_k() {
    let door = fixture("denmark.json");
    assert_eq!(
        door.told(),
        [
            "2022Q1 W00 > DK importer total 03 500",
            "2022Q1 NO > DK importer total 03 200",
        ]
    );
    assert_eq!(
        (door.heard().power, door.heard().currency.as_deref()),
        (3, Some("DKK"))
    );
    assert_eq!(door.heard().classification.as_deref(), Some("SITC Rev. 4"));
}

#[test]
fn iceland_numbers_its_lists_and_words_count() {
    let door = fixture("iceland.json");
    assert_eq!(
        door.told(),
        [
            "2023M01 Iceland > World exporter total 03021100 2000, 10 kg",
            "2023M01 Iceland > Noregur exporter total 03021100 900, 4 kg",
        ]
    );
    assert_eq!(
        (door.heard().power, door.heard().currency.as_deref()),
        (3, Some("ISK"))
    );
}

#[test]
fn comext_in_json_stat_keeps_its_reporters_and_marks() {
    let door = fixture("comext_stat.json");
    assert_eq!(
        door.told(),
        [
            "2023 EL > WORLD exporter total 0301 900, 8 100 kg",
            "2023 EL > NO exporter total 0301 c, 2 100 kg"
        ]
    );
}

#[test]
fn an_unknown_office_needs_the_reporter() {
    let text = fixture_text("sweden.json").replace("Statistics Sweden", "An Office");
    assert_eq!(
        refused(&JsonStat, &text),
        "the table does not name its reporter, and its source `An Office` is not known as a country's office; name \
         the country with `--reporter`"
    );
    let mut door = crate::providers::door_with(bilat::providers::Options {
        reporter: Some("Sweden".to_owned()),
        ..Default::default()
    });
    JsonStat
        .read(&Document::new("x", text.into_bytes()), &mut door)
        .unwrap();
    assert!(
        door.told()[1].starts_with("2023 WLD > Sweden importer"),
        "{}",
        door.told()[1]
    );
}

#[test]
fn faulty_json_stat_is_refused() {
    let good = fixture_text("sweden.json");
    let faulty = |from: &str, to: &str| refused(&JsonStat, &good.replace(from, to));
    assert!(
        faulty("\"size\":[1,2,2,1]", "\"size\":[1,3,2,1]")
            .contains("`Handelspartner` has 2 categories")
    );
    assert!(faulty("\"size\":[1,2,2,1]", "\"size\":[1,2,2]").contains("do not agree"));
    assert!(faulty("{\"0\":120.5", "{\"9\":120.5").contains("no cell `9`"));
    assert!(faulty("120.5", "true").contains("cell 1 is no number"));
    assert!(faulty("120.5", "NaN").contains("write null instead"));
    assert!(faulty("\"NO\":0,\"TOT\":1", "\"NO\":0,\"TOT\":0").contains("no place of its own"));
    assert!(
        refused(
            &JsonStat,
            r#"{"error":[{"status":400,"label":"bad query"}]}"#
        )
        .contains("`bad query`")
    );
}

#[test]
fn two_values_of_one_flow_are_refused() {
    let text =
        fixture_text("sweden.json").replace("Import quantity, tonnes", "Import value, SEK million");
    assert!(
        refused(&JsonStat, &text)
            .starts_with("2 measures are values of the same imports: `HA0201D8")
    );
}

#[test]
fn a_dimension_that_doubles_flows_needs_a_total() {
    let text = fixture_text("denmark.json")
        .replace("{\"GP\":0}", "{\"GP\":0,\"EP\":1}")
        .replace("\"size\":[1,2,1,1,1,1]", "\"size\":[1,2,1,2,1,1]")
        .replace("[500,200]", "[500,1,200,2]");
    assert!(refused(&JsonStat, &text).contains("by `UHBEGREB`"));
    let text = text.replace("\"EP\"", "\"TOT\"");
    let mut door = crate::providers::door();
    JsonStat
        .read(&Document::new("x", text.into_bytes()), &mut door)
        .unwrap();
    assert_eq!(door.values(), [Some(1.0), Some(2.0)]);
}

#[test]
fn a_px_file_is_read_in_its_code_page() {
    let door = fixture("norway.px");
    assert_eq!(
        door.told(),
        [
            "2022 CN > NO importer total TOTAL 1.5",
            "2023 CN > NO importer total TOTAL 2",
            "2022 NO > CN exporter total TOTAL ..",
            "2023 NO > CN exporter total TOTAL 0",
            "2022 FO > NO importer total TOTAL 3",
            "2023 FO > NO importer total TOTAL 4",
            "2022 NO > FO exporter total TOTAL 5",
            "2023 NO > FO exporter total TOTAL 6",
        ]
    );
    assert_eq!(
        (door.heard().power, door.heard().currency.as_deref()),
        (6, Some("NOK"))
    );
    assert_eq!(door.heard().updated.as_deref(), Some("20240115 08:00"));
    assert_eq!(
        door.heard().title.as_deref(),
        Some("Utenrikshandel etter land, import/eksport, statistikkvariabel og år")
    );
}

#[test]
fn faulty_px_is_refused() {
    let head = "STUB=\"land\";HEADING=\"år\";VALUES(\"land\")=\"a\";VALUES(\"år\")=\"1\",\"2\";";
    assert!(refused(&Px, head).contains("there is no `DATA`"));
    assert!(refused(&Px, &format!("{head}DATA=1 2")).contains("the file is cut"));
    assert!(refused(&Px, &format!("{head}DATA=1;")).contains("there are 1 figures for 2 cells"));
    assert!(refused(&Px, &format!("{head}DATA=1 x;")).contains("cell 2 is `x`"));
    assert!(refused(&Px, &format!("{head}NOTE=\"a;")).contains("`NOTE` has no end"));
    assert!(refused(&Px, &format!("{head}KEYS(\"land\")=VALUES;DATA=1;")).contains("`KEYS`"));
}

#[test]
fn open_trade_statistics_rows_are_two_observations() {
    let door = fixture("ots.json");
    assert_eq!(
        door.told(),
        [
            "2019 nor > chn exporter total 030214 391.5",
            "2019 chn > nor importer total 030214 0",
            "2019 WLD > nor importer total TOTAL 12",
        ]
    );
    assert_eq!(left_out(&door), [("no figure for this direction", 1)]);
}

#[test]
fn rows_of_a_user_become_a_grid() {
    let grid = |text: &str| {
        json_rows::grid(
            &Document::new("x", text.as_bytes().to_vec()),
            &mut crate::providers::door(),
        )
    };
    let cells = |text: &str| {
        let grid = grid(text).unwrap();
        let mut all = vec![grid.header().join("|")];
        grid.each(|place, cells| all.push(format!("{place}: {}", cells.join("|"))));
        all
    };
    let rows = ["y|v|p", "1: 2020|12.50|", "2: 2021||0301"];
    assert_eq!(
        cells(r#"[{"y": 2020, "v": 12.50}, {"p": "0301", "y": 2021, "v": null}]"#),
        rows
    );
    assert_eq!(
        cells(r#"{"n": 2, "rows": [{"y": 2020, "v": 12.50}, {"p": "0301", "y": 2021}]}"#),
        rows
    );
    assert_eq!(
        cells("{\"y\": 2020, \"v\": 12.50}\n{\"p\": \"0301\", \"y\": 2021}\n"),
        rows
    );
    let error = |text: &str| {
        grid(text)
            .err()
            .map(|error| error.to_string())
            .unwrap_or_default()
    };
    assert_eq!(
        error(r#"[{"a": {"b": 1}}]"#),
        "row 1: `a` holds a nested object, not a figure or a text; flatten it first"
    );
    assert!(error(r#"[{"a": 1, "a": 2}]"#).contains("key `a` stands twice in one row"));
    assert!(error("{\"a\": 1}\n{\"a\": NaN}").starts_with("row 2: no valid json"));
    assert!(error("[]").contains("no rows"));
}

#[test]
fn of_two_concepts_of_imports_the_origin_is_read() {
    let door = fixture("finland_uljas.json");
    assert_eq!(
        door.told(),
        [
            "202301 W00 > FI importer total 0 100, 10 kg",
            "202301 FI > W00 exporter total 0 200, 20 kg",
            "202301 SE > FI importer total 0 5, 1 kg",
            "202301 FI > SE exporter total 0 6, 2 kg",
        ]
    );
    assert_eq!(
        (door.heard().power, door.heard().currency.as_deref()),
        (0, Some("EUR"))
    );
    let text = fixture_text("finland_uljas.json").replace("countries of origin", "area");
    assert!(
        refused(&JsonStat, &text)
            .starts_with("`Flow` has several members for one direction of trade: `1`")
    );
}

#[test]
fn a_table_without_partners_is_trade_with_the_world() {
    let text = fixture_text("denmark.json")
        .replace("\"LAND\"", "\"OMR\"")
        .replace("\"label\":\"country\"", "\"label\":\"x\"");
    let text = text
        .replace("{\"W1\":0,\"NO\":1}", "{\"W1\":0}")
        .replace("[1,2,1,1,1,1]", "[1,1,1,1,1,1]");
    let mut door = crate::providers::door();
    JsonStat
        .read(
            &Document::new("x", text.replace("[500,200]", "[500]").into_bytes()),
            &mut door,
        )
        .unwrap();
    assert_eq!(door.told(), ["2022Q1 WLD > DNK importer total 03 500"]);
    assert!(
        door.remarks()
            .contains(&"the table has no partners: it is trade with the world".to_owned())
    );
}

#[test]
fn datasets_of_a_collection_must_count_alike() {
    let sweden = fixture_text("sweden.json");
    let pair =
        |second: &str| format!(r#"{{"class":"collection","link":{{"item":[{sweden},{second}]}}}}"#);
    let mut door = crate::providers::door();
    let exports = sweden.replace("Import", "Export");
    JsonStat
        .read(&Document::new("x", pair(&exports).into_bytes()), &mut door)
        .unwrap();
    assert_eq!(door.told().len(), 4);
    let millions = exports.replace("SEK thousand", "SEK million");
    assert!(
        refused(&JsonStat, &pair(&millions)).contains("count in different units; save them apart")
    );
}

#[test]
fn a_continent_is_no_world() {
    let text = fixture_text("denmark.json")
        .replace("\"LAND\"", "\"VERDENSDEL\"")
        .replace("\"label\":\"country\"", "\"label\":\"x\"")
        .replace("\"W1\":\"WORLD\"", "\"W1\":\"Asia\"")
        .replace("W1", "AS1");
    let mut door = crate::providers::door();
    JsonStat
        .read(&Document::new("x", text.into_bytes()), &mut door)
        .unwrap();
    assert!(door.told()[0].contains(" AS1 "), "{}", door.told()[0]);
}

#[test]
fn imts_in_sdmx_json_names_its_periods_by_value() {
    let door = fixture("imf_imts.json");
    assert_eq!(
        door.told(),
        [
            "2024M01 KOR > CHN exporter total TOTAL 132902972288",
            "2024M02 KOR > CHN exporter total TOTAL 120000000000",
            "2024M01 CHN > KOR importer total TOTAL 139869000000",
        ]
    );
    assert_eq!(
        (door.heard().power, door.heard().publisher.as_deref()),
        (0, Some("International Monetary Fund"))
    );
}
