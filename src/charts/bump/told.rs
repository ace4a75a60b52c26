//! A chart of ranks in words: its alt text, and a note on ranks beyond the last one shown.

use super::course::Course;
use super::{Bump, rank_words, ranked};

use crate::charts::layout::{alt, flank, names};
use crate::charts::series::Series;

/// How many names a note tells.
const NAMED: usize = 3;

impl Bump {
    /// What is missing, beyond the ranks shown, left out or shortened.
    pub(super) fn notes(&self, series: &[Series], course: &Course, unnamed: usize) -> Vec<String> {
        // What never comes among the ranks shown is no gap in them.
        let seen = |one: &&Series| one.values().any(|(_, rank)| rank <= self.top as f64);
        let seen: Vec<Series> = series.iter().filter(seen).cloned().collect();
        let mut notes = alt::gaps(&seen, "rank");
        notes.extend(self.beyond(&seen));
        match unnamed {
            0 => {}
            1 => notes.push("One line that ends early has no name for lack of room.".to_owned()),
            many => notes.push(format!(
                "{many} lines that end early have no name for lack of room."
            )),
        }
        notes.extend(flank::left_out(course.dropped.0, course.dropped.1));
        let cut: Vec<&str> = course.cut.iter().map(String::as_str).collect();
        notes.extend(names::shortened(&cut));
        notes.extend(course.plane.notes.clone());
        notes
    }

    /// A note on the ranks that are known but not shown.
    fn beyond(&self, series: &[Series]) -> Option<String> {
        let top = self.top as f64;
        let out: Vec<(&str, Vec<i64>)> = series
            .iter()
            .map(|one| {
                let years = one.values().filter(|(_, rank)| *rank > top);
                (
                    one.name.as_str(),
                    years.map(|(year, _)| year.floor() as i64).collect(),
                )
            })
            .filter(|(_, years): &(&str, Vec<i64>)| !years.is_empty())
            .collect();
        if out.is_empty() {
            return None;
        }
        if out.len() > NAMED {
            let (many, top) = (out.len(), self.top);
            return Some(format!(
                "{many} series are below rank {top}, and not shown, in some years."
            ));
        }
        let told: Vec<String> = out
            .into_iter()
            .map(|(name, mut years)| {
                years.dedup();
                format!("{name} in {}", alt::years(&years))
            })
            .collect();
        Some(format!(
            "Below rank {} and not shown: {}.",
            self.top,
            told.join("; ")
        ))
    }

    /// Each line's first, best and last rank.
    pub(super) fn alt(&self, shown: &[Series]) -> String {
        let mut best: Vec<Series> = ranked(shown)
            .into_iter()
            .map(|index| shown[index].clone())
            .collect();
        best.retain(|one| one.values().next().is_some());
        let kind = format!("Chart of ranks, 1 is the first, down to {}", self.top);
        // Turned, so that the highest told is the best rank.
        for point in best.iter_mut().flat_map(|one| &mut one.points) {
            point.value = point.value.map(|rank| -rank);
        }
        alt::describe(&kind, &best, |rank| format!("rank {}", rank_words(-rank)))
    }
}
