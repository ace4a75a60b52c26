//! One line of ranks: level at its dots, bending between them.

use crate::charts::canvas::scene::{Circle, Datum, Path, Shape};
use crate::charts::layout::focus::Ink;
use crate::charts::layout::plane::Plane;
use crate::charts::series::{self, Series};

/// Stroke and dot of a line in colour and of a grey one.
const FOCUS: (f64, f64) = (3.0, 4.5);
const GREY: (f64, f64) = (1.75, 3.0);
/// How far the ground shows around a line that crosses others.
const HALO: f64 = 1.25;
/// Corners of a bend.
const BENDS: usize = 16;
/// Where years stand closer than this, dots give way to the line, and bends to straight lines.
const DENSE: f64 = 14.0;

/// A line of ranks with its colours.
pub struct Strand<'a> {
    /// Its place among the series given.
    pub index: usize,
    /// Its ranks.
    pub series: &'a Series,
    /// Its colours.
    pub ink: Ink,
}

impl Strand<'_> {
    /// Draws each stretch between gaps: its halo, its line, its dots.
    pub fn draw(&self, plane: &Plane, step: f64, shapes: &mut Vec<Shape>) {
        let (width, radius) = if self.ink.focus { FOCUS } else { GREY };
        let apart = plane.x.position(step) - plane.x.position(0.0);
        let dense = apart < DENSE;
        for run in series::runs(self.series, step) {
            let (points, data) = self.corners(&run, plane, dense);
            if run.len() > 1 {
                halo(&points, width + 2.0 * HALO, plane, shapes);
                shapes.push(Shape::Path(Path {
                    points: points.clone(),
                    width,
                    colour: self.ink.mark,
                    dash: None,
                    data: data.clone(),
                }));
            }
            let ends = [0, points.len() - 1];
            for (place, (centre, datum)) in points.iter().zip(data).enumerate() {
                if datum.is_some() && (!dense || ends.contains(&place)) {
                    shapes.push(Shape::Circle(Circle {
                        centre: *centre,
                        radius,
                        colour: self.ink.mark,
                        datum,
                    }));
                }
            }
        }
    }

    /// The corners of a stretch; those between two years depict nothing.
    fn corners(
        &self,
        run: &[(f64, f64)],
        plane: &Plane,
        dense: bool,
    ) -> (Vec<(f64, f64)>, Vec<Option<Datum>>) {
        let (mut points, mut data) = (Vec::new(), Vec::new());
        let mut before: Option<(f64, f64)> = None;
        for (year, value) in run {
            let to = plane.at(*year, *value);
            if let Some(from) = before.filter(|from| !dense && from.1 != to.1) {
                for bend in 1..BENDS {
                    points.push(bent(from, to, bend as f64 / BENDS as f64));
                    data.push(None);
                }
            }
            points.push(to);
            data.push(Some(Datum {
                series: self.index,
                year: *year,
                value: *value,
            }));
            before = Some(to);
        }
        (points, data)
    }
}

/// The ground's own colour along a line; shaded spans begin and end at years, so corners part them well.
fn halo(points: &[(f64, f64)], width: f64, plane: &Plane, shapes: &mut Vec<Shape>) {
    let ground = |two: &[(f64, f64)]| plane.behind((two[0].0 + two[1].0) / 2.0);
    let pairs: Vec<&[(f64, f64)]> = points.windows(2).collect();
    for run in pairs.chunk_by(|a, b| ground(a) == ground(b)) {
        let mut along = vec![run[0][0]];
        along.extend(run.iter().map(|two| two[1]));
        shapes.push(Shape::Path(Path {
            points: along,
            width,
            colour: ground(run[0]),
            dash: None,
            data: Vec::new(),
        }));
    }
}

/// A point of a bend that leaves and arrives level.
fn bent(from: (f64, f64), to: (f64, f64), part: f64) -> (f64, f64) {
    let rise = part * part * (3.0 - 2.0 * part);
    (
        from.0 + (to.0 - from.0) * part,
        from.1 + (to.1 - from.1) * rise,
    )
}
