//! A ranking as a table.

use polars::prelude::*;

use super::{GrowthRanking, Step};
use crate::error::Result;
use crate::indicators::growth::apart;
use crate::indicators::rows::Rows;
use crate::indicators::{AverageGrowth, Growth};
use crate::model::coded::Coded;
use crate::model::column::{BASE_PERIOD, BASE_VALUE, CHANGE, N, RANK, REASON, VALUE};
use crate::model::flow_table::{Flow, FlowTable};
use crate::model::table::{Caption, Table};
use crate::model::written::period_column;

impl GrowthRanking {
    pub(super) fn table(&self, flows: &FlowTable, coded: &Coded, steps: &[Step]) -> Result<Table> {
        let mut rows = Rows::new(flows);
        for step in steps {
            let of = &step.of;
            let flow = Flow {
                period: step.period,
                exporter: coded.areas[of.exporter as usize].clone(),
                importer: coded.areas[of.importer as usize].clone(),
                side: of.side,
                kind: of.kind,
                product: coded.products[of.product as usize].clone(),
                value: step.value,
                quantity: None,
                quantity_unit: String::new(),
                source: coded.sources[of.source as usize].clone(),
            };
            rows.push(&flow, step.period);
        }
        let (growth, reasons): (Vec<Option<f64>>, Vec<Option<String>>) =
            steps.iter().map(|step| apart(&step.growth)).unzip();
        let ranks = (1_u32..)
            .zip(&growth)
            .map(|(rank, rate)| rate.map(|_| rank));
        let numbers = |name: &str, of: &dyn Fn(&Step) -> Option<f64>| {
            Column::new(name.into(), steps.iter().map(of).collect::<Vec<_>>())
        };
        let bases = steps.iter().map(|step| step.base.map(|(period, _)| period));
        let average = AverageGrowth {
            method: self.method,
            years: self.years,
        };
        let plain = Growth {
            method: self.method,
            ..Growth::default()
        };
        let (column, (title, formula)) = match self.averages() {
            true => (average.column(), average.words()),
            false => (plain.column(), plain.words()),
        };
        let mut measured = vec![
            Column::new(RANK.into(), ranks.collect::<Vec<Option<u32>>>()),
            numbers(VALUE, &|step| step.value),
            period_column(BASE_PERIOD, flows.basis().frequency, bases),
            numbers(BASE_VALUE, &|step| step.base.map(|(_, base)| base)),
            numbers(CHANGE, &Step::change),
            Column::new(column.into(), growth),
            Column::new(REASON.into(), reasons),
        ];
        if self.averages() {
            let counts: Vec<u32> = steps.iter().map(|step| step.n).collect();
            measured.insert(5, Column::new(N.into(), counts));
        }
        Ok(Table {
            data: rows.frame(measured)?,
            caption: Caption::of(flows, format!("{title}, ranked"), formula),
        })
    }
}
