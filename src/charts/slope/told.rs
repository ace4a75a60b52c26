//! A slope chart in words: its alt text and its notes.

use super::sides::Sides;
use super::{Slope, ranked};

use crate::charts::layout::{alt, flank, names};
use crate::charts::series::{Series, Unit};
use crate::model::number;

/// How many names a note tells.
const NAMED: usize = 5;
/// How many series the alt text tells one by one.
const TOLD: usize = 10;

impl Slope {
    /// Each series in both years, with its change, the largest first.
    pub(super) fn alt(&self, series: &[Series]) -> String {
        let [from, to] = self.years.map(alt::year);
        let mut parts = vec![format!("Slope chart, {from} and {to}.")];
        let order = ranked(series, &[]);
        for index in order.iter().take(TOLD) {
            let one = &series[*index];
            let say = |end: usize| {
                let value = one.points[end].value;
                value.map_or("no value".to_owned(), |value| self.unit.label(value))
            };
            let change = match (one.points[0].value, one.points[1].value) {
                (Some(before), Some(after)) if before > 0.0 && self.unit != Unit::Percent => {
                    format!(", {}", number::percent(after / before - 1.0))
                }
                _ => String::new(),
            };
            let (name, before, after) = (&one.name, say(0), say(1));
            parts.push(format!(
                "{name}: {before} in {from}, {after} in {to}{change}."
            ));
        }
        if order.len() > TOLD {
            parts.push(format!("{} more series.", order.len() - TOLD));
        }
        parts.join(" ")
    }

    /// What is missing, left out or shortened.
    pub(super) fn notes(&self, series: &[Series], sides: &Sides) -> Vec<String> {
        let mut notes = Vec::new();
        for (end, year) in self.years.iter().enumerate() {
            let lacking = series
                .iter()
                .filter(|one| one.points[end].value.is_none() && one.values().next().is_some());
            let names: Vec<&str> = lacking.map(|one| one.name.as_str()).collect();
            if !names.is_empty() {
                let (names, year) = (names::list(&names, NAMED), alt::year(*year));
                notes.push(format!("No value for {names} in {year}."));
            }
        }
        let absent = series.iter().filter(|one| one.values().next().is_none());
        let absent: Vec<&str> = absent.map(|one| one.name.as_str()).collect();
        if !absent.is_empty() {
            let names = names::list(&absent, NAMED);
            notes.push(format!("No value in either year, and not drawn: {names}."));
        }
        let (low, high) = (sides.sheet.y.low, sides.sheet.y.high);
        if low > 0.0 || high < 0.0 {
            notes.push("The axis does not start at zero.".to_owned());
        }
        notes.extend(flank::left_out(sides.dropped.0, sides.dropped.1));
        let cut: Vec<&str> = sides.cut.iter().map(String::as_str).collect();
        notes.extend(names::shortened(&cut));
        notes
    }
}
