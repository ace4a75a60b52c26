//! What a unit of quantity cost.

use super::{key_of, row};
use crate::error::Result;
use crate::indicators::prices::unit_value::{Traded, unit_value};
use crate::indicators::reason::Reason;
use crate::measures::ask::Ask;
use crate::measures::cells::with;
use crate::measures::dimension::{Dimension, Key};
use crate::measures::found::{Cell, Found, cell};
use crate::measures::panel::Panel;
use crate::model::flow_table::Flow;
use std::collections::BTreeMap;

pub(super) fn unit_values(
    ask: &Ask,
    panel: &Panel,
    rows: &[Flow],
    by: &[Dimension],
) -> Result<Found> {
    let mut found = Found::of(
        panel,
        ["unit_value", "coverage_percent", "value", "quantity"],
    );
    let by_product = |code: &str| {
        let products = &panel.coded.products;
        products.binary_search_by(|known| known.as_str().cmp(code))
    };
    let mut apart: BTreeMap<(i32, Key), Vec<&Flow>> = BTreeMap::new();
    for flow in rows.iter().filter(|flow| ask.years.contains(flow.year())) {
        if let (Some(key), Ok(product)) = (key_of(panel, by, flow), by_product(&flow.product)) {
            let key = with(&key, Dimension::Product, product as u32);
            apart.entry((flow.period, key)).or_default().push(flow);
        }
    }
    for ((period, key), flows) in apart {
        let rows: Vec<Traded> = flows.iter().map(|flow| row(flow)).collect();
        let of = unit_value(&rows);
        if let Some(unit) = &of.unit {
            found.note(format!("unit values of {unit}"));
        }
        let known: Vec<f64> = flows.iter().filter_map(|flow| flow.value).collect();
        let value: Cell = match known.is_empty() {
            true => Err(Reason::NoFigure.to_string()),
            false => Ok(crate::model::sum::exact_sum(known)),
        };
        found.push(
            Some(period),
            key,
            [cell(of.figure), cell(of.coverage), value, cell(of.quantity)],
        );
    }
    Ok(found)
}
