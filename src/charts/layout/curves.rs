//! Lines over the years with their names at their ends: the body of level and index charts.

mod halo;
mod names;
mod stroke;

use stroke::Stroke;

use crate::charts::canvas::scene::{Scale, Scene, Shape};
use crate::charts::layout::alt;
use crate::charts::layout::curve::{Curve, coloured, dotted};
use crate::charts::layout::decades;
use crate::charts::layout::ends;
use crate::charts::layout::frame::{self, Frame};
use crate::charts::layout::plane::{Ground, Plane};
use crate::charts::layout::ticks;
use crate::charts::series::{self, Look, Mark, Series, Unit, Words, refuse};
use crate::error::Result;

/// A chart of lines.
pub struct Curves<'a> {
    /// What kind of chart it is, for the alt text.
    pub kind: &'a str,
    /// The lines.
    pub series: &'a [Series],
    /// What the values are.
    pub unit: &'a Unit,
    /// Events.
    pub marks: &'a [Mark],
    /// The words around it.
    pub words: &'a Words,
    /// Whether a linear axis reaches down to zero.
    pub from_zero: bool,
    /// How the values are spread along their axis.
    pub scale: Scale,
    /// A level to draw as a solid line, with its name.
    pub reference: Option<(f64, &'a str)>,
}

impl Curves<'_> {
    /// The laid out chart.
    pub fn scene(&self, look: &Look) -> Result<Scene> {
        let series = series::checked(self.series)?;
        if self.scale == Scale::Log {
            above_zero(&series)?;
        }
        let curves = coloured(&series, look);
        let ticks = self.ticks(&series);
        let mut scene = frame::settle(|notes| {
            let frame = Frame::lay(self.words, notes, &[], look)?;
            self.lay(&series, &curves, &ticks, frame, look)
        })?;
        scene.alt = alt::describe(self.kind, &series, |value| self.unit.label(value));
        Ok(scene)
    }

    fn ticks(&self, series: &[Series]) -> Vec<f64> {
        let (mut low, mut high) = series::extent(series);
        if self.scale == Scale::Log {
            return decades::ticks(low, high);
        }
        let level = self.reference.map(|(level, _)| level);
        for held in level.into_iter().chain(self.from_zero.then_some(0.0)) {
            (low, high) = (low.min(held), high.max(held));
        }
        // Per cent ticks are round in per cent, not in fractions; both agree on powers of ten.
        ticks::values(low, high)
    }

    /// The words of the ticks on an axis of `height` pixels.
    fn tick_words(&self, ticks: &[f64], height: f64) -> Vec<String> {
        if self.scale == Scale::Linear {
            return self.unit.ticks(ticks);
        }
        // A log axis runs through thousands and billions, so each tick has the unit that suits it.
        let named = decades::named(ticks, height);
        let word = |(tick, named): (&f64, bool)| match named {
            true => self.unit.ticks(&[*tick]).concat(),
            false => String::new(),
        };
        ticks.iter().zip(named).map(word).collect()
    }

    fn lay(
        &self,
        series: &[Series],
        curves: &[Curve<'_>],
        ticks: &[f64],
        frame: Frame,
        look: &Look,
    ) -> Result<(Scene, Vec<String>)> {
        let years = series::span(series);
        let endings = ends::endings(curves, self.unit, years.1, look);
        let lay = |room: f64, tick_words: &[String]| {
            let ground = Ground {
                look,
                room: frame.room,
                ticks,
                tick_words,
                years,
                slots: false,
                right: ends::width(&endings) + room,
                inset: 0.0,
                marks: self.marks,
            };
            Plane::lay_on(&ground, self.scale)
        };
        // How many ticks have names depends on the height that the events leave, so that is found first.
        let mut tick_words = self.tick_words(ticks, 0.0);
        let mut plane = lay(ends::NEAR, &tick_words)?;
        if self.scale == Scale::Log {
            tick_words = self.tick_words(ticks, plane.area.height());
            plane = lay(ends::NEAR, &tick_words)?;
        }
        // Connectors need room only where a name had to move away from its line.
        let mut placed = ends::place(&endings, &plane, ends::NEAR);
        if placed.moved {
            plane = lay(ends::FAR, &tick_words)?;
            placed = ends::place(&endings, &plane, ends::FAR);
        }
        let mut marks = self.lines(curves, &plane, series::step(series));
        marks.extend(placed.shapes);
        names::inner(self.reference, curves, &endings, &plane, &mut marks);

        let mut notes = alt::gaps(series, "value");
        if self.scale == Scale::Log {
            notes.push("The axis is logarithmic: equal distances are equal ratios.".to_owned());
        } else if !ticks.contains(&0.0) {
            notes.push("The axis does not start at zero.".to_owned());
        }
        let grey = curves.iter().filter(|curve| !curve.focus).count();
        if grey > 0 {
            notes.push(format!("Grey lines: {grey} other series."));
        }
        match placed.dropped {
            0 => {}
            1 => notes.push("One line has no name for lack of room.".to_owned()),
            many => notes.push(format!("{many} lines have no name for lack of room.")),
        }
        notes.extend(plane.notes.clone());
        Ok((plane.scene(look, self.words, frame.shapes, marks), notes))
    }

    /// Grey lines first, then those in focus, the first given on top.
    fn lines(&self, curves: &[Curve<'_>], plane: &Plane, step: f64) -> Vec<Shape> {
        let mut shapes = Vec::new();
        if let Some((level, _)) = self.reference {
            shapes.push(plane.level(level, plane.colours.text, None));
        }
        if plane.y.low <= 0.0 && plane.y.high >= 0.0 {
            shapes.push(plane.level(0.0, plane.colours.zero, None));
        }
        let focused = curves.iter().filter(|curve| curve.focus);
        let dotted = dotted(curves);
        let grey = curves.iter().filter(|curve| !curve.focus);
        let strokes: Vec<Stroke> = grey
            .chain(focused.rev())
            .map(|curve| Stroke::lay(curve, plane, step))
            .collect();
        for (place, stroke) in strokes.iter().enumerate() {
            stroke.draw(&mut shapes, &strokes, place, plane, dotted);
        }
        shapes
    }
}

/// Refuses a figure that a log axis has no place for.
fn above_zero(series: &[Series]) -> Result<()> {
    for one in series {
        if let Some((year, value)) = one.values().find(|(_, value)| *value <= 0.0) {
            let (name, year) = (&one.name, alt::year(year));
            let figure = if value == 0.0 { "zero" } else { "below zero" };
            return refuse(format!(
                "`{name}` is {figure} in {year}, which a logarithmic axis cannot show; use a linear axis, or leave the figure missing"
            ));
        }
    }
    Ok(())
}
