//! Series of unlike size made comparable: each as per cent of its base year.

use crate::charts::canvas::scene::{Scale, Scene};
use crate::charts::layout::curves::Curves;
use crate::charts::series::{Look, Mark, Series, Unit, Words};
use crate::error::Result;

/// A line per series around a solid line at 100.
///
/// The axis holds 100 and the data; it need not reach zero, and a note says so where it does not.
#[derive(Debug, Clone, PartialEq)]
pub struct Index {
    /// The lines, as index values.
    pub series: Vec<Series>,
    /// What 100 means, such as "2003 = 100".
    pub base_label: String,
    /// Events.
    pub marks: Vec<Mark>,
    /// The words around it.
    pub words: Words,
}

impl Index {
    /// The laid out chart.
    ///
    /// # Errors
    /// [`crate::error::Error::Chart`] if there is nothing to draw, a figure is not finite, a series has a
    /// year twice, or the words leave no room.
    pub fn scene(&self, look: &Look) -> Result<Scene> {
        let kind = match self.base_label.as_str() {
            "" => "Index line chart".to_owned(),
            base => format!("Index line chart ({base})"),
        };
        let curves = Curves {
            kind: &kind,
            series: &self.series,
            unit: &Unit::Index,
            marks: &self.marks,
            words: &self.words,
            from_zero: false,
            scale: Scale::Linear,
            reference: Some((100.0, &self.base_label)),
        };
        curves.scene(look)
    }
}
