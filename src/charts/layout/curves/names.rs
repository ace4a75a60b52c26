//! Names inside the plot, where a free place is found for them.

use crate::charts::canvas::face;
use crate::charts::canvas::scene::{Anchor, Role, Shape, Text};
use crate::charts::layout::curve::Curve;
use crate::charts::layout::ends::Ending;
use crate::charts::layout::plane::Plane;
use crate::charts::layout::spot;

/// Em size of a name inside the plot.
const SIZE: f64 = 12.0;

/// Names that stand inside the plot: the reference level, and sources that end before another goes on.
pub fn inner(
    reference: Option<(f64, &str)>,
    curves: &[Curve<'_>],
    endings: &[Ending],
    plane: &Plane,
    marks: &mut Vec<Shape>,
) {
    let mut names = Vec::new();
    if let Some((level, name)) = reference {
        let y = plane.y.position(level);
        let text = Text::new(name, SIZE, plane.colours.text, Role::Label);
        let places = (0..=20).flat_map(|part| {
            let x = plane.area.left + 6.0 + part as f64 / 20.0 * (plane.area.width() - 12.0);
            let text = &text;
            [y - 5.0, y + 5.0 + face::CAPITAL * SIZE].map(|baseline| {
                let side = if part > 10 {
                    Anchor::End
                } else {
                    Anchor::Start
                };
                text.clone().at(x, baseline, side).halo(plane.behind(x))
            })
        });
        names.push(places.collect::<Vec<Text>>());
    }
    for curve in curves.iter().filter(|curve| curve.focus) {
        let ended_here = endings.iter().all(|ending| ending.index != curve.index);
        let Some((year, value)) = curve.series.values().next_back() else {
            continue;
        };
        if ended_here && !curve.series.detail.is_empty() {
            let (x, y) = plane.at(year, value);
            let text = Text::new(curve.series.detail.clone(), SIZE, curve.word, Role::Label);
            names.push(around(&text, x, y, plane));
        }
    }
    for candidates in names {
        let seen: Vec<&Shape> = plane.shapes.iter().chain(marks.iter()).collect();
        if let Some(text) = spot::free(candidates, &plane.area, &seen) {
            marks.push(Shape::Text(text));
        }
    }
}

/// Places for a word around a point, the nearest first.
fn around(text: &Text, x: f64, y: f64, plane: &Plane) -> Vec<Text> {
    let height = face::CAPITAL * text.size;
    let mut places = Vec::new();
    for away in [8.0, 14.0, 22.0, 32.0, 44.0, 60.0, 80.0] {
        for (dx, baseline, anchor) in [
            // To the left, over the line's own way: to the right another source goes on.
            (-2.0, y - away, Anchor::End),
            (-2.0, y + away + height, Anchor::End),
        ] {
            let placed = text.clone().at(x + dx, baseline, anchor);
            places.push(placed.halo(plane.behind(x + dx)));
        }
    }
    places
}
