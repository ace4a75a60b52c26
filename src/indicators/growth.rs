//! Growth from one calendar period to the next.

use polars::prelude::*;

use super::reason::{Reason, percent};
use super::rows::{Rows, Series, series, year_before, year_start};
use super::{AverageGrowth, Measure, Method};
use crate::error::Result;
use crate::model::column::{
    BASE_PERIOD, BASE_VALUE, CHANGE, GROWTH, INDEX, LOG_GROWTH, MIDPOINT_GROWTH, REASON, VALUE,
};
use crate::model::flow_table::{Flow, FlowTable};
use crate::model::period::{Years, year_of};
use crate::model::table::{Caption, Table};
use crate::model::written::period_column;

/// How much a flow grew, series by series.
///
/// ```text
/// yoy        100 · (V(t) / V(t−1) − 1)                      per cent
/// log        100 · (ln V(t) − ln V(t−1))                    log points
/// midpoint   100 · (V(t) − V(t−1)) / ((V(t) + V(t−1)) / 2)  per cent, −200 to 200
/// index      100 · V(t) / V(base)
/// ```
///
/// `t−1` is the same period of the **previous calendar year**, found by its date, never the row
/// above. Rows: period × series, one for every period between the first and the last of a series,
/// also where nothing was reported. Null, with a `reason`, in the first period, after a missing
/// year, over a zero base, and for logarithms of values that are not positive. A yoy rate from or
/// to a negative value is null too: it would have no meaning.
/// `cagr` and `least-squares` give the table of [`AverageGrowth`].
///
/// Source: World Bank WITS, *Trade indicators*, growth "with respect to the previous year";
/// midpoint growth as in Davis and Haltiwanger (1992).
#[derive(Debug, Clone, Default)]
pub struct Growth {
    pub method: Method,
    /// Periods to show; their base may lie before.
    pub years: Years,
    /// Base year of an index; the first year shown if none.
    pub base: Option<i32>,
}

/// One step: the base it starts from, and the growth or why there is none.
struct Step {
    period: i32,
    value: Option<f64>,
    base_period: Option<i32>,
    base_value: Option<f64>,
    growth: Result<f64, Reason>,
}

impl Measure for Growth {
    fn of(&self, flows: &FlowTable) -> Result<Table> {
        if matches!(self.method, Method::Cagr | Method::LeastSquares) {
            return AverageGrowth {
                method: self.method,
                years: self.years,
            }
            .of(flows);
        }
        let all = series(flows)?;
        let mut rows = Rows::new(flows);
        let mut steps = Vec::new();
        for one in &all {
            for step in self.steps(one, &all) {
                rows.push(&one.of, step.period);
                steps.push(step);
            }
        }
        let frequency = flows.basis().frequency;
        let (growth, reasons): (Vec<Option<f64>>, Vec<Option<String>>) =
            steps.iter().map(|step| apart(&step.growth)).unzip();
        let column = |name: &str, of: &dyn Fn(&Step) -> Option<f64>| {
            Column::new(name.into(), steps.iter().map(of).collect::<Vec<_>>())
        };
        let change = |step: &Step| {
            step.value
                .zip(step.base_value)
                .map(|(now, then)| now - then)
        };
        let bases = steps.iter().map(|step| step.base_period);
        let data = rows.frame(vec![
            column(VALUE, &|step| step.value),
            period_column(BASE_PERIOD, frequency, bases),
            column(BASE_VALUE, &|step| step.base_value),
            column(CHANGE, &change),
            Column::new(self.column().into(), growth),
            Column::new(REASON.into(), reasons),
        ])?;
        let (title, formula) = self.words();
        Ok(Table {
            data,
            caption: Caption::of(flows, title, formula),
        })
    }
}

/// A result as the two columns it fills.
pub(super) fn apart(result: &Result<f64, Reason>) -> (Option<f64>, Option<String>) {
    match result {
        Ok(number) => (Some(*number), None),
        Err(reason) => (None, Some(reason.to_string())),
    }
}

