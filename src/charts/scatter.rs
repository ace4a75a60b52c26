//! Points by two measures: what goes with what, and who stands apart.

mod dots;
mod field;
mod ground;
mod inside;
mod labels;
mod led;
mod legend;
mod placed;
mod quadrants;
mod scale;
mod told;

use dots::Dots;
use field::Field;
use placed::Placed;
use scale::Scale;

use crate::charts::canvas::scene::Scene;
use crate::charts::layout::focus::{self, Ink};
use crate::charts::layout::frame::{self, Frame, KeyWord};
use crate::charts::series::{Look, Unit, Words, refuse};
use crate::error::Result;

/// One point.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ScatterPoint {
    /// What it is called.
    pub name: String,
    /// What its colour stands for: its own code, or a group many points share; empty takes the name.
    pub key: String,
    /// Where it stands along the chart; `None` is missing, never 0.
    pub x: Option<f64>,
    /// How high it stands; `None` is missing, never 0.
    pub y: Option<f64>,
    /// What its area stands for, where the chart has a [`Scatter::size`]; `None` is drawn as a ring.
    pub size: Option<f64>,
}

impl ScatterPoint {
    fn colour_key(&self) -> &str {
        if self.key.is_empty() {
            &self.name
        } else {
            &self.key
        }
    }
}

/// One measure.
#[derive(Debug, Clone, PartialEq)]
pub struct ScatterAxis {
    /// What is measured, as the axis says it: "Revealed comparative advantage, 2014".
    pub title: String,
    /// What the values are.
    pub unit: Unit,
    /// Whether equal steps are equal ratios; then all values must be above zero.
    pub log: bool,
    /// A value to draw a line at, such as 1 or 0, which the axis then always shows.
    pub line: Option<f64>,
}

/// What the areas of points stand for.
#[derive(Debug, Clone, PartialEq)]
pub struct ScatterSize {
    /// What is measured: "exports, 2014".
    pub title: String,
    /// What the values are.
    pub unit: Unit,
}

/// Names of the four parts into which two lines cut the chart; an empty name is not shown.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Quadrants {
    /// Less along, more up.
    pub top_left: String,
    /// More along, more up.
    pub top_right: String,
    /// Less along, less up.
    pub bottom_left: String,
    /// More along, less up.
    pub bottom_right: String,
}

/// Named points by two measures, and by their area a third.
///
/// A point that lacks a measure is not drawn but told in a note. Names stand around their points where they
/// cover nothing: coloured points' first, then those of the larger, or without sizes in the order given; the
/// rest is left out and counted. Keys that several points share are told above the plot.
///
/// In the scene each point has its place in `points` as `series`, its `x` as `year` and its `y` as `value`.
/// An axis with `log` runs in powers of ten, so there `Scene::x` leads to the logarithm of the measure.
#[derive(Debug, Clone, PartialEq)]
pub struct Scatter {
    /// The points.
    pub points: Vec<ScatterPoint>,
    /// The measure along.
    pub x: ScatterAxis,
    /// The measure up.
    pub y: ScatterAxis,
    /// The measure of areas; without it all points are alike.
    pub size: Option<ScatterSize>,
    /// Names of the four parts, shown if both axes have a line.
    pub quadrants: Quadrants,
    /// The keys in colour, all others grey; empty puts all in colour, or of many keys the first five.
    pub highlight: Vec<String>,
    /// The words around it.
    pub words: Words,
}

impl Scatter {
    /// The laid out chart.
    ///
    /// # Errors
    /// [`crate::error::Error::Chart`] if no point has both measures, a figure is not finite, a figure or line
    /// of an axis with `log` is not above zero, a size is negative, or the words leave no room.
    pub fn scene(&self, look: &Look) -> Result<Scene> {
        self.check()?;
        let points = self.placed();
        if points.is_empty() {
            return refuse(
                "nothing to draw: no point has both measures; widen the years or the countries",
            );
        }
        let inks = self.inks(&points, look);
        let key = self.key(&points, &inks);
        let x = Scale::of(&self.x, points.iter().map(|point| point.x));
        let y = Scale::of(&self.y, points.iter().map(|point| point.y));
        let mut scene = frame::settle(|notes| {
            let frame = Frame::lay(&self.words, notes, &key, look)?;
            let dots = Dots::new(self, &points, &inks, look);
            let field = Field::lay(self, [&x, &y], &dots, &frame.room, look)?;
            let (marks, labels) = dots.shapes(&field);
            let mut shapes = field.shapes.clone();
            shapes.extend(marks);
            let (quadrants, bare) = field.quadrants(self, &shapes);
            shapes.extend(quadrants);
            let dropped = [labels.place(&field, &mut shapes), bare];
            shapes.extend(frame.shapes);
            let scene = field.sheet.scene(look, &self.words, shapes);
            Ok((scene, self.notes(&points, &labels.cut(), dropped)))
        })?;
        scene.alt = self.alt(&points);
        Ok(scene)
    }

    fn inks(&self, points: &[Placed], look: &Look) -> Vec<Ink> {
        let keys: Vec<&str> = points
            .iter()
            .map(|point| self.points[point.index].colour_key())
            .collect();
        focus::inks(&keys, &self.highlight, look.theme.colours())
    }

    /// The coloured keys, where one at least stands for several points.
    fn key(&self, points: &[Placed], inks: &[Ink]) -> Vec<KeyWord> {
        let mut words: Vec<KeyWord> = Vec::new();
        let mut shared = false;
        for (point, ink) in points.iter().zip(inks).filter(|(_, ink)| ink.focus) {
            let name = self.points[point.index].colour_key();
            if words.iter().any(|word| word.name == name) {
                shared = true;
                continue;
            }
            words.push(KeyWord {
                name: name.to_owned(),
                mark: ink.mark,
                word: ink.word,
            });
        }
        if shared { words } else { Vec::new() }
    }
}
