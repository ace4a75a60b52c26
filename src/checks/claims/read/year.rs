//! Whole years, fiscal years, and years that other words point to.

use super::date;
use super::time::{Time, Words, Year};
use crate::checks::claims::claim::Part;

impl Words<'_> {
    /// A whole year, a fiscal one, or one that other words point to.
    pub(super) fn period(&self, start: usize) -> Option<(Time, usize)> {
        let mut at = start
            + self
                .any(start, &["calendar year", "the year", "year"])
                .unwrap_or(0);
        let prefix = at > start;
        let fiscal = self.any(
            start,
            &[
                "fy",
                "fiscal year",
                "fiscal",
                "financial year",
                "the fiscal year",
                "the financial year",
            ],
        );
        at = fiscal.map_or(at, |taken| start + taken);
        // `FY2003` is one word and one number.
        if let Some(year) = date::year(self.0, at) {
            let short = self.short_end(at, year);
            let part = if fiscal.is_some() || short > 0 {
                Part::Fiscal
            } else {
                Part::Year
            };
            return Some((given(year, part), at + 1 + short - start));
        }
        if prefix || fiscal.is_some() {
            at = start;
        }
        let part = |year, part| Time { year, part };
        let same = [
            "the same period",
            "the same months",
            "the same month",
            "the same quarter",
            "the corresponding period",
            "the same time",
            "same period",
            "corresponding period",
            "the comparable period",
            "the like period",
            "the same half",
        ];
        if let Some(taken) = self.any(at, &same) {
            let (year, more) = self.year_after(at + taken).unwrap_or((Year::Same, 0));
            return Some((part(year, None), taken + more));
        }
        let before = [
            "the previous year",
            "the preceding year",
            "the prior year",
            "the year before",
            "the year earlier",
            "a year earlier",
            "a year ago",
            "a year before",
            "one year earlier",
            "the year previous",
            "previous year",
            "the year prior",
            "year earlier",
            "year ago",
            "one year ago",
            "twelve months earlier",
            "12 months earlier",
        ];
        if let Some(taken) = self.any(at, &before) {
            return Some((part(Year::Before, None), taken));
        }
        if let Some(taken) = self.any(at, &["that year", "the same year", "that same year"]) {
            return Some((part(Year::Same, Some(Part::Year)), taken));
        }
        if let Some(taken) = self.any(at, &["the period", "that period"]) {
            return Some((part(Year::Same, None), taken));
        }
        if let Some(taken) = self.any(at, &["last year", "the last year", "the past year"]) {
            return Some((part(Year::Last, Some(Part::Year)), taken));
        }
        let this = self.any(at, &["this year", "the current year"])?;
        Some((part(Year::This, Some(Part::Year)), this))
    }

    /// The tokens of `/04` or `-04` after a year, where that is the year that follows.
    pub(super) fn short_end(&self, at: usize, year: i32) -> usize {
        let link = self
            .0
            .get(at + 1)
            .filter(|link| link.is_dash() || link.is("/"));
        // `2016- 17` was broken at the end of a line.
        let joined = link.is_some_and(|link| !link.spaced);
        let end = self
            .0
            .get(at + 2)
            .filter(|end| joined && end.text.len() == 2);
        let next = (year + 1).rem_euclid(100);
        usize::from(end.is_some_and(|end| end.text.parse() == Ok(next))) * 2
    }

    /// The year after a part of one: `of 2015`, `last year`, `of the year`.
    pub(super) fn year_after(&self, start: usize) -> Option<(Year, usize)> {
        let at = start
            + self
                .any(start, &["of", "in", ",", "of the year"])
                .unwrap_or(0);
        if let Some(year) = date::year(self.0, at) {
            return Some((Year::Given(year), at + 1 - start));
        }
        let taken = |words: &[&str]| self.any(at, words).map(|taken| at + taken - start);
        if let Some(taken) = taken(&["last year", "the last year"]) {
            return Some((Year::Last, taken));
        }
        if let Some(taken) = taken(&["this year", "the current year"]) {
            return Some((Year::This, taken));
        }
        if let Some(taken) = taken(&[
            "the previous year",
            "the preceding year",
            "the year before",
            "the year earlier",
            "a year earlier",
            "a year ago",
            "the prior year",
        ]) {
            return Some((Year::Before, taken));
        }
        let same = [
            "the year",
            "that year",
            "the same year",
            "the same period",
            "year",
        ];
        (at > start)
            .then(|| taken(&same))
            .flatten()
            .map(|taken| (Year::Same, taken))
    }
}

pub(super) const fn given(year: i32, part: Part) -> Time {
    Time {
        year: Year::Given(year),
        part: Some(part),
    }
}
