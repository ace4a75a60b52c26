//! The growth of one series, step by step.

use super::{GrowthRanking, Step};
use crate::indicators::average_growth::{compound, elapsed, slope};
use crate::indicators::reason::Reason;
use crate::indicators::rows::{year_before, year_start};
use crate::indicators::{Growth, Method};
use crate::model::coded::CodedRow;
use crate::model::period::{Years, year_of};

impl GrowthRanking {
    /// The years asked for; averages that leave an end open span all the years that there are, the
    /// same for every flow.
    pub(super) fn covered(&self, rows: &[CodedRow]) -> Years {
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
    pub(super) fn steps(
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

    pub(super) fn average(
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
}
