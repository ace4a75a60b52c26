//! What bands and bars of shares have in common: their years, and the figures that fit inside.

use crate::charts::canvas::face::{self};
use crate::charts::canvas::scene::{Anchor, Rgb, Role, Shape, Text};
use crate::charts::layout::ink;
use crate::charts::layout::plane::Plane;
use crate::charts::series::{Series, span};

/// Em size of the figures inside.
pub const VALUE: f64 = 12.0;
/// Room between a figure and the edges of its band.
pub const PAD: f64 = 6.0;
/// How much of the ground shows between two parts.
pub const SEAM: f64 = 1.0;
/// Up to this many bars each carry their figures; of more only the first and the last do.
const FIGURED: usize = 6;

/// One year: its shares if every part has one.
pub struct Year {
    pub year: i64,
    pub shares: Option<Vec<f64>>,
}

impl Year {
    /// The sums of the shares from the bottom up: the upper edge of each part.
    pub fn tops(&self) -> Vec<f64> {
        let shares = self.shares.iter().flatten();
        shares
            .scan(0.0, |sum, share| {
                *sum += share;
                Some(*sum)
            })
            .collect()
    }
}

/// Every year from the first with a figure to the last.
pub fn years(parts: &[Series]) -> Vec<Year> {
    let (first, last) = span(parts);
    (first as i64..=last as i64)
        .map(|year| Year {
            year,
            shares: parts.iter().map(|part| part.at(year as f64)).collect(),
        })
        .collect()
}

/// Where the dotted lines of moments stand.
pub fn moments(plane: &Plane) -> Vec<f64> {
    let upright = |shape: &Shape| match shape {
        Shape::Path(path) if path.dash.is_some() && path.points[0].0 == path.points[1].0 => {
            Some(path.points[0].0)
        }
        _ => None,
    };
    plane.shapes.iter().filter_map(upright).collect()
}

/// Whether every bar carries its figures.
pub fn few(years: &[Year]) -> bool {
    years.len() <= FIGURED
}

/// Whether a share is high enough for its figure.
pub fn holds(share: f64, plot: f64) -> bool {
    share * plot >= (face::ASCENT + face::DESCENT) * VALUE + 1.0
}

/// A share in words that can be read on its part.
pub fn value(share: f64, ground: Rgb) -> Text {
    let words = crate::model::number::share(share);
    // The halo is of the band's own colour, for grid and events run through it.
    Text::new(words, VALUE, ink::on(ground), Role::Value).halo(ground)
}

/// The text in the middle between two edges; `None` if they leave it too little height.
pub fn fitted(text: Text, x: f64, (top, bottom): (f64, f64), anchor: Anchor) -> Option<Text> {
    let needed = (face::ASCENT + face::DESCENT) * VALUE + 1.0;
    let baseline = (top + bottom) / 2.0 + face::CAPITAL * VALUE / 2.0;
    (bottom - top >= needed).then(|| text.at(x, baseline, anchor))
}
