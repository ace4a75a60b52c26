//! What happened, and when: the lines and ranges that charts are marked with.

use chrono::NaiveDate;
use serde::Deserialize;

/// A dated event, or a span of time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    pub start: NaiveDate,
    /// How exactly the dates are known.
    pub precision: Precision,
    /// Last day of a span; none for a moment.
    pub end: Option<NaiveDate>,
    pub label: String,
    /// A few words, as a chart prints them.
    pub short: String,
    /// Codes of the countries concerned; empty for everybody.
    pub concerns: Vec<String>,
    /// Who says so.
    pub source: String,
}

/// How exactly a date is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Precision {
    Day,
    Month,
    Year,
}

impl Event {
    /// The dates as exactly as they are known: `2010-10-08 to 2016-12-19`, `2010-12`.
    pub fn dates(&self) -> String {
        let format = match self.precision {
            Precision::Day => "%Y-%m-%d",
            Precision::Month => "%Y-%m",
            Precision::Year => "%Y",
        };
        let start = self.start.format(format).to_string();
        match self.end {
            Some(end) => format!("{start} to {}", end.format(format)),
            None => start,
        }
    }

    /// Whether the event concerns trade between these countries: everybody's, or all of its own
    /// countries are among them.
    pub fn is_about(&self, codes: &[&str]) -> bool {
        self.concerns.is_empty()
            || self
                .concerns
                .iter()
                .all(|code| codes.contains(&code.as_str()))
    }
}
