//! Figures that can be read and are hard to believe: kept, counted, and told with the first place.

use std::collections::BTreeMap;

use super::Door;
use crate::model::intake::Row;
use crate::model::period::year_of;

/// Forecasts of trade end before; a later year is a slip of the pen.
const LAST_YEAR: i32 = 2060;

/// More than the trade of the world in the smallest unit of any currency.
const LARGEST: f64 = 1e19;

/// From here on whole numbers are no longer each a number of their own: 2^53.
const EXACT: f64 = 9_007_199_254_740_992.0;

/// Lists of countries lag behind, and so do the last figures of countries that are no more.
const GRACE: i32 = 5;

/// What was hard to believe, how often, and where it was met first.
#[derive(Default)]
pub(super) struct Doubts(BTreeMap<String, (u64, u64)>);

impl Doubts {
    fn add(&mut self, place: u64, what: impl Into<String>) {
        let met = self.0.entry(what.into()).or_insert((0, place));
        met.0 += 1;
    }

    fn told(&self) -> Vec<String> {
        let each = self.0.iter();
        each.map(|(what, (count, place))| match count {
            1 => format!("1 figure {what} (row {place}); it is kept"),
            _ => format!("{count} figures {what} (first in row {place}); they are kept"),
        })
        .collect()
    }
}

/// Doubts.
impl Door<'_> {
    /// Notes what is hard to believe of a row that was taken.
    pub(super) fn doubt(&mut self, row: &Row, place: u64) {
        let year = year_of(row.period);
        if year > LAST_YEAR {
            self.saying.doubts.add(place, "of a year far ahead");
        }
        for area in [row.exporter, row.importer] {
            let Some((name, from, until)) = self.lookup.life(area) else {
                continue;
            };
            if from.is_some_and(|from| year < from - GRACE) {
                let first = from.unwrap_or_default();
                let what =
                    format!("of {name} long before {first}, when UN Comtrade first lists it");
                self.saying.doubts.add(place, what);
            }
            if until.is_some_and(|until| year > until + GRACE) {
                let last = until.unwrap_or_default();
                let what = format!("of {name} long after {last}, when UN Comtrade last lists it");
                self.saying.doubts.add(place, what);
            }
        }
        let Some(value) = row.value else { return };
        if value < 0.0 {
            self.saying
                .doubts
                .add(place, "below zero, which no trade is");
        }
        if value.abs() > LARGEST {
            let what = "larger than the trade of the world in any currency";
            self.saying.doubts.add(place, what);
        } else if value.abs() >= EXACT {
            let what = "beyond 2^53, of which 16 digits are kept";
            self.saying.doubts.add(place, what);
        }
    }

    /// Tells what was doubted in the file at hand.
    pub(super) fn tell_doubts(&mut self) {
        for remark in self.saying.doubts.told() {
            self.remark(remark);
        }
    }
}
