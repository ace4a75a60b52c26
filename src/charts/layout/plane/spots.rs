//! Events as places on the year axis.

use super::Ground;
use crate::charts::canvas::face::{self, Weight};
use crate::charts::canvas::scene::Axis;
use crate::charts::layout::events::{Named, Place};

/// Em size of event names.
pub const EVENT: f64 = 12.5;
/// Event names are broken into lines no wider than this.
const EVENT_WIDTH: f64 = 150.0;

/// An event as pixels of the x axis.
pub struct Spot {
    /// Where it begins.
    pub from: f64,
    /// Where it ends; the same place for a moment.
    pub to: f64,
    /// Its name, line by line.
    pub lines: Vec<String>,
}

/// The events that touch the years shown, and a note on those that do not.
pub fn spots(ground: &Ground<'_>, x: &Axis) -> (Vec<Spot>, Vec<String>) {
    let (first, last) = ground.years;
    let annual = ground.slots || first.fract() == 0.0 && last.fract() == 0.0;
    let (mut spots, mut outside) = (Vec::new(), Vec::new());
    for mark in ground.marks {
        let (mut from, mut to) = (mark.start, mark.end.unwrap_or(mark.start));
        if annual {
            (from, to) = (from.floor(), to.floor());
        }
        if !(from <= last && to >= first) {
            outside.push(mark.label.clone());
            continue;
        }
        if ground.slots && mark.end.is_some() {
            // A little less than whole slots keeps spans that follow each other apart.
            (from, to) = (from - 0.46, to + 0.46);
        }
        let place = |year: f64| x.position(year.clamp(x.low, x.high));
        spots.push(Spot {
            from: place(from),
            to: place(to),
            lines: face::balance(&mark.label, EVENT, Weight::Regular, EVENT_WIDTH),
        });
    }
    let notes = match &outside[..] {
        [] => Vec::new(),
        some => vec![format!("Outside the years shown: {}.", some.join(", "))],
    };
    (spots, notes)
}

/// The size of an event's name.
pub fn named(spot: &Spot) -> Named {
    let widths = spot
        .lines
        .iter()
        .map(|line| face::measure(line, EVENT, Weight::Regular));
    Named {
        x: (spot.from + spot.to) / 2.0,
        width: widths.fold(0.0, f64::max),
        lines: spot.lines.len(),
    }
}

/// A note on the events whose names found no place.
pub fn left_out(spots: &[Spot], places: &[Option<Place>]) -> Vec<String> {
    let dropped: Vec<String> = spots
        .iter()
        .zip(places)
        .filter(|(spot, place)| place.is_none() && !spot.lines.is_empty())
        .map(|(spot, _)| spot.lines.join(" "))
        .collect();
    match &dropped[..] {
        [] => Vec::new(),
        some => vec![format!(
            "Marked without a name for lack of room: {}.",
            some.join(", ")
        )],
    }
}
