//! The key above the plot: a dot and a ring with their names.

use crate::charts::canvas::face::{self, Weight};
use crate::charts::canvas::scene::{Anchor, Area, Circle, Role, Shape, Text};
use crate::charts::layout::curve::Curve;
use crate::charts::theme::Colours;

/// Em size of the names.
const NAME: f64 = 14.0;
const RADIUS: f64 = 5.5;
/// From the left edge of a mark to its name.
const INDENT: f64 = 2.0 * RADIUS + 6.0;
const BETWEEN: f64 = 20.0;

/// A row, or as many as the names need, at the top of the room, which it takes from it.
pub fn row(curves: &[Curve<'_>], room: &mut Area, colours: &Colours) -> Vec<Shape> {
    let mut shapes = Vec::new();
    let line = face::LEADING * NAME;
    let mut x = room.left;
    for curve in curves {
        let lines = face::wrap(
            &curve.series.name,
            NAME,
            Weight::Bold,
            room.width() - INDENT,
        );
        let widest = lines
            .iter()
            .map(|words| face::measure(words, NAME, Weight::Bold))
            .fold(0.0, f64::max);
        if x > room.left && x + INDENT + widest > room.right {
            x = room.left;
            room.top += line;
        }
        let middle = room.top + face::ASCENT * NAME - face::CAPITAL * NAME / 2.0;
        let mark = |radius, colour| {
            Shape::Circle(Circle {
                centre: (x + RADIUS, middle),
                radius,
                colour,
                datum: None,
            })
        };
        if curve.index == 0 {
            shapes.push(mark(RADIUS * 0.8, curve.line));
        } else {
            shapes.push(mark(RADIUS, curve.line));
            shapes.push(mark(RADIUS * 0.7, colours.background));
        }
        let last = lines.len().saturating_sub(1);
        for (index, words) in lines.into_iter().enumerate() {
            let text = Text::new(words, NAME, curve.word, Role::Key).weight(Weight::Bold);
            let baseline = room.top + face::ASCENT * NAME;
            shapes.push(Shape::Text(text.at(x + INDENT, baseline, Anchor::Start)));
            if index < last {
                room.top += line;
            }
        }
        x += INDENT + widest + BETWEEN;
    }
    room.top += line + 4.0;
    shapes
}
