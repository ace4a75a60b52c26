//! A balance cut into its stretches above and below zero.

use crate::charts::canvas::face::{self, Weight};
use crate::charts::canvas::scene::{Anchor, Circle, Datum, Path, Polygon, Rgb, Role, Shape, Text};
use crate::charts::layout::plane::Plane;

/// Em size of the names in the areas and of the last value.
pub const NAME: f64 = 13.5;
/// How strongly an area is coloured; its edge and its name have the full colour.
const TINT: f64 = 0.22;
/// The colours above and below zero, as in every diverging chart: blue and rust.
pub const SIDES: (usize, usize) = (0, 1);

/// A stretch on one side of zero; corners that are no figures carry no datum.
pub struct Lobe {
    /// Whether it lies above zero.
    pub above: bool,
    /// Its edge.
    pub points: Vec<(f64, f64)>,
    /// What each corner depicts.
    pub data: Vec<Option<Datum>>,
}

/// A run cut where it crosses zero.
pub fn lobes(run: &[(f64, f64)], plane: &Plane) -> Vec<Lobe> {
    let mut lobes: Vec<Lobe> = Vec::new();
    let mut before: Option<(f64, f64)> = None;
    for (year, value) in run {
        let datum = Datum {
            series: 0,
            year: *year,
            value: *value,
        };
        let crossing =
            before
                .filter(|(_, earlier)| earlier * value < 0.0)
                .map(|(when, earlier)| {
                    let share = earlier / (earlier - value);
                    plane.at(when + (year - when) * share, 0.0)
                });
        // A figure of exactly zero belongs to the side it comes from.
        let above = *value > 0.0 || (*value == 0.0 && lobes.last().is_none_or(|lobe| lobe.above));
        let turned = lobes.last().is_some_and(|lobe| lobe.above != above);
        if lobes.is_empty() || turned {
            let mut lobe = Lobe {
                above,
                points: Vec::new(),
                data: Vec::new(),
            };
            if let Some(last) = lobes.last_mut() {
                let corner = crossing.or(last.points.last().copied());
                if crossing.is_some() {
                    last.points.extend(corner);
                    last.data.extend(corner.map(|_| None));
                }
                lobe.points.extend(corner);
                lobe.data.extend(corner.map(|_| None));
            }
            lobes.push(lobe);
        }
        if let Some(lobe) = lobes.last_mut() {
            lobe.points.push(plane.at(*year, *value));
            lobe.data.push(Some(datum));
        }
        before = Some((*year, *value));
    }
    lobes
}

/// The areas between the edges and zero.
pub fn areas(lobes: &[Lobe], plane: &Plane) -> Vec<Shape> {
    let zero = plane.y.position(0.0);
    let wide = lobes.iter().filter(|lobe| lobe.points.len() > 1);
    wide.map(|lobe| {
        let mut points = lobe.points.clone();
        points.push((points[points.len() - 1].0, zero));
        points.push((points[0].0, zero));
        let colour = colour(lobe, plane).over(plane.colours.background, TINT);
        Shape::Polygon(Polygon { points, colour })
    })
    .collect()
}

/// The edges of the areas, and dots for figures that stand alone.
pub fn edges(lobes: &[Lobe], plane: &Plane) -> Vec<Shape> {
    let mut shapes = Vec::new();
    for lobe in lobes {
        if let ([centre], [datum]) = (&lobe.points[..], &lobe.data[..]) {
            shapes.push(Shape::Circle(Circle {
                centre: *centre,
                radius: 3.4,
                colour: colour(lobe, plane),
                datum: *datum,
            }));
            continue;
        }
        shapes.push(Shape::Path(Path {
            points: lobe.points.clone(),
            width: 2.0,
            colour: colour(lobe, plane),
            dash: None,
            data: lobe.data.clone(),
        }));
    }
    shapes
}

fn colour(lobe: &Lobe, plane: &Plane) -> Rgb {
    plane.colours.lines[if lobe.above { SIDES.0 } else { SIDES.1 }]
}

/// A name where its area is roomiest; `None` if the area is too thin everywhere.
pub fn inside(name: &str, above: bool, lobes: &[Lobe], plane: &Plane) -> Option<Text> {
    let slot = if above { SIDES.0 } else { SIDES.1 };
    // On its own tint a colour needs more ink to be read.
    let ink = plane.colours.words[slot].over(plane.colours.title, 0.65);
    let text = Text::new(name, NAME, ink, Role::Label).weight(Weight::Bold);
    let zero = plane.y.position(0.0);
    let mut best: Option<(f64, f64, f64)> = None;
    for lobe in lobes.iter().filter(|lobe| lobe.above == above) {
        let (from, to) = (lobe.points[0].0, lobe.points[lobe.points.len() - 1].0);
        let half = text.width() / 2.0 + 6.0;
        for part in 0..=60 {
            let x = from + (to - from) * f64::from(part) / 60.0;
            if x - half < from || x + half > to {
                continue;
            }
            // The area is thinnest over the name where its edge comes nearest to zero.
            let over =
                (0..=20).map(|step| height(lobe, x - half + 2.0 * half * f64::from(step) / 20.0));
            let thinnest = over.map(|y| (y - zero).abs()).fold(f64::MAX, f64::min);
            if thinnest > 1.6 * NAME && best.is_none_or(|(most, ..)| thinnest > most) {
                let middle = zero + if above { -thinnest } else { thinnest } / 2.0;
                best = Some((thinnest, x, middle));
            }
        }
    }
    let (_, x, middle) = best?;
    Some(text.at(x, middle + face::CAPITAL * NAME / 2.0, Anchor::Middle))
}

/// The edge of a lobe at a pixel of the x axis.
fn height(lobe: &Lobe, x: f64) -> f64 {
    let pair = lobe
        .points
        .windows(2)
        .find(|two| two[0].0 <= x && x <= two[1].0);
    pair.map_or(f64::NAN, |two| {
        let share = (x - two[0].0) / (two[1].0 - two[0].0);
        two[0].1 + (two[1].1 - two[0].1) * share
    })
}
