//! What drove a change: a floating bar per part, from where the last one ended, to the total.

mod bars;
mod columns;
mod rows;

use bars::{Bar, Kind};

use crate::charts::canvas::scene::{Area, Axis, Scene, Shape};
use crate::charts::layout::frame::{self, Frame};
use crate::charts::series::{Look, Unit, Words};
use crate::error::Result;

/// How many parts the alt text tells.
const TOLD: usize = 7;

/// A named figure.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Part {
    /// What it is called in the chart.
    pub name: String,
    /// The figure; `None` is missing, never 0, and then the chart is refused, for it would not add up.
    pub value: Option<f64>,
}

/// A total taken apart: bars that float from each other's ends, the last one standing on zero.
///
/// Without a start the parts are a change, such as percentage points of growth, and begin at zero. With one
/// they lead from its level to the total's. Parts stand as given; the caller folds small ones into "Other".
/// Bars stand upright with their names below, or lie with their names beside them where those are long.
///
/// Each bar's [`Datum`](crate::charts::scene::Datum) has the bar's place, from 0, as its year and its own figure as its value; the bar's
/// length on the scene's value axis (`y`, or `x` where bars lie) is that figure.
#[derive(Debug, Clone, PartialEq)]
pub struct Waterfall {
    /// The level before, from which the parts lead to the total.
    pub start: Option<Part>,
    /// The parts, in the order shown; fractions for [`Unit::Percent`].
    pub parts: Vec<Part>,
    /// What they come to, as stated by the source: it is checked, not computed.
    pub total: Part,
    /// What the figures are.
    pub unit: Unit,
    /// The words around it.
    pub words: Words,
}

/// Bars in their places.
struct Laid {
    shapes: Vec<Shape>,
    plot: Area,
    x: Axis,
    y: Axis,
    notes: Vec<String>,
}

impl Waterfall {
    /// The laid out chart.
    ///
    /// # Errors
    /// [`crate::error::Error::Chart`] if there are no parts, a figure is missing or not finite, the parts do
    /// not come to the total within their rounding, or there is no room for every bar and its name.
    pub fn scene(&self, look: &Look) -> Result<Scene> {
        let bars = self.bars()?;
        let mut scene = frame::settle(|notes| self.lay(&bars, notes, look))?;
        scene.alt = self.alt(&bars);
        Ok(scene)
    }

    fn lay(&self, bars: &[Bar<'_>], notes: &[String], look: &Look) -> Result<(Scene, Vec<String>)> {
        let colours = look.theme.colours();
        let frame = Frame::lay(&self.words, notes, &[], look)?;
        let laid = match columns::lay(bars, &frame.room, colours) {
            Some(laid) => laid,
            None => rows::lay(bars, &frame.room, colours)?,
        };
        let mut shapes = laid.shapes;
        shapes.extend(frame.shapes);
        let scene = Scene {
            width: f64::from(look.width),
            height: f64::from(look.height),
            background: colours.background,
            shapes,
            title: self.words.title.clone(),
            alt: String::new(),
            source: self.words.sources.join("; "),
            plot: laid.plot,
            x: laid.x,
            y: laid.y,
        };
        Ok((scene, laid.notes))
    }

    fn alt(&self, bars: &[Bar<'_>]) -> String {
        let (total, before) = (&bars[bars.len() - 1], &bars[..bars.len() - 1]);
        let mut told = vec![match &self.start {
            Some(_) => format!(
                "Waterfall chart from {} ({}) to {} ({}).",
                before[0].name, before[0].label, total.name, total.label
            ),
            None => format!("Waterfall chart of {} ({}).", total.name, total.label),
        }];
        let mut parts: Vec<&Bar<'_>> = before
            .iter()
            .filter(|bar| bar.kind != Kind::Level)
            .collect();
        parts.sort_by(|a, b| b.datum.value.abs().total_cmp(&a.datum.value.abs()));
        let words = parts
            .iter()
            .take(TOLD)
            .map(|bar| format!("{} {}", bar.name, bar.label));
        told.push(format!(
            "Largest parts first: {}.",
            words.collect::<Vec<_>>().join(", ")
        ));
        match parts.len().saturating_sub(TOLD) {
            0 => {}
            1 => told.push("One more part.".to_owned()),
            more => told.push(format!("{more} more parts.")),
        }
        told.join(" ")
    }
}
