//! The periods before and after an event that are held against each other.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::checks::series::Period;

/// So many periods before and after an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Windows {
    /// The period the event lies in.
    pub event: Period,
    pub before: u8,
    pub after: u8,
    pub own: OwnPeriod,
}

/// Where the event's own period belongs, which is partly before and partly after.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OwnPeriod {
    /// To neither.
    #[default]
    LeftOut,
    /// The last of the periods before.
    Before,
    /// The first of the periods after.
    After,
}

impl Windows {
    /// Three periods on each side, the event's own left out.
    pub fn around(event: Period) -> Self {
        Self {
            event,
            before: 3,
            after: 3,
            own: OwnPeriod::default(),
        }
    }

    /// First and last period before.
    pub fn earlier(&self) -> (Period, Period) {
        let last = match self.own {
            OwnPeriod::Before => self.event,
            OwnPeriod::LeftOut | OwnPeriod::After => self.event.previous(),
        };
        (last.plus(1 - i32::from(self.before.max(1))), last)
    }

    /// First and last period after.
    pub fn later(&self) -> (Period, Period) {
        let first = match self.own {
            OwnPeriod::After => self.event,
            OwnPeriod::LeftOut | OwnPeriod::Before => self.event.next(),
        };
        (first, first.plus(i32::from(self.after.max(1)) - 1))
    }
}

impl fmt::Display for Windows {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (from, to) = (self.earlier(), self.later());
        write!(f, "from {}–{} to {}–{}", from.0, from.1, to.0, to.1)
    }
}
