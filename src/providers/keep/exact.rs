//! Figures of loaded flows as whole numbers of a fixed unit.

use crate::error::Result;
use crate::model::flow_table::Flow;
use crate::store::dataset::{Decimals, Intake, Row};

/// The fewest decimals that keep every value and every quantity as it is written.
pub(super) fn decimals_of(flows: &[Flow], remarks: &mut Vec<String>) -> Decimals {
    Decimals {
        value: decimals(
            flows.iter().filter_map(|flow| flow.value),
            "values",
            remarks,
        ),
        quantity: decimals(
            flows.iter().filter_map(|flow| flow.quantity),
            "quantities",
            remarks,
        ),
    }
}

/// More decimals than statistics have; what has more was computed.
const MOST_DECIMALS: u8 = 6;

fn decimals(figures: impl Iterator<Item = f64>, what: &str, remarks: &mut Vec<String>) -> u8 {
    let mut most = 0;
    let mut rounded = 0_u64;
    for figure in figures {
        let needed = (0..=MOST_DECIMALS).find(|decimals| {
            let scale = 10f64.powi(i32::from(*decimals));
            (figure * scale).round() / scale == figure
        });
        match needed {
            Some(needed) => most = most.max(needed),
            None => rounded += 1,
        }
    }
    if rounded > 0 {
        most = MOST_DECIMALS;
        remarks.push(format!(
            "{rounded} {what} are rounded to {MOST_DECIMALS} decimals"
        ));
    }
    most
}

/// Hands a flow to a store.
pub(super) fn push(intake: &mut Intake<'_>, flow: &Flow, decimals: Decimals) -> Result<()> {
    let amount = |figure: Option<f64>, decimals: u8| {
        figure.map(|figure| (figure * 10f64.powi(i32::from(decimals))).round() as i64)
    };
    let row = Row {
        period: flow.period,
        exporter: intake.area(&flow.exporter),
        importer: intake.area(&flow.importer),
        side: flow.side,
        kind: flow.kind,
        product: intake.product(&flow.product),
        value: amount(flow.value, decimals.value),
        quantity: amount(flow.quantity, decimals.quantity),
        unit: intake.unit(&flow.quantity_unit),
    };
    intake.push(row)
}
