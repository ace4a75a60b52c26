//! Figures by calendar period, and their growth.

use std::collections::BTreeMap;

use chrono::{Datelike, Months, NaiveDate};

use super::rate::{Against, Rate};
use crate::error::{Error, Result};
use crate::indicators::reason::{Figure, Reason};
use crate::model::period::{Frequency, from_days, to_days};

/// The figures of one flow by period; a period without a figure is a gap, whether it has a row or not.
#[derive(Debug, Clone, PartialEq)]
pub struct Timeline {
    frequency: Frequency,
    /// By first day of the period, in days since 1970-01-01.
    figures: BTreeMap<i32, Option<f64>>,
}

/// A figure of one period, or why there is none.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    pub period: i32,
    pub figure: Figure,
}

impl Timeline {
    /// # Errors
    /// [`Error::BasisMismatch`] for a figure that is no number, or a date that does not begin a period.
    pub fn new(frequency: Frequency, figures: BTreeMap<i32, Option<f64>>) -> Result<Self> {
        let refused = |reason: String| Error::BasisMismatch {
            reason,
            remedy: "give one finite figure for each period, dated by its first day".to_owned(),
        };
        for (&period, figure) in &figures {
            let date = from_days(period);
            let months = length(frequency);
            if date.day() != 1 || !date.month0().is_multiple_of(months) {
                return Err(refused(format!("no period begins on {date}")));
            }
            if figure.is_some_and(|figure| !figure.is_finite()) {
                return Err(refused(format!("the figure of {date} is no number")));
            }
        }
        Ok(Self { frequency, figures })
    }

    /// Yearly figures.
    ///
    /// # Errors
    /// As [`Timeline::new`].
    pub fn of_years(figures: impl IntoIterator<Item = (i32, f64)>) -> Result<Self> {
        let dated = |(year, figure)| (first_of(year, 1), Some(figure));
        Self::new(Frequency::Year, figures.into_iter().map(dated).collect())
    }

    /// Monthly figures by year and month, 1 to 12.
    ///
    /// # Errors
    /// As [`Timeline::new`].
    pub fn of_months(figures: impl IntoIterator<Item = ((i32, u32), f64)>) -> Result<Self> {
        let dated = |((year, month), figure)| (first_of(year, month), Some(figure));
        Self::new(Frequency::Month, figures.into_iter().map(dated).collect())
    }

    pub fn frequency(&self) -> Frequency {
        self.frequency
    }

    /// The figure of a period, if one was reported.
    pub fn at(&self, period: i32) -> Option<f64> {
        self.figures.get(&period).copied().flatten()
    }

    /// The figure of a period, or that it is missing.
    pub fn need(&self, period: i32) -> Figure {
        self.at(period)
            .ok_or_else(|| Reason::NoFigureFor(self.written(period)))
    }

    /// Every period from the first to the last that has a figure, gaps too.
    pub fn calendar(&self) -> Vec<i32> {
        let mut known = self.figures.iter().filter(|(_, figure)| figure.is_some());
        let Some((&first, _)) = known.next() else {
            return Vec::new();
        };
        let last = known.next_back().map_or(first, |(&last, _)| last);
        let next = |period: &i32| Some(self.later(*period, 1)).filter(|next| *next <= last);
        std::iter::successors(Some(first), next).collect()
    }

    /// The period so many periods later, or earlier if negative.
    pub fn later(&self, period: i32, periods: i32) -> i32 {
        let months = length(self.frequency).saturating_mul(periods.unsigned_abs());
        shifted(period, months, periods < 0)
    }

    /// The period that this one is compared with.
    pub fn base(&self, period: i32, against: Against) -> i32 {
        match against {
            Against::YearBefore => shifted(period, 12, true),
            Against::PeriodBefore => self.later(period, -1),
        }
    }

    /// The rate of change of every period; null in the first periods and beside a gap.
    pub fn growth(&self, against: Against, rate: Rate) -> Vec<Step> {
        let calendar = self.calendar();
        let first = calendar.first().copied();
        let grown = |period: i32| {
            let now = self.at(period).ok_or(Reason::NoFigure)?;
            let base = self.base(period, against);
            if first.is_some_and(|first| base < first) {
                return Err(Reason::FirstPeriod);
            }
            rate.between(self.need(base)?, now)
        };
        let step = |period| Step {
            period,
            figure: grown(period),
        };
        calendar.into_iter().map(step).collect()
    }

    /// A period as tables write it: `2009`, `2009-Q3` or `2009-07`.
    pub fn written(&self, period: i32) -> String {
        written(period, self.frequency)
    }
}

/// A period as tables write it.
pub fn written(period: i32, frequency: Frequency) -> String {
    let date = from_days(period);
    match frequency {
        Frequency::Year => date.year().to_string(),
        Frequency::Quarter => format!("{}-Q{}", date.year(), date.month0() / 3 + 1),
        Frequency::Month => format!("{}-{:02}", date.year(), date.month()),
    }
}

/// The first day of a month, in days since 1970-01-01.
pub fn first_of(year: i32, month: u32) -> i32 {
    NaiveDate::from_ymd_opt(year, month, 1).map_or(i32::MAX, to_days)
}

/// Months in a period.
pub(crate) const fn length(frequency: Frequency) -> u32 {
    match frequency {
        Frequency::Year => 12,
        Frequency::Quarter => 3,
        Frequency::Month => 1,
    }
}

fn shifted(period: i32, months: u32, back: bool) -> i32 {
    let (date, months) = (from_days(period), Months::new(months));
    if back {
        date.checked_sub_months(months).map_or(i32::MIN, to_days)
    } else {
        date.checked_add_months(months).map_or(i32::MAX, to_days)
    }
}
