//! Everything about a pair in one tidy table.

use polars::prelude::*;

use super::market_share::Totals;
use super::reason::{Reason, ratio};
use super::{Growth, Measure, Method};
use crate::error::{Error, Result};
use crate::model::column::{
    BALANCE, BASE_PERIOD, BASE_VALUE, CHANGE, COVERAGE, EXPORT_SHARE, GROWTH, IMPORT_SHARE,
    NORMALISED_BALANCE, REASON, VALUE,
};
use crate::model::flow_table::{Flow, FlowTable};
use crate::model::naming::in_prose;
use crate::model::pair::{Exchange, Pair, exchanges};
use crate::model::period::Years;
use crate::model::source::Kind;
use crate::model::table::{Caption, Table};

/// Level, change, growth, shares, balance and coverage of both directions of a pair.
///
/// Rows: period × series, as [`Growth`] gives them. The balance of a row is the exporter's: what
/// it sells less what it buys from the importer; coverage is the quotient of the two. Shares are
/// those of [`MarketShare`](super::MarketShare). Nulls carry their reasons, each after the name
/// of what is missing.
#[derive(Debug, Clone)]
pub struct Summary {
    pub pair: Pair,
    pub years: Years,
}

/// What a row gets beside its growth.
struct Beside {
    shares: [Option<f64>; 2],
    balance: Option<f64>,
    normalised: Option<f64>,
    coverage: Option<f64>,
    reasons: Vec<String>,
}

impl Measure for Summary {
    fn of(&self, flows: &FlowTable) -> Result<Table> {
        let growth = Growth {
            method: Method::Yoy,
            years: self.years,
            base: None,
        };
        let Table { mut data, .. } = growth.of(flows)?;
        let all = flows.flows()?;
        let (totals, exchanges) = (Totals::of(&all), exchanges(&all, &self.pair));
        let step = "summing up the pair";
        let reasons: Vec<Option<String>> = {
            let column = data.column(REASON).and_then(|column| column.str().cloned());
            let texts = column.map_err(Error::frame(step))?;
            texts.iter().map(|text| text.map(str::to_owned)).collect()
        };
        let keys = growth.keys(flows)?;
        let beside: Vec<Beside> = keys
            .iter()
            .zip(reasons)
            .map(|(flow, reason)| self.beside(flow, reason, &totals, &exchanges))
            .collect();
        let numbers = |name: &str, of: &dyn Fn(&Beside) -> Option<f64>| {
            Column::new(name.into(), beside.iter().map(of).collect::<Vec<_>>())
        };
        let added = vec![
            numbers(EXPORT_SHARE, &|row| row.shares[0]),
            numbers(IMPORT_SHARE, &|row| row.shares[1]),
            numbers(BALANCE, &|row| row.balance),
            numbers(NORMALISED_BALANCE, &|row| row.normalised),
            numbers(COVERAGE, &|row| row.coverage),
        ];
        let said: Vec<Option<String>> = beside
            .iter()
            .map(|row| (!row.reasons.is_empty()).then(|| row.reasons.join("; ")))
            .collect();
        let after_growth = data.get_column_index(GROWTH).map_or(0, |index| index + 1);
        for (place, column) in (after_growth..).zip(added) {
            data.insert_column(place, column)
                .map_err(Error::frame(step))?;
        }
        data.with_column(Column::new(REASON.into(), said))
            .map_err(Error::frame(step))?;
        // The base is the row of the year before; here it would only repeat it.
        for name in [BASE_PERIOD, BASE_VALUE] {
            data = data.drop(name).map_err(Error::frame(step))?;
        }
        let title = format!(
            "Trade between {} and {}",
            in_prose(&self.pair.first.code),
            in_prose(&self.pair.second.code)
        );
        let formula = format!(
            "{CHANGE}: V(t) − V(t−1); {GROWTH}: 100 · (V(t) / V(t−1) − 1); {BALANCE}: X − M of the exporter; {COVERAGE}: X / M"
        );
        Ok(Table {
            data,
            caption: Caption::of(flows, title, formula),
        })
    }
}

impl Summary {
    fn beside(
        &self,
        flow: &Flow,
        growth: Option<String>,
        totals: &Totals,
        exchanges: &[Exchange],
    ) -> Beside {
        let (of_exports, of_imports) = totals.shares(flow, flow.period, flow.value);
        let both = self.both(flow, exchanges);
        let coverage = both
            .clone()
            .and_then(|(exports, imports)| ratio(exports, imports));
        let mut reasons: Vec<String> = Vec::new();
        let mut because = |what: &str, reason: Option<String>| {
            reasons.extend(reason.map(|reason| format!("{what}: {reason}")));
        };
        because(
            VALUE,
            flow.value.is_none().then(|| Reason::NoFigure.to_string()),
        );
        if flow.value.is_some() {
            because("growth", growth);
            because(
                "share of exports",
                of_exports.as_ref().err().map(Reason::to_string),
            );
            because(
                "share of imports",
                of_imports.as_ref().err().map(Reason::to_string),
            );
            because("balance", coverage.as_ref().err().map(Reason::to_string));
        }
        Beside {
            shares: [of_exports.ok(), of_imports.ok()],
            balance: both
                .as_ref()
                .ok()
                .map(|(exports, imports)| exports - imports),
            normalised: both.and_then(|(x, m)| ratio(x - m, x + m)).ok(),
            coverage: coverage.ok(),
            reasons,
        }
    }

    /// Exports and imports of the row's exporter, from the exchange the row belongs to.
    fn both(&self, flow: &Flow, exchanges: &[Exchange]) -> Result<(f64, f64), Reason> {
        // A balance is of all trade: re-exports alone have none.
        let of_row = exchanges.iter().find(|exchange| {
            exchange.source == flow.source && exchange.view.takes(flow) && flow.kind == Kind::Total
        });
        let figures = of_row.and_then(|exchange| exchange.figures.get(&flow.period));
        let (first, second) = figures.copied().unwrap_or_default();
        let (exports, imports) = if self.pair.exports(flow) {
            (first, second)
        } else {
            (second, first)
        };
        exports.zip(imports).ok_or(Reason::OtherDirection)
    }
}
