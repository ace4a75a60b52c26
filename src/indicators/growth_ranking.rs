//! Growth of every flow of a table, the first of them by growth or by change.

use std::cmp::Ordering;

use polars::prelude::*;

use super::average_growth::{compound, elapsed, slope};
use super::growth::apart;
use super::reason::Reason;
use super::rows::{Rows, year_before, year_start};
use super::{AverageGrowth, Growth, Measure, Method};
use crate::error::{Error, Result};
use crate::model::coded::{Coded, CodedRow};
use crate::model::column::{BASE_PERIOD, BASE_VALUE, CHANGE, N, RANK, REASON, VALUE};
use crate::model::flow_table::{Flow, FlowTable};
use crate::model::period::{Years, year_of};
use crate::model::table::{Caption, Table};
use crate::model::written::{self, period_column};

/// How much every flow of a table grew, ranked.
///
/// The rates are those of [`Growth`] and [`AverageGrowth`], with the base found by its date within
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

    /// The years asked for; averages that leave an end open span all the years that there are, the
    /// same for every flow.
    fn covered(&self, rows: &[CodedRow]) -> Years {
        let years = rows
            .iter()
            .filter(|row| row.value.is_some())
            .map(|row| year_of(row.period))
            .filter(|year| self.years.contains(*year));
        let ends = years.fold(None, |ends, year| match ends {
            None => Some((year, year)),
            Some((first, last)) => Some((year.min(first), year.max(last))),
        });
        Years {
            first: self.years.first.or(ends.map(|(first, _)| first)),
            last: self.years.last.or(ends.map(|(_, last)| last)),
        }
    }

    /// Adds the steps of one series, sorted by period.
    fn steps(
        &self,
        series: &[CodedRow],
        years: Years,
        written: &dyn Fn(i32) -> String,
        steps: &mut Vec<Step>,
    ) {
        let at = |period: i32| {
            let found = series.binary_search_by_key(&period, |row| row.period);
            found.ok().and_then(|place| series[place].value)
        };
        if self.averages() {
            steps.extend(self.average(series, years, &at, written));
            return;
        }
        let growth = Growth {
            method: self.method,
            ..Growth::default()
        };
        let shown = series
            .iter()
            .filter(|row| self.years.contains(year_of(row.period)));
        for row in shown {
            let before = year_before(row.period);
            let base = at(before).map(|base| (before, base));
            let rate = match (row.value, base) {
                (None, _) => Err(Reason::NoFigure),
                (Some(value), Some((_, base))) => growth.between(base, value),
                (Some(_), None) if before < series[0].period => Err(Reason::FirstPeriod),
                (Some(_), None) => Err(Reason::NoFigureFor(written(before))),
            };
            steps.push(Step {
                of: *row,
                period: row.period,
                value: row.value,
                base,
                n: 2,
                growth: rate,
            });
        }
    }

    fn average(
        &self,
        series: &[CodedRow],
        years: Years,
        at: &dyn Fn(i32) -> Option<f64>,
        written: &dyn Fn(i32) -> String,
    ) -> Option<Step> {
        let figures: Vec<(i32, f64)> = series
            .iter()
            .filter(|row| self.years.contains(year_of(row.period)))
            .filter_map(|row| Some((row.period, row.value?)))
            .collect();
        let (first, last) = match self.method {
            // A slope spans the figures it rests on.
            Method::LeastSquares => (figures.first()?.0, figures.last()?.0),
            _ => (year_start(years.first?), year_start(years.last?)),
        };
        let growth = match (self.method, at(first), at(last)) {
            (Method::LeastSquares, ..) => slope(&figures),
            (_, None, _) => Err(Reason::NoFigureFor(written(first))),
            (_, _, None) => Err(Reason::NoFigureFor(written(last))),
            (_, Some(start), Some(end)) => compound(start, end, elapsed(first, last)),
        };
        Some(Step {
            of: *series.first()?,
            period: last,
            value: at(last),
            base: at(first).map(|start| (first, start)),
            n: figures.len() as u32,
            growth,
        })
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

    fn table(&self, flows: &FlowTable, coded: &Coded, steps: &[Step]) -> Result<Table> {
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
