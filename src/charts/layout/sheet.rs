//! A finished drawing: marks and words on the canvas, and the axes that lead back to their values.

use crate::charts::canvas::scene::{Area, Axis, Scene, Shape};
use crate::charts::series::{Look, Words};

/// Where the marks of a chart stand.
#[derive(Debug, Clone, Copy)]
pub struct Sheet {
    /// The rectangle the marks are drawn in.
    pub plot: Area,
    /// What lies along the canvas, to pixels.
    pub x: Axis,
    /// What lies up and down the canvas, to pixels.
    pub y: Axis,
}

impl Sheet {
    /// The scene: these shapes, back to front, on the ground of the theme.
    pub fn scene(self, look: &Look, words: &Words, shapes: Vec<Shape>) -> Scene {
        Scene {
            width: f64::from(look.width),
            height: f64::from(look.height),
            background: look.theme.colours().background,
            shapes,
            title: words.title.clone(),
            alt: String::new(),
            source: words.sources.join("; "),
            plot: self.plot,
            x: self.x,
            y: self.y,
        }
    }
}
