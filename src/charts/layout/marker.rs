//! The markers of lines: dots, or shapes where the theme has no colours.

use crate::charts::canvas::scene::{Circle, Datum, Polygon, Rgb, Shape};
use crate::charts::theme::Marker;

/// A shape needs this much more room than a dot to be recognised.
const SHAPE: f64 = 1.35;
/// How much of an open marker is open.
const OPEN: f64 = 0.55;

/// A marker of about the given radius, with a rim in the colour of the ground.
///
/// Whatever its shape, a circle in it carries the figure.
pub fn draw(
    shapes: &mut Vec<Shape>,
    marker: Marker,
    (centre, radius): ((f64, f64), f64),
    (colour, ground): (Rgb, Rgb),
    datum: Option<Datum>,
) {
    const RIM: f64 = 0.9;
    let circle = |radius, colour, datum| {
        Shape::Circle(Circle {
            centre,
            radius,
            colour,
            datum,
        })
    };
    match outline(marker) {
        None => {
            shapes.push(circle(radius + RIM, ground, None));
            shapes.push(circle(radius, colour, datum));
            if marker.open() {
                shapes.push(circle(radius * OPEN, ground, None));
            }
        }
        Some(corners) => {
            let scaled = |scale: f64, colour| {
                let corner = |(x, y): &(f64, f64)| (centre.0 + x * scale, centre.1 + y * scale);
                Shape::Polygon(Polygon {
                    points: corners.iter().map(corner).collect(),
                    colour,
                })
            };
            let size = radius * SHAPE;
            shapes.push(scaled(size + 1.6 * RIM, ground));
            shapes.push(circle(radius * 0.5, colour, datum));
            shapes.push(scaled(size, colour));
            if marker.open() {
                shapes.push(scaled(size * OPEN, ground));
            }
        }
    }
}

/// The corners of a shape around the origin; a round one has none.
fn outline(marker: Marker) -> Option<&'static [(f64, f64)]> {
    const SQUARE: [(f64, f64); 4] = [(-0.8, -0.8), (0.8, -0.8), (0.8, 0.8), (-0.8, 0.8)];
    const TRIANGLE: [(f64, f64); 3] = [(0.0, -1.15), (1.05, 0.7), (-1.05, 0.7)];
    const DIAMOND: [(f64, f64); 4] = [(0.0, -1.15), (1.15, 0.0), (0.0, 1.15), (-1.15, 0.0)];
    match marker {
        Marker::Disc | Marker::Ring => None,
        Marker::Square | Marker::OpenSquare => Some(&SQUARE),
        Marker::Triangle | Marker::OpenTriangle => Some(&TRIANGLE),
        Marker::Diamond => Some(&DIAMOND),
    }
}
