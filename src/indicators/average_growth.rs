//! Average growth over several years.

use polars::prelude::*;

use super::growth::{apart, no_base};
use super::reason::{Reason, ratio};
use super::rows::{Rows, Series, series, year_start};
use super::{Measure, Method};
use crate::error::Result;
use crate::model::column::{
    BASE_PERIOD, BASE_VALUE, CAGR, LEAST_SQUARES, N, REASON, VALUE, YEARS_ELAPSED,
};
use crate::model::flow_table::FlowTable;
use crate::model::period::{Years, year_of};
use crate::model::sum::exact_sum;
use crate::model::table::{Caption, Table};
use crate::model::written::period_column;

/// How fast a flow grew in an average year, one row a series.
///
/// ```text
/// cagr            100 · ((V(T) / V(0))^(1 / (T − 0)) − 1), the exponent in years elapsed, not rows
/// least-squares   100 · (exp(b) − 1), b the slope of ln V(t) on t by ordinary least squares
/// ```
///
/// The ends are the years asked for; where none is asked, the first and last figure. Null, with a
/// `reason`, if an end has no figure, if a value is not positive, or with fewer than two figures
/// (three for least squares). Missing years between the ends are no hindrance: least squares
/// leaves them out, and `n` says how many figures it used.
///
/// Source: World Bank WITS, *Trade indicators* (compound growth); UNCTAD *Handbook of
/// Statistics* (least squares, exp(b) − 1; older editions printed b itself).
#[derive(Debug, Clone)]
pub struct AverageGrowth {
    /// [`Method::LeastSquares`], or compound growth for any other.
    pub method: Method,
    pub years: Years,
}

/// A least-squares line needs a figure more than the two that any line passes through.
const ENOUGH_FOR_A_SLOPE: usize = 3;

impl Measure for AverageGrowth {
    fn of(&self, flows: &FlowTable) -> Result<Table> {
        let all = series(flows)?;
        let mut rows = Rows::new(flows);
        let mut spans = Vec::new();
        for one in &all {
            let Some(span) = self.span(one, &all) else {
                continue;
            };
            rows.push(&one.of, span.last);
            spans.push(span);
        }
        let (growth, reasons): (Vec<Option<f64>>, Vec<Option<String>>) =
            spans.iter().map(|span| apart(&span.growth)).unzip();
        let numbers = |name: &str, of: &dyn Fn(&Span) -> Option<f64>| {
            Column::new(name.into(), spans.iter().map(of).collect::<Vec<_>>())
        };
        let firsts = spans.iter().map(|span| Some(span.first));
        let elapsed: Vec<f64> = spans.iter().map(Span::years).collect();
        let counts: Vec<u32> = spans.iter().map(|span| span.n).collect();
        let (title, formula) = self.words();
        let data = rows.frame(vec![
            numbers(VALUE, &|span| span.end),
            period_column(BASE_PERIOD, flows.basis().frequency, firsts),
            numbers(BASE_VALUE, &|span| span.start),
            Column::new(YEARS_ELAPSED.into(), elapsed),
            Column::new(N.into(), counts),
            Column::new(self.column().into(), growth),
            Column::new(REASON.into(), reasons),
        ])?;
        Ok(Table {
            data,
            caption: Caption::of(flows, title, formula),
        })
    }
}

/// The years one series is averaged over.
struct Span {
    first: i32,
    last: i32,
    start: Option<f64>,
    end: Option<f64>,
    n: u32,
    growth: Result<f64, Reason>,
}

impl Span {
    fn years(&self) -> f64 {
        elapsed(self.first, self.last)
    }
}

impl AverageGrowth {
    /// The column that holds the growth.
    pub(super) fn column(&self) -> &'static str {
        match self.method {
            Method::LeastSquares => LEAST_SQUARES,
            _ => CAGR,
        }
    }

    pub(super) fn words(&self) -> (&'static str, &'static str) {
        match self.method {
            Method::LeastSquares => (
                "Least-squares growth",
                "100 · (exp(b) − 1), b the slope of ln V(t) on t; per cent a year",
            ),
            _ => (
                "Compound annual growth",
                "100 · ((V(T) / V(0))^(1 / years elapsed) − 1), per cent a year",
            ),
        }
    }

    fn span(&self, one: &Series, all: &[Series]) -> Option<Span> {
        let figures: Vec<(i32, f64)> = one
            .figures
            .iter()
            .filter(|(period, _)| self.years.contains(year_of(**period)))
            .filter_map(|(period, value)| value.map(|value| (*period, value)))
            .collect();
        let end = |asked: Option<i32>, found: Option<&(i32, f64)>| {
            // A slope spans the figures it rests on; a compound rate the years asked for.
            let asked = asked.filter(|_| self.method != Method::LeastSquares);
            asked.map(year_start).or(found.map(|(period, _)| *period))
        };
        let first = end(self.years.first, figures.first())?;
        let last = end(self.years.last, figures.last())?;
        let (start, end) = (one.at(first), one.at(last));
        let growth = match (self.method, start, end) {
            (Method::LeastSquares, ..) => slope(&figures),
            (_, None, _) => Err(missing_end(one, all, first)),
            (_, _, None) => Err(missing_end(one, all, last)),
            (_, Some(start), Some(end)) => compound(start, end, elapsed(first, last)),
        };
        Some(Span {
            first,
            last,
            start,
            end,
            n: figures.len() as u32,
            growth,
        })
    }
}

fn missing_end(one: &Series, all: &[Series], period: i32) -> Reason {
    match no_base(one, all, Some(period)) {
        Reason::FirstPeriod => Reason::NoFigureFor(one.written(period)),
        other => other,
    }
}

/// Years between two periods, months counted as twelfths.
pub(super) fn elapsed(first: i32, last: i32) -> f64 {
    use chrono::Datelike;
    let months = |period: i32| {
        let date = crate::model::period::from_days(period);
        f64::from(date.year()) * 12.0 + f64::from(date.month0())
    };
    (months(last) - months(first)) / 12.0
}

pub(super) fn compound(start: f64, end: f64, years: f64) -> Result<f64, Reason> {
    if years <= 0.0 {
        return Err(Reason::TooFew(2));
    }
    if start < 0.0 || end < 0.0 {
        return Err(Reason::NotPositive);
    }
    ratio(end, start).map(|factor| 100.0 * (factor.powf(1.0 / years) - 1.0))
}

pub(super) fn slope(figures: &[(i32, f64)]) -> Result<f64, Reason> {
    if figures.len() < ENOUGH_FOR_A_SLOPE {
        return Err(Reason::TooFew(ENOUGH_FOR_A_SLOPE));
    }
    if figures.iter().any(|(_, value)| *value <= 0.0) {
        return Err(Reason::NotPositive);
    }
    let n = figures.len() as f64;
    let start = figures[0].0;
    let points: Vec<(f64, f64)> = figures
        .iter()
        .map(|(period, value)| (elapsed(start, *period), value.ln()))
        .collect();
    let mean = |of: fn(&(f64, f64)) -> f64| exact_sum(points.iter().map(of)) / n;
    let (mean_t, mean_v) = (mean(|point| point.0), mean(|point| point.1));
    let covariance = exact_sum(points.iter().map(|(t, v)| (t - mean_t) * (v - mean_v)));
    let variance = exact_sum(points.iter().map(|(t, _)| (t - mean_t) * (t - mean_t)));
    Ok(100.0 * (covariance / variance).exp_m1())
}
