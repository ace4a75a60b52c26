//! Nothing is lost or altered without a word: powers of ten, currencies, parts, groups, doubts.

use bilat::FlowTable;
use bilat::providers::text::document::Document;
use bilat::providers::text::unpack::{Limits, unpack};
use bilat::providers::{Report, load_documents};

fn load(name: &str, text: &str) -> Result<(FlowTable, Report), String> {
    let document = Document::new(name, text.as_bytes().to_vec());
    let loaded = load_documents([document], &Default::default()).map_err(|e| e.to_string())?;
    Ok((loaded.flows, loaded.report))
}

fn refused(name: &str, text: &str) -> String {
    load(name, text).err().expect("the file is refused")
}

/// `NOR CHN 2019 TOTAL 5`, a line for each flow.
fn read(name: &str, text: &str) -> (Vec<String>, String) {
    let (flows, report) = load(name, text).unwrap();
    let flows = flows.flows().unwrap();
    let lines = flows.iter().map(|flow| {
        let value = flow.value.map_or("-".to_owned(), |value| value.to_string());
        format!(
            "{} {} {} {} {value}",
            flow.exporter,
            flow.importer,
            flow.year(),
            flow.product
        )
    });
    (lines.collect(), report.lines().join("\n"))
}

const IMF: &str = "DATAFLOW,REF_AREA,COUNTERPART_AREA,INDICATOR,FREQ,UNIT_MULT,UNIT_MEASURE,TIME_PERIOD,OBS_VALUE\n";

#[test]
fn a_power_of_ten_that_cannot_be_read_rejects_its_row() {
    let rows = "IMF:DOT(1.0),NOR,CHN,TXG_FOB_USD,A,6,USD,2019,5.5\n\
                IMF:DOT(1.0),NOR,CHN,TXG_FOB_USD,A,O,USD,2020,6.5\n\
                IMF:DOT(1.0),NOR,CHN,TXG_FOB_USD,A,,USD,2021,7.5\n\
                IMF:DOT(1.0),NOR,CHN,TXG_FOB_USD,A,3,USD,2022,8.5\n";
    let (flows, told) = read("x.csv", &format!("{IMF}{rows}"));
    assert_eq!(
        flows,
        ["NOR CHN 2019 TOTAL 5500000", "NOR CHN 2022 TOTAL 8500"]
    );
    assert!(
        told.contains("row 3, column `UNIT_MULT`: `O` is no power of ten"),
        "{told}"
    );
    assert!(told.contains("2 rejected"), "{told}");
}

#[test]
fn a_power_that_no_row_states_is_none() {
    let rows = "IMF:DOT(1.0),NOR,CHN,TXG_FOB_USD,A,,USD,2019,5\n";
    let (flows, _) = read("x.csv", &format!("{IMF}{rows}"));
    assert_eq!(flows, ["NOR CHN 2019 TOTAL 5"]);
}

#[test]
fn a_number_with_spaces_keeps_the_power_of_its_row() {
    let rows = "IMF:DOT(1.0),NOR,CHN,TXG_FOB_USD,A,6,USD,2019,12 345\n\
                IMF:DOT(1.0),NOR,CHN,TXG_FOB_USD,A,3,USD,2020,12 345\n";
    let (flows, _) = read("x.csv", &format!("{IMF}{rows}"));
    assert_eq!(
        flows,
        [
            "NOR CHN 2019 TOTAL 12345000000",
            "NOR CHN 2020 TOTAL 12345000"
        ]
    );
}

#[test]
fn a_series_of_the_imf_without_the_power_that_others_have_is_rejected() {
    let text = r#"{"CompactData":{"DataSet":{"Series":[
        {"@FREQ":"A","@REF_AREA":"NO","@INDICATOR":"TXG_FOB_USD","@COUNTERPART_AREA":"CN","@UNIT_MULT":"6",
         "Obs":{"@TIME_PERIOD":"2020","@OBS_VALUE":"5"}},
        {"@FREQ":"A","@REF_AREA":"NO","@INDICATOR":"TXG_FOB_USD","@COUNTERPART_AREA":"SE",
         "Obs":{"@TIME_PERIOD":"2020","@OBS_VALUE":"6"}}]}}}"#;
    let (flows, told) = read("x.json", text);
    assert_eq!(flows, ["NOR CHN 2020 TOTAL 5000000"]);
    assert!(
        told.contains("`@UNIT_MULT`: `` is no power of ten"),
        "{told}"
    );
}

