//! The names of the four parts that two lines make of a scatter.

use super::Scatter;
use super::field::Field;
use super::labels::touches;

use crate::charts::canvas::face::{self, Weight};
use crate::charts::canvas::scene::{Anchor, Area, Role, Shape, Text};

/// Em size of the names.
const QUADRANT: f64 = 12.0;
/// Room between the name of a quadrant and its edges, so that it stands clear of the outer ticks.
const CORNER: f64 = 13.0;

impl Field {
    /// Names of the four parts in their outer corners, or at another edge where a point stands there, and how
    /// many found no place.
    pub fn quadrants(&self, chart: &Scatter, shapes: &[Shape]) -> (Vec<Shape>, usize) {
        let [Some(x), Some(y)] = self.lines else {
            return (Vec::new(), 0);
        };
        let area = self.sheet.plot;
        let names = &chart.quadrants;
        let parts = [
            (
                &names.top_left,
                (area.left, x),
                (area.top, y),
                Anchor::Start,
                true,
            ),
            (
                &names.top_right,
                (x, area.right),
                (area.top, y),
                Anchor::End,
                true,
            ),
            (
                &names.bottom_left,
                (area.left, x),
                (y, area.bottom),
                Anchor::Start,
                false,
            ),
            (
                &names.bottom_right,
                (x, area.right),
                (y, area.bottom),
                Anchor::End,
                false,
            ),
        ];
        let mut placed: Vec<Shape> = Vec::new();
        let mut dropped = 0;
        for (name, (left, right), (top, bottom), outer, high) in parts {
            let part = Area {
                left,
                top,
                right,
                bottom,
            }
            .grown(-CORNER);
            let inner = if outer == Anchor::Start {
                Anchor::End
            } else {
                Anchor::Start
            };
            let edges = [high, !high];
            let corners = edges
                .into_iter()
                .flat_map(|high| [(outer, high), (inner, high)]);
            let text = Text::new(name.clone(), QUADRANT, self.colours.muted, Role::Event);
            let text = text.weight(Weight::Italic);
            let free = corners.map(|(anchor, high)| {
                let x = if anchor == Anchor::Start {
                    part.left
                } else {
                    part.right
                };
                let baseline = match high {
                    true => part.top + face::ASCENT * QUADRANT,
                    false => part.bottom - face::DESCENT * QUADRANT,
                };
                text.clone()
                    .at(x, baseline, anchor)
                    .halo(self.colours.background)
            });
            let mut free = free.filter(|text| {
                part.contains(&text.area)
                    && !name.is_empty()
                    && !shapes.iter().any(
                        |shape| matches!(shape, Shape::Circle(dot) if touches(&text.area, dot)),
                    )
            });
            let found = free.next().map(Shape::Text);
            dropped += usize::from(found.is_none() && !name.is_empty());
            placed.extend(found);
        }
        (placed, dropped)
    }
}
