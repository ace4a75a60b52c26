//! The name of a point inside it, where it is large enough.

use super::field::Field;
use super::labels::{Name, TALL, above, covers_text, touches};
use crate::charts::canvas::scene::{Anchor, Area, Shape, Text};
use crate::charts::layout::ink;

/// How strongly areas are coloured inside their edge.
pub const TINT: f64 = 0.5;

impl Name<'_> {
    /// The name inside its own point, where that is large enough and nothing lies on it there.
    pub fn inside(&self, field: &Field, shapes: &[Shape]) -> Option<Vec<Shape>> {
        let ground = self.ink.mark.over(field.colours.background, TINT);
        let (x, y) = self.dot.centre;
        let height = TALL * self.fitted.lines.len() as f64;
        let reach = (self.dot.radius - height / 2.0).max(0.0);
        let steps = [0.0, 0.33, -0.33, 0.66, -0.66].map(|part| part * reach);
        let places = steps
            .into_iter()
            .flat_map(|up| steps.map(|aside| (x + aside, y + up)));
        let texts = places.map(|(x, y)| self.block((x, y - height / 2.0, Anchor::Middle), ground));
        let texts = texts.map(|texts| -> Vec<Text> {
            let on = |text: Text| Text {
                colour: ink::on(ground),
                ..text
            };
            texts.into_iter().map(on).collect()
        });
        let others = above(&self.dot, shapes);
        let fits = |text: &Text| {
            let Area {
                left,
                top,
                right,
                bottom,
            } = text.area.grown(-1.0);
            let corners = [(left, top), (left, bottom), (right, top), (right, bottom)];
            corners
                .iter()
                .all(|(a, b)| (a - x).hypot(b - y) < self.dot.radius - 2.0)
                && !others.iter().any(|dot| touches(&text.area, dot))
                && !covers_text(&text.area, shapes)
        };
        let mut fitting = texts.filter(|texts| texts.iter().all(fits));
        Some(fitting.next()?.into_iter().map(Shape::Text).collect())
    }
}
