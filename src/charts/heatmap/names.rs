//! The names at the left of the rows.

use crate::charts::canvas::face::{self, Weight};
use crate::charts::canvas::scene::{Anchor, Role, Shape, Text};
use crate::charts::layout::frame::SMALL;
use crate::charts::layout::names;
use crate::charts::layout::plane::Plane;
use crate::charts::series::{Look, Series};

/// Em size of names in low rows.
const TINY: f64 = 11.5;
/// Room between names and cells.
const GAP: f64 = 8.0;
/// The widest column of names, as a share of the canvas.
const SHARE: f64 = 0.3;

/// How wide the column of names is.
pub struct Names {
    /// Width with the room beside it.
    pub width: f64,
}

impl Names {
    /// As wide as the widest name, within bounds.
    pub fn measure(rows: &[Series], look: &Look) -> Names {
        let widest = rows
            .iter()
            .map(|row| face::measure(&row.name, SMALL, Weight::Regular))
            .fold(0.0, f64::max);
        Names {
            width: widest.ceil().min(f64::from(look.width) * SHARE) + GAP,
        }
    }

    /// The names beside their rows, and how many had to be shortened.
    pub fn place(&self, rows: &[Series], plane: &Plane) -> (Vec<Shape>, usize) {
        let high = plane.y.position(1.0) - plane.y.position(0.0);
        let size = if high < face::LEADING * SMALL {
            TINY
        } else {
            SMALL
        };
        let line = face::LEADING * size;
        let most = (high / line) as usize;
        let (mut shapes, mut cut) = (Vec::new(), 0);
        for (index, row) in rows.iter().enumerate() {
            let fitted = names::fit(&row.name, size, Weight::Regular, self.width - GAP, most);
            cut += usize::from(fitted.cut);
            let middle = plane.y.position(index as f64);
            let first = middle - line * (fitted.lines.len() as f64 - 1.0) / 2.0;
            for (number, words) in fitted.lines.into_iter().enumerate() {
                let baseline = first + line * number as f64 + face::CAPITAL * size / 2.0;
                let text = Text::new(words, size, plane.colours.title, Role::Label);
                let text = text.at(plane.area.left - GAP, baseline, Anchor::End);
                shapes.push(Shape::Text(text));
            }
        }
        (shapes, cut)
    }
}
