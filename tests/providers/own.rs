//! Tables of one's own: what stands beside and around the values is heard, applied or told.

use bilat::providers::{Document, Loaded, Options, Unit, load_documents};
use bilat::{Currency, Side};

/// A table read whole: values in order, currency, and everything that was told.
#[derive(Debug, Default)]
struct Reading {
    values: Vec<(String, f64)>,
    unit: String,
    told: String,
    refused: String,
}

fn read_with(name: &str, content: &[u8], options: &Options) -> Reading {
    let document = Document::new(name, content.to_vec());
    match load_documents([document], options) {
        Ok(loaded) => told(&loaded),
        Err(error) => Reading {
            refused: error.to_string(),
            ..Reading::default()
        },
    }
}

fn told(loaded: &Loaded) -> Reading {
    let flows = loaded.flows.flows().unwrap();
    let line = |flow: &bilat::Flow| {
        let key = format!(
            "{} {} {} {}",
            flow.exporter,
            flow.importer,
            flow.year(),
            flow.product
        );
        (key, flow.value.unwrap_or(f64::NAN))
    };
    Reading {
        values: flows.iter().map(line).collect(),
        unit: loaded.flows.basis().unit(),
        told: loaded.report.lines().join("\n"),
        refused: String::new(),
    }
}

fn read(content: &str) -> Reading {
    read_with("mine.csv", content.as_bytes(), &Options::default())
}

fn json(content: &str) -> Reading {
    read_with("mine.json", content.as_bytes(), &Options::default())
}

impl Reading {
    fn numbers(&self) -> Vec<f64> {
        self.values.iter().map(|(_, value)| *value).collect()
    }

    #[track_caller]
    fn says(&self, words: &str) {
        assert!(self.told.contains(words), "`{words}` is not in {self:?}");
    }

    #[track_caller]
    fn refuses(&self, words: &str) {
        assert!(self.refused.contains(words), "`{words}` is not in {self:?}");
    }
}

const HEADER: &str = "exporter,importer,year,value";

#[test]
fn a_year_column_with_a_flag_is_read_and_told() {
    for name in [
        "2021*",
        "2021p",
        "2021 (p)",
        "2021 1)",
        "2021¹",
        "2021 prov.",
        "2021e",
    ] {
        let reading = read(&format!(
            "exporter,importer,2019,2020,{name}\nNOR,CHN,1,2,3\n"
        ));
        assert_eq!(reading.numbers(), [1.0, 2.0, 3.0], "{name}: {reading:?}");
        reading.says(&format!("read as the others: `{name}`"));
    }
}

#[test]
fn a_column_with_a_part_of_a_year_in_its_name_is_refused_and_one_with_growth_is_not() {
    let wide = |name: &str| {
        read(&format!(
            "exporter,importer,2019,2020,{name}\nNOR,CHN,1,2,3\n"
        ))
    };
    wide("2021 (Jan-Jun)").refuses("column `2021 (Jan-Jun)` holds a year");
    let growth = wide("% change 2020");
    assert_eq!(growth.numbers(), [1.0, 2.0]);
    growth.says("columns not used: `% change 2020`");
}

#[test]
fn years_may_carry_their_unit_or_the_word_for_value() {
    let millions = read("exporter,importer,2019 (US$ million),2020 (US$ million)\nNOR,CHN,1,2\n");
    assert_eq!(millions.numbers(), [1e6, 2e6]);
    let mixed = read("exporter,importer,2019,2020 (US$ million)\nNOR,CHN,1,2\n");
    mixed.refuses("different currencies or units");
    let named = read("exporter,importer,value_2019,value_2020\nNOR,CHN,1,2\n");
    assert_eq!(named.numbers(), [1.0, 2.0]);
}

