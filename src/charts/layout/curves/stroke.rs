//! One line as shapes: its halo where it crosses others, its strokes between gaps, its markers.

use super::halo::{crossings, grounds};
use crate::charts::canvas::scene::{Datum, Path, Shape};
use crate::charts::layout::curve::Curve;
use crate::charts::layout::marker;
use crate::charts::layout::plane::Plane;
use crate::charts::series;
use crate::charts::theme::Marker;

/// Stroke of a line in focus.
const STROKE: f64 = 2.25;
/// Stroke of a grey line.
const FAINT: f64 = 1.25;
/// How far the ground shows on each side of a line that crosses others.
const HALO: f64 = 0.9;
/// The strokes of a series that is to be told from another of its name.
const DASHED: (f64, f64) = (6.0, 3.0);
/// The strokes of a line with open markers, which near another of like lightness would be taken for it.
const DOTTED: (f64, f64) = (2.0, 1.6);
/// How much wider a line is under each line that runs along it, so that its colour shows on both sides.
const RIM: f64 = 3.0;
/// Lines nearer than this, in pixels, hide each other.
const NEAR: f64 = 2.0;
/// On longer lines that need markers to be told apart, about this many have one.
const SPREAD: usize = 8;

/// A line in pixels: its stretches without a gap.
pub struct Stroke<'a> {
    curve: &'a Curve<'a>,
    runs: Vec<Vec<(f64, f64)>>,
    data: Vec<Vec<Datum>>,
}

impl<'a> Stroke<'a> {
    /// Where a line's figures stand; `step` is the time from one figure to the next.
    pub fn lay(curve: &'a Curve<'a>, plane: &Plane, step: f64) -> Self {
        let runs = series::runs(curve.series, step);
        let datum = |(year, value): &(f64, f64)| Datum {
            series: curve.index,
            year: *year,
            value: *value,
        };
        Stroke {
            curve,
            data: runs
                .iter()
                .map(|run| run.iter().map(datum).collect())
                .collect(),
            runs: runs
                .iter()
                .map(|run| run.iter().map(|at| plane.at(at.0, at.1)).collect())
                .collect(),
        }
    }

    /// How many of the lines drawn over this one hide it for half its way or more.
    fn hidden_by(&self, above: &[Stroke<'_>]) -> usize {
        let points: Vec<&(f64, f64)> = self.runs.iter().flatten().collect();
        let hides = |other: &&Stroke<'_>| {
            let near = |point: &&&(f64, f64)| {
                other.runs.iter().any(|run| {
                    let found = run.binary_search_by(|corner| corner.0.total_cmp(&point.0));
                    found.is_ok_and(|place| (run[place].1 - point.1).abs() < NEAR)
                })
            };
            points.len() > 1 && points.iter().filter(near).count() * 2 >= points.len()
        };
        above.iter().filter(hides).count()
    }

    /// Draws the line, the one at `place` among all back to front: a stroke per stretch without a gap, a
    /// marker for a figure that stands alone, and for all if `dotted`.
    pub fn draw(
        &self,
        shapes: &mut Vec<Shape>,
        all: &[Stroke<'_>],
        place: usize,
        plane: &Plane,
        dotted: bool,
    ) {
        let curve = self.curve;
        let (below, above) = (&all[..place], &all[place + 1..]);
        let hidden = if curve.focus {
            self.hidden_by(above)
        } else {
            0
        };
        let width = if curve.focus { STROKE } else { FAINT } + RIM * hidden as f64;
        let dash = match curve.marker {
            _ if curve.series.dashed => Some(DASHED),
            Some(marker) if marker.open() => Some(DOTTED),
            _ => None,
        };
        let lines: Vec<Vec<(f64, f64)>> = below
            .iter()
            .flat_map(|other| other.runs.iter().cloned())
            .collect();
        for (points, data) in self.runs.iter().zip(&self.data) {
            if points.len() == 1 {
                continue;
            }
            if curve.focus {
                let reach = STROKE / 2.0 + width / 2.0 + HALO;
                for piece in crossings(points, &lines, reach) {
                    for (colour, points) in grounds(&piece, plane) {
                        shapes.push(Shape::Path(Path {
                            points,
                            width: width + 2.0 * HALO,
                            colour,
                            dash: None,
                            data: Vec::new(),
                        }));
                    }
                }
            }
            shapes.push(Shape::Path(Path {
                points: points.clone(),
                width,
                colour: curve.line,
                dash,
                data: data.iter().copied().map(Some).collect(),
            }));
        }
        self.markers(shapes, plane, dotted, RIM / 2.0 * hidden as f64);
    }

    fn markers(&self, shapes: &mut Vec<Shape>, plane: &Plane, dotted: bool, wider: f64) {
        let curve = self.curve;
        let count: usize = self.runs.iter().map(Vec::len).sum();
        // Lines without colours have some markers however long they are, each line's at other years.
        let stride = match curve.marker {
            Some(_) if !dotted => Some(count.div_ceil(SPREAD)),
            _ => dotted.then_some(1),
        };
        let mut place = curve.marker.map_or(0, |marker| 2 * marker as usize);
        for (points, data) in self.runs.iter().zip(&self.data) {
            let lone = points.len() == 1;
            for (centre, datum) in points.iter().zip(data) {
                place += 1;
                if !lone && stride.is_none_or(|stride| !place.is_multiple_of(stride)) {
                    continue;
                }
                let radius = match (curve.focus, lone) {
                    (true, true) => 3.4,
                    (true, false) => 2.8,
                    (false, _) => 2.0,
                };
                marker::draw(
                    shapes,
                    curve.marker.unwrap_or(Marker::Disc),
                    (*centre, radius + wider),
                    (curve.line, plane.behind(centre.0)),
                    Some(*datum),
                );
            }
        }
    }
}
