//! The names of points: around them where they cover nothing, the most important first.

use super::field::Field;

use crate::charts::canvas::face::{self, Weight};
use crate::charts::canvas::scene::{Anchor, Area, Circle, Rgb, Role, Shape, Text};
use crate::charts::layout::focus::Ink;
use crate::charts::layout::names::{self, Fitted};

/// Em size of names, the width at which they are broken, and their lines.
const NAME: f64 = 12.5;
const WIDEST: f64 = 132.0;
const LINES: usize = 2;
/// Height of a line, with a hair more than its letters so that rounding never makes two touch.
pub const TALL: f64 = (face::ASCENT + face::DESCENT) * NAME + 0.2;

/// A name looking for a place around its point.
pub struct Name<'a> {
    name: &'a str,
    pub fitted: Fitted,
    pub ink: Ink,
    pub dot: Circle,
}

/// Names, the most important first.
pub struct Names<'a>(pub Vec<Name<'a>>);

impl Names<'_> {
    /// Places each name beside its point where it covers nothing, else inside the point, else with a line that leads
    /// to it; the number that found no place.
    pub fn place(&self, field: &Field, shapes: &mut Vec<Shape>) -> usize {
        let mut dropped = 0;
        for name in &self.0 {
            let places = name.places(field);
            let free: Vec<&Vec<Text>> = places
                .iter()
                .filter(|texts| texts.iter().all(|text| is_free(&text.area, field, shapes)))
                .collect();
            let crossed = |texts: &&&Vec<Text>| texts.iter().any(|text| field.crosses(&text.area));
            let best = free.iter().find(|texts| !crossed(texts)).or(free.first());
            match best {
                Some(texts) => {
                    let texts: Vec<Shape> = texts.iter().cloned().map(Shape::Text).collect();
                    shapes.extend(texts);
                }
                None => match name
                    .inside(field, shapes)
                    .or_else(|| name.led(field, shapes))
                {
                    Some(found) => shapes.extend(found),
                    None => dropped += 1,
                },
            }
        }
        dropped
    }

    /// The names that are not shown in full.
    pub fn cut(&self) -> Vec<&str> {
        let cut = self.0.iter().filter(|name| name.fitted.cut);
        cut.map(|name| name.name).collect()
    }
}

impl<'a> Name<'a> {
    pub fn new(name: &'a str, ink: Ink, dot: Circle) -> Name<'a> {
        Name {
            name,
            fitted: names::fit(name, NAME, weight(ink), WIDEST, LINES),
            ink,
            dot,
        }
    }

    /// The lines of the name from a place down.
    pub fn block(&self, (x, top, anchor): (f64, f64, Anchor), ground: Rgb) -> Vec<Text> {
        let lines = self.fitted.lines.iter().enumerate();
        let text = |(line, words): (usize, &String)| {
            let baseline = top + TALL * line as f64 + face::ASCENT * NAME;
            let text = Text::new(words.clone(), NAME, self.ink.word, Role::Label);
            text.weight(weight(self.ink))
                .at(x, baseline, anchor)
                .halo(ground)
        };
        lines.map(text).collect()
    }

    /// The name at its eight places, the best first.
    fn places(&self, field: &Field) -> Vec<Vec<Text>> {
        let (x, y) = self.dot.centre;
        let away = self.dot.radius + 4.0;
        let aslant = self.dot.radius * 0.71 + 2.0;
        let height = TALL * self.fitted.lines.len() as f64;
        let (above, below) = (y - aslant - height + 3.0, y + aslant - 3.0);
        let places = [
            (x + away, y - height / 2.0, Anchor::Start),
            (x - away, y - height / 2.0, Anchor::End),
            (x, y - self.dot.radius - 1.5 - height, Anchor::Middle),
            (x, y + self.dot.radius + 1.0, Anchor::Middle),
            (x + aslant, above, Anchor::Start),
            (x + aslant, below, Anchor::Start),
            (x - aslant, above, Anchor::End),
            (x - aslant, below, Anchor::End),
        ];
        let ground = field.colours.background;
        places.map(|place| self.block(place, ground)).to_vec()
    }
}

/// Whether a name covers no text and no point, and stays in the plot.
pub fn is_free(area: &Area, field: &Field, shapes: &[Shape]) -> bool {
    // Two names side by side must not read as one.
    let apart = Area {
        left: area.left - 5.0,
        right: area.right + 5.0,
        ..*area
    };
    field.sheet.plot.grown(1.0).contains(area)
        && !shapes.iter().any(|shape| match shape {
            Shape::Text(text) => text.area.overlaps(&apart),
            // The ink of a name starts a little inside its box.
            Shape::Circle(dot) => dot.datum.is_some() && touches(&area.grown(-2.0), dot),
            _ => false,
        })
}

/// The points drawn over another one: those after it.
pub fn above<'a>(dot: &Circle, shapes: &'a [Shape]) -> Vec<&'a Circle> {
    let own = |other: &&Circle| other.datum != dot.datum;
    data_dots(shapes).skip_while(own).skip(1).collect()
}

pub fn data_dots(shapes: &[Shape]) -> impl Iterator<Item = &Circle> {
    shapes.iter().filter_map(|shape| match shape {
        Shape::Circle(dot) if dot.datum.is_some() => Some(dot),
        _ => None,
    })
}

pub fn covers_text(area: &Area, shapes: &[Shape]) -> bool {
    shapes
        .iter()
        .any(|shape| matches!(shape, Shape::Text(text) if text.area.overlaps(area)))
}

/// Whether a dot reaches into an area.
pub fn touches(area: &Area, dot: &Circle) -> bool {
    let (x, y) = dot.centre;
    let (dx, dy) = (
        x - x.clamp(area.left, area.right),
        y - y.clamp(area.top, area.bottom),
    );
    dx * dx + dy * dy < (dot.radius + 1.0) * (dot.radius + 1.0)
}

fn weight(ink: Ink) -> Weight {
    if ink.focus {
        Weight::Bold
    } else {
        Weight::Regular
    }
}
