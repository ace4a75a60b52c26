//! What a chart consists of, apart from how it is drawn.
//!
//! A chart first becomes a [`Scene`]: shapes in logical pixels, texts with their measured boxes, data
//! marks with the value each depicts. PNG and SVG are both written from it, and tests read it.

mod axis;
mod text;

pub use axis::{Axis, Scale};
pub use text::{Anchor, Role, Text};

/// An opaque colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rgb(pub u8, pub u8, pub u8);

impl Rgb {
    /// The colour as `#rrggbb`.
    pub fn hex(self) -> String {
        format!("#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }

    /// This colour laid over another with the given strength, 0 to 1.
    pub fn over(self, ground: Rgb, strength: f64) -> Rgb {
        let mix = |top: u8, under: u8| {
            (f64::from(top) * strength + f64::from(under) * (1.0 - strength)).round() as u8
        };
        Rgb(
            mix(self.0, ground.0),
            mix(self.1, ground.1),
            mix(self.2, ground.2),
        )
    }
}

/// A rectangle of the canvas.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Area {
    /// Left edge.
    pub left: f64,
    /// Upper edge; y grows downwards.
    pub top: f64,
    /// Right edge.
    pub right: f64,
    /// Lower edge.
    pub bottom: f64,
}

impl Area {
    /// Width in pixels.
    pub fn width(&self) -> f64 {
        self.right - self.left
    }

    /// Height in pixels.
    pub fn height(&self) -> f64 {
        self.bottom - self.top
    }

    /// Whether the two share more than an edge.
    pub fn overlaps(&self, other: &Area) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    /// Whether the other lies wholly inside.
    pub fn contains(&self, other: &Area) -> bool {
        other.left >= self.left
            && other.right <= self.right
            && other.top >= self.top
            && other.bottom <= self.bottom
    }

    /// The rectangle grown by a margin on every side.
    pub fn grown(&self, margin: f64) -> Area {
        Area {
            left: self.left - margin,
            top: self.top - margin,
            right: self.right + margin,
            bottom: self.bottom + margin,
        }
    }

    /// Whether a straight line between two points passes through.
    pub fn meets(&self, from: (f64, f64), to: (f64, f64)) -> bool {
        // Liang–Barsky: narrow the part of the line inside each pair of edges.
        let (dx, dy) = (to.0 - from.0, to.1 - from.1);
        let (mut enter, mut leave) = (0.0f64, 1.0f64);
        let edges = [
            (-dx, from.0 - self.left),
            (dx, self.right - from.0),
            (-dy, from.1 - self.top),
            (dy, self.bottom - from.1),
        ];
        for (step, room) in edges {
            if step == 0.0 {
                if room < 0.0 {
                    return false;
                }
            } else if step < 0.0 {
                enter = enter.max(room / step);
            } else {
                leave = leave.min(room / step);
            }
        }
        enter <= leave
    }
}

/// The figure a mark depicts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Datum {
    /// Which series, counted from 0 in the order given.
    pub series: usize,
    /// When.
    pub year: f64,
    /// How much.
    pub value: f64,
}

/// A line through points.
#[derive(Debug, Clone, PartialEq)]
pub struct Path {
    /// Its corners.
    pub points: Vec<(f64, f64)>,
    /// Stroke width.
    pub width: f64,
    /// Stroke colour.
    pub colour: Rgb,
    /// Lengths of dash and gap; `None` is solid.
    pub dash: Option<(f64, f64)>,
    /// What each corner depicts; empty for rules, grids and halos.
    pub data: Vec<Option<Datum>>,
}

/// A filled polygon.
#[derive(Debug, Clone, PartialEq)]
pub struct Polygon {
    /// Its corners.
    pub points: Vec<(f64, f64)>,
    /// Fill colour.
    pub colour: Rgb,
}

/// A filled rectangle.
#[derive(Debug, Clone, PartialEq)]
pub struct Rect {
    /// Where.
    pub area: Area,
    /// Fill colour.
    pub colour: Rgb,
    /// What it depicts, if it is a bar.
    pub datum: Option<Datum>,
}

/// A filled dot.
#[derive(Debug, Clone, PartialEq)]
pub struct Circle {
    /// Its middle.
    pub centre: (f64, f64),
    /// Its radius.
    pub radius: f64,
    /// Fill colour.
    pub colour: Rgb,
    /// What it depicts.
    pub datum: Option<Datum>,
}

/// Anything that can be drawn.
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    /// A line.
    Path(Path),
    /// A filled polygon.
    Polygon(Polygon),
    /// A filled rectangle.
    Rect(Rect),
    /// A filled dot.
    Circle(Circle),
    /// A line of text.
    Text(Text),
}

/// A whole chart, laid out; shapes are drawn in order.
#[derive(Debug, Clone, PartialEq)]
pub struct Scene {
    /// Width in logical pixels.
    pub width: f64,
    /// Height in logical pixels.
    pub height: f64,
    /// Ground colour.
    pub background: Rgb,
    /// Everything drawn, back to front.
    pub shapes: Vec<Shape>,
    /// The headline, for the file's metadata.
    pub title: String,
    /// The chart in words, for those who cannot see it.
    pub alt: String,
    /// Where the figures come from.
    pub source: String,
    /// The rectangle inside the axes.
    pub plot: Area,
    /// Years to pixels.
    pub x: Axis,
    /// Values to pixels.
    pub y: Axis,
}

impl Scene {
    /// All texts, back to front.
    pub fn texts(&self) -> impl Iterator<Item = &Text> {
        self.shapes.iter().filter_map(|shape| match shape {
            Shape::Text(text) => Some(text),
            _ => None,
        })
    }
}