#[test]
fn a_unit_that_is_not_the_currency_of_the_indicator_rejects_its_row() {
    let rows = "IMF:DOT(1.0),NOR,CHN,TXG_FOB_USD,A,6,USD,2019,5.5\n\
                IMF:DOT(1.0),NOR,CHN,TXG_FOB_USD,A,6,EUR,2020,6.5\n";
    let (_, told) = read("x.csv", &format!("{IMF}{rows}"));
    assert!(
        told.contains("`EUR` is not the currency of the indicator, USD"),
        "{told}"
    );
}

#[test]
fn a_currency_whose_label_is_of_another_is_refused() {
    let text = |code: &str| {
        format!(
            r#"{{"dataSets":[{{"attributes":[0],"observations":{{"0:0:0:0":[5]}}}}],
        "structure":{{"name":"Trade","dimensions":{{"observation":[
        {{"id":"REF_AREA","values":[{{"id":"NOR","name":"Norway"}}]}},
        {{"id":"COUNTERPART_AREA","values":[{{"id":"CHN","name":"China"}}]}},
        {{"id":"TRADE_FLOW","values":[{{"id":"M","name":"Imports"}}]}},
        {{"id":"TIME_PERIOD","values":[{{"id":"2023"}}]}}]}},
        "attributes":{{"dataSet":[{{"id":"CURRENCY","values":[{{"id":"{code}","name":"US dollar"}}]}}]}}}}}}"#
        )
    };
    assert_eq!(read("x.json", &text("USD")).0, ["CHN NOR 2023 TOTAL 5"]);
    for code in ["ZZZ", "EUR"] {
        let refused = refused("x.json", &text(code));
        assert!(
            refused.contains("code and label are different currencies"),
            "{refused}"
        );
    }
}

const OECD: &str =
    "DATAFLOW,reporter,partner,flow,TRANSPORT,freq,UNIT_MEASURE,PRICES,TIME_PERIOD,OBS_VALUE\n";

#[test]
fn rows_that_a_column_not_read_tells_apart_are_no_repetition() {
    let rows = "X:Y(1.0),NO,CN,2,SEA,A,EUR,V,2019,5\nX:Y(1.0),NO,CN,2,AIR,A,EUR,V,2019,5\n";
    let refused = refused("x.csv", &format!("{OECD}{rows}"));
    assert!(
        refused.contains("as 5 (TRANSPORT `SEA`) and 5 (TRANSPORT `AIR`)"),
        "{refused}"
    );
    let twice = "X:Y(1.0),NO,CN,2,SEA,A,EUR,V,2019,5\nX:Y(1.0),NO,CN,2,SEA,A,EUR,V,2019,5\n";
    let (flows, told) = read("x.csv", &format!("{OECD}{twice}"));
    assert_eq!(flows, ["NOR CHN 2019 TOTAL 5"]);
    assert!(told.contains("`TRANSPORT` is `SEA` throughout"), "{told}");
    assert!(told.contains("1 exact repetition dropped"), "{told}");
}

#[test]
fn parts_by_a_column_not_read_go_where_their_total_stands() {
    let rows = "X:Y(1.0),NO,CN,2,_T,A,EUR,V,2019,9\nX:Y(1.0),NO,CN,2,SEA,A,EUR,V,2019,5\n\
                X:Y(1.0),NO,CN,2,AIR,A,EUR,V,2019,4\n";
    let (flows, told) = read("x.csv", &format!("{OECD}{rows}"));
    assert_eq!(flows, ["NOR CHN 2019 TOTAL 9"]);
    assert!(
        told.contains("2 left out: parts of a breakdown whose total is in the file"),
        "{told}"
    );
}

#[test]
fn values_at_constant_prices_of_sdmx_are_left_out_and_told() {
    let rows = "X:Y(1.0),NO,CN,2,_T,A,EUR,CONSTANT 2015,2019,9\n";
    let refused = refused("x.csv", &format!("{OECD}{rows}"));
    assert!(
        refused.contains("1: values at other prices than those of the day"),
        "{refused}"
    );
}

#[test]
fn a_row_of_another_table_is_rejected_and_not_called_an_indicator() {
    let rows =
        "X:Y(1.0),NO,CN,2,_T,A,EUR,V,2019,9\nH0,NOR,Total,Norway,CHN,China,2018,Export,6,Norway\n";
    let (_, told) = read("x.csv", &format!("{OECD}{rows}"));
    assert!(told.contains("1 rejected"), "{told}");
    assert!(
        told.contains("row 3, column `TIME_PERIOD`: `6` does not fit its column"),
        "{told}"
    );
}

