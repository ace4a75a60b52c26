//! The lines of a slope chart with their dots, and the word at zero.

use super::ranked;
use super::sides::Sides;

use crate::charts::canvas::scene::{Anchor, Circle, Path, Shape, Text};
use crate::charts::layout::focus::Ink;
use crate::charts::series::{Look, Series};
use crate::charts::theme::Colours;

/// Stroke and dot of a line in colour and of a grey one.
const FOCUS: (f64, f64) = (2.25, 4.0);
const GREY: (f64, f64) = (1.25, 3.0);
/// How far the ground shows around a line or dot that crosses others.
const HALO: f64 = 1.0;
/// The lines and their dots: grey ones first, the most important on top.
pub fn lines(series: &[Series], inks: &[Ink], sides: &Sides, colours: &Colours) -> Vec<Shape> {
    let mut shapes = Vec::new();
    for index in ranked(series, inks).into_iter().rev() {
        let ink = inks[index];
        let (width, radius) = if ink.focus { FOCUS } else { GREY };
        let ends: Vec<_> = series[index]
            .values()
            .map(|(year, value)| sides.end(index, year, value))
            .collect();
        if let [from, to] = ends[..] {
            let line = |width, colour, data| {
                Shape::Path(Path {
                    points: vec![from.0, to.0],
                    width,
                    colour,
                    dash: None,
                    data,
                })
            };
            shapes.push(line(width + 2.0 * HALO, colours.background, Vec::new()));
            shapes.push(line(width, ink.mark, vec![Some(from.1), Some(to.1)]));
        }
        for (centre, datum) in ends {
            for (radius, colour, datum) in [
                (radius + HALO, colours.background, None),
                (radius, ink.mark, Some(datum)),
            ] {
                shapes.push(Shape::Circle(Circle {
                    centre,
                    radius,
                    colour,
                    datum,
                }));
            }
        }
    }
    shapes
}

/// The word at the zero line where it meets no line and no dot: at the left, at the right, in the middle.
pub fn zero_word(sides: &Sides, shapes: &[Shape], look: &Look) -> Option<Text> {
    let text = sides.zero.as_ref()?;
    let (left, right) = (sides.sheet.x.start, sides.sheet.x.end);
    let places = [
        (left + 6.0, Anchor::Start),
        (right - 6.0, Anchor::End),
        ((left + right) / 2.0, Anchor::Middle),
    ];
    let ground = look.theme.colours().background;
    let texts = places.map(|(x, anchor)| text.clone().at(x, text.y, anchor).halo(ground));
    let free = |text: &Text| {
        text.area.top >= sides.sheet.plot.top
            && shapes.iter().all(|shape| match shape {
                Shape::Path(path) => !path
                    .points
                    .windows(2)
                    .any(|two| text.area.meets(two[0], two[1])),
                _ => true,
            })
    };
    texts.into_iter().find(free)
}