#[test]
fn columns_beside_the_value_say_its_unit_and_currency() {
    for (name, word, power, unit) in [
        ("unit", "million USD", 1e6, "current US dollars"),
        ("scale", "Millions", 1e6, "current US dollars"),
        ("unit_mult", "6", 1e6, "current US dollars"),
        ("multiplier", "1000", 1e3, "current US dollars"),
        (
            "unit_of_measure",
            "\"Euro, thousands\"",
            1e3,
            "current euros",
        ),
        ("UNIT_MEASURE", "EUR", 1.0, "current euros"),
        ("Currency unit", "EUR", 1.0, "current euros"),
    ] {
        let reading = read(&format!("{HEADER},{name}\nNOR,CHN,2019,5,{word}\n"));
        assert_eq!(reading.numbers(), [5.0 * power], "{name}: {reading:?}");
        assert_eq!(reading.unit, unit, "{name}");
    }
}

#[test]
fn rows_of_several_units_are_each_read_in_their_own() {
    let reading = read(&format!(
        "{HEADER},unit\nCHN,NOR,2019,5,million USD\nCHN,NOR,2020,6,thousand USD\n"
    ));
    assert_eq!(reading.numbers(), [5e6, 6e3]);
    read(&format!(
        "{HEADER},unit\nCHN,NOR,2019,5,EUR\nCHN,NOR,2020,6,USD\n"
    ))
    .refuses("load one currency at a time");
}

#[test]
fn what_is_no_money_at_current_prices_is_left_out_or_refused() {
    let mixed = read(&format!(
        "{HEADER},measure\nNOR,CHN,2019,5,Value\nNOR,CHN,2019,700,Quantity\n"
    ));
    assert_eq!(mixed.numbers(), [5.0]);
    mixed.says("1 left out: rows in which `measure` is `Quantity`, which is no value in money");
    for (name, word) in [
        ("measure", "Net weight (kg)"),
        ("indicator", "Share of exports (%)"),
        ("value_type", "index"),
        ("unit", "tonnes"),
    ] {
        read(&format!("{HEADER},{name}\nNOR,CHN,2019,5,{word}\n"))
            .refuses("the values are no money");
    }
    read(&format!(
        "{HEADER},price_basis\nNOR,CHN,2019,5,constant 2015\n"
    ))
    .refuses("is not `current`");
    read(&format!("{HEADER},freq\nNOR,CHN,2019,5,M\n")).refuses("its figure is of a month");
}

#[test]
fn an_unread_column_that_says_one_thing_is_quoted() {
    read(&format!("{HEADER},scenario\nNOR,CHN,2019,5,forecast\n"))
        .says("of these, in every row: `scenario` says `forecast`");
}

#[test]
fn titles_and_notes_that_say_a_unit_for_certain_are_applied() {
    for (line, power, unit) in [
        ("\"Exports, NOK million\"", 1e6, "current Norwegian kroner"),
        ("Foreign trade in 1000 USD", 1e3, "current US dollars"),
        ("Figures are in USD thousands.", 1e3, "current US dollars"),
        ("All values in EUR", 1.0, "current euros"),
        ("Units: US$ Million; Source: X", 1e6, "current US dollars"),
        ("Handel mit Gütern in Tsd. Euro", 1e3, "current euros"),
        ("\"Unit,US$ million,,\"", 1e6, "current US dollars"),
    ] {
        let line = line.replace("\"Unit,US$ million,,\"", "Unit,US$ million,,");
        let above = read(&format!(
            "{line}\n{HEADER}\nNOR,CHN,2019,5\nNOR,CHN,2020,6\n"
        ));
        assert_eq!(
            above.numbers(),
            [5.0 * power, 6.0 * power],
            "{line}: {above:?}"
        );
        assert_eq!(above.unit, unit, "{line}");
    }
    let note = read(&format!(
        "{HEADER}\nNOR,CHN,2019,5\nNOR,CHN,2020,6\n\nUnit: thousand US dollars\n"
    ));
    assert_eq!(note.numbers(), [5e3, 6e3], "{note:?}");
}

