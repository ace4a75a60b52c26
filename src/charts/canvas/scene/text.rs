//! Lines of text that know their measured boxes.

use super::{Area, Rgb};
use crate::charts::canvas::face::{self, Weight};

/// Which edge of a text its x names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// x is the left edge.
    Start,
    /// x is the middle.
    Middle,
    /// x is the right edge.
    End,
}

/// What a text is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// The headline.
    Title,
    /// What is measured.
    Subtitle,
    /// Which colour is which.
    Key,
    /// Sources and notes.
    Footer,
    /// A value on the y axis.
    Tick,
    /// A year on the x axis.
    Year,
    /// The name or value of a series.
    Label,
    /// An event's name.
    Event,
    /// The value of one mark.
    Value,
}

/// One line of text.
#[derive(Debug, Clone, PartialEq)]
pub struct Text {
    /// The words.
    pub content: String,
    /// Where the anchor stands.
    pub x: f64,
    /// The baseline.
    pub y: f64,
    /// Em size.
    pub size: f64,
    /// Weight or slant.
    pub weight: Weight,
    /// Fill colour.
    pub colour: Rgb,
    /// Which edge x names.
    pub anchor: Anchor,
    /// Colour of an outline that keeps lines away from the letters.
    pub halo: Option<Rgb>,
    /// What the text is for.
    pub role: Role,
    /// The measured box.
    pub area: Area,
}

impl Text {
    /// A text, measured; regular, left-anchored and without halo until told otherwise.
    pub fn new(content: impl Into<String>, size: f64, colour: Rgb, role: Role) -> Self {
        let content = content.into();
        let area = Area {
            left: 0.0,
            top: 0.0,
            right: 0.0,
            bottom: 0.0,
        };
        let text = Text {
            content,
            x: 0.0,
            y: 0.0,
            size,
            weight: Weight::Regular,
            colour,
            anchor: Anchor::Start,
            halo: None,
            role,
            area,
        };
        text.measured()
    }

    /// The same text in another weight.
    pub fn weight(mut self, weight: Weight) -> Self {
        self.weight = weight;
        self.measured()
    }

    /// The same text standing at a point: x of the anchor, y of the baseline.
    pub fn at(mut self, x: f64, y: f64, anchor: Anchor) -> Self {
        (self.x, self.y, self.anchor) = (x, y, anchor);
        self.measured()
    }

    /// The same text with an outline in the colour of the ground.
    pub fn halo(mut self, ground: Rgb) -> Self {
        self.halo = Some(ground);
        self
    }

    /// Width of the text.
    pub fn width(&self) -> f64 {
        self.area.width()
    }

    fn measured(mut self) -> Self {
        let width = face::measure(&self.content, self.size, self.weight);
        let left = match self.anchor {
            Anchor::Start => self.x,
            Anchor::Middle => self.x - width / 2.0,
            Anchor::End => self.x - width,
        };
        self.area = Area {
            left,
            top: self.y - face::ASCENT * self.size,
            right: left + width,
            bottom: self.y + face::DESCENT * self.size,
        };
        self
    }
}
