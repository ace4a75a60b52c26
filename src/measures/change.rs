//! Measures of what changed between two periods.

mod constant_share;
mod contributions;
mod shift_share;

pub(super) use constant_share::constant_shares;
pub(super) use contributions::contributions_of;
pub(super) use shift_share::shift_shares;

use super::ask::Ask;
use super::dimension::{Dimension, Key};
use super::found::Found;
use super::panel::Panel;
use super::shape::Shape;
use crate::error::{Error, Result};
use crate::indicators::dynamics::timeline::first_of;
use crate::model::period::{from_days, year_of};
use crate::model::sum::exact_sum;
use crate::model::written;
use std::collections::BTreeMap;

impl Ask {
    /// The period that another is compared with: the same of the year before, or of a year that was set.
    fn base(&self, period: i32) -> Result<i32> {
        use chrono::Datelike;
        let year = self.settings.number("base", year_of(period) - 1)?;
        Ok(first_of(year, from_days(period).month()))
    }

    /// The periods shown that have a base in the data, each with it.
    pub(super) fn spans(&self, panel: &Panel) -> Result<Vec<(i32, i32)>> {
        let all = panel.periods();
        let mut spans = Vec::new();
        for now in self.periods(panel) {
            let then = self.base(now)?;
            if then < now && all.binary_search(&then).is_ok() {
                spans.push((then, now));
            }
        }
        match spans.is_empty() {
            true => Err(Error::NothingLeft {
                what: "no year shown has the year it is compared with".to_owned(),
                remedy: "widen --years, or name another base with --set base=YEAR".to_owned(),
            }),
            false => Ok(spans),
        }
    }
}

/// Notes what a period is compared with.
pub(super) fn compared(found: &mut Found, panel: &Panel, (then, now): (i32, i32)) {
    let written = |period| written::period(period, panel.frequency);
    found.note(format!("{} against {}", written(now), written(then)));
}

/// The values of a period by key and item; none where nothing of it is known.
pub(super) type Values = BTreeMap<(Key, u32), Option<f64>>;

/// Keys are those that are shown, or all of them.
pub(super) fn values(panel: &Panel, period: i32, shape: &Shape, all: bool) -> Values {
    let rows = panel.parts(panel.rows(period), |dimension| shape.has(dimension));
    let mut known: BTreeMap<(Key, u32), Vec<f64>> = BTreeMap::new();
    for row in rows.iter() {
        let key = Dimension::key(&shape.by, row);
        if all || panel.shows(&key) {
            let values = known.entry((key, shape.over.of(row))).or_default();
            values.extend(row.value);
        }
    }
    let sum = |values: Vec<f64>| (!values.is_empty()).then(|| exact_sum(values));
    known
        .into_iter()
        .map(|(key, values)| (key, sum(values)))
        .collect()
}
