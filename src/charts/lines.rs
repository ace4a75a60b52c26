//! Levels over the years: how much, by whom, and when it turned.

use crate::charts::canvas::scene::{Scale, Scene};
use crate::charts::layout::curves::Curves;
use crate::charts::series::{Look, Mark, Series, Unit, Words};
use crate::error::Result;

/// A line per series, named at its end with its last value.
///
/// A missing year is a gap, a figure without neighbours a dot, and a note names the years. Series with one
/// `key` share a colour; two sources of one flow share a name too and say their `detail` where each ends.
/// With more than seven keys the five largest are in colour and the rest grey.
#[derive(Debug, Clone, PartialEq)]
pub struct Lines {
    /// The lines.
    pub series: Vec<Series>,
    /// What the values are.
    pub unit: Unit,
    /// Events.
    pub marks: Vec<Mark>,
    /// The words around it.
    pub words: Words,
    /// Whether the axis reaches down to zero; if it does not, a note says so.
    pub from_zero: bool,
    /// Whether the axis is logarithmic, for series of unlike size; a note says so, and it never has a zero.
    pub log: bool,
}

impl Lines {
    /// The laid out chart.
    ///
    /// # Errors
    /// [`crate::error::Error::Chart`] if there is nothing to draw, a figure is not finite, a series has a
    /// year twice, a figure is not above zero on a logarithmic axis, or the words leave no room.
    pub fn scene(&self, look: &Look) -> Result<Scene> {
        let curves = Curves {
            kind: match self.log {
                true => "Line chart with a logarithmic axis",
                false => "Line chart",
            },
            series: &self.series,
            unit: &self.unit,
            marks: &self.marks,
            words: &self.words,
            from_zero: self.from_zero,
            scale: match self.log {
                true => Scale::Log,
                false => Scale::Linear,
            },
            reference: None,
        };
        curves.scene(look)
    }
}
