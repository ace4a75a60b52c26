//! Prices and volumes of one flow, from values and quantities.

mod index;
mod lowe;
mod terms;
mod unit_value;

use index::indices;
use lowe::lowe;
use terms::terms;
use unit_value::unit_values;

use super::ask::Ask;
use super::dimension::{Dimension, Key, NONE};
use super::found::Found;
use super::groups::Intra;
use super::panel::Panel;
use crate::error::Result;
use crate::indicators::prices::basket::Basket;
use crate::indicators::prices::baskets::Baskets;
use crate::indicators::prices::unit_value::Traded;
use crate::indicators::reason::Reason;
use crate::model::column::{TOTAL, WORLD};
use crate::model::flow_table::{Flow, FlowTable};
use crate::model::period::year_of;
use std::collections::BTreeMap;

/// The rows with quantities of the flows asked for, groups in the place of their members.
fn traded(flows: &FlowTable, ask: &Ask, panel: &Panel) -> Result<Vec<Flow>> {
    let mut rows = flows.flows()?;
    if !panel.members.is_empty() {
        let mut groups: BTreeMap<(&str, i32), &String> = BTreeMap::new();
        for ((group, year), members) in &panel.members {
            groups.extend(members.iter().map(|code| ((code.as_str(), *year), group)));
        }
        for flow in &mut rows {
            let year = year_of(flow.period);
            for code in [&mut flow.exporter, &mut flow.importer] {
                if let Some(group) = groups.get(&(code.as_str(), year)) {
                    code.clone_from(group);
                }
            }
        }
        if panel.intra == Intra::LeftOut {
            rows.retain(|flow| flow.exporter != flow.importer);
        }
    }
    rows.retain(|flow| {
        let product = |start: &String| flow.product.starts_with(start.as_str());
        flow.product != TOTAL
            && flow.exporter != WORLD
            && flow.importer != WORLD
            && (ask.products.is_empty() || ask.products.iter().any(product))
    });
    if let Some(level) = ask.level {
        // What is one product then has one price, the mean of its parts.
        for flow in &mut rows {
            let digits = flow.product.char_indices().nth(usize::from(level));
            let end = digits.map_or(flow.product.len(), |(end, _)| end);
            flow.product.truncate(end);
        }
    }
    match rows.iter().any(|flow| flow.quantity.is_some()) {
        true => Ok(rows),
        false => Err(ask.refuse(
            "needs quantities of products",
            "give files with both, such as BACI's",
        )),
    }
}

pub(super) fn row(flow: &Flow) -> Traded {
    Traded {
        product: flow.product.clone(),
        unit: flow.quantity_unit.clone(),
        value: flow.value,
        quantity: flow.quantity,
    }
}

/// Baskets of the flows that `of` gives a key, by key.
pub(super) fn baskets(
    rows: &[Flow],
    panel: &Panel,
    of: impl Fn(&Flow) -> Option<Key>,
) -> BTreeMap<Key, std::result::Result<Baskets, Reason>> {
    let mut apart: BTreeMap<Key, BTreeMap<i32, Vec<Traded>>> = BTreeMap::new();
    for flow in rows {
        if let Some(key) = of(flow) {
            apart
                .entry(key)
                .or_default()
                .entry(flow.period)
                .or_default()
                .push(row(flow));
        }
    }
    let basket = |(period, rows): (i32, Vec<Traded>)| Ok((period, Basket::of(rows)?));
    let of_key = |by_period: BTreeMap<i32, Vec<Traded>>| {
        let by_period = by_period
            .into_iter()
            .map(basket)
            .collect::<std::result::Result<_, Reason>>()?;
        Ok(Baskets {
            frequency: panel.frequency,
            by_period,
        })
    };
    apart
        .into_iter()
        .map(|(key, by_period)| (key, of_key(by_period)))
        .collect()
}

/// The key of a flow told apart by `by`, if it is of the countries that were named.
pub(super) fn key_of(panel: &Panel, by: &[Dimension], flow: &Flow) -> Option<Key> {
    let codes = [
        panel.coded.area(&flow.exporter)?,
        panel.coded.area(&flow.importer)?,
    ];
    let named = panel.named.iter().zip(codes);
    for (named, code) in named {
        if !named.is_empty() && !named.contains(&code) {
            return None;
        }
    }
    let mut key = [NONE; 3];
    for dimension in by.iter().filter(|one| **one != Dimension::Product) {
        key[*dimension as usize] = codes[*dimension as usize];
    }
    Some(key)
}

pub(super) fn find(ask: &Ask, flows: &FlowTable, panel: &Panel) -> Result<Found> {
    let rows = traded(flows, ask, panel)?;
    let by = match ask.by[..] {
        [] => vec![Dimension::Exporter, Dimension::Importer],
        _ => ask.by.clone(),
    };
    match ask.measure.name {
        "unit-value" => unit_values(ask, panel, &rows, &by),
        "terms-of-trade" => terms(ask, panel, &rows),
        "lowe-index" => lowe(ask, panel, &rows, &by),
        _ => indices(ask, panel, &rows, &by),
    }
}
