//! Events drawn on a plane: shaded spans behind, stems and names above.

use super::spots::{EVENT, Spot, named};
use super::{Plane, rule};
use crate::charts::canvas::face;
use crate::charts::canvas::scene::{Anchor, Area, Rect, Role, Shape, Text};
use crate::charts::layout::events;

/// A name whose stem comes this near to its edge stands beside the stem and is aligned to it.
const BESIDE: f64 = 6.0;

impl Plane {
    /// All spans have one opaque shade, so spans that overlap do not darken.
    pub(super) fn bands(&mut self, spots: &[Spot]) {
        for spot in spots.iter().filter(|spot| spot.to > spot.from) {
            self.bands.push((spot.from, spot.to));
            self.shapes.push(Shape::Rect(Rect {
                area: Area {
                    left: spot.from,
                    right: spot.to,
                    ..self.area
                },
                colour: self.colours.band,
                datum: None,
            }));
        }
    }

    pub(super) fn events(&mut self, spots: &[Spot], places: &[Option<events::Place>]) {
        let line = face::LEADING * EVENT;
        let edge = self.area.top - 10.0;
        for (spot, place) in spots.iter().zip(places) {
            let middle = (spot.from + spot.to) / 2.0;
            let span = spot.to > spot.from;
            let mut stem = self.area.top;
            if let Some(place) = place {
                let width = named(spot).width;
                let centre = place.left + width / 2.0;
                let beside = middle < place.left + BESIDE || middle > place.left + width - BESIDE;
                let same = spots
                    .iter()
                    .zip(places)
                    .filter(|(other, _)| ((other.from + other.to) / 2.0 - middle).abs() < 1.0);
                let lowest = same
                    .filter_map(|(_, place)| Some(place.as_ref()?.row))
                    .min();
                stem = edge - line * lowest.unwrap_or(place.row) as f64 + 2.0;
                for (index, words) in spot.lines.iter().rev().enumerate() {
                    let row = (place.row + index) as f64;
                    let baseline = edge - face::DESCENT * EVENT - line * row;
                    let text = Text::new(words.clone(), EVENT, self.colours.title, Role::Event);
                    let (x, anchor) = if !beside {
                        (centre, Anchor::Middle)
                    } else if centre > middle {
                        (place.left, Anchor::Start)
                    } else {
                        (place.left + width, Anchor::End)
                    };
                    self.shapes.push(Shape::Text(text.at(x, baseline, anchor)));
                }
            }
            let rule_colour = self.colours.rule;
            if span {
                let top = self.area.top;
                self.shapes
                    .push(rule((spot.from, top), (spot.to, top), rule_colour, None));
                self.shapes
                    .push(rule((middle, stem), (middle, top), rule_colour, None));
            } else {
                let dots = Some((2.0, 2.5));
                let foot = (middle, self.area.bottom);
                self.shapes
                    .push(rule((middle, stem), foot, rule_colour, dots));
            }
        }
    }
}
