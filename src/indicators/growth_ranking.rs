//! Growth of every flow of a table, the first of them by growth or by change.

mod steps;
mod table;

use super::reason::Reason;
use super::{Measure, Method};
use crate::error::{Error, Result};
use crate::model::coded::{Coded, CodedRow};
use crate::model::flow_table::FlowTable;
use crate::model::period::Years;
use crate::model::table::Table;
use crate::model::written;
use std::cmp::Ordering;

/// How much every flow of a table grew, ranked.
///
/// The rates are those of [`Growth`](super::Growth) and [`AverageGrowth`](super::AverageGrowth), with the base found by its date within
/// one source and side. Rows: with [`top`](Self::top), so many of the flows and periods that have a
/// rate, by [`rank`](Self::rank), equals by code and period; a remark counts the others. Without it,
/// every flow in every period that it has a row for, in that order, those without a rate last and
/// with a `reason`. `value`, `base_value` and `change` in the table's currency; the rate in the column
/// and unit of its method.
#[derive(Debug, Clone, Default)]
pub struct GrowthRanking {
    /// Any method but [`Method::Index`].
    pub method: Method,
    /// Periods to show; their base may lie before. Of averages, the years between the ends.
    pub years: Years,
    pub rank: Rank,
    pub top: Option<usize>,
    /// Bases below this value are left out and counted: from little, everything grows fast.
    pub least_base: f64,
}

/// What comes first in a ranking.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Rank {
    /// The highest growth.
    #[default]
    Growth,
    /// The lowest growth.
    Fall,
    /// The largest rise in value.
    Rise,
    /// The largest loss in value.
    Loss,
}

/// A flow in one period, against its base.
struct Step {
    /// A row of the flow.
    of: CodedRow,
    period: i32,
    value: Option<f64>,
    base: Option<(i32, f64)>,
    /// Figures that the rate rests on.
    n: u32,
    growth: Result<f64, Reason>,
}

impl Step {
    fn change(&self) -> Option<f64> {
        self.value
            .zip(self.base)
            .map(|(value, (_, base))| value - base)
    }
}

impl Measure for GrowthRanking {
    fn of(&self, flows: &FlowTable) -> Result<Table> {
        self.of_coded(flows, flows.coded()?)
    }
}

impl GrowthRanking {
    /// The same of rows that are at hand with their codes as numbers; `flows` says what they mean.
    ///
    /// # Errors
    /// As [`of`](Measure::of).
    pub fn of_coded(&self, flows: &FlowTable, mut coded: Coded) -> Result<Table> {
        if self.method == Method::Index {
            return Err(Error::BasisMismatch {
                reason: "an index compares a flow with itself and ranks nothing".to_owned(),
                remedy: "rank by yoy, log, midpoint, cagr or least-squares".to_owned(),
            });
        }
        coded.rows.sort_unstable_by_key(order);
        let written = |period: i32| written::period(period, flows.basis().frequency);
        let years = self.covered(&coded.rows);
        let mut steps = Vec::new();
        for series in coded.rows.chunk_by(|a, b| key(a) == key(b)) {
            self.steps(series, years, &written, &mut steps);
        }
        let remarks = self.choose(&mut steps);
        let mut table = self.table(flows, &coded, &steps)?;
        table.caption.remarks.extend(remarks);
        Ok(table)
    }
}

/// What tells a series from every other.
fn key(row: &CodedRow) -> (u32, u32, u32, u8, u8, u32) {
    let (side, kind) = (row.side as u8, row.kind as u8);
    let (exporter, importer) = (row.exporter, row.importer);
    (row.source, exporter, importer, side, kind, row.product)
}

fn order(row: &CodedRow) -> ((u32, u32, u32, u8, u8, u32), i32) {
    (key(row), row.period)
}

impl GrowthRanking {
    fn averages(&self) -> bool {
        matches!(self.method, Method::Cagr | Method::LeastSquares)
    }

    /// Sorts the steps and keeps those asked for; says in words what was left out.
    fn choose(&self, steps: &mut Vec<Step>) -> Vec<String> {
        let mut remarks = Vec::new();
        if self.least_base > 0.0 {
            let before = steps.len();
            steps.retain(|step| step.base.is_none_or(|(_, base)| base >= self.least_base));
            remarks.push(format!(
                "{} rates left out, from a base below {}",
                before - steps.len(),
                self.least_base
            ));
        }
        if let Some(top) = self.top {
            let before = steps.len();
            steps.retain(|step| step.growth.is_ok());
            let rated = steps.len();
            if top > 0 && top < rated {
                steps.select_nth_unstable_by(top - 1, |a, b| self.compare(a, b));
            }
            steps.truncate(top);
            remarks.push(format!(
                "the first {} of {rated} rates; {} figures have no rate",
                steps.len(),
                before - rated
            ));
        }
        steps.sort_unstable_by(|a, b| self.compare(a, b));
        remarks
    }

    /// First by rank, then by code and period; what has no rate comes last.
    fn compare(&self, a: &Step, b: &Step) -> Ordering {
        let by = |of: fn(&Step) -> Option<f64>, falling: bool| match (of(a), of(b)) {
            (Some(a), Some(b)) if falling => a.total_cmp(&b),
            (Some(a), Some(b)) => b.total_cmp(&a),
            (a, b) => b.is_some().cmp(&a.is_some()),
        };
        let rate = |step: &Step| step.growth.as_ref().ok().copied();
        let change = |step: &Step| step.growth.is_ok().then(|| step.change()).flatten();
        let ranked = match self.rank {
            Rank::Growth => by(rate, false),
            Rank::Fall => by(rate, true),
            Rank::Rise => by(change, false),
            Rank::Loss => by(change, true),
        };
        ranked.then_with(|| (key(&a.of), a.period).cmp(&(key(&b.of), b.period)))
    }
}
