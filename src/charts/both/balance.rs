//! The balance over the bars.

use crate::charts::canvas::scene::{Circle, Datum, Path, Rgb, Shape};
use crate::charts::layout::annual;
use crate::charts::layout::plane::Plane;
use crate::charts::series::{self, Point, Series};

/// Radius of the dots.
const DOT: f64 = 3.6;
/// Width of the line.
const LINE: f64 = 2.0;
/// Ground left free around both, which lifts them off the bars.
const LIFT: f64 = 1.5;

/// Exports less imports, missing where either is.
pub fn balance(flows: &[Series]) -> Series {
    let points = annual::years(flows).map(|year| Point {
        year,
        value: flows[0]
            .at(year)
            .zip(flows[1].at(year))
            .map(|(exports, imports)| exports - imports),
    });
    Series {
        name: "Balance".to_owned(),
        points: points.collect(),
        ..Series::default()
    }
}

/// A line with a dot per year, broken where the balance is missing.
pub fn line(balance: &Series, plane: &Plane) -> Vec<Shape> {
    let (ink, ground) = (plane.colours.title, plane.colours.background);
    let runs = series::runs(balance, 1.0);
    let path = |run: &[(f64, f64)], width: f64, colour: Rgb| {
        let points = run.iter().map(|(year, value)| plane.at(*year, *value));
        Shape::Path(Path {
            points: points.collect(),
            width,
            colour,
            dash: None,
            data: Vec::new(),
        })
    };
    let dot = |(year, value): (f64, f64), radius: f64, colour: Rgb, datum: Option<Datum>| {
        Shape::Circle(Circle {
            centre: plane.at(year, value),
            radius,
            colour,
            datum,
        })
    };
    let mut shapes = Vec::new();
    for (lift, colour) in [(LIFT, ground), (0.0, ink)] {
        let wide = runs.iter().filter(|run| run.len() > 1);
        shapes.extend(wide.map(|run| path(run, LINE + 2.0 * lift, colour)));
    }
    for (year, value) in runs.into_iter().flatten() {
        let datum = Datum {
            series: 2,
            year,
            value,
        };
        shapes.push(dot((year, value), DOT + LIFT, ground, None));
        shapes.push(dot((year, value), DOT, ink, Some(datum)));
    }
    shapes
}
