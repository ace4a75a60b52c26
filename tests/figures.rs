//! Small tables of flows for the tests of other modules.

use bilat::indicators::Measure;
use bilat::model::column::TOTAL;
use bilat::model::period::{first_day, to_days};
use bilat::{Basis, Flow, FlowTable, Kind, Side, Source, Table};

/// A source of this id.
pub fn source(id: &str) -> Source {
    let text = format!("id = \"{id}\"\npublisher = \"{id}\"\ntitle = \"figures of {id}\"");
    toml::from_str(&text).expect("a source in toml")
}

/// A yearly figure of total trade.
pub fn flow(
    source: &str,
    exporter: &str,
    importer: &str,
    side: Side,
    year: i32,
    value: Option<f64>,
) -> Flow {
    Flow {
        period: to_days(first_day(year)),
        exporter: exporter.to_owned(),
        importer: importer.to_owned(),
        side,
        kind: Kind::Total,
        product: TOTAL.to_owned(),
        value,
        quantity: None,
        quantity_unit: String::new(),
        source: source.to_owned(),
    }
}

/// Yearly dollars.
pub fn table(flows: &[Flow]) -> FlowTable {
    let mut ids: Vec<&str> = Vec::new();
    for flow in flows {
        if !ids.contains(&flow.source.as_str()) {
            ids.push(&flow.source);
        }
    }
    let sources = ids.into_iter().map(source).collect();
    let rows = flows
        .iter()
        .cloned()
        .enumerate()
        .map(|(row, flow)| (row as u64 + 2, flow))
        .collect();
    FlowTable::new(rows, Basis::yearly_dollars(), sources).expect("the figures make a table")
}

/// One exporter-reported series from Norway to China.
pub fn series(figures: &[(i32, Option<f64>)]) -> FlowTable {
    let flows: Vec<Flow> = figures
        .iter()
        .map(|&(year, value)| flow("test", "NOR", "CHN", Side::Exporter, year, value))
        .collect();
    table(&flows)
}

/// The encyclopedia's own figures for both directions, 2008 and 2009.
pub fn seed() -> FlowTable {
    let figure = |exporter, importer, year, value| {
        flow(
            "seed",
            exporter,
            importer,
            Side::Unstated,
            year,
            Some(value),
        )
    };
    table(&[
        figure("NOR", "CHN", 2008, 1.93e9),
        figure("NOR", "CHN", 2009, 2.28e9),
        figure("CHN", "NOR", 2008, 5.43e9),
        figure("CHN", "NOR", 2009, 5.25e9),
    ])
}

/// What an indicator measures on flows.
pub fn measure(indicator: &dyn Measure, flows: &FlowTable) -> Table {
    indicator
        .of(flows)
        .expect("the indicator has what it needs")
}

/// A column of numbers.
pub fn numbers(table: &Table, column: &str) -> Vec<Option<f64>> {
    let column = table.data.column(column).expect("the column is there");
    column
        .f64()
        .expect("the column holds numbers")
        .iter()
        .collect()
}

/// A column of texts.
pub fn texts(table: &Table, column: &str) -> Vec<Option<String>> {
    let column = table.data.column(column).expect("the column is there");
    let column = column.str().expect("the column holds text");
    column.iter().map(|text| text.map(str::to_owned)).collect()
}

/// A column of years.
pub fn years(table: &Table, column: &str) -> Vec<Option<i32>> {
    let column = table.data.column(column).expect("the column is there");
    column
        .i32()
        .expect("the column holds years")
        .iter()
        .collect()
}

/// Whether two numbers agree to this relative distance.
#[track_caller]
pub fn near(found: f64, expected: f64, tolerance: f64) {
    let distance = (found - expected).abs() / expected.abs().max(1.0);
    assert!(distance <= tolerance, "{found} is not {expected}");
}
