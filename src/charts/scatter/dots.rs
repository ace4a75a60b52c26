//! The points of a scatter chart and their names.

use super::Scatter;
use super::field::Field;
use super::inside::TINT;
use super::labels::{Name, Names};
use super::placed::Placed;
use super::scale::Scale;

use crate::charts::canvas::scene::{Circle, Datum, Shape};
use crate::charts::layout::focus::Ink;
use crate::charts::series::Look;
use crate::charts::theme::Colours;

/// Radius of points where all are alike, and of those whose size is missing or too small to see.
const RADIUS: f64 = 4.5;
const SMALLEST: f64 = 1.5;
/// Room between a point and the edge of the plot.
const EDGE: f64 = 4.0;
/// The largest point's share of the shorter side of the canvas, and its limits.
const LARGEST: (f64, f64, f64) = (0.055, 12.0, 32.0);
/// Points smaller than this are full, or they would look like rings.
const FULL: f64 = 5.5;

/// Points, the most important first.
pub struct Dots<'a> {
    pub(super) chart: &'a Scatter,
    points: &'a [Placed],
    inks: &'a [Ink],
    pub(super) colours: &'static Colours,
    pub(super) largest: f64,
}

impl<'a> Dots<'a> {
    pub fn new(chart: &'a Scatter, points: &'a [Placed], inks: &'a [Ink], look: &Look) -> Dots<'a> {
        let (share, least, most) = LARGEST;
        Dots {
            chart,
            points,
            inks,
            colours: look.theme.colours(),
            largest: (f64::from(look.width.min(look.height)) * share).clamp(least, most),
        }
    }

    /// Room before the first and after the last tick of an axis `length` long, so that no point leaves it.
    pub fn insets(&self, scale: &Scale, value: fn(&Placed) -> f64, length: f64) -> (f64, f64) {
        let (low, high) = scale.ends();
        // Between the insets there is at least this much; more only draws points further in.
        let least = length - 2.0 * (self.largest.max(RADIUS) + EDGE);
        let room = |point: &Placed, share: f64| self.reach(point) + EDGE - share * least;
        let sides = self.points.iter().map(|point| {
            let share = (scale.along(value(point)) - low) / (high - low);
            (room(point, share), room(point, 1.0 - share))
        });
        sides.fold((RADIUS + EDGE, RADIUS + EDGE), |most, one| {
            (most.0.max(one.0), most.1.max(one.1))
        })
    }

    fn reach(&self, point: &Placed) -> f64 {
        point.size.map_or(RADIUS, |size| self.radius(size))
    }

    pub(super) fn biggest(&self) -> f64 {
        self.points
            .iter()
            .filter_map(|point| point.size)
            .fold(0.0, f64::max)
    }

    /// Radius of a size: areas are proportional.
    pub(super) fn radius(&self, size: f64) -> f64 {
        match self.biggest() {
            0.0 => SMALLEST,
            biggest => (self.largest * (size / biggest).sqrt()).max(SMALLEST),
        }
    }

    /// Points, largest at the back, and the names they want.
    pub fn shapes(&self, field: &Field) -> (Vec<Shape>, Names<'a>) {
        let mut dots: Vec<(Circle, Ink, bool)> = Vec::new();
        let mut names = Vec::new();
        for (point, ink) in self.points.iter().zip(self.inks) {
            let (x, y) = ([&self.chart.x, &self.chart.y], [point.x, point.y]);
            let along = |of: usize| if x[of].log { y[of].log10() } else { y[of] };
            let dot = Circle {
                centre: field.at(along(0), along(1)),
                radius: self.reach(point),
                colour: ink.mark,
                datum: Some(Datum {
                    series: point.index,
                    year: point.x,
                    value: point.y,
                }),
            };
            let name = &self.chart.points[point.index].name;
            names.push(Name::new(name, *ink, dot.clone()));
            dots.push((dot, *ink, point.size.is_some()));
        }
        // Names are by importance; drawing is by size, so that no large point hides a small one.
        dots.reverse();
        dots.sort_by(|a, b| {
            b.0.radius
                .total_cmp(&a.0.radius)
                .then(a.1.focus.cmp(&b.1.focus))
        });
        let ring = self.chart.size.is_some();
        let shapes = dots
            .into_iter()
            .flat_map(|(dot, ink, sized)| self.dot(dot, ink, ring, sized));
        (shapes.collect(), Names(names))
    }

    /// A point with a sliver of ground around it; with sizes a tinted area, and a ring for a missing one.
    pub(super) fn dot(&self, dot: Circle, ink: Ink, areas: bool, sized: bool) -> Vec<Shape> {
        let ground = self.colours.background;
        let plain = |radius: f64, colour| Circle {
            centre: dot.centre,
            radius,
            colour,
            datum: None,
        };
        let mut circles = vec![plain(dot.radius + 1.0, ground), dot.clone()];
        let edge = 1.4;
        if areas && (!sized || dot.radius > FULL) {
            let inside = if sized {
                ink.mark.over(ground, TINT)
            } else {
                ground
            };
            circles.push(plain(dot.radius - edge, inside));
        }
        circles.into_iter().map(Shape::Circle).collect()
    }
}
