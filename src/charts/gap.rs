//! The gap between both sides' reports of one flow, year by year, around the line of no gap.

use crate::charts::canvas::scene::{Scale, Scene};
use crate::charts::layout::curves::Curves;
use crate::charts::series::{Look, Mark, Series, Unit, Words};
use crate::error::Result;

/// The importer's report against the exporter's as a line, with the adjusted gap beside it.
///
/// Values are fractions of the exporter's report: 0.18 is drawn as +18%. A year that one side does
/// not report is a gap in the line; it is never drawn as no gap.
#[derive(Debug, Clone, PartialEq)]
pub struct Gap {
    /// The gap as reported, and after freight and insurance are taken out of the importer's
    /// report, at whole years.
    pub series: Vec<Series>,
    /// Events.
    pub marks: Vec<Mark>,
    /// The words around it.
    pub words: Words,
}

impl Gap {
    /// The laid out chart.
    ///
    /// # Errors
    /// [`crate::error::Error::Chart`] if there is nothing to draw, a figure is not finite, a series has a
    /// year twice, or the words leave no room.
    pub fn scene(&self, look: &Look) -> Result<Scene> {
        let curves = Curves {
            kind: "Line chart of the gap between both sides’ reports",
            series: &self.series,
            unit: &Unit::Percent,
            marks: &self.marks,
            words: &self.words,
            from_zero: true,
            scale: Scale::Linear,
            reference: Some((0.0, "No gap")),
        };
        curves.scene(look)
    }
}
