//! Small multiples: one panel per partner or product, all on the same axes.

mod events;
mod figures;
mod grid;
mod head;
mod panel;
mod words;

use figures::Figures;
use grid::Grid;
use panel::Drawing;

use crate::charts::canvas::scene::{Axis, Rgb, Scene};
use crate::charts::layout::alt;
use crate::charts::layout::frame::{self, Frame};
use crate::charts::series::{self, Look, Mark, Series, Unit, Words};
use crate::error::Result;

/// More panels than this are too small to be read.
const PANELS: usize = 24;

/// One small chart.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Panel {
    /// The partner or product it shows.
    pub name: String,
    /// One line, or two such as exports and imports.
    pub series: Vec<Series>,
}

/// A grid of small charts that share their years and, unless told otherwise, their values.
///
/// Panels stand by rank, the most important first; those that do not fit are dropped from the end and
/// counted in a note. Lines of one name share a colour in all panels; if there are several names a key
/// tells them. Lines break where a year is missing, and a figure alone is a dot.
///
/// A mark's series counts the lines of all panels shown, in order. The scene's `plot`, `x` and `y` are the
/// first panel's; every other panel is the same, moved to where its own axis stands. With `own_scale` that
/// holds for the years alone.
#[derive(Debug, Clone, PartialEq)]
pub struct Multiples {
    /// The panels, the most important first.
    pub panels: Vec<Panel>,
    /// What the values are.
    pub unit: Unit,
    /// Whether axes reach down to zero.
    pub from_zero: bool,
    /// Whether each panel has a value axis of its own; a note says so.
    pub own_scale: bool,
    /// Whether the other panels' lines stand in grey behind each panel's own; needs a shared axis.
    pub others_behind: bool,
    /// Events.
    pub marks: Vec<Mark>,
    /// The words around it.
    pub words: Words,
}

impl Multiples {
    /// The laid out chart.
    ///
    /// # Errors
    /// [`crate::error::Error::Chart`] if there is nothing to draw, a panel has more than two lines, a figure is
    /// not finite, a line has a year twice, other lines are asked for behind axes that differ, or there is no
    /// room for even one panel.
    pub fn scene(&self, look: &Look) -> Result<Scene> {
        let figures = self.figures()?;
        let mut scene = frame::settle(|notes| self.lay(&figures, notes, look))?;
        let told: Vec<Series> = figures
            .lines
            .iter()
            .zip(&figures.panel)
            .map(|(line, panel)| self.told(line, *panel))
            .collect();
        let kind = match self.panels.len() {
            1 => "Small line chart".to_owned(),
            many => format!("{many} small line charts"),
        };
        scene.alt = alt::describe(&kind, &told, |value| self.unit.label(value));
        Ok(scene)
    }

    fn lay(
        &self,
        figures: &Figures,
        notes: &[String],
        look: &Look,
    ) -> Result<(Scene, Vec<String>)> {
        let colours = look.theme.colours();
        let hues = self.hues(figures, look);
        let frame = Frame::lay(&self.words, notes, &self.key(figures, &hues), look)?;
        let axes = self.axes(figures);
        let heads: Vec<head::Head> = (0..self.panels.len())
            .map(|index| self.head(figures, index, &hues, colours.muted))
            .collect();
        let grid = grid::lay(
            &heads[..heads.len().min(PANELS)],
            &axes,
            &self.unit,
            &frame.room,
            self.own_scale,
        )?;
        let mut drawing = Drawing {
            years: series::span(&figures.lines),
            step: series::step(&figures.lines),
            colours,
            shapes: Vec::new(),
        };
        let shown = grid.panels.len();
        for index in 0..shown {
            self.panel(figures, &hues, &grid, &axes, index, &mut drawing);
        }
        let mut notes = self.notes(figures, &heads, &grid);
        let plot = grid.panels[0];
        let ground = drawing.axes(&plot, &axes[0]);
        notes.extend(drawing.events(&self.marks, &grid, &ground));
        let mut shapes = drawing.shapes;
        shapes.extend(frame.shapes);
        let scene = Scene {
            width: f64::from(look.width),
            height: f64::from(look.height),
            background: colours.background,
            shapes,
            title: self.words.title.clone(),
            alt: String::new(),
            source: self.words.sources.join("; "),
            plot,
            x: ground.0,
            y: ground.1,
        };
        Ok((scene, notes))
    }

    fn panel(
        &self,
        figures: &Figures,
        hues: &[(Rgb, Rgb)],
        grid: &Grid,
        axes: &[Vec<f64>],
        index: usize,
        drawing: &mut Drawing,
    ) {
        let area = grid.panels[index];
        let ticks = &axes[if self.own_scale { index } else { 0 }];
        let ground = drawing.axes(&area, ticks);
        let words = self.own_scale || index.is_multiple_of(grid.columns);
        drawing.shades(&self.marks, &area, &ground.0);
        drawing.ground(
            &area,
            &ground,
            &grid.shown(ticks),
            words.then_some(&self.unit),
        );
        drawing.moments(&self.marks, &area, &ground.0);
        // Years stand under the lowest panel of each column.
        if index + grid.columns >= grid.panels.len() {
            drawing.years(&area, &ground.0);
        }
        if self.others_behind {
            let shown = figures
                .panel
                .iter()
                .filter(|panel| **panel < grid.panels.len())
                .count();
            let others = (0..shown).filter(|line| figures.panel[*line] != index);
            for line in others {
                drawing.line(&figures.lines[line], None, &ground, drawing.colours.faint);
            }
        }
        // Halos first: two lines that are nearly equal must not rub each other out.
        for (_, one) in figures.of(index) {
            drawing.halo(one, &ground);
        }
        for (line, one) in figures.of(index).into_iter().rev() {
            drawing.line(one, Some(line), &ground, hues[line].0);
        }
        drawing.head(&area, &grid.heads[index]);
    }
}

/// The axes of a panel.
type Axes = (Axis, Axis);