#[test]
fn titles_that_are_not_certain_are_told_and_those_of_no_money_refused() {
    let table = format!("{HEADER}\nNOR,CHN,2019,5\nNOR,CHN,2020,6\n");
    for line in ["Trade above US$ 1 million", "Mill. kroner"] {
        let reading = read(&format!("{line}\n{table}"));
        assert_eq!(reading.numbers(), [5.0, 6.0]);
        reading.says("line 1 speaks of money, but of no unit or currency for certain");
    }
    for line in [
        "\"Constant 2015 prices, million USD\"",
        "Index 2015 = 100",
        "\"Net weight, tonnes\"",
        "\"Annual growth, per cent\"",
    ] {
        read(&format!("{line}\n{table}")).refuses("line 1 says");
    }
}

#[test]
fn a_unit_below_another_column_is_not_that_of_the_values() {
    let reading = read(&format!(
        "{HEADER},gdp\n,,,,million USD\nNOR,CHN,2019,5,100\nNOR,CHN,2020,6,110\n"
    ));
    assert_eq!(reading.numbers(), [5.0, 6.0], "{reading:?}");
    let own = read(&format!(
        "{HEADER},gdp\n,,,1000 USD,\nNOR,CHN,2019,5,100\nNOR,CHN,2020,6,110\n"
    ));
    assert_eq!(own.numbers(), [5e3, 6e3], "{own:?}");
}

#[test]
fn a_second_block_in_another_unit_is_refused() {
    read(&format!(
        "Million USD,,,\n{HEADER}\nNOR,CHN,2019,5\nNOR,CHN,2020,6\n\nThousand USD,,,\n{HEADER}\nNOR,SWE,2019,7\n"
    ))
    .refuses("line 6 says `Thousand USD`");
}

#[test]
fn a_narrow_table_above_a_wide_one_is_no_title() {
    let wide = "Reporter,Partner,Year,Flow,Value,Note\n".to_owned()
        + "Norway,China,2019,Export,5,a\nNorway,China,2020,Export,6,a\n"
        + "Norway,China,2021,Export,7,a\nNorway,China,2022,Export,8,a\n";
    read(&format!("{HEADER}\nNOR,SWE,2019,5\n\n{wide}")).refuses("look like a table of their own");
}

#[test]
fn names_of_values_that_are_shares_or_anyones_money_are_not_taken_for_dollars() {
    read("exporter,importer,year,Value (%)\nNOR,CHN,2019,5\n").refuses("column `value` is missing");
    for sign in ["¥", "mill. kr"] {
        read(&format!(
            "exporter,importer,year,Value ({sign})\nNOR,CHN,2019,5\n"
        ))
        .refuses("say which with --data-currency");
    }
    read("exporter,importer,year,Value (dollars)\nNOR,CHN,2019,5\n")
        .says("says dollars and not whose");
    let beside = read("exporter,importer,year,Value (US$m),Value (%)\nNOR,CHN,2019,5,12\n");
    assert_eq!(beside.numbers(), [5e6]);
}

#[test]
fn an_option_wins_over_the_name_of_a_column_and_the_remark_says_so() {
    let options = Options {
        unit: Some(Unit::Thousand),
        currency: Some(Currency::NOK),
        ..Options::default()
    };
    let content = "exporter,importer,year,Value (US$ million)\nNOR,CHN,2019,5\n";
    let reading = read_with("mine.csv", content.as_bytes(), &options);
    assert_eq!(
        (reading.numbers(), reading.unit.as_str()),
        (vec![5e3], "current Norwegian kroner")
    );
    reading.says("values counted in 10^3, as you say, and not in 10^6");
    reading.says("values taken as NOK, as you say, and not as USD");
}

#[test]
fn rows_that_differ_in_an_unread_column_are_parts_and_no_repetitions() {
    let content = "exporter,importer,year,mode,value\nNOR,CHN,2019,Sea,5\nNOR,CHN,2019,Air,5\n";
    read(content).refuses("as 5 (mode `Sea`) and 5 (mode `Air`)");
    let equal = content.replace("Air", "Sea");
    read(&equal).says("1 exact repetition dropped");
    let days = "exporter,importer,date,value\nNOR,CHN,2019-03-04,5\nNOR,CHN,2019-03-05,5\n";
    read(days).refuses("in 2019-03");
    let numbered = "exporter,importer,year,value\n".replace("exporter", ",exporter");
    read(&format!("{numbered}0,NOR,CHN,2019,5\n1,NOR,CHN,2019,5\n"))
        .says("1 exact repetition dropped");
}

