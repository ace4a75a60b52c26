//! What happened, and when: the lines and ranges that charts are marked with.

use chrono::NaiveDate;

/// A dated event, or a span of time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    pub start: NaiveDate,
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

impl Event {
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
