//! What each flow adds to the growth of their total.

use std::collections::BTreeSet;

use polars::prelude::*;

use super::Measure;
use super::growth::apart;
use super::reason::{Reason, percent};
use super::rows::{Rows, Series, series, year_before};
use crate::error::{Error, Result};
use crate::model::column::{BASE_VALUE, CHANGE, CONTRIBUTION, REASON, TOTAL_GROWTH, VALUE};
use crate::model::flow_table::FlowTable;
use crate::model::period::{Years, year_of};
use crate::model::source::Kind;
use crate::model::sum::exact_sum;
use crate::model::table::{Caption, Table};

/// The percentage points that each flow adds to the growth of all flows of its source together.
///
/// ```text
/// c(k,t) = 100 · (V(k,t) − V(k,t−1)) / Σk V(k,t−1)        Σk c(k,t) = growth of the total
/// ```
///
/// Rows: period × series. Unit: percentage points; the total's growth in per cent. `t−1` is the
/// previous calendar year. Null, with a `reason`, for every flow of a period in which any of them
/// lacks a figure now or a year before: the growth of an incomplete total is no growth.
///
/// # Errors
/// [`Error::BasisMismatch`] if a source gives one flow from two sides, which must not be added.
///
/// Source: standard decomposition; the yearbooks of China's statistical office print it as
/// "contribution in percentage points".
#[derive(Debug, Clone, Default)]
pub struct Contribution {
    pub years: Years,
}

impl Measure for Contribution {
    fn of(&self, flows: &FlowTable) -> Result<Table> {
        let mut all = series(flows)?;
        // Domestic goods and re-exports are parts of the total beside them.
        all.retain(|one| one.of.kind == Kind::Total);
        let mut rows = Rows::new(flows);
        let (mut values, mut bases, mut changes) = (vec![], vec![], vec![]);
        let (mut points, mut totals, mut reasons) = (vec![], vec![], vec![]);
        for parts in all.chunk_by(|a, b| a.of.source == b.of.source) {
            once_each(parts)?;
            for period in self.periods(parts) {
                let total = Total::of(parts, period);
                for part in parts {
                    let (value, base) = (part.at(period), part.at(year_before(period)));
                    let change = value.zip(base).map(|(now, then)| now - then);
                    let point = total.share(change);
                    let (point, reason) = apart(&point);
                    rows.push(&part.of, period);
                    values.push(value);
                    bases.push(base);
                    changes.push(change);
                    points.push(point);
                    totals.push(total.growth().ok());
                    reasons.push(reason);
                }
            }
        }
        let data = rows.frame(vec![
            Column::new(VALUE.into(), values),
            Column::new(BASE_VALUE.into(), bases),
            Column::new(CHANGE.into(), changes),
            Column::new(CONTRIBUTION.into(), points),
            Column::new(TOTAL_GROWTH.into(), totals),
            Column::new(REASON.into(), reasons),
        ])?;
        let formula = "100 · (V(k,t) − V(k,t−1)) / Σ V(k,t−1), percentage points; they sum to the growth of the total";
        Ok(Table {
            data,
            caption: Caption::of(flows, "Contributions to the growth of the total", formula),
        })
    }
}

impl Contribution {
    fn periods(&self, parts: &[Series]) -> Vec<i32> {
        let all: BTreeSet<i32> = parts
            .iter()
            .flat_map(|part| part.calendar())
            .filter(|period| self.years.contains(year_of(*period)))
            .collect();
        all.into_iter().collect()
    }
}

fn once_each(parts: &[Series]) -> Result<()> {
    for (i, part) in parts.iter().enumerate() {
        let twice = parts[..i].iter().any(|other| other.same_flow(part));
        if twice {
            return Err(Error::BasisMismatch {
                reason: format!(
                    "{} has {} to {} from two sides, which must not be added up",
                    part.of.source, part.of.exporter, part.of.importer
                ),
                remedy: "choose one side".to_owned(),
            });
        }
    }
    Ok(())
}

/// The sum of all parts in a period and a year before, or why there is none.
struct Total(Result<(f64, f64), Reason>);

impl Total {
    fn of(parts: &[Series], period: i32) -> Self {
        let sum = |period: i32, missing: Reason| {
            let figures: Option<Vec<f64>> = parts.iter().map(|part| part.at(period)).collect();
            figures.map(exact_sum).ok_or(missing)
        };
        let before = year_before(period);
        let written = |period: i32| {
            let part = parts.first();
            part.map_or_else(String::new, |part| part.written(period))
        };
        let starts = parts
            .iter()
            .filter_map(|part| part.figures.keys().next())
            .min();
        let missing_base = if starts.is_some_and(|start| before < *start) {
            Reason::FirstPeriod
        } else {
            Reason::NoFigureFor(written(before))
        };
        let now = sum(period, Reason::NoFigureFor(written(period)));
        let then = sum(before, missing_base);
        Self(now.and_then(|now| then.map(|then| (now, then))))
    }

    fn growth(&self) -> Result<f64, Reason> {
        let (now, then) = self.0.clone()?;
        percent(now - then, then)
    }

    fn share(&self, change: Option<f64>) -> Result<f64, Reason> {
        let (_, then) = self.0.clone()?;
        percent(change.ok_or(Reason::NoFigure)?, then)
    }
}
