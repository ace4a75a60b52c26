//! Stacks, and the line of the total over them.

use super::slots::Slot;
use super::values::{DOT, VALUE, values};
use crate::charts::canvas::face::Weight;
use crate::charts::canvas::scene::{Anchor, Area, Circle, Datum, Path, Rect, Role, Shape, Text};
use crate::charts::layout::bands::Hue;
use crate::charts::layout::plane::{Plane, rule};

/// The share of a year's slot its stack takes, and the widest stack.
const SHARE: f64 = 0.76;
const WIDEST: f64 = 72.0;
/// The total's stroke, and the ground that shows around it and its dots.
const STROKE: f64 = 2.0;
const HALO: f64 = 1.4;
/// Parts lower than this in pixels are not parted from their neighbours: the line would hide them.
const PARTED: f64 = 3.0;

/// Everything drawn on a ground.
pub struct Body {
    pub plane: Plane,
    pub marks: Vec<Shape>,
    /// How many figures of the total found no room.
    pub dropped: usize,
}

/// Stacks, line and figures on a ground; `say` puts a figure of the total in words.
pub fn body(slots: &[Slot], hues: &[Hue], plane: Plane, say: impl Fn(f64) -> String) -> Body {
    let mut marks = stacks(slots, hues, &plane);
    marks.extend(line(slots, hues.len(), &plane));
    let (shown, dropped) = values(slots, &marks, &plane, say);
    marks.extend(shown.into_iter().map(Shape::Text));
    Body {
        plane,
        marks,
        dropped,
    }
}

/// The stacks, a dash where a year has nothing at all, and the zero line on top.
fn stacks(slots: &[Slot], hues: &[Hue], plane: &Plane) -> Vec<Shape> {
    let width = ((plane.x.position(1.0) - plane.x.position(0.0)) * SHARE).min(WIDEST);
    let mut shapes = Vec::new();
    for slot in slots {
        let middle = plane.x.position(slot.year as f64);
        let (left, right) = (middle - width / 2.0, middle + width / 2.0);
        for span in slot.spans() {
            let (from_y, to_y) = (plane.y.position(span.from), plane.y.position(span.to));
            shapes.push(Shape::Rect(Rect {
                area: Area {
                    left,
                    top: from_y.min(to_y),
                    right,
                    bottom: from_y.max(to_y),
                },
                colour: hues[span.part].mark,
                datum: Some(Datum {
                    series: span.part,
                    year: slot.year as f64,
                    value: span.value,
                }),
            }));
            if span.from != 0.0 && (from_y - to_y).abs() >= PARTED {
                // Neighbours may both be dark or both grey: a line of the ground keeps them apart.
                shapes.push(rule(
                    (left, from_y),
                    (right, from_y),
                    plane.behind(middle),
                    None,
                ));
            }
        }
    }
    shapes.push(plane.level(0.0, plane.colours.zero, None));
    for slot in slots
        .iter()
        .filter(|slot| slot.parts.is_none() && slot.total.is_none())
    {
        let middle = plane.x.position(slot.year as f64);
        let dash =
            Text::new("–", VALUE + 2.0, plane.colours.text, Role::Value).weight(Weight::Bold);
        let dash = dash.at(middle, plane.y.position(0.0) - 4.0, Anchor::Middle);
        shapes.push(Shape::Text(dash));
    }
    shapes
}

/// The total: a stroke between years without a gap, a dot for every year.
fn line(slots: &[Slot], series: usize, plane: &Plane) -> Vec<Shape> {
    let colour = plane.colours.title;
    let mut shapes = Vec::new();
    for run in slots.split(|slot| slot.total.is_none()) {
        let points: Vec<(f64, f64)> = run
            .iter()
            .filter_map(|slot| Some(plane.at(slot.year as f64, slot.total?)))
            .collect();
        if points.len() > 1 {
            for (width, colour) in [
                (STROKE + 2.0 * HALO, plane.colours.background),
                (STROKE, colour),
            ] {
                shapes.push(Shape::Path(Path {
                    points: points.clone(),
                    width,
                    colour,
                    dash: None,
                    data: Vec::new(),
                }));
            }
        }
    }
    for slot in slots {
        let (year, Some(value)) = (slot.year as f64, slot.total) else {
            continue;
        };
        let datum = Datum {
            series,
            year,
            value,
        };
        for (radius, colour, datum) in [
            (DOT + HALO, plane.colours.background, None),
            (DOT, colour, Some(datum)),
        ] {
            shapes.push(Shape::Circle(Circle {
                centre: plane.at(year, value),
                radius,
                colour,
                datum,
            }));
        }
    }
    shapes
}
