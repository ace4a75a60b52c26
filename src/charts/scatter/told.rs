//! A scatter in words: its notes and its alt text.

use super::placed::Placed;
use super::{Scatter, ScatterPoint};

use crate::charts::layout::names;

/// How many names a note tells.
const NAMED: usize = 5;
/// How many points the alt text tells one by one.
const TOLD: usize = 7;

impl Scatter {
    /// What is missing, left out or shortened.
    pub(super) fn notes(
        &self,
        points: &[Placed],
        cut: &[&str],
        [dropped, bare]: [usize; 2],
    ) -> Vec<String> {
        let mut notes = Vec::new();
        let lacking = |lacks: fn(&ScatterPoint) -> bool| -> Vec<&str> {
            let lacking = self.points.iter().filter(|point| lacks(point));
            lacking.map(|point| point.name.as_str()).collect()
        };
        let absent = lacking(|point| point.x.is_none() || point.y.is_none());
        if !absent.is_empty() {
            let names = names::list(&absent, NAMED);
            notes.push(format!("Not drawn, for lack of a value: {names}."));
        }
        if let Some(size) = &self.size {
            let rings = points.iter().filter(|point| point.size.is_none());
            let rings: Vec<&str> = rings
                .map(|point| self.points[point.index].name.as_str())
                .collect();
            if !rings.is_empty() {
                let names = names::list(&rings, NAMED);
                notes.push(format!(
                    "A ring is a point without a value of {}: {names}.",
                    size.title
                ));
            }
        }
        match dropped {
            0 => {}
            1 => notes.push("One point has no name for lack of room.".to_owned()),
            many => notes.push(format!("{many} points have no name for lack of room.")),
        }
        match bare {
            0 => {}
            1 => notes.push("One quadrant has no name for lack of room.".to_owned()),
            many => notes.push(format!("{many} quadrants have no name for lack of room.")),
        }
        notes.extend(names::shortened(cut));
        notes
    }

    /// The measures, their extremes, and the most important points.
    pub(super) fn alt(&self, points: &[Placed]) -> String {
        let (x, y) = (&self.x, &self.y);
        let count = match points.len() {
            1 => "one point".to_owned(),
            many => format!("{many} points"),
        };
        let mut parts = vec![format!(
            "Scatter chart, {count}; up: {}, along: {}.",
            y.title, x.title
        )];
        let say = |point: &Placed| {
            let (x, y) = (x.unit.label(point.x), y.unit.label(point.y));
            format!("{}: {y} up, {x} along", self.points[point.index].name)
        };
        if points.len() > TOLD {
            for (what, value) in [
                ("up", (|point| point.y) as fn(&Placed) -> f64),
                ("along", |point| point.x),
            ] {
                let most = points.iter().max_by(|a, b| value(a).total_cmp(&value(b)));
                let least = points.iter().min_by(|a, b| value(a).total_cmp(&value(b)));
                if let (Some(most), Some(least)) = (most, least) {
                    let (most, least) = (say(most), say(least));
                    parts.push(format!("Furthest {what}: {most}; least: {least}."));
                }
            }
        }
        parts.extend(
            points
                .iter()
                .take(TOLD)
                .map(|point| format!("{}.", say(point))),
        );
        if points.len() > TOLD {
            parts.push(format!("{} more points.", points.len() - TOLD));
        }
        let absent = self.points.len() - points.len();
        if absent > 0 {
            parts.push(format!("{absent} without a value."));
        }
        parts.join(" ")
    }
}
