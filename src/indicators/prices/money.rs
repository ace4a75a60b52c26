//! Values in the prices of another time, and in another currency, by a series that is named.

use std::collections::BTreeMap;

use chrono::Datelike;

use crate::indicators::about::About;
use crate::indicators::dynamics::timeline::{Step, Timeline, first_of, length, written};
use crate::indicators::reason::{Figure, Reason, finite, quotient};
use crate::model::period::{Frequency, from_days};
use crate::model::sum::exact_sum;

pub const DEFLATION: About = About {
    name: "deflate",
    short: "",
    about: "values in the prices of a base year, by a price index that the caption names",
    formula: "V(t) · I(base year) / I(t)",
    unit: "currency of the values, prices of the base year",
    keys: "period × series",
    nulls: "null where the price index has nothing for the period, or is not positive",
    source: "standard; the index is named in the caption",
};

pub const CONVERSION: About = About {
    name: "convert",
    short: "",
    about: "values in another currency, at the rate of their own period, by a series that the caption names",
    formula: "V(t) · rate(t), or V(t) / rate(t) where the series quotes old units per new one",
    unit: "the currency converted to",
    keys: "period × series",
    nulls: "null where the series has no rate for the period, or it is not positive",
    source: "standard; the series of rates is named in the caption",
};

/// A series of prices or exchange rates, with the name that captions print.
#[derive(Debug, Clone, PartialEq)]
pub struct Named {
    pub name: String,
    pub frequency: Frequency,
    /// By first day of the period, in days since 1970-01-01.
    pub by_period: BTreeMap<i32, f64>,
}

/// How a series quotes one currency in the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Quote {
    /// Units of the new currency for one of the old: values are multiplied.
    NewPerOld,
    /// Units of the old currency for one of the new: values are divided.
    OldPerNew,
}

impl Quote {
    pub const ALL: [Self; 2] = [Self::NewPerOld, Self::OldPerNew];

    /// The word that commands use.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NewPerOld => "new-per-old",
            Self::OldPerNew => "old-per-new",
        }
    }
}

impl Named {
    /// The level for a period of other data: of the same period, or of its year in a yearly series.
    ///
    /// # Errors
    /// [`Reason::NoRate`] if the series has none, or is neither yearly nor as frequent;
    /// [`Reason::NotPositive`] for one of zero or less.
    pub fn for_period(&self, period: i32, frequency: Frequency) -> Figure {
        let key = match self.frequency {
            Frequency::Year => first_of(from_days(period).year(), 1),
            same if same == frequency => period,
            _ => return Err(self.lacks(period, frequency)),
        };
        let level = self.by_period.get(&key);
        positive(*level.ok_or_else(|| self.lacks(key, self.frequency))?)
    }

    /// The mean level of a year, of all its periods.
    ///
    /// # Errors
    /// As [`Named::for_period`].
    pub fn for_year(&self, year: i32) -> Figure {
        let months = length(self.frequency);
        let periods = (0..12 / months).map(|i| first_of(year, i * months + 1));
        let levels: Vec<f64> = periods
            .map(|period| self.for_period(period, self.frequency))
            .collect::<Result<_, _>>()?;
        let n = levels.len() as f64;
        finite(exact_sum(levels) / n)
    }

    fn lacks(&self, period: i32, frequency: Frequency) -> Reason {
        Reason::NoRate(self.name.clone(), written(period, frequency))
    }
}

fn positive(level: f64) -> Figure {
    if level.is_finite() && level > 0.0 {
        Ok(level)
    } else {
        Err(Reason::NotPositive)
    }
}

/// Values in the prices of `year`.
///
/// ```text
/// V(t) · I(year) / I(t)
/// ```
///
/// Monthly values may be deflated by a yearly index; the months of a year then share its level.
///
/// # Errors
/// [`Reason::NoRate`] if the index lacks the base year, or a part of it.
pub fn deflate(values: &Timeline, index: &Named, year: i32) -> Result<Vec<Step>, Reason> {
    let base = index.for_year(year)?;
    Ok(scaled(values, |period| {
        quotient(base, index.for_period(period, values.frequency())?)
    }))
}

/// Values in another currency, each at the rate of its own period.
///
/// ```text
/// V(t) · rate(t)      new units per old
/// V(t) / rate(t)      old units per new
/// ```
pub fn convert(values: &Timeline, rates: &Named, quote: Quote) -> Vec<Step> {
    scaled(values, |period| {
        let rate = rates.for_period(period, values.frequency())?;
        match quote {
            Quote::NewPerOld => Ok(rate),
            Quote::OldPerNew => quotient(1.0, rate),
        }
    })
}

fn scaled(values: &Timeline, factor: impl Fn(i32) -> Figure) -> Vec<Step> {
    let step = |period: i32| {
        let value = values.at(period).ok_or(Reason::NoFigure);
        let figure = value.and_then(|value| finite(value * factor(period)?));
        Step { period, figure }
    };
    values.calendar().into_iter().map(step).collect()
}
