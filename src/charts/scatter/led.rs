//! The name of a point a little away from it, with a line that leads there.

use super::field::Field;
use super::labels::{Name, TALL, above, data_dots, is_free};
use crate::charts::canvas::scene::{Anchor, Circle, Path, Shape, Text};

/// A point larger than this may have its name led to it.
const LARGE: f64 = 7.0;
/// How far from its point a name may stand, the lines that lead to it, and the pieces they are looked at in.
const LEADS: [f64; 5] = [8.0, 16.0, 26.0, 38.0, 52.0];
const TURNS: usize = 24;
const PIECES: usize = 12;

/// A name with the line that leads from it to its point.
struct Lead {
    cost: f64,
    start: (f64, f64),
    end: (f64, f64),
    texts: Vec<Text>,
}

impl Name<'_> {
    /// Whether the point is worth a name that does not stand beside it.
    fn matters(&self) -> bool {
        self.ink.focus || self.dot.radius > LARGE
    }

    /// The name a little away, with a line that leads to a part of its point that can be seen.
    pub fn led(&self, field: &Field, shapes: &[Shape]) -> Option<Vec<Shape>> {
        if !self.matters() {
            return None;
        }
        let starts = self.seen(shapes);
        let mut best: Option<Lead> = None;
        for away in LEADS {
            for end in self.ring(self.dot.radius + away) {
                let texts = self.beside(end, field);
                if !texts.iter().all(|text| is_free(&text.area, field, shapes)) {
                    continue;
                }
                for start in &starts {
                    let cost = self.cost(*start, end, shapes);
                    let cheaper = best.as_ref().is_none_or(|best| cost < best.cost);
                    if cheaper && !meets(*start, end, shapes) {
                        best = Some(Lead {
                            cost,
                            start: *start,
                            end,
                            texts: texts.clone(),
                        });
                    }
                }
            }
        }
        best.map(|lead| self.drawn(lead, field))
    }

    /// Places inside the point on which no other lies.
    fn seen(&self, shapes: &[Shape]) -> Vec<(f64, f64)> {
        let others = above(&self.dot, shapes);
        let rings = [0.92, 0.6, 0.25].map(|share| self.ring(share * self.dot.radius));
        let clear = |at: &(f64, f64)| {
            let apart = |dot: &&Circle| distance(*at, dot.centre) > dot.radius + 1.5;
            others.iter().all(apart)
        };
        rings.into_iter().flatten().filter(clear).collect()
    }

    /// The length of a line; over other points, where it is hard to follow, it counts several times.
    fn cost(&self, start: (f64, f64), end: (f64, f64), shapes: &[Shape]) -> f64 {
        let over = |at: &&(f64, f64)| {
            data_dots(shapes)
                .filter(|dot| dot.datum != self.dot.datum)
                .any(|dot| distance(**at, dot.centre) < dot.radius)
        };
        let hidden = along(start, end).iter().filter(over).count() as f64;
        distance(start, end) * (1.0 + 3.0 * hidden / PIECES as f64)
    }

    fn drawn(&self, lead: Lead, field: &Field) -> Vec<Shape> {
        let stroke = |width: f64, colour| {
            Shape::Path(Path {
                points: vec![lead.start, lead.end],
                width,
                colour,
                dash: None,
                data: Vec::new(),
            })
        };
        let mut shapes = vec![
            stroke(2.6, field.colours.background),
            stroke(1.0, self.ink.word),
            Shape::Circle(Circle {
                centre: lead.start,
                radius: 1.8,
                colour: self.ink.word,
                datum: None,
            }),
        ];
        shapes.extend(lead.texts.into_iter().map(Shape::Text));
        shapes
    }

    /// Places around the point's centre, the topmost first.
    fn ring(&self, radius: f64) -> Vec<(f64, f64)> {
        let (x, y) = self.dot.centre;
        let turn = |step: usize| std::f64::consts::TAU * step as f64 / TURNS as f64;
        let at = |step: usize| (x + radius * turn(step).sin(), y - radius * turn(step).cos());
        (0..TURNS).map(at).collect()
    }

    /// The name at the end of its line, on the side that the line comes from.
    fn beside(&self, (x, y): (f64, f64), field: &Field) -> Vec<Text> {
        let height = TALL * self.fitted.lines.len() as f64;
        let (across, up) = (x - self.dot.centre.0, y - self.dot.centre.1);
        let place = if across.abs() > up.abs() {
            let (side, anchor) = if across > 0.0 {
                (3.0, Anchor::Start)
            } else {
                (-3.0, Anchor::End)
            };
            (x + side, y - height / 2.0, anchor)
        } else if up < 0.0 {
            (x, y - height, Anchor::Middle)
        } else {
            (x, y + 1.0, Anchor::Middle)
        };
        self.block(place, field.colours.background)
    }
}

/// Whether a line from a point would run through a word or over the line of another name.
fn meets(start: (f64, f64), end: (f64, f64), shapes: &[Shape]) -> bool {
    shapes.iter().any(|shape| match shape {
        Shape::Text(text) => text.area.grown(1.0).meets(start, end),
        Shape::Path(path) if path.width < 2.0 && path.dash.is_none() && path.points.len() == 2 => {
            let (a, b) = (path.points[0], path.points[1]);
            // The lines across the plot are level or upright; those of names hardly ever.
            a.0 != b.0
                && a.1 != b.1
                && side(a, b, start) != side(a, b, end)
                && side(start, end, a) != side(start, end, b)
        }
        _ => false,
    })
}

/// On which side of a line a place lies.
fn side(a: (f64, f64), b: (f64, f64), at: (f64, f64)) -> bool {
    (b.0 - a.0) * (at.1 - a.1) > (b.1 - a.1) * (at.0 - a.0)
}

fn distance(a: (f64, f64), b: (f64, f64)) -> f64 {
    (a.0 - b.0).hypot(a.1 - b.1)
}

/// Places along a line.
fn along(start: (f64, f64), end: (f64, f64)) -> Vec<(f64, f64)> {
    let at = |piece: usize| {
        let share = piece as f64 / PIECES as f64;
        (
            start.0 + (end.0 - start.0) * share,
            start.1 + (end.1 - start.1) * share,
        )
    };
    (0..=PIECES).map(at).collect()
}