#[test]
fn words_behind_a_figure_are_no_flags() {
    let text = "freq,reporter,partner,product,flow,indicators\\TIME_PERIOD\t2017\t2018\t2019\n\
                A,SE,NO,TOTAL,2,VALUE_IN_EUROS\t12 p\t678 kg\t5 bd\n";
    let (flows, told) = read("x.tsv", text);
    assert_eq!(flows, ["SWE NOR 2017 TOTAL 12", "SWE NOR 2019 TOTAL 5"]);
    assert!(
        told.contains("`678 kg` has something behind the figure"),
        "{told}"
    );
}

#[test]
fn an_observation_with_two_values_is_refused() {
    let text = |twice: &str| {
        format!(
            r#"<m:GenericData xmlns:m="http://www.sdmx.org/message" xmlns:g="generic"><m:DataSet>
        <g:Series><g:SeriesKey><g:Value id="reporter" value="DE"/><g:Value id="partner" value="NO"/>
        <g:Value id="flow" value="1"/><g:Value id="indicators" value="VALUE_IN_EUROS"/></g:SeriesKey>
        <g:Obs><g:ObsDimension value="2023"/><g:ObsValue value="117"/>{twice}</g:Obs></g:Series></m:DataSet></m:GenericData>"#
        )
    };
    assert_eq!(read("x.xml", &text("")).0, ["NOR DEU 2023 TOTAL 117"]);
    for twice in [
        r#"<g:ObsValue value="118"/>"#,
        r#"<g:ObsDimension value="2024"/>"#,
    ] {
        let refused = refused("x.xml", &text(twice));
        assert!(
            refused.contains("stands twice in observation 1"),
            "{refused}"
        );
    }
}

const REPLY: &str = r#""data": [{"period": "2020", "reporterCode": 579, "flowCode": "M", "partnerCode": 156,
    "cmdCode": "TOTAL", "partner2Code": 0, "customsCode": "C00", "motCode": 0, "primaryValue": "1000.5"}]"#;

