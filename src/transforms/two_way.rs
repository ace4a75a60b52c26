//! Both directions of a pair added up.

use super::Reshape;
use crate::error::Result;
use crate::model::column::TOTAL;
use crate::model::flow_table::{Flow, FlowTable};
use crate::model::pair::{Exchange, Pair, exchanges};
use crate::model::source::{Kind, Side};
use crate::model::sum::exact_sum;

/// Replaces the two directions by their sum, `kind` = `two-way`, one row per source and period.
///
/// Null where either direction is: half a total is no total. Where a source printed only the
/// sum, that figure stands.
#[derive(Debug, Clone)]
pub struct TwoWay {
    pub pair: Pair,
}

impl Reshape for TwoWay {
    fn apply(&self, flows: &FlowTable) -> Result<FlowTable> {
        let all = flows.flows()?;
        let published: Vec<Flow> = all
            .iter()
            .filter(|flow| flow.kind == Kind::TwoWay && self.pair.holds(flow))
            // A sum has no direction: it stands under the pair as it was asked for.
            .map(|flow| Flow {
                exporter: self.pair.first.code.clone(),
                importer: self.pair.second.code.clone(),
                ..flow.clone()
            })
            .collect();
        let mut totals: Vec<Flow> = exchanges(&all, &self.pair)
            .iter()
            .flat_map(|exchange| self.totals(exchange))
            .filter(|total| !published.iter().any(|whole| same_figure(whole, total)))
            .collect();
        totals.extend(published);
        flows.with_flows(&totals)
    }
}

fn same_figure(a: &Flow, b: &Flow) -> bool {
    a.source == b.source && a.side == b.side && a.period == b.period
}

impl TwoWay {
    fn totals(&self, exchange: &Exchange) -> Vec<Flow> {
        let side = match exchange.sides(&self.pair) {
            (exports, imports) if exports == imports => exports,
            _ => Side::Mixed,
        };
        let total = |(&period, &(exports, imports)): (&i32, &(Option<f64>, Option<f64>))| Flow {
            period,
            exporter: self.pair.first.code.clone(),
            importer: self.pair.second.code.clone(),
            side,
            kind: Kind::TwoWay,
            product: TOTAL.to_owned(),
            value: exports.zip(imports).map(|(x, m)| exact_sum([x, m])),
            quantity: None,
            quantity_unit: String::new(),
            source: exchange.source.clone(),
        };
        exchange.figures.iter().map(total).collect()
    }
}
