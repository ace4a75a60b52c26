//! The axes of a scatter chart, and what is drawn of them.

use crate::charts::canvas::scene::{Area, Shape};
use crate::charts::layout::sheet::Sheet;
use crate::charts::theme::Colours;

/// The ground, laid.
pub struct Field {
    /// The axes.
    pub sheet: Sheet,
    /// Grid, ticks and titles.
    pub shapes: Vec<Shape>,
    /// The lines across the plot, as pixels.
    pub lines: [Option<f64>; 2],
    /// The colours in use.
    pub colours: &'static Colours,
}

impl Field {
    /// Where a point stands.
    pub fn at(&self, x: f64, y: f64) -> (f64, f64) {
        (self.sheet.x.position(x), self.sheet.y.position(y))
    }

    /// Whether one of the lines across the plot runs through an area.
    pub fn crosses(&self, area: &Area) -> bool {
        let [x, y] = self.lines;
        x.is_some_and(|x| area.left < x && x < area.right)
            || y.is_some_and(|y| area.top < y && y < area.bottom)
    }
}