impl Growth {
    /// Series, period and value of every row of the table, in its order.
    pub(super) fn keys(&self, flows: &FlowTable) -> Result<Vec<Flow>> {
        let all = series(flows)?;
        let row = |one: &Series, period: i32| Flow {
            period,
            value: one.at(period),
            ..one.of.clone()
        };
        let rows = all.iter().flat_map(|one| {
            let shown = self.shown(one);
            shown.into_iter().map(|period| row(one, period))
        });
        Ok(rows.collect())
    }

    fn shown(&self, one: &Series) -> Vec<i32> {
        one.calendar()
            .into_iter()
            .filter(|period| self.years.contains(year_of(*period)))
            .collect()
    }

    /// The column that holds the growth.
    pub fn column(&self) -> &'static str {
        match self.method {
            Method::Log => LOG_GROWTH,
            Method::Midpoint => MIDPOINT_GROWTH,
            Method::Index => INDEX,
            Method::Yoy | Method::Cagr | Method::LeastSquares => GROWTH,
        }
    }

    pub(super) fn words(&self) -> (&'static str, &'static str) {
        match self.method {
            Method::Log => (
                "Log growth on the year before",
                "100 · (ln V(t) − ln V(t−1)), log points; t−1 is the previous calendar year",
            ),
            Method::Midpoint => (
                "Midpoint growth on the year before",
                "100 · (V(t) − V(t−1)) / mean of both, per cent; t−1 is the previous calendar year",
            ),
            Method::Index => ("Index of the level", "100 · V(t) / V(base year)"),
            Method::Yoy | Method::Cagr | Method::LeastSquares => (
                "Growth on the year before",
                "100 · (V(t) / V(t−1) − 1), per cent; t−1 is the previous calendar year",
            ),
        }
    }

    fn steps(&self, one: &Series, all: &[Series]) -> Vec<Step> {
        let shown = self.shown(one);
        let base = self.index_base(one, &shown);
        let step = |period: i32| {
            let value = one.at(period);
            let base_period = match self.method {
                Method::Index => base,
                _ => Some(year_before(period)),
            };
            let base_value = base_period.and_then(|period| one.at(period));
            let growth = match (value, base_value) {
                (Some(value), Some(base)) => self.between(base, value),
                (None, _) => Err(Reason::NoFigure),
                (Some(_), None) => Err(match (no_base(one, all, base_period), base_period) {
                    (Reason::FirstPeriod, Some(base)) if self.method == Method::Index => {
                        Reason::NoFigureFor(one.written(base))
                    }
                    (reason, _) => reason,
                }),
            };
            Step {
                period,
                value,
                base_period: base_value.and(base_period),
                base_value,
                growth,
            }
        };
        shown.iter().copied().map(step).collect()
    }

    fn index_base(&self, one: &Series, shown: &[i32]) -> Option<i32> {
        let asked = self.base.or(self.years.first).map(year_start);
        asked.or_else(|| {
            shown
                .iter()
                .copied()
                .find(|period| one.at(*period).is_some())
        })
    }

    pub(super) fn between(&self, base: f64, value: f64) -> Result<f64, Reason> {
        if base < 0.0 || value < 0.0 {
            return Err(Reason::NotPositive);
        }
        match self.method {
            Method::Log if base == 0.0 => Err(Reason::ZeroBase),
            Method::Log if value == 0.0 => Err(Reason::NotPositive),
            Method::Log => Ok(100.0 * (value.ln() - base.ln())),
            Method::Midpoint => percent(value - base, f64::midpoint(value, base)),
            Method::Index => percent(value, base),
            Method::Yoy | Method::Cagr | Method::LeastSquares => percent(value - base, base),
        }
    }
}

/// Why the base a rate needs is not in its series.
pub(super) fn no_base(one: &Series, all: &[Series], base: Option<i32>) -> Reason {
    let Some(base) = base else {
        return Reason::NoFigure;
    };
    let elsewhere = all.iter().any(|other| {
        other.of.source != one.of.source && other.same_flow(one) && other.at(base).is_some()
    });
    if elsewhere {
        Reason::OtherSource(one.written(base))
    } else if one.figures.keys().next().is_some_and(|first| base < *first) {
        Reason::FirstPeriod
    } else {
        Reason::NoFigureFor(one.written(base))
    }
}
