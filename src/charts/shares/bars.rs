//! Shares as bars, one per year.

use super::body::{PAD, SEAM, VALUE, Year, few, fitted, moments, value};
use crate::charts::canvas::face::Weight;
use crate::charts::canvas::scene::{Anchor, Area, Datum, Rect, Role, Shape, Text};
use crate::charts::layout::bands::Hue;
use crate::charts::layout::plane::{Plane, rule};

/// The share of a year's slot its bar takes.
const SHARE: f64 = 0.8;

/// A bar per year; figures in all of a few bars, else in the first, and in the last too if `both`.
pub fn bars(years: &[Year], hues: &[Hue], plane: &mut Plane, both: bool) -> Vec<Shape> {
    let width = (plane.x.position(1.0) - plane.x.position(0.0)) * SHARE;
    let (mut shapes, mut figures) = (Vec::new(), Vec::new());
    let last = years.len().saturating_sub(1);
    for (index, year) in years.iter().enumerate() {
        let middle = plane.x.position(year.year as f64);
        let Some(shares) = &year.shares else {
            let dash =
                Text::new("–", VALUE + 2.0, plane.colours.text, Role::Value).weight(Weight::Bold);
            shapes.push(Shape::Text(dash.at(
                middle,
                plane.y.position(0.0) - 6.0,
                Anchor::Middle,
            )));
            continue;
        };
        let figured = few(years) || index == 0 || index == last && both;
        let (left, right) = (middle - width / 2.0, middle + width / 2.0);
        let mut bottom = plane.y.position(0.0);
        for (part, (share, top)) in shares.iter().zip(year.tops()).enumerate() {
            let top = plane.y.position(top);
            shapes.push(Shape::Rect(Rect {
                area: Area {
                    left,
                    top: top.min(bottom),
                    right,
                    bottom: bottom.max(top),
                },
                colour: hues[part].mark,
                datum: Some(Datum {
                    series: part,
                    year: year.year as f64,
                    value: *share,
                }),
            }));
            if part > 0 && bottom - top >= 3.0 * SEAM {
                shapes.push(rule(
                    (left, bottom),
                    (right, bottom),
                    plane.behind(middle),
                    None,
                ));
            }
            let text = value(*share, hues[part].mark);
            if figured && text.width() + PAD <= width {
                let text = fitted(text, middle, (top, bottom), Anchor::Middle);
                figures.extend(text.map(Shape::Text));
            }
            bottom = top;
        }
    }
    // A bar would hide the line of an event in its year, so the line goes on across it.
    shapes.extend(moments(plane).into_iter().map(|x| {
        let (top, foot) = ((x, plane.area.top), (x, plane.area.bottom));
        rule(top, foot, plane.colours.background, Some((2.0, 2.5)))
    }));
    shapes.extend(figures);
    shapes
}
