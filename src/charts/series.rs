//! What a chart is given: series of dated values, and what stands around them.

mod around;

pub use around::{Look, Mark, Unit, Words};

use crate::error::{Error, Result};

/// One figure of a series.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// Decimal year; whole for an annual total, which stands at its year's tick.
    pub year: f64,
    /// The figure; `None` is missing, never 0.
    pub value: Option<f64>,
}

/// One line, or one set of bars.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Series {
    /// What it is called in the chart: "China to Norway".
    pub name: String,
    /// What its colour stands for, such as the exporter's code; empty takes the name.
    pub key: String,
    /// What tells it from another series of the same name, such as its source.
    pub detail: String,
    /// Whether its line is dashed.
    pub dashed: bool,
    /// Its figures, in any order.
    pub points: Vec<Point>,
}

impl Series {
    /// What the colour of the series stands for.
    pub fn colour_key(&self) -> &str {
        if self.key.is_empty() {
            &self.name
        } else {
            &self.key
        }
    }

    /// The figure of a year.
    pub fn at(&self, year: f64) -> Option<f64> {
        let point = self.points.iter().find(|point| point.year == year);
        point.and_then(|point| point.value)
    }

    /// The years with a value, and the values.
    pub fn values(&self) -> impl DoubleEndedIterator<Item = (f64, f64)> + '_ {
        self.points
            .iter()
            .filter_map(|point| Some((point.year, point.value?)))
    }
}

/// The largest figure that is drawn; beyond it pixels can no longer be computed safely.
const LARGEST: f64 = 1e100;

/// The series with their points by year, once they are fit to be drawn.
///
/// # Errors
/// [`Error::Chart`] if nothing has a value, a figure is not finite, or a series has a year twice.
pub fn checked(series: &[Series]) -> Result<Vec<Series>> {
    let mut sorted = series.to_vec();
    for one in &mut sorted {
        for point in &one.points {
            let year_ok = (-10_000.0..=10_000.0).contains(&point.year);
            let value_ok = point.value.is_none_or(|value| value.abs() <= LARGEST);
            if !year_ok || !value_ok {
                let (name, year) = (&one.name, point.year);
                return refuse(format!(
                    "`{name}` has a figure that is not finite at {year}; leave it missing instead"
                ));
            }
        }
        one.points.sort_by(|a, b| a.year.total_cmp(&b.year));
        if let Some(twice) = one.points.windows(2).find(|two| two[0].year == two[1].year) {
            let (name, year) = (&one.name, twice[0].year);
            return refuse(format!(
                "`{name}` has two figures for {year}; give each source a series of its own"
            ));
        }
    }
    if sorted.iter().all(|one| one.values().next().is_none()) {
        return refuse("nothing to draw: no series has a value; widen the years or the countries");
    }
    Ok(sorted)
}

/// First and last year with a value.
pub fn span(series: &[Series]) -> (f64, f64) {
    series
        .iter()
        .flat_map(Series::values)
        .fold((f64::MAX, f64::MIN), |(first, last), (year, _)| {
            (first.min(year), last.max(year))
        })
}

/// Smallest and largest value.
pub fn extent(series: &[Series]) -> (f64, f64) {
    series
        .iter()
        .flat_map(Series::values)
        .fold((f64::MAX, f64::MIN), |(low, high), (_, value)| {
            (low.min(value), high.max(value))
        })
}

/// The time from one figure to the next: a year if all years are whole, else the shortest step there is.
pub fn step(series: &[Series]) -> f64 {
    let annual = series
        .iter()
        .flat_map(|one| &one.points)
        .all(|point| point.year.fract() == 0.0);
    if annual {
        return 1.0;
    }
    series
        .iter()
        .flat_map(|one| one.points.windows(2))
        .map(|two| two[1].year - two[0].year)
        .fold(1.0, f64::min)
}

/// The stretches of a series without a missing figure, as pairs of year and value.
pub fn runs(series: &Series, step: f64) -> Vec<Vec<(f64, f64)>> {
    let mut runs: Vec<Vec<(f64, f64)>> = Vec::new();
    let mut open = false;
    for point in &series.points {
        let Some(value) = point.value else {
            open = false;
            continue;
        };
        match runs.last_mut() {
            Some(run) if open && point.year - run[run.len() - 1].0 <= step * 1.5 => {
                run.push((point.year, value));
            }
            _ => runs.push(vec![(point.year, value)]),
        }
        open = true;
    }
    runs
}

/// The whole years, from the chart's first to its last, for which a series lacks a value.
///
/// Only years between its own figures, or given and left empty, count: a series that ends early is not
/// missing, it has ended.
pub fn missing_years(series: &Series, first: f64, last: f64) -> Vec<i64> {
    let (Some((from, _)), Some((to, _))) = (series.values().next(), series.values().next_back())
    else {
        return Vec::new();
    };
    (first.ceil() as i64..=last.floor() as i64)
        .filter(|year| {
            let year = *year as f64;
            let within = year > from && year < to;
            let mut here = series
                .points
                .iter()
                .filter(|point| point.year.floor() == year);
            let given_empty = here.clone().next().is_some();
            (within || given_empty) && !here.any(|point| point.value.is_some())
        })
        .collect()
}

/// An error of the drawing half.
pub fn refuse<T>(reason: impl Into<String>) -> Result<T> {
    Err(Error::Chart {
        reason: reason.into(),
    })
}
