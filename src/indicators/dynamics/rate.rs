//! Rates of change: on what, and in which unit.

use crate::indicators::about::About;
use crate::indicators::reason::{Figure, Reason, per_hundred, quotient};

pub const ABOUT: About = About {
    name: "growth",
    short: "yoy",
    about: "growth on the year before, or on the period just before, found by the calendar and never by the row above",
    formula: "percent: 100 · (V(t) / V(t−1) − 1); log-points: 100 · (ln V(t) − ln V(t−1)); midpoint: 100 · (V(t) − V(t−1)) / ((V(t) + V(t−1)) / 2)",
    unit: "per cent, or log points",
    keys: "period × series",
    nulls: "null in the first period, after a gap, from zero (of midpoints only where both are zero), from or to negative values, and for the logarithm of zero",
    source: "World Bank WITS, Trade indicators, growth with respect to the previous year; midpoints as in Davis and Haltiwanger (1992)",
};

/// What a period is compared with; always found by its date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Against {
    /// The same period of the calendar year before.
    #[default]
    YearBefore,
    /// The year, quarter or month just before.
    PeriodBefore,
}

impl Against {
    pub const ALL: [Self; 2] = [Self::YearBefore, Self::PeriodBefore];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::YearBefore => "year-before",
            Self::PeriodBefore => "period-before",
        }
    }
}

/// How a rate of change is expressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Rate {
    /// `100 · (V(t) / V(base) − 1)`.
    #[default]
    Percent,
    /// `100 · (ln V(t) − ln V(base))`.
    LogPoints,
    /// `100 · (V(t) − V(base)) / ((V(t) + V(base)) / 2)`, −200 to 200.
    Midpoint,
}

impl Rate {
    pub const ALL: [Self; 3] = [Self::Percent, Self::LogPoints, Self::Midpoint];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Percent => "percent",
            Self::LogPoints => "log-points",
            Self::Midpoint => "midpoint",
        }
    }

    /// The change from one value to another; null from or to a negative value, and from zero, of midpoints only
    /// where both are zero.
    pub fn between(self, then: f64, now: f64) -> Figure {
        if then < 0.0 || now < 0.0 {
            return Err(Reason::NotPositive);
        }
        match self {
            Self::Percent => per_hundred(now - then, then),
            Self::LogPoints if then == 0.0 => Err(Reason::ZeroBase),
            Self::LogPoints if now == 0.0 => Err(Reason::NotPositive),
            Self::Midpoint => {
                quotient(now - then, f64::midpoint(now, then)).map(|part| 100.0 * part)
            }
            Self::LogPoints => Ok(100.0 * (now.ln() - then.ln())),
        }
    }
}