#[test]
fn a_reply_that_says_it_is_not_whole_is_heard() {
    let text = format!(r#"{{"count": 2, {REPLY}, "error": "limit of 100000 records reached"}}"#);
    let (flows, told) = read("x.json", &text);
    assert_eq!(flows, ["CHN NOR 2020 TOTAL 1000.5"]);
    assert!(
        told.contains("the reply says that it has 2 rows, and 1 are here: rows are missing"),
        "{told}"
    );
    assert!(told.contains("`limit of 100000 records reached`"), "{told}");
}

#[test]
fn trade_in_services_is_no_trade_in_goods() {
    let text = format!(
        r#"{{"count": 1, {}}}"#,
        REPLY.replace("\"period\"", "\"typeCode\": \"S\", \"period\"")
    );
    assert_eq!(
        refused("x.json", &text),
        "nothing is left: every row was left out (1: trade in services); give a file that holds flows of goods in money"
    );
}

const COMTRADE: &str = "freqCode,refYear,period,reporterCode,reporterISO,flowCode,partnerCode,partnerISO,cmdCode,primaryValue\n";

#[test]
fn columns_that_contradict_each_other_are_told_with_their_place() {
    let rows = "A,2019,2019,579,SWE,X,156,CHN,TOTAL,5\nM,2020,2020,579,NOR,X,156,CHN,TOTAL,6\n\
                A,2020,2021,579,NOR,X,156,CHN,TOTAL,7\n";
    let (flows, told) = read("x.csv", &format!("{COMTRADE}{rows}"));
    assert_eq!(flows.len(), 3);
    for contradiction in [
        "the code `579` stands beside `SWE`; the code is read (1 rows, first row 2)",
        "the frequency `M` stands beside periods such as `2020`",
        "the period `2021` stands beside the year `2020`",
    ] {
        assert!(told.contains(contradiction), "{told}");
    }
    let oddities = "A,2019,2019,251,FRA,X,842,USA,TOTAL,5\nA,2019,2019,757,CHE,X,490,S19,TOTAL,6\n";
    let (_, told) = read("x.csv", &format!("{COMTRADE}{oddities}"));
    assert!(!told.contains("stands beside"), "{told}");
}

#[test]
fn codes_that_a_spreadsheet_spoilt_are_mended_or_rejected() {
    let rows = "A,2019,2019,579,NOR,X,156,CHN,30214,5\nA,2019,2019,579,NOR,X,156,CHN,271019,6\n\
                A,2019,2019,579,NOR,X,156,CHN,3.02E+04,7\nA,2019,2019,579,NOR,X,156,CHN,2-Jan,8\n\
                A,2019,2019,579,NOR,X,156,CHN,O30214,9\nA,2019,2019,579,NOR,X,156,CHN,'010121,10\n";
    let (flows, told) = read("x.csv", &format!("{COMTRADE}{rows}"));
    let kept = [
        "NOR CHN 2019 010121 10",
        "NOR CHN 2019 030214 5",
        "NOR CHN 2019 271019 6",
    ];
    assert_eq!(flows, kept);
    assert!(
        told.contains("1 product codes had an odd number of digits"),
        "{told}"
    );
    assert!(told.contains("3 rejected"), "{told}");
    let (_, told) = read(
        "x.csv",
        "year,exporter,importer,product,value\n2019,NOR,CHN,30214,5\n2019,NOR,CHN,271019,6\n",
    );
    assert!(
        told.contains("1 product codes have 5 digits, such as `30214`, beside others of 6"),
        "{told}"
    );
}

#[test]
fn a_group_stays_where_none_of_its_members_stands() {
    let head = "year,exporter,importer,value\n2019,NOR,CHN,5\n2019,NOR,USA,6\n";
    let (flows, told) = read("x.csv", &format!("{head}2019,NOR,EU27_2020,70\n"));
    assert_eq!(flows.len(), 3);
    assert!(!told.contains("left out"), "{told}");
    let (flows, told) = read(
        "x.csv",
        &format!("{head}2019,NOR,EU27_2020,70\n2019,NOR,SWE,30\n"),
    );
    assert_eq!(flows.len(), 3);
    assert!(
        told.contains("members of theirs stand beside them: EU27_2020"),
        "{told}"
    );
}

#[test]
fn a_group_whose_members_are_all_there_and_do_not_add_up_stays_and_is_told() {
    let all = "year,exporter,importer,value\n2019,NOR,USMCA,70\n2019,NOR,USA,30\n2019,NOR,CAN,30\n";
    let (flows, told) = read("x.csv", &format!("{all}2019,NOR,MEX,10\n"));
    assert_eq!(flows.len(), 3, "{told}");
    let (flows, told) = read("x.csv", &format!("{all}2019,NOR,MEX,1\n"));
    assert_eq!(flows.len(), 4, "{told}");
    assert!(
        told.contains("members do not sum to groups kept beside them in 1 of 1 cases"),
        "{told}"
    );
}

#[test]
fn figures_that_are_hard_to_believe_are_kept_and_told() {
    let text = "year,exporter,importer,value\n2091,NOR,CHN,5\n2005,South Sudan,CHN,6\n2017,SUN,CHN,7\n\
                2018,NOR,CHN,-8\n2019,NOR,CHN,9007199254740993\n2020,NOR,CHN,9999999999999999999999999999999999999999\n";
    let (flows, told) = read("x.csv", text);
    assert_eq!(flows.len(), 6);
    for doubt in [
        "1 figure of a year far ahead (row 2); it is kept",
        "of South Sudan long before 2011, when UN Comtrade first lists it (row 3)",
        "of Soviet Union long after 1991, when UN Comtrade last lists it (row 4)",
        "1 figure below zero, which no trade is (row 5)",
        "1 figure beyond 2^53, of which 16 digits are kept (row 6)",
        "1 figure larger than the trade of the world in any currency (row 7)",
    ] {
        assert!(told.contains(doubt), "{doubt}: {told}");
    }
    let (_, told) = read(
        "x.csv",
        "year,exporter,importer,value\n1990,DEU,BEL,5\n1990,ZAF,CHN,5\n",
    );
    assert!(!told.contains("long"), "{told}");
}

#[test]
fn a_conflict_of_months_names_the_month() {
    let text = "period,exporter,importer,value\n2019-03,NOR,CHN,5\n2019-03,NOR,CHN,6\n";
    assert!(refused("x.csv", text).contains("both give NOR to CHN in 2019-03"));
}

#[test]
fn tables_that_r_adds_up_by_partner_are_read() {
    let text = "refYear,flowCode,partnerDesc,partner_rank,reporterDesc,partner_sum,partner_perc,partner_upper_perc\n\
                2014,X,China,1,\"China, Hong Kong SAR\",300429691146.0,0.19,0.19\n";
    assert_eq!(read("x.csv", text).0, ["HKG CHN 2014 TOTAL 300429691146"]);
}

#[test]
fn columns_of_known_layouts_that_are_not_read_are_named() {
    let text = "year,exporter,importer_stata_name,value_thousand_usd,product,mode\n\
                2000,Norway,China,5,Fish,Sea\n2000,Norway,Sweden,6,Oil,Sea\n";
    let (flows, told) = read("x.csv", text);
    assert_eq!(flows[0], "NOR CHN 2000 Fish 5000");
    assert!(told.contains("columns not used: `mode`"), "{told}");
}

#[test]
fn two_members_of_an_archive_by_one_name_are_refused() {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for name in ["a.csv", "b.csv"] {
        zip.start_file(name, zip::write::SimpleFileOptions::default())
            .unwrap();
        std::io::Write::write_all(&mut zip, b"year,exporter,importer,value\n2003,NOR,CHN,5\n")
            .unwrap();
    }
    let mut bytes = zip.finish().unwrap().into_inner();
    let ends: Vec<usize> = (0..bytes.len())
        .filter(|&at| bytes[at..].starts_with(b"b.csv"))
        .collect();
    ends.into_iter().for_each(|at| bytes[at] = b'a');
    let refused = unpack("x.zip", bytes, &Limits::default())
        .err()
        .unwrap()
        .to_string();
    assert_eq!(
        refused,
        "`x.zip` holds two files called `a.csv`; unpack it and rename one"
    );
}

#[test]
fn a_message_at_constant_prices_is_refused() {
    let text = |prices: &str| {
        format!(
            r#"<m:StructureSpecificData xmlns:m="http://www.sdmx.org/message"><m:DataSet>
            <Series REF_AREA="NO" COUNTERPART_AREA="CN" INDICATOR="XG_FOB_USD" FREQ="A" PRICES="{prices}">
            <Obs TIME_PERIOD="2023" OBS_VALUE="117"/></Series></m:DataSet></m:StructureSpecificData>"#
        )
    };
    assert_eq!(read("x.xml", &text("V")).0, ["NOR CHN 2023 TOTAL 117"]);
    let refused = refused("x.xml", &text("L"));
    assert!(
        refused.contains("`PRICES` is `L`, and only values at prices of the day"),
        "{refused}"
    );
}

#[test]
fn bulk_rows_are_added_up_once_each() {
    let text = "REPORTER,PARTNER,PRODUCT_NC,FLOW,STAT_PROCEDURE,PERIOD,VALUE_EUR,QUANTITY_KG\n\
                AT,NO,35069190,2,1,202402,65,3\nAT,NO,35069190,2,2,202402,10,x\nAT,NO,35069190,2,1,202402,65,3\n";
    let (flows, told) = read("x.dat", text);
    assert_eq!(flows, ["AUT NOR 2024 35069190 75"]);
    assert!(
        told.contains("1 left out: exact repetitions of a row"),
        "{told}"
    );
    assert!(
        told.contains("1 rows have a weight that is no number"),
        "{told}"
    );
}

#[test]
fn rows_that_slipped_are_rejected_in_tables_of_offices_and_of_wits() {
    let ssb = "\"08799: External trade in goods\"\n\n\"imports/exports\";\"country\";\"Value (NOK) 2019\"\n\
               \"Exports\";\"China\";5\n\"Export balance\";\"China\";1\n\"China\";\"6\";\n";
    let (flows, told) = read("x.csv", ssb);
    assert_eq!(flows, ["NOR CHN 2019 TOTAL 5"]);
    assert!(
        told.contains("column `imports/exports`: `China` is neither imports nor exports"),
        "{told}"
    );
    let wits = "Reporter,Partner,Product categories,Indicator Type,Indicator,2019,2018\n\
                Norway,China,All Products,Export,Trade (US$ Mil),5,6\n\
                Norway,Sweden,All Products,Export,Trade (US$ Thousand),,7\n\
                Norway,China,All Products,Export,Partner share (%),1,2\nChina,All Products,Export,Trade (US$ Mil),7,8,\n";
    let (flows, told) = read("x.csv", wits);
    let kept = [
        "NOR CHN 2018 TOTAL 6000000",
        "NOR CHN 2019 TOTAL 5000000",
        "NOR SWE 2018 TOTAL 7000",
    ];
    assert_eq!(flows, kept, "{told}");
    assert!(
        told.contains("column `Indicator`: `7` is no indicator"),
        "{told}"
    );
}

#[test]
fn a_figure_that_is_a_list_or_a_truth_is_refused() {
    for wrong in ["[1]", "true", "{\"a\": 1}"] {
        let text = format!("{{{}}}", REPLY.replace("\"1000.5\"", wrong));
        let refused = refused("x.json", &text);
        assert!(
            refused.contains("neither a number nor a text stands for a figure"),
            "{refused}"
        );
    }
}