#[test]
fn a_currency_in_some_cells_is_told_and_two_are_not_mixed() {
    let some = read(&format!(
        "{HEADER}\nNOR,CHN,2019,EUR 5\nNOR,CHN,2020,6000\nNOR,CHN,2021,7000\n"
    ));
    some.says("1 figures name EUR themselves, the first on row 2; the 2 others name nothing");
    let mixed = read(&format!(
        "{HEADER}\nNOR,CHN,2019,5\nNOR,CHN,2020,$6\nNOR,CHN,2021,€7\n"
    ));
    assert_eq!(mixed.numbers(), [5.0, 6.0]);
    mixed.says("is in EUR, other figures are in dollars");
}

#[test]
fn a_point_among_whole_numbers_is_told_with_its_place() {
    let slip = read(&format!(
        "{HEADER}\nNOR,CHN,2018,11070\nNOR,CHN,2019,14.070\nNOR,CHN,2020,15070\n"
    ));
    slip.says("1 of them, the first on line 3");
    read(&format!(
        "{HEADER}\nNOR,CHN,2018,11\nNOR,CHN,2019,\"14,07\"\n"
    ))
    .says("a decimal comma, as on line 3");
}

#[test]
fn small_figures_grouped_by_commas_are_read() {
    let rows = "NOR,CHN,2018,987\nNOR,CHN,2019,\"1,234\"\nNOR,CHN,2020,\"43,564\"\nNOR,CHN,2021,\"4,021\"\n";
    let reading = read(&format!("{HEADER}\n{rows}"));
    assert_eq!(reading.numbers(), [987.0, 1234.0, 43_564.0, 4021.0]);
    reading.says("taken to set thousands apart");
}

#[test]
fn a_lone_cell_is_shown_as_it_stands() {
    let reading = read(&format!(
        "{HEADER}\nNOR,CHN,2019,5\n,,,77\nImports,,,\nNOR,CHN,2020,6\n"
    ));
    reading.says("row 3, column `value`: `77` stands alone in its row");
    reading.says("row 4, column `exporter`: `Imports` stands alone in its row");
}

#[test]
fn sectors_are_products_and_mangled_codes_are_rejected() {
    let sectors =
        read("exporter,importer,year,sector,value\nNOR,CHN,2019,Fish,5\nNOR,CHN,2019,Oil,6\n");
    assert_eq!(sectors.values[0].0, "NOR CHN 2019 Fish");
    let codes = |code: &str| {
        read(&format!(
            "exporter,importer,year,hs6,value\nNOR,CHN,2019,{code},5\nNOR,CHN,2019,271019,6\n"
        ))
    };
    for code in ["3.02E+04", "1E+05", "2-Jan", "Feb-02", "O30214"] {
        assert_eq!(codes(code).numbers(), [6.0], "{code}");
        codes(code).says("1 rejected");
    }
    for code in ["'010121", "\"=\"\"010121\"\"\"", "0101.21", "0101 21"] {
        assert_eq!(codes(code).values[0].0, "NOR CHN 2019 010121", "{code}");
    }
    read("exporter,importer,year,hs6,value\nNOR,CHN,2019,10121,5\n")
        .says("all product codes have 5 digits");
}

