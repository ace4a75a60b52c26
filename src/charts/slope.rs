//! Two years: who rose, who fell, who changed places.

mod lines;
mod sides;
mod told;

use sides::Sides;

use crate::charts::canvas::scene::{Scene, Shape};
use crate::charts::layout::focus::{self, Ink};
use crate::charts::layout::frame::{self, Frame};
use crate::charts::series::{self, Look, Series, Unit, Words, refuse};
use crate::charts::theme::Colours;
use crate::error::Result;

/// What the colours of a slope chart say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SlopeColours {
    /// Who: each key has its colour.
    #[default]
    Keys,
    /// Which way: blue rose, rust fell, grey neither.
    Direction,
}

/// A line per series from its value in one year to its value in another, named with its value at both ends.
///
/// A series with a value in one of the years only is a dot there, which a note tells; figures of other years
/// are not drawn. Labels make room for each other beside the plot; those of the smallest series are left out
/// where there are too many, and counted. Grey lines keep their names.
///
/// In the scene each dot and each end of a line has the series' place in `series`, the year and the value.
#[derive(Debug, Clone, PartialEq)]
pub struct Slope {
    /// The series; only their figures in the two years are drawn.
    pub series: Vec<Series>,
    /// The year at the left and the year at the right.
    pub years: [f64; 2],
    /// What the values are.
    pub unit: Unit,
    /// What the colours say.
    pub colours: SlopeColours,
    /// The keys in colour, all others grey; empty puts all in colour, or the five largest of many keys.
    pub highlight: Vec<String>,
    /// Whether the scale reaches down to zero; if it does not, a note says so.
    pub from_zero: bool,
    /// The words around it.
    pub words: Words,
}

impl Slope {
    /// The laid out chart.
    ///
    /// # Errors
    /// [`crate::error::Error::Chart`] if no series has a value in either year, the years are not one before
    /// the other, a figure is not finite, a series has a year twice, or the words leave no room.
    pub fn scene(&self, look: &Look) -> Result<Scene> {
        let [from, to] = self.years;
        if !from.is_finite() || !to.is_finite() || from >= to {
            return refuse(format!(
                "a slope runs from an earlier to a later year, not from {from} to {to}; exchange them"
            ));
        }
        let series = series::checked(&self.ends())?;
        let inks = self.inks(&series, look.theme.colours());
        let mut scene = frame::settle(|notes| {
            let frame = Frame::lay(&self.words, notes, &[], look)?;
            let sides = Sides::lay(self, &series, &inks, &frame.room, look)?;
            let mut shapes = sides.ground.clone();
            shapes.extend(lines::lines(&series, &inks, &sides, look.theme.colours()));
            if let Some(text) = lines::zero_word(&sides, &shapes, look) {
                shapes.push(Shape::Text(text));
            }
            shapes.extend(sides.labels.clone());
            shapes.extend(frame.shapes);
            Ok((
                sides.sheet.scene(look, &self.words, shapes),
                self.notes(&series, &sides),
            ))
        })?;
        scene.alt = self.alt(&series);
        Ok(scene)
    }

    /// The series with both years and no others; a year without a figure is missing.
    fn ends(&self) -> Vec<Series> {
        let end = |one: &Series, year: f64| -> Vec<series::Point> {
            let here: Vec<series::Point> = one
                .points
                .iter()
                .copied()
                .filter(|point| point.year == year)
                .collect();
            match here.is_empty() {
                true => vec![series::Point { year, value: None }],
                false => here,
            }
        };
        self.series
            .iter()
            .map(|one| Series {
                points: self.years.iter().flat_map(|year| end(one, *year)).collect(),
                ..one.clone()
            })
            .collect()
    }

    fn inks(&self, series: &[Series], colours: &Colours) -> Vec<Ink> {
        let ranked = ranked(series, &[]);
        let keys: Vec<&str> = ranked
            .iter()
            .map(|index| series[*index].colour_key())
            .collect();
        let mut inks = vec![Ink::grey(colours); series.len()];
        for (index, ink) in ranked
            .iter()
            .zip(focus::inks(&keys, &self.highlight, colours))
        {
            inks[*index] = match self.colours {
                SlopeColours::Keys => ink,
                SlopeColours::Direction if !self.highlight.is_empty() && !ink.focus => ink,
                SlopeColours::Direction => direction(&series[*index], colours),
            };
        }
        inks
    }
}

/// The series by importance: those in colour first, then the larger at either end.
fn ranked(series: &[Series], inks: &[Ink]) -> Vec<usize> {
    let size = |index: usize| {
        let values = series[index].values().map(|(_, value)| value.abs());
        values.fold(f64::NEG_INFINITY, f64::max)
    };
    let grey = |index: usize| inks.get(index).is_some_and(|ink| !ink.focus);
    let mut order: Vec<usize> = (0..series.len()).collect();
    order.sort_by(|a, b| grey(*a).cmp(&grey(*b)).then(size(*b).total_cmp(&size(*a))));
    order
}

fn direction(one: &Series, colours: &Colours) -> Ink {
    match (one.points[0].value, one.points[1].value) {
        (Some(before), Some(after)) if after > before => Ink::of(0, colours),
        (Some(before), Some(after)) if after < before => Ink::of(1, colours),
        _ => Ink::grey(colours),
    }
}
