//! Series of one table, and the columns that every measured table has.

use std::collections::BTreeMap;

use polars::prelude::*;

use crate::error::{Error, Result};
use crate::model::column::{
    EXPORTER, IMPORTER, KIND, PERIOD, PRODUCT, PRODUCT_NAME, SIDE, SOURCE, TOTAL, WORLD,
};
use crate::model::flow_table::{Flow, FlowTable};
use crate::model::period::{Frequency, first_day, from_days, to_days};
use crate::model::product::chapter_name;
use crate::model::written::{self, period_column, provenance};

/// One series: the same flow as the same source and side has it, by period.
#[derive(Debug, Clone)]
pub(super) struct Series {
    /// A flow of the series, for everything but period and value.
    pub of: Flow,
    pub frequency: Frequency,
    /// Every period that has a row; `None` is a row without a figure.
    pub figures: BTreeMap<i32, Option<f64>>,
}

impl Series {
    /// The figure of a period, if one was reported.
    pub fn at(&self, period: i32) -> Option<f64> {
        self.figures.get(&period).copied().flatten()
    }

    /// Every period from the first row to the last, those without a row too.
    pub fn calendar(&self) -> Vec<i32> {
        let (Some(&first), Some(&last)) = (self.figures.keys().next(), self.figures.keys().last())
        else {
            return Vec::new();
        };
        let mut periods = vec![first];
        while let Some(&period) = periods.last()
            && period < last
        {
            periods.push(next(period, self.frequency));
        }
        periods
    }

    /// A period of the series as tables write it.
    pub fn written(&self, period: i32) -> String {
        written::period(period, self.frequency)
    }

    /// Whether this and the other series are one flow in two sources.
    pub fn same_flow(&self, other: &Self) -> bool {
        let key = |flow: &Flow| {
            (
                flow.exporter.clone(),
                flow.importer.clone(),
                flow.kind,
                flow.product.clone(),
            )
        };
        key(&self.of) == key(&other.of)
    }
}

/// The period that follows `period`.
fn next(period: i32, frequency: Frequency) -> i32 {
    let months = match frequency {
        Frequency::Year => 12,
        Frequency::Quarter => 3,
        Frequency::Month => 1,
    };
    let date = from_days(period);
    date.checked_add_months(chrono::Months::new(months))
        .map_or(i32::MAX, to_days)
}

/// The same period one calendar year earlier.
pub(super) fn year_before(period: i32) -> i32 {
    let date = from_days(period);
    date.checked_sub_months(chrono::Months::new(12))
        .map_or(i32::MIN, to_days)
}

/// The first day of a year, as periods are stored.
pub(super) fn year_start(year: i32) -> i32 {
    to_days(first_day(year))
}

/// The series of a table, in its order. World totals stand beside other flows to be compared
/// with, and are no series of their own; alone they are.
///
/// # Errors
/// [`Error::Frame`] if the table cannot be collected.
pub(super) fn series(flows: &FlowTable) -> Result<Vec<Series>> {
    let world = |flow: &Flow| flow.exporter == WORLD || flow.importer == WORLD;
    let mut rows = flows.flows()?;
    if !rows.iter().all(world) {
        rows.retain(|flow| !world(flow));
    }
    let mut all: Vec<Series> = Vec::new();
    for flow in rows {
        let (period, value) = (flow.period, flow.value);
        // Flows come sorted by series, so the last one met is the only candidate.
        match all.last_mut() {
            Some(last) if same_series(&last.of, &flow) => drop(last.figures.insert(period, value)),
            _ => all.push(Series {
                of: flow,
                frequency: flows.basis().frequency,
                figures: BTreeMap::from([(period, value)]),
            }),
        }
    }
    Ok(all)
}

fn same_series(a: &Flow, b: &Flow) -> bool {
    (
        &a.source,
        &a.exporter,
        &a.importer,
        a.side,
        a.kind,
        &a.product,
    ) == (
        &b.source,
        &b.exporter,
        &b.importer,
        b.side,
        b.kind,
        &b.product,
    )
}

/// Rows of a measured table: whose flow each is, and what was measured, column by column.
pub(super) struct Rows<'a> {
    flows: &'a FlowTable,
    of: Vec<Flow>,
}

impl<'a> Rows<'a> {
    pub fn new(flows: &'a FlowTable) -> Self {
        Self {
            flows,
            of: Vec::new(),
        }
    }

    /// Begins a row about `series` in `period`.
    pub fn push(&mut self, series: &Flow, period: i32) {
        self.of.push(Flow {
            period,
            ..series.clone()
        });
    }

    /// The frame: period and flow first, what was measured, then what stands behind it.
    pub fn frame(&self, measured: Vec<Column>) -> Result<DataFrame> {
        let text = |name: &str, of: &dyn Fn(&Flow) -> String| {
            let cells: Vec<String> = self.of.iter().map(of).collect();
            Column::new(name.into(), cells)
        };
        let mut columns = vec![
            self.periods(),
            text(EXPORTER, &|flow| flow.exporter.clone()),
            text(IMPORTER, &|flow| flow.importer.clone()),
        ];
        if self.of.iter().any(|flow| flow.product != TOTAL) {
            columns.push(text(PRODUCT, &|flow| flow.product.clone()));
            columns.extend(self.chapters());
        }
        columns.extend(measured);
        columns.push(text(KIND, &|flow| flow.kind.to_string()));
        columns.extend(provenance(self.flows.basis(), self.of.len()));
        columns.push(text(SIDE, &|flow| flow.side.to_string()));
        columns.push(text(SOURCE, &|flow| flow.source.clone()));
        DataFrame::new_infer_height(columns).map_err(Error::frame("building a table"))
    }

    /// The names of chapters, if all products are chapters of the Harmonized System.
    fn chapters(&self) -> Option<Column> {
        let classification = self.flows.basis().classification.as_deref()?;
        let chapter = |flow: &Flow| flow.product.len() == 2;
        if !classification.starts_with("HS") || !self.of.iter().all(chapter) {
            return None;
        }
        let names = self.of.iter().map(|flow| chapter_name(&flow.product));
        let names: Vec<Option<&str>> = names.collect();
        Some(Column::new(PRODUCT_NAME.into(), names))
    }

    fn periods(&self) -> Column {
        let periods: Vec<i32> = self.of.iter().map(|flow| flow.period).collect();
        period_column(
            PERIOD,
            self.flows.basis().frequency,
            periods.into_iter().map(Some),
        )
    }
}