#[test]
fn dates_that_are_all_ends_of_years_are_years() {
    for (one, other) in [
        ("2019-12-31", "2020-12-31"),
        ("12/31/2019", "12/31/2020"),
        ("31.12.2019", "31.12.2020"),
        ("2019-01-01", "2020-01-01"),
        ("2020 (p)", "2019*"),
        ("2019-01-01/P1Y", "2020-01-01/P1Y"),
    ] {
        let reading = read(&format!("{HEADER}\nNOR,CHN,{one},5\nNOR,CHN,{other},6\n"));
        assert_eq!(reading.values.len(), 2, "{one}: {reading:?}");
        let frequency = Options {
            frequency: Some(bilat::model::period::Frequency::Year),
            ..Options::default()
        };
        let content = format!("{HEADER}\nNOR,CHN,{one},5\nNOR,CHN,{other},6\n");
        let yearly = read_with("mine.csv", content.as_bytes(), &frequency);
        assert_eq!(yearly.values.len(), 2, "{one}: {yearly:?}");
        assert!(!yearly.told.contains("another frequency"), "{one}");
    }
    read(&format!(
        "{HEADER}\nNOR,CHN,2019-12-31,5\nNOR,CHN,2020-12-31,6\n"
    ))
    .says("are read as years");
}

#[test]
fn flags_in_brackets_and_signs_of_text_leave_a_figure() {
    for figure in [
        "1234 (p)",
        "1234(s)",
        "1234 [r]",
        "1234¹",
        "1234 1)",
        "'1234",
        "\"=\"\"1234\"\"\"",
    ] {
        let reading = read(&format!("{HEADER}\nNOR,CHN,2019,{figure}\n"));
        assert_eq!(reading.numbers(), [1234.0], "{figure}: {reading:?}");
    }
}

#[test]
fn grouped_figures_with_flags_or_signs_tell_how_thousands_are_set_apart() {
    for figure in ["\"43,564,097(s)\"", "\"£43,564,097\"", "\"43,564,097 p\""] {
        let reading = read(&format!("{HEADER}\nNOR,CHN,2019,{figure}\n"));
        assert_eq!(reading.numbers(), [43_564_097.0], "{figure}: {reading:?}");
    }
}

#[test]
fn names_in_other_languages_with_codes_or_footnotes_are_known() {
    for (exporter, importer) in [
        ("Norwegen", "China"),
        ("Norvège", "Chine"),
        ("Noruega", "China"),
        ("Norge", "Kina"),
        ("NO - Norway", "CN - China"),
        ("Norway 1)", "China*"),
    ] {
        let reading = read(&format!("{HEADER}\n{exporter},{importer},2019,5\n"));
        assert_eq!(reading.values[0].0, "NOR CHN 2019 TOTAL", "{exporter}");
    }
    for world in ["Welt", "Monde", "Alle Länder", "Grand Total"] {
        let reading = read(&format!("{HEADER}\nNOR,{world},2019,5\n"));
        assert_eq!(reading.values[0].0, "NOR WLD 2019 TOTAL", "{world}");
    }
    let flows =
        read("reporter,partner,flow,year,value\nNOR,CHN,Ausfuhr,2019,5\nNOR,CHN,Einfuhr,2019,6\n");
    assert_eq!(flows.numbers(), [6.0, 5.0]);
}

#[test]
fn row_names_without_a_name_are_no_column_of_figures() {
    let reading = read(
        "\"exporter\",\"importer\",\"year\",\"value\"\n\"1\",\"NOR\",\"CHN\",2019,5\n\"2\",\"NOR\",\"CHN\",2020,6\n",
    );
    assert_eq!(reading.numbers(), [5.0, 6.0], "{reading:?}");
    reading.says("taken for row numbers");
}

#[test]
fn a_reporter_may_be_named_by_the_user() {
    let content = "partner,flow,year,value\nCHN,export,2019,5\n";
    read(content).refuses("column `exporter` is missing");
    let options = Options {
        reporter: Some("Norway".to_owned()),
        ..Options::default()
    };
    let reading = read_with("mine.csv", content.as_bytes(), &options);
    assert_eq!(reading.values[0].0, "NOR CHN 2019 TOTAL", "{reading:?}");
}

