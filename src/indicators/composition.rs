//! What a flow consists of: each product's share of it.

use std::collections::BTreeMap;

use polars::prelude::*;

use super::Measure;
use super::growth::apart;
use super::reason::{Reason, percent};
use super::rows::{Rows, Series, series};
use crate::error::Result;
use crate::model::column::{FLOW_SHARE, REASON, TOTAL, VALUE};
use crate::model::flow_table::{Flow, FlowTable};
use crate::model::period::{Years, year_of};
use crate::model::sum::exact_sum;
use crate::model::table::{Caption, Table};

/// The share of each product in its flow.
///
/// ```text
/// s(p,t) = 100 · V(p,t) / V(t)        V(t) the flow's own total row, else Σp V(p,t)
/// ```
///
/// Rows: period × flow × product. Unit: per cent. Null, with a `reason`, where the product has no
/// figure or the flow is nothing. Where a total row stands beside products that leave some of it
/// out, the shares sum to less than 100.
///
/// Source: World Bank WITS, *Trade indicators*, product share.
#[derive(Debug, Clone, Default)]
pub struct Composition {
    pub years: Years,
}

/// A flow without its product, in one period.
type Key = (String, String, String, &'static str, &'static str, i32);

impl Measure for Composition {
    fn of(&self, flows: &FlowTable) -> Result<Table> {
        let all = series(flows)?;
        let totals = totals(&all);
        let mut rows = Rows::new(flows);
        let (mut values, mut shares, mut reasons) = (vec![], vec![], vec![]);
        for one in all.iter().filter(|one| one.of.product != TOTAL) {
            for (&period, &value) in &one.figures {
                if !self.years.contains(year_of(period)) {
                    continue;
                }
                let total = totals.get(&key(&one.of, period)).copied();
                let share = value.ok_or(Reason::NoFigure);
                let share = share.and_then(|value| percent(value, total.unwrap_or(0.0)));
                let (share, reason) = apart(&share);
                rows.push(&one.of, period);
                values.push(value);
                shares.push(share);
                reasons.push(reason);
            }
        }
        let data = rows.frame(vec![
            Column::new(VALUE.into(), values),
            Column::new(FLOW_SHARE.into(), shares),
            Column::new(REASON.into(), reasons),
        ])?;
        let formula = "100 · V(product) / V(flow), per cent";
        Ok(Table {
            data,
            caption: Caption::of(flows, "What each flow consists of", formula),
        })
    }
}

fn key(flow: &Flow, period: i32) -> Key {
    (
        flow.source.clone(),
        flow.exporter.clone(),
        flow.importer.clone(),
        flow.side.as_str(),
        flow.kind.as_str(),
        period,
    )
}

/// The total of every flow and period: the row that says it, else the sum of its products.
fn totals(all: &[Series]) -> BTreeMap<Key, f64> {
    let mut stated = BTreeMap::new();
    let mut parts: BTreeMap<Key, Vec<f64>> = BTreeMap::new();
    for one in all {
        for (&period, value) in &one.figures {
            let Some(value) = *value else { continue };
            let key = key(&one.of, period);
            match one.of.product == TOTAL {
                true => drop(stated.insert(key, value)),
                false => parts.entry(key).or_default().push(value),
            }
        }
    }
    let summed = parts
        .into_iter()
        .map(|(key, parts)| (key, exact_sum(parts)));
    let mut totals: BTreeMap<Key, f64> = summed.collect();
    totals.extend(stated);
    totals
}
