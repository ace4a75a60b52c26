//! The figures of the total at the ends of the stacks.

use super::slots::Slot;
use crate::charts::canvas::face::{self, Weight};
use crate::charts::canvas::scene::{Anchor, Area, Role, Shape, Text};
use crate::charts::layout::plane::Plane;

/// Em size of the total's figures.
pub const VALUE: f64 = 12.0;
/// Radius of the dots of the total, which its figures keep clear of.
pub const DOT: f64 = 3.2;
/// How far a figure may stand aside from its stack's middle, in its own widths, nearest first.
const ASIDE: [f64; 7] = [0.0, 0.2, -0.2, 0.4, -0.4, 0.6, -0.6];

/// The total's figures at the ends of the stacks, and how many found no room.
///
/// They stand above a stack, or below it where the total fell. The last year comes first, then the largest.
pub fn values(
    slots: &[Slot],
    marks: &[Shape],
    plane: &Plane,
    say: impl Fn(f64) -> String,
) -> (Vec<Text>, usize) {
    let mut order: Vec<(usize, f64)> = slots
        .iter()
        .enumerate()
        .filter_map(|(index, slot)| Some((index, slot.total?)))
        .collect();
    let last = order.len().saturating_sub(1);
    let size = |place: usize, value: f64| {
        if place == last {
            f64::INFINITY
        } else {
            value.abs()
        }
    };
    let mut ranked: Vec<usize> = (0..order.len()).collect();
    ranked.sort_by(|a, b| size(*b, order[*b].1).total_cmp(&size(*a, order[*a].1)));
    order = ranked.into_iter().map(|place| order[place]).collect();

    let mut placed: Vec<Text> = Vec::new();
    let bounds = Area {
        left: plane.area.left - 2.0,
        right: plane.area.right + 2.0,
        ..plane.area
    };
    let year_width = plane.x.position(1.0) - plane.x.position(0.0);
    let taken: Vec<Area> = marks.iter().filter_map(covered).collect();
    for (index, value) in &order {
        let slot = &slots[*index];
        let (low, high) = slot.reach();
        let (x, below) = plane.at(slot.year as f64, low);
        let above = plane.y.position(high);
        let baseline = if *value < 0.0 {
            below + 5.5 + DOT + face::CAPITAL * VALUE
        } else {
            above - 5.0 - DOT
        };
        let text = Text::new(say(*value), VALUE, plane.colours.title, Role::Value);
        let text = text.weight(Weight::Bold).halo(plane.behind(x));
        let free = |text: &Text| {
            let apart = Area {
                left: text.area.left - 2.5,
                right: text.area.right + 2.5,
                ..text.area
            };
            bounds.contains(&text.area)
                && placed.iter().all(|other| !other.area.overlaps(&apart))
                && taken.iter().all(|area| !area.overlaps(&text.area))
        };
        // A little to the side where the line comes down on the figure, but not as far as the next stack.
        let places: Vec<Text> = ASIDE
            .iter()
            .map(|part| part * text.width())
            .filter(|aside| aside.abs() < year_width / 2.0)
            .map(|aside| text.clone().at(x + aside, baseline, Anchor::Middle))
            .filter(free)
            .collect();
        let clear = places.iter().find(|text| !crossed(&text.area, marks));
        placed.extend(clear.or(places.first()).cloned());
    }
    let dropped = order.len() - placed.len();
    (placed, dropped)
}

/// Whether the total's line passes through.
fn crossed(area: &Area, marks: &[Shape]) -> bool {
    marks.iter().any(|shape| match shape {
        Shape::Path(path) if path.points.len() > 2 || path.width > 1.0 => {
            path.points.windows(2).any(|two| area.meets(two[0], two[1]))
        }
        _ => false,
    })
}

/// What a figure must not cover: bars, dots and dashes.
fn covered(shape: &Shape) -> Option<Area> {
    match shape {
        Shape::Rect(rect) => Some(rect.area),
        Shape::Text(text) => Some(text.area),
        Shape::Circle(circle) => {
            let ((x, y), radius) = (circle.centre, circle.radius);
            Some(Area {
                left: x - radius,
                top: y - radius,
                right: x + radius,
                bottom: y + radius,
            })
        }
        Shape::Path(_) | Shape::Polygon(_) => None,
    }
}
