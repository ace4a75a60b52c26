//! Names inside a chart of ranks, for lines that end early.

use super::course::Course;

use crate::charts::canvas::face::{self, Weight};
use crate::charts::canvas::scene::{Anchor, Area, Rgb, Role, Shape, Text};
use crate::charts::layout::focus::Ink;
use crate::charts::series::{self, Series};

/// Em size of names inside the plot.
const INNER: f64 = 12.0;

/// Names of lines without a label at either side, beside their last dot; the number that found no place.
pub fn inner(shown: &[Series], inks: &[Ink], course: &Course, marks: &mut Vec<Shape>) -> usize {
    let plane = &course.plane;
    let (first, last) = series::span(shown);
    let first = if course.narrow { last } else { first };
    let mut unnamed = 0;
    for (one, ink) in shown.iter().zip(inks) {
        let at_edge = one.values().any(|(year, _)| year == first || year == last);
        let Some((year, rank)) = one.values().next_back().filter(|_| !at_edge) else {
            continue;
        };
        let (x, y) = plane.at(year, rank);
        let text = Text::new(one.name.clone(), INNER, ink.word, Role::Label);
        let text = text.weight(match ink.focus {
            true => Weight::Bold,
            false => Weight::Regular,
        });
        let places = [
            (x + 8.0, y + face::CAPITAL * INNER / 2.0, Anchor::Start),
            (x, y + 7.0 + face::ASCENT * INNER, Anchor::Middle),
            (x, y - 9.0, Anchor::Middle),
        ];
        let texts =
            places.map(|(x, y, anchor)| text.clone().at(x, y, anchor).halo(plane.behind(x)));
        let shapes = || plane.shapes.iter().chain(marks.iter());
        let free = |over: Option<Rgb>| {
            let mut texts = texts.iter();
            let inside = |text: &&Text| plane.area.contains(&text.area);
            let clear = |text: &&Text| shapes().all(|shape| is_clear(shape, &text.area, over));
            texts.find(|text| inside(text) && clear(text)).cloned()
        };
        // A name in colour may stand over a grey line, rather than not at all.
        let grey = Ink::grey(plane.colours).mark;
        match free(None).or_else(|| free(Some(grey).filter(|_| ink.focus))) {
            Some(text) => marks.push(Shape::Text(text)),
            None => unnamed += 1,
        }
    }
    unnamed
}

/// Whether a shape leaves an area free; lines of the colour `over` are no hindrance.
fn is_clear(shape: &Shape, area: &Area, over: Option<Rgb>) -> bool {
    let area = area.grown(1.0);
    match shape {
        Shape::Text(text) => !text.area.overlaps(&area),
        Shape::Path(path) => {
            let mut segments = path.points.windows(2);
            path.data.is_empty()
                || over == Some(path.colour)
                || !segments.any(|two| area.meets(two[0], two[1]))
        }
        Shape::Circle(dot) => {
            let (x, y) = dot.centre;
            let middle = Area {
                left: x,
                top: y,
                right: x,
                bottom: y,
            };
            dot.datum.is_none() || !middle.grown(dot.radius).overlaps(&area)
        }
        Shape::Rect(_) | Shape::Polygon(_) => true,
    }
}
