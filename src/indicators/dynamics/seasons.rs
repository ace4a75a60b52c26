//! Growth on the same month of the year before, and what seasons are like.

use chrono::Datelike;

use super::middle::mean;
use super::rate::{Against, Rate};
use super::timeline::{Step, Timeline, first_of, length};
use crate::indicators::about::About;
use crate::indicators::reason::{Figure, Reason};
use crate::model::period::from_days;
use crate::model::sum::exact_sum;

pub const ABOUT: About = About {
    name: "same-month-growth",
    short: "",
    about: "growth free of the seasons, as each month is held against the same month a year earlier",
    formula: "100 · (V(y,m) / V(y−1,m) − 1)",
    unit: "per cent",
    keys: "period × series; monthly and quarterly data",
    nulls: "null in the first year, after a gap, over a zero base and from or to negative values",
    source: "World Bank WITS, growth with respect to the previous year, applied to months",
};

pub const PROFILE: About = About {
    name: "seasonal-profile",
    short: "",
    about: "what each month or quarter is like: its mean growth, and how much of a year it brings",
    formula: "growth: mean of 100 · (V(y,m) / V(y−1,m) − 1) over years; index: mean of 100 · V(y,m) / mean V(y) over complete years",
    unit: "per cent; index, 100 is a usual month",
    keys: "month or quarter of the year × series",
    nulls: "growth null without any rate for the month, the index null without a complete year; no trend is taken out",
    source: "standard, the method of simple averages",
};

pub const YEAR_TO_DATE: About = About {
    name: "year-to-date",
    short: "ytd",
    about: "growth of the sum of all months since January on the same months of the year before",
    formula: "100 · (Σi≤m V(y,i) / Σi≤m V(y−1,i) − 1)",
    unit: "per cent",
    keys: "period × series; monthly and quarterly data",
    nulls: "null where any month since January lacks a figure in either year",
    source: "as customs offices print cumulated figures (January–September and the like)",
};

/// Growth of every period on the same period of the year before, per cent.
pub fn same_season(timeline: &Timeline) -> Vec<Step> {
    timeline.growth(Against::YearBefore, Rate::Percent)
}

/// Growth of the year so far on the same part of the year before, per cent.
///
/// ```text
/// 100 · (Σi≤m V(y,i) / Σi≤m V(y−1,i) − 1)
/// ```
pub fn year_to_date(timeline: &Timeline) -> Vec<Step> {
    let calendar = timeline.calendar();
    let first = calendar.first().copied();
    let grown = |period: i32| {
        timeline.at(period).ok_or(Reason::NoFigure)?;
        let base = timeline.base(period, Against::YearBefore);
        let (year, year_before) = (from_days(period).year(), from_days(base).year());
        if first.is_some_and(|first| first_of(year_before, 1) < first) {
            return Err(Reason::FirstPeriod);
        }
        let (then, now) = (
            so_far(timeline, year_before, base)?,
            so_far(timeline, year, period)?,
        );
        Rate::Percent.between(then, now)
    };
    let step = |period| Step {
        period,
        figure: grown(period),
    };
    calendar.into_iter().map(step).collect()
}

/// The sum from January to `last`.
fn so_far(timeline: &Timeline, year: i32, last: i32) -> Figure {
    let next = |period: &i32| Some(timeline.later(*period, 1)).filter(|next| *next <= last);
    let periods = std::iter::successors(Some(first_of(year, 1)), next);
    let figures: Vec<f64> = periods
        .map(|period| timeline.need(period))
        .collect::<Result<_, _>>()?;
    Ok(exact_sum(figures))
}

/// What one month, or quarter, of the year is like.
#[derive(Debug, Clone, PartialEq)]
pub struct Season {
    /// 1 for January or the first quarter.
    pub number: u32,
    /// Growth rates that the mean rests on.
    pub n: usize,
    pub rises: usize,
    /// Mean growth on the same season of the year before, per cent.
    pub growth: Figure,
    /// Complete years that the index rests on.
    pub years: usize,
    /// `100 · V(season) / mean of its year`, averaged over complete years: 100 is a usual month.
    pub index: Figure,
}

/// Every season of the year: its mean growth, and how much of the year it brings.
///
/// The index is the method of simple averages: no trend is taken out, so in a fast-growing series
/// late months stand too high.
pub fn seasons(timeline: &Timeline) -> Vec<Season> {
    let months = length(timeline.frequency());
    let number = |period: i32| from_days(period).month0() / months + 1;
    let growth = same_season(timeline);
    let years = complete_years(timeline);
    let season = |one: u32| {
        let rates: Vec<f64> = growth
            .iter()
            .filter(|step| number(step.period) == one)
            .filter_map(|step| step.figure.clone().ok())
            .collect();
        let relative: Vec<f64> = years.iter().map(|year| year[one as usize - 1]).collect();
        Season {
            number: one,
            n: rates.len(),
            rises: rates.iter().filter(|rate| **rate > 0.0).count(),
            growth: mean(&rates),
            years: relative.len(),
            index: mean(&relative).map(|mean| 100.0 * mean),
        }
    };
    (1..=12 / months).map(season).collect()
}

/// Every season over the mean of its year, for years with every figure and some trade.
fn complete_years(timeline: &Timeline) -> Vec<Vec<f64>> {
    let months = length(timeline.frequency());
    let mut years: Vec<i32> = timeline
        .calendar()
        .into_iter()
        .map(|period| from_days(period).year())
        .collect();
    years.dedup();
    let relative = |year: i32| {
        let periods = (0..12 / months).map(|i| first_of(year, i * months + 1));
        let values: Vec<f64> = periods
            .map(|period| timeline.at(period))
            .collect::<Option<_>>()?;
        let usual = mean(&values).ok().filter(|usual| *usual > 0.0)?;
        Some(values.into_iter().map(|value| value / usual).collect())
    };
    years.into_iter().filter_map(relative).collect()
}
