//! Both directions of a source side by side, a row a year, for the page.

use std::collections::BTreeMap;

use polars::prelude::*;

use super::tables::Tables;
use crate::error::{Error, Result};
use crate::model::column::{
    BALANCE, CONTRIBUTION, EXPORTER, EXPORTS, GROWTH, IMPORTS, PERIOD, SOURCE, TOTAL_GROWTH,
};
use crate::model::pair::Pair;
use crate::model::source::Source;
use crate::model::table::{Caption, Table};

/// Levels, growth, contributions and balance of one source; exports and imports are the first
/// country's.
pub(super) fn table(tables: &Tables, pair: Pair, source: &Source) -> Result<Table> {
    let data = data(tables, pair, &source.id)
        .map_err(Error::frame("setting both directions side by side"))?;
    Ok(Table {
        data,
        caption: Caption {
            sources: vec![source.clone()],
            ..tables.growth.caption.clone()
        },
    })
}

fn data(tables: &Tables, pair: Pair, source: &str) -> PolarsResult<DataFrame> {
    let balance = tables
        .balance
        .data
        .clone()
        .lazy()
        .filter(col(SOURCE).eq(lit(source)))
        .collect()?;
    let periods = balance.column(PERIOD)?.cast(&DataType::String)?;
    let periods: Vec<String> = periods
        .str()?
        .iter()
        .map(|period| period.unwrap_or_default().to_owned())
        .collect();
    let codes = [pair.first.code.as_str(), pair.second.code.as_str()];
    let column = |name: &str, table: &Table, of: &str, exporter: &str| -> PolarsResult<Column> {
        let figures = figures(table, of, source, exporter)?;
        let cells: Vec<Option<f64>> = periods
            .iter()
            .map(|period| figures.get(period).copied().flatten())
            .collect();
        Ok(Column::new(name.into(), cells))
    };
    let growth = &tables.growth;
    let mut columns = vec![
        balance.column(PERIOD)?.clone(),
        balance.column(EXPORTS)?.clone(),
        column("exports_growth_percent", growth, GROWTH, codes[0])?,
        balance.column(IMPORTS)?.clone(),
        column("imports_growth_percent", growth, GROWTH, codes[1])?,
    ];
    if let Some(points) = &tables.contribution {
        columns.push(column(TOTAL_GROWTH, points, TOTAL_GROWTH, codes[0])?);
        columns.push(column(
            "of_which_exports_points",
            points,
            CONTRIBUTION,
            codes[0],
        )?);
        columns.push(column(
            "of_which_imports_points",
            points,
            CONTRIBUTION,
            codes[1],
        )?);
    }
    columns.push(balance.column(BALANCE)?.clone());
    DataFrame::new_infer_height(columns)
}

/// One column of the rows of an exporter and a source, by period.
fn figures(
    table: &Table,
    of: &str,
    source: &str,
    exporter: &str,
) -> PolarsResult<BTreeMap<String, Option<f64>>> {
    let own = col(SOURCE)
        .eq(lit(source))
        .and(col(EXPORTER).eq(lit(exporter)));
    let rows = table.data.clone().lazy().filter(own).collect()?;
    let periods = rows.column(PERIOD)?.cast(&DataType::String)?;
    let periods = periods
        .str()?
        .iter()
        .map(|period| period.unwrap_or_default().to_owned());
    Ok(periods.zip(rows.column(of)?.f64()?.iter()).collect())
}
