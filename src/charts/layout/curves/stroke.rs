//! One line as shapes: its halo, its strokes between gaps, its dots.

use crate::charts::canvas::scene::{Circle, Datum, Path, Rgb, Shape};
use crate::charts::layout::curve::Curve;
use crate::charts::layout::plane::Plane;
use crate::charts::series;

/// Stroke of a line in focus.
const STROKE: f64 = 2.25;
/// Stroke of a grey line.
const FAINT: f64 = 1.25;
/// How far the ground shows on each side of a line that crosses others.
const HALO: f64 = 0.9;

/// Draws a line: a stroke per stretch without a gap, a dot for a figure that stands alone.
pub fn draw(shapes: &mut Vec<Shape>, curve: &Curve<'_>, plane: &Plane, step: f64, dotted: bool) {
    let width = if curve.focus { STROKE } else { FAINT };
    let dash = curve.series.dashed.then_some((6.0, 3.0));
    let mut dots = Vec::new();
    for run in series::runs(curve.series, step) {
        let points: Vec<(f64, f64)> = run
            .iter()
            .map(|(year, value)| plane.at(*year, *value))
            .collect();
        let data: Vec<Datum> = run
            .iter()
            .map(|(year, value)| Datum {
                series: curve.index,
                year: *year,
                value: *value,
            })
            .collect();
        let lone = points.len() == 1;
        if dotted || lone {
            let radius = match (curve.focus, lone) {
                (true, true) => 3.4,
                (true, false) => 2.8,
                (false, _) => 2.0,
            };
            dots.extend(points.iter().zip(&data).map(|(centre, datum)| Circle {
                centre: *centre,
                radius,
                colour: curve.line,
                datum: Some(*datum),
            }));
        }
        if lone {
            continue;
        }
        if curve.focus {
            halo(shapes, &points, width + 2.0 * HALO, dash, plane);
        }
        shapes.push(Shape::Path(Path {
            points,
            width,
            colour: curve.line,
            dash,
            data: data.into_iter().map(Some).collect(),
        }));
    }
    for dot in dots {
        shapes.push(Shape::Circle(Circle {
            radius: dot.radius + HALO,
            colour: plane.behind(dot.centre.0),
            datum: None,
            ..dot
        }));
        shapes.push(Shape::Circle(dot));
    }
}

/// The ground's own colour along a line, so that it stays whole where it crosses another.
///
/// Shaded spans have their own ground, so the line is cut at their edges.
fn halo(
    shapes: &mut Vec<Shape>,
    points: &[(f64, f64)],
    width: f64,
    dash: Option<(f64, f64)>,
    plane: &Plane,
) {
    let mut edges: Vec<f64> = plane
        .bands
        .iter()
        .flat_map(|(from, to)| [*from, *to])
        .collect();
    edges.sort_by(f64::total_cmp);
    let mut pieces: Vec<(Rgb, Vec<(f64, f64)>)> = Vec::new();
    for pair in points.windows(2) {
        let ((x0, y0), (x1, y1)) = (pair[0], pair[1]);
        let mut cuts = vec![(x0, y0)];
        let inside = edges.iter().filter(|edge| **edge > x0 && **edge < x1);
        cuts.extend(inside.map(|edge| (*edge, y0 + (y1 - y0) * (edge - x0) / (x1 - x0))));
        cuts.push((x1, y1));
        for piece in cuts.windows(2) {
            let colour = plane.behind((piece[0].0 + piece[1].0) / 2.0);
            match pieces.last_mut() {
                Some((last, run)) if *last == colour => run.push(piece[1]),
                _ => pieces.push((colour, piece.to_vec())),
            }
        }
    }
    for (colour, points) in pieces {
        shapes.push(Shape::Path(Path {
            points,
            width,
            colour,
            dash,
            data: Vec::new(),
        }));
    }
}
