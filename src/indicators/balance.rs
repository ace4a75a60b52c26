//! Exports less imports, and the ratios made of the two.

use polars::prelude::*;

use super::Measure;
use super::growth::apart;
use super::reason::{Reason, ratio};
use crate::error::{Error, Result};
use crate::model::column::{
    BALANCE, COVERAGE, EXPORTER, EXPORTS, EXPORTS_SIDE, IMPORTER, IMPORTS, IMPORTS_SIDE,
    NORMALISED_BALANCE, PERIOD, REASON, SOURCE,
};
use crate::model::flow_table::FlowTable;
use crate::model::naming::in_prose;
use crate::model::pair::{Pair, exchanges};
use crate::model::period::{Years, year_of};
use crate::model::table::{Caption, Table};
use crate::model::written::{period_column, provenance};

/// The trade balance of the pair's first country with the second.
///
/// ```text
/// balance             B = X − M
/// normalised balance  (X − M) / (X + M), −1 to 1
/// coverage            X / M
/// ```
///
/// Rows: period × source, `exporter` the first country. Unit: the table's currency, and ratios.
/// Everything is null, with a `reason`, where either direction has no figure: a missing flow is
/// not a flow of zero. Coverage is null over zero imports. Exports are as a rule valued FOB and
/// imports CIF, so the balances of both partners need not mirror one another.
///
/// Source: World Bank WITS, *Trade indicators*; UNCTADstat (normalised balance).
#[derive(Debug, Clone)]
pub struct Balance {
    pub pair: Pair,
    pub years: Years,
}

impl Measure for Balance {
    fn of(&self, flows: &FlowTable) -> Result<Table> {
        let mut rows: Vec<Row> = Vec::new();
        for exchange in exchanges(&flows.flows()?, &self.pair) {
            let (exports_side, imports_side) = exchange.sides(&self.pair);
            let shown = exchange
                .figures
                .iter()
                .filter(|(period, _)| self.years.contains(year_of(**period)));
            rows.extend(shown.map(|(&period, &(exports, imports))| Row {
                period,
                source: exchange.source.clone(),
                sides: [exports_side.as_str(), imports_side.as_str()],
                exports,
                imports,
            }));
        }
        let numbers = |name: &str, of: &dyn Fn(&Row) -> Option<f64>| {
            Column::new(name.into(), rows.iter().map(of).collect::<Vec<_>>())
        };
        let (coverage, reasons): (Vec<Option<f64>>, Vec<Option<String>>) =
            rows.iter().map(|row| apart(&row.coverage())).unzip();
        let n = rows.len();
        let periods = rows.iter().map(|row| Some(row.period));
        let [currency, prices] = provenance(flows.basis(), n);
        let side = |of: usize| rows.iter().map(|row| row.sides[of]).collect::<Vec<_>>();
        let sources: Vec<&str> = rows.iter().map(|row| row.source.as_str()).collect();
        let data = DataFrame::new_infer_height(vec![
            period_column(PERIOD, flows.basis().frequency, periods),
            Column::new(EXPORTER.into(), vec![self.pair.first.code.as_str(); n]),
            Column::new(IMPORTER.into(), vec![self.pair.second.code.as_str(); n]),
            numbers(EXPORTS, &|row| row.exports),
            numbers(IMPORTS, &|row| row.imports),
            numbers(BALANCE, &|row| row.both().ok().map(|(x, m)| x - m)),
            numbers(NORMALISED_BALANCE, &|row| row.normalised()),
            Column::new(COVERAGE.into(), coverage),
            Column::new(REASON.into(), reasons),
            currency,
            prices,
            Column::new(EXPORTS_SIDE.into(), side(0)),
            Column::new(IMPORTS_SIDE.into(), side(1)),
            Column::new(SOURCE.into(), sources),
        ])
        .map_err(Error::frame("building the balance"))?;
        let title = format!(
            "Trade balance of {} with {}",
            in_prose(&self.pair.first.code),
            in_prose(&self.pair.second.code)
        );
        Ok(Table {
            data,
            caption: Caption::of(
                flows,
                title,
                "X − M; normalised (X − M) / (X + M); coverage X / M",
            ),
        })
    }
}

struct Row {
    period: i32,
    source: String,
    sides: [&'static str; 2],
    exports: Option<f64>,
    imports: Option<f64>,
}

impl Row {
    fn both(&self) -> Result<(f64, f64), Reason> {
        match (self.exports, self.imports) {
            (Some(exports), Some(imports)) => Ok((exports, imports)),
            (None, None) => Err(Reason::NoFigure),
            _ => Err(Reason::OtherDirection),
        }
    }

    fn normalised(&self) -> Option<f64> {
        let (exports, imports) = self.both().ok()?;
        ratio(exports - imports, exports + imports).ok()
    }

    fn coverage(&self) -> Result<f64, Reason> {
        let (exports, imports) = self.both()?;
        ratio(exports, imports)
    }
}
