//! The self-join of figures to those of earlier years.

use chrono::{Datelike, NaiveDate};

use super::super::import::Cell;
use super::answer::Tag;
use super::key::Key;
use crate::model::period::{from_days, to_days};

/// No figure that many years earlier.
pub const NONE: u32 = u32::MAX;

/// For each entry the place of that with the same series so many years earlier, or [`NONE`].
///
/// Entries are sorted; tags are those of their keys. Joined by date, so that a year which is missing stays
/// missing and is never taken for the one before it.
pub fn join(entries: &[(Key, Cell)], tags: &[Tag], years: u16) -> Vec<u32> {
    let mut joined = vec![NONE; entries.len()];
    let span = |tag: usize| {
        let from = entries.partition_point(|entry| (entry.0.tag() as usize) < tag);
        let to = entries.partition_point(|entry| entry.0.tag() as usize <= tag);
        from..to
    };
    for (number, tag) in tags.iter().enumerate() {
        let Some(period) = back(tag.period, years) else {
            continue;
        };
        let before = Tag { period, ..*tag };
        let Ok(before) = tags.binary_search_by_key(&before.order(), Tag::order) else {
            continue;
        };
        let mut then = span(before).peekable();
        for now in span(number) {
            let series = entries[now].0.series();
            while then
                .next_if(|&then| entries[then].0.series() < series)
                .is_some()
            {}
            if let Some(&then) = then.peek()
                && entries[then].0.series() == series
            {
                joined[now] = then as u32;
            }
        }
    }
    joined
}

/// The same day so many years earlier.
fn back(period: i32, years: u16) -> Option<i32> {
    let date = from_days(period);
    let year = date.year() - i32::from(years);
    NaiveDate::from_ymd_opt(year, date.month(), date.day()).map(to_days)
}
