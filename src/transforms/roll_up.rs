//! Products added up to the total of their flow.

use std::collections::BTreeMap;

use super::Reshape;
use crate::error::Result;
use crate::model::column::TOTAL;
use crate::model::flow_table::{Flow, FlowTable};
use crate::model::sum::exact_sum;

/// Keeps or makes one row per flow and period, with `product` = `TOTAL`.
///
/// A total row wins over the products beside it; where there is none the products are summed.
/// A product without a figure makes no total null: detail is often left out, and the note says
/// how many such cells there were.
#[derive(Debug, Clone, Default)]
pub struct RollUp;

impl Reshape for RollUp {
    fn apply(&self, flows: &FlowTable) -> Result<FlowTable> {
        if flows.coded()?.products.iter().all(|code| code == TOTAL) {
            return Ok(flows.clone());
        }
        let all = flows.flows()?;
        let mut groups: BTreeMap<_, Vec<&Flow>> = BTreeMap::new();
        for flow in &all {
            let key = (
                &flow.source,
                &flow.exporter,
                &flow.importer,
                flow.side,
                flow.kind,
                flow.period,
            );
            groups.entry(key).or_default().push(flow);
        }
        let (mut summed, mut beside, mut empty, mut given) = (0_u64, 0, 0_u64, 0);
        let mut totals = Vec::with_capacity(groups.len());
        for group in groups.into_values() {
            let total = group.iter().find(|flow| flow.product == TOTAL);
            if let Some(&total) = total {
                given += 1;
                beside += group.len() - 1;
                totals.push(total.clone());
                continue;
            }
            let parts: Vec<f64> = group.iter().filter_map(|flow| flow.value).collect();
            empty += (group.len() - parts.len()) as u64;
            summed += group.len() as u64;
            totals.push(Flow {
                product: TOTAL.to_owned(),
                // A sum of nothing is not reported, which is not 0.
                value: (!parts.is_empty()).then(|| exact_sum(parts)),
                ..group[0].clone()
            });
        }
        let mut table = flows.with_flows(&totals)?;
        if summed > 0 {
            table.remark_sums("totals", summed, empty);
        }
        if summed > 0 && given > 0 {
            table.note("some totals are sums of products and others are printed; growth from one to the other may be of the coverage".to_owned());
        }
        if beside > 0 {
            table.remark(format!(
                "{beside} product rows left out: their total stands beside them"
            ));
        }
        Ok(table)
    }
}
