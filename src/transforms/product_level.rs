//! Products as coarse as they are wanted.

use std::collections::BTreeMap;

use super::Reshape;
use crate::error::{Error, Result};
use crate::model::column::TOTAL;
use crate::model::flow_table::{Flow, FlowTable};
use crate::model::sum::exact_sum;

/// Keeps the products of every flow, those that begin alike summed to one.
///
/// Totals that stand beside products are left out. Codes shorter than asked for stay as they are, so
/// that nothing is lost. A product without a figure makes no sum null, and a remark counts them;
/// quantities are of different goods and have no sum.
#[derive(Debug, Clone, Default)]
pub struct ProductLevel {
    /// So many characters of a code: 2 for chapters, 4 for headings; whole codes if none.
    pub digits: Option<u8>,
}

impl Reshape for ProductLevel {
    fn apply(&self, flows: &FlowTable) -> Result<FlowTable> {
        let all = flows.flows()?;
        let products: Vec<&Flow> = all.iter().filter(|flow| flow.product != TOTAL).collect();
        if products.is_empty() {
            return Err(Error::NothingLeft {
                what: "these data have totals alone and no products".to_owned(),
                remedy: "give files with products, such as BACI's, with --data".to_owned(),
            });
        }
        let totals = all.len() - products.len();
        let mut groups: BTreeMap<_, Vec<&Flow>> = BTreeMap::new();
        for flow in products {
            let key = (
                &flow.source,
                &flow.exporter,
                &flow.importer,
                flow.side,
                flow.kind,
                self.cut(&flow.product),
                flow.period,
            );
            groups.entry(key).or_default().push(flow);
        }
        let (mut summed, mut empty) = (0, 0);
        let mut kept = Vec::with_capacity(groups.len());
        for group in groups.into_values() {
            let product = self.cut(&group[0].product);
            if let [flow] = group[..]
                && flow.product == product
            {
                kept.push(flow.clone());
                continue;
            }
            let parts: Vec<f64> = group.iter().filter_map(|flow| flow.value).collect();
            summed += group.len() as u64;
            empty += (group.len() - parts.len()) as u64;
            kept.push(Flow {
                product: product.to_owned(),
                value: (!parts.is_empty()).then(|| exact_sum(parts)),
                quantity: None,
                quantity_unit: String::new(),
                ..group[0].clone()
            });
        }
        let mut table = flows.with_flows(&kept)?;
        if let Some(digits) = self.digits.filter(|_| summed > 0) {
            table.remark_sums(&format!("codes of {digits} digits"), summed, empty);
        }
        if totals > 0 {
            table.remark(format!(
                "{totals} totals left out: their products stand beside them"
            ));
        }
        Ok(table)
    }
}

impl ProductLevel {
    /// As much of a code as is wanted.
    fn cut<'a>(&self, code: &'a str) -> &'a str {
        let end = self
            .digits
            .and_then(|digits| code.char_indices().nth(usize::from(digits)));
        end.map_or(code, |(end, _)| &code[..end])
    }
}
