//! Shares as bands over the years.

use super::body::{PAD, SEAM, Year, fitted, moments, value};
use crate::charts::canvas::scene::{Anchor, Datum, Path, Polygon, Shape, Text};
use crate::charts::layout::bands::Hue;
use crate::charts::layout::plane::{Plane, rule};

/// How far a band reaches under the next.
const TUCK: f64 = 2.0;

/// Bands of years without a gap; figures at the first year, and at the last too if `both`.
pub fn areas(years: &[Year], hues: &[Hue], plane: &mut Plane, both: bool) -> Vec<Shape> {
    let edges: Vec<Vec<(f64, f64)>> = (0..hues.len())
        .map(|part| {
            let at = |year: &Year| Some(plane.at(year.year as f64, *year.tops().get(part)?));
            years.iter().filter_map(at).collect()
        })
        .collect();
    let floor = plane.y.position(0.0);
    let mut under = Vec::new();
    // From the top band to the bottom one. Each reaches a little under the next, so that no seam shows the
    // ground; not down to zero, or the ends of all bands would pile up into a dark fringe.
    for (part, edge) in edges.iter().enumerate().rev() {
        let lower = part.checked_sub(1).map(|below| edges[below].as_slice());
        let mut points = edge.clone();
        match lower {
            Some(lower) => {
                points.extend(lower.iter().rev().map(|(x, y)| (*x, (y + TUCK).min(floor))))
            }
            None => points.extend([(plane.area.right, floor), (plane.area.left, floor)]),
        }
        under.push(Shape::Polygon(Polygon {
            points,
            colour: hues[part].mark,
        }));
    }
    for (part, edge) in edges.iter().enumerate() {
        let datum = |year: &Year| {
            let value = *year.shares.as_ref()?.get(part)?;
            Some(Datum {
                series: part,
                year: year.year as f64,
                value,
            })
        };
        under.push(Shape::Path(Path {
            points: edge.clone(),
            width: SEAM,
            colour: plane.colours.background,
            dash: None,
            data: years.iter().map(datum).collect(),
        }));
    }
    plane.under(under);

    let mut figures = cuts(plane);
    for (part, hue) in hues.iter().enumerate() {
        let lower = |x: f64| {
            if part == 0 {
                floor
            } else {
                height(&edges[part - 1], x)
            }
        };
        let mut figure = |year: Option<&Year>, first: bool| {
            let share = year
                .and_then(|year| year.shares.as_ref())
                .map(|shares| shares[part]);
            let text = share.map(|share| value(share, hue.mark));
            let text = text.and_then(|text| inside(text, &edges[part], lower, plane, first));
            figures.extend(text.map(Shape::Text));
        };
        figure(years.first(), true);
        if both {
            figure(years.last(), false);
        }
    }
    figures
}

/// Events across the bands in the colour of the ground, which no band has, as their own grey might.
fn cuts(plane: &Plane) -> Vec<Shape> {
    let spans = plane.bands.iter().flat_map(|(from, to)| [*from, *to]);
    let places = moments(plane)
        .into_iter()
        .chain(spans)
        .filter(|x| *x > plane.area.left && *x < plane.area.right);
    let cut = |x| {
        rule(
            (x, plane.area.top),
            (x, plane.area.bottom),
            plane.colours.background,
            None,
        )
    };
    places.map(cut).collect()
}

/// A figure at one end of its band; `None` if the band is too thin there.
fn inside(
    text: Text,
    upper: &[(f64, f64)],
    lower: impl Fn(f64) -> f64,
    plane: &Plane,
    first: bool,
) -> Option<Text> {
    let (x, anchor) = if first {
        (plane.area.left + PAD, Anchor::Start)
    } else {
        (plane.area.right - PAD, Anchor::End)
    };
    let text = text.at(x, 0.0, anchor);
    // The room between the edges where they come nearest over the width of the word.
    let steps = (0..=8).map(|step| text.area.left + text.width() * f64::from(step) / 8.0);
    let (mut top, mut bottom) = (f64::MIN, f64::MAX);
    for x in steps {
        top = top.max(height(upper, x));
        bottom = bottom.min(lower(x));
    }
    fitted(text, x, (top, bottom), anchor)
}

/// The height of an edge at a pixel of the x axis.
fn height(edge: &[(f64, f64)], x: f64) -> f64 {
    let pair = edge.windows(2).find(|two| two[0].0 <= x && x <= two[1].0);
    pair.map_or(f64::NAN, |two| {
        let share = (x - two[0].0) / (two[1].0 - two[0].0);
        two[0].1 + (two[1].1 - two[0].1) * share
    })
}
