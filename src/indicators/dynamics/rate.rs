//! Rates of change: on what, and in which unit.

use crate::indicators::reason::{Figure, Reason, per_hundred};

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
}

impl Rate {
    pub const ALL: [Self; 2] = [Self::Percent, Self::LogPoints];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Percent => "percent",
            Self::LogPoints => "log-points",
        }
    }

    /// The change from one value to another; null from or to a negative value, and from zero.
    pub fn between(self, then: f64, now: f64) -> Figure {
        if then < 0.0 || now < 0.0 {
            return Err(Reason::NotPositive);
        }
        match self {
            Self::Percent => per_hundred(now - then, then),
            Self::LogPoints if then == 0.0 => Err(Reason::ZeroBase),
            Self::LogPoints if now == 0.0 => Err(Reason::NotPositive),
            Self::LogPoints => Ok(100.0 * (now.ln() - then.ln())),
        }
    }
}