#[test]
fn what_json_says_beside_its_rows_is_heard() {
    let row = r#"{"exporter":"NOR","importer":"CHN","year":2019,"value":5}"#;
    let reading = json(&format!(r#"{{"unit":"million EUR","data":[{row}]}}"#));
    assert_eq!(
        (reading.numbers(), reading.unit.as_str()),
        (vec![5e6], "current euros")
    );
    json(&format!(r#"{{"count":2,"data":[{row}]}}"#))
        .says("says that there are 2 rows and holds 1");
    json(&format!(r#"{{"next":"https://x/2","data":[{row}]}}"#)).says("rows may be missing");
}

#[test]
fn json_of_lists_is_read_by_its_names() {
    let split = r#"{"columns":["exporter","importer","year","value"],"data":[["NOR","CHN",2019,"43,564,097"]]}"#;
    assert_eq!(json(split).numbers(), [43_564_097.0]);
    let headed = r#"[["exporter","importer","year","value"],["NOR","CHN",2019,5]]"#;
    assert_eq!(json(headed).numbers(), [5.0]);
    let columns =
        r#"{"exporter":["NOR","NOR"],"importer":["CHN","CHN"],"year":[2019,2020],"value":[5,6]}"#;
    assert_eq!(json(columns).numbers(), [5.0, 6.0]);
}

#[test]
fn a_flow_says_whose_figure_it_is_as_before() {
    let document = Document::new(
        "mine.csv",
        b"reporter,partner,flow,year,value\nNOR,CHN,import,2019,5\n".to_vec(),
    );
    let loaded = load_documents([document], &Options::default()).unwrap();
    assert_eq!(loaded.flows.flows().unwrap()[0].side, Side::Importer);
}

#[test]
fn other_layouts_read_years_with_flags_too_and_refuse_parts_of_years() {
    let wits = |name: &str| {
        read(&format!(
            "Reporter,Partner,Product categories,Indicator Type,Indicator,{name},2018\nNorway,China,All Products,Export,Trade Value (US$ Mil),5,6\n"
        ))
    };
    wits("2019*").says("read as the others: `2019*`");
    assert_eq!(wits("2019*").numbers(), [6e6, 5e6]);
    wits("2019 (Jan-Jun)").refuses("holds a year but names no period");
    let eurostat = |name: &str| {
        let text = format!(
            "freq,reporter,partner,product,flow,indicators\\TIME_PERIOD\t2018 \t{name} \nA,SE,NO,TOTAL,2,VALUE_IN_EUROS\t5 \t6 \n"
        );
        read_with("x.tsv", text.as_bytes(), &Options::default())
    };
    assert_eq!(
        eurostat("2019p").numbers(),
        [5.0, 6.0],
        "{:?}",
        eurostat("2019p")
    );
    eurostat("2019 (Jan-Jun)").refuses("holds a year but names no period");
    let pxweb = |name: &str| {
        read(&format!(
            "\"imports/exports\";\"country\";\"Value (NOK) 2018\";\"{name}\"\n\"Exports\";\"China\";5;6\n"
        ))
    };
    pxweb("Value (NOK) 2019*").refuses("holds a year but names no period");
}

#[test]
fn a_sheet_is_named_in_vain_where_there_is_no_workbook() {
    let options = Options {
        sheet: Some("foo".to_owned()),
        ..Options::default()
    };
    let content = format!("{HEADER}\nNOR,CHN,2019,5\n");
    read_with("mine.csv", content.as_bytes(), &options).says("--sheet says nothing of it");
}

#[test]
fn the_reason_why_a_layout_is_not_known_is_told() {
    let page = "<!DOCTYPE html>\n<html><body>gone</body></html>\n";
    read(page).refuses("it is a web page");
    read("exporter,importer,year,trade_kg\nNOR,CHN,2019,5\n").refuses("column `value` is missing");
}

#[test]
fn a_suggestion_is_a_slip_away_or_there_is_none() {
    use bilat::country;
    let near = |typed: &str| country(typed).unwrap_err().to_string();
    for absurd in ["Norwegenland", "Northland", "Nordkapp", "Ländern"] {
        assert!(!near(absurd).contains("did you mean"), "{}", near(absurd));
    }
    assert!(near("Gremany").contains("Germany (DEU)"));
    assert!(near("Switzerlnad").contains("Switzerland (CHE)"));
}
