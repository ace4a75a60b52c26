//! Events in small panels: a thin line in each, the name once.

use super::Axes;
use super::grid::Grid;
use super::panel::Drawing;
use crate::charts::canvas::face;
use crate::charts::canvas::scene::{Anchor, Area, Axis, Rect, Role, Shape, Text};
use crate::charts::layout::alt;
use crate::charts::layout::plane::rule;
use crate::charts::series::Mark;

/// Em size of an event's name in a panel.
const NAME: f64 = 11.5;

/// From when to when an event lasts on the chart's axis; `None` if it lies outside.
fn span(mark: &Mark, (first, last): (f64, f64)) -> Option<(f64, f64)> {
    let (mut from, mut to) = (mark.start, mark.end.unwrap_or(mark.start));
    if first.fract() == 0.0 && last.fract() == 0.0 {
        // An annual total holds all of its year, so the event belongs to its tick.
        (from, to) = (from.floor(), to.floor());
    }
    (from <= last && to >= first).then(|| (from.max(first), to.min(last)))
}

impl Drawing {
    /// Shades for events that last.
    pub fn shades(&mut self, marks: &[Mark], area: &Area, x: &Axis) {
        let spans = marks.iter().filter_map(|mark| span(mark, self.years));
        for (from, to) in spans.filter(|(from, to)| to > from) {
            self.shapes.push(Shape::Rect(Rect {
                area: Area {
                    left: x.position(from),
                    right: x.position(to),
                    ..*area
                },
                colour: self.colours.band,
                datum: None,
            }));
        }
    }

    /// Dotted lines for moments.
    pub fn moments(&mut self, marks: &[Mark], area: &Area, x: &Axis) {
        let spans = marks.iter().filter_map(|mark| span(mark, self.years));
        for (from, _) in spans.filter(|(from, to)| to == from) {
            let place = x.position(from);
            let (top, foot) = ((place, area.top), (place, area.bottom));
            self.shapes
                .push(rule(top, foot, self.colours.rule, Some((2.0, 2.5))));
        }
    }

    /// The names of the events, in the first panel where one is free there, else as notes.
    pub fn events(&mut self, marks: &[Mark], grid: &Grid, (x, _): &Axes) -> Vec<String> {
        let (mut lines, mut shades, mut outside) = (Vec::new(), Vec::new(), Vec::new());
        for mark in marks {
            let Some((from, to)) = span(mark, self.years) else {
                outside.push(mark.label.clone());
                continue;
            };
            let name = self.free(mark, &grid.panels[0], (x.position(from), x.position(to)));
            match name {
                Some(text) => self.shapes.push(Shape::Text(text)),
                None if to > from => {
                    shades.push(format!(
                        "{} ({}–{})",
                        mark.label,
                        alt::year(from),
                        alt::year(to)
                    ));
                }
                None if mark.label.contains(&alt::year(from)) => lines.push(mark.label.clone()),
                None => lines.push(format!("{} ({})", mark.label, alt::year(from))),
            }
        }
        let mut notes = Vec::new();
        for (what, names) in [
            ("Dotted line", lines),
            ("Shaded", shades),
            ("Outside the years shown", outside),
        ] {
            if !names.is_empty() {
                notes.push(format!("{what}: {}.", names.join(", ")));
            }
        }
        notes
    }

    /// A place in the panel beside an event's line, or in its shade, where nothing else is drawn.
    fn free(&self, mark: &Mark, panel: &Area, (from, to): (f64, f64)) -> Option<Text> {
        let ground = if to > from {
            self.colours.band
        } else {
            self.colours.background
        };
        let text =
            Text::new(mark.label.clone(), NAME, self.colours.title, Role::Event).halo(ground);
        let sides = if to > from {
            [
                ((from + to) / 2.0, Anchor::Middle),
                (from + 4.0, Anchor::Start),
            ]
        } else {
            [(from + 4.0, Anchor::Start), (from - 4.0, Anchor::End)]
        };
        let rows = ((panel.height() - 6.0) / (face::LEADING * NAME)) as usize;
        let places = (0..rows).flat_map(|row| {
            let baseline =
                panel.top + 2.0 + face::ASCENT * NAME + face::LEADING * NAME * row as f64;
            sides.map(|(x, anchor)| (x, baseline, anchor))
        });
        places
            .map(|(x, baseline, anchor)| text.clone().at(x, baseline, anchor))
            .find(|text| panel.contains(&text.area) && self.is_free(&text.area.grown(2.0)))
    }

    fn is_free(&self, area: &Area) -> bool {
        !self.shapes.iter().any(|shape| match shape {
            // Levels and grey lines may pass behind a word; the panel's own lines and events may not.
            Shape::Path(path) => {
                let behind = path.data.is_empty() && path.dash.is_none();
                !behind && path.points.windows(2).any(|two| area.meets(two[0], two[1]))
            }
            Shape::Circle(circle) if circle.datum.is_none() => false,
            Shape::Circle(circle) => area
                .grown(circle.radius)
                .meets(circle.centre, circle.centre),
            Shape::Text(text) => text.area.overlaps(area),
            Shape::Rect(_) | Shape::Polygon(_) => false,
        })
    }
}
