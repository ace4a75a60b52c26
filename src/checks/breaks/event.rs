//! Something with a date that a break may coincide with.

use chrono::NaiveDate;
use serde::Serialize;

use crate::checks::series::Period;
use crate::model::period::Frequency;

/// An event and the first period that lies mostly after it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Event {
    pub label: String,
    /// The first period that counts as after.
    pub after: Period,
}

impl Event {
    /// An event of which one knows the first period after.
    pub fn new(label: impl Into<String>, after: Period) -> Self {
        Self {
            label: label.into(),
            after,
        }
    }

    /// An event on a day: its own period counts as after if more than half of it is still to come.
    ///
    /// So 2010-10-08 splits annual figures before 2011 and monthly ones before October 2010.
    pub fn on(label: impl Into<String>, day: NaiveDate, frequency: Frequency) -> Self {
        let own = Period::of(day, frequency);
        let (start, end) = (own.first_day(), own.next().first_day());
        let mostly_over = (day - start) * 2 >= end - start;
        Self::new(label, if mostly_over { own.next() } else { own })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_late_in_a_year_splits_before_the_next() {
        let after = |y, m, d, frequency| {
            let day = NaiveDate::from_ymd_opt(y, m, d).unwrap();
            Event::on("x", day, frequency).after.to_string()
        };
        assert_eq!(after(2010, 10, 8, Frequency::Year), "2011");
        assert_eq!(after(2008, 3, 1, Frequency::Year), "2008");
        assert_eq!(after(2010, 10, 8, Frequency::Month), "2010-10");
        assert_eq!(after(2008, 12, 31, Frequency::Month), "2009-01");
        assert_eq!(after(2008, 9, 15, Frequency::Quarter), "2008-Q4");
        assert_eq!(after(2010, 10, 8, Frequency::Quarter), "2010-Q4");
    }
}
