//! Lines over the years with their names at their ends: the body of level and index charts.

mod stroke;

use stroke::draw;

use crate::charts::canvas::face;
use crate::charts::canvas::scene::{Anchor, Role, Scene, Shape, Text};
use crate::charts::layout::alt;
use crate::charts::layout::curve::{Curve, coloured};
use crate::charts::layout::ends::{self, Ending};
use crate::charts::layout::frame::{self, Frame};
use crate::charts::layout::plane::{Ground, Plane};
use crate::charts::layout::{spot, ticks};
use crate::charts::series::{self, Look, Mark, Series, Unit, Words};
use crate::error::Result;

/// Up to this many figures each get a dot; more dots than that hide the line.
const DOTS: usize = 15;

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
    /// Whether the axis reaches down to zero.
    pub from_zero: bool,
    /// A level to draw as a solid line, with its name.
    pub reference: Option<(f64, &'a str)>,
}

impl Curves<'_> {
    /// The laid out chart.
    pub fn scene(&self, look: &Look) -> Result<Scene> {
        let series = series::checked(self.series)?;
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
        let level = self.reference.map(|(level, _)| level);
        for held in level.into_iter().chain(self.from_zero.then_some(0.0)) {
            (low, high) = (low.min(held), high.max(held));
        }
        // Per cent ticks are round in per cent, not in fractions; both agree on powers of ten.
        ticks::values(low, high)
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
        let tick_words = self.unit.ticks(ticks);
        let ground = |room: f64| Ground {
            look,
            room: frame.room,
            ticks,
            tick_words: &tick_words,
            years,
            slots: false,
            right: ends::width(&endings) + room,
            inset: 0.0,
            marks: self.marks,
        };
        // Connectors need room only where a name had to move away from its line.
        let mut plane = Plane::lay(&ground(ends::NEAR))?;
        let mut placed = ends::place(&endings, &plane, ends::NEAR);
        if placed.moved {
            plane = Plane::lay(&ground(ends::FAR))?;
            placed = ends::place(&endings, &plane, ends::FAR);
        }
        let mut marks = self.lines(curves, &plane, series::step(series));
        marks.extend(placed.shapes);
        self.inner_names(curves, &endings, &plane, &mut marks);

        let mut notes = alt::gaps(series, "value");
        if !ticks.contains(&0.0) {
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
        let dotted = focused
            .clone()
            .all(|one| one.series.values().count() <= DOTS);
        for curve in curves.iter().filter(|curve| !curve.focus) {
            draw(&mut shapes, curve, plane, step, false);
        }
        for curve in focused.rev() {
            draw(&mut shapes, curve, plane, step, dotted);
        }
        shapes
    }

    /// Names that stand inside the plot: the reference level, and sources that end before another goes on.
    fn inner_names(
        &self,
        curves: &[Curve<'_>],
        endings: &[Ending],
        plane: &Plane,
        marks: &mut Vec<Shape>,
    ) {
        const SIZE: f64 = 12.0;
        let mut names = Vec::new();
        if let Some((level, name)) = self.reference {
            let y = plane.y.position(level);
            let text = Text::new(name, SIZE, plane.colours.text, Role::Label);
            let places = (0..=20).flat_map(|part| {
                let x = plane.area.left + 6.0 + part as f64 / 20.0 * (plane.area.width() - 12.0);
                let text = &text;
                [y - 5.0, y + 5.0 + face::CAPITAL * SIZE].map(|baseline| {
                    let side = if part > 10 {
                        Anchor::End
                    } else {
                        Anchor::Start
                    };
                    text.clone().at(x, baseline, side).halo(plane.behind(x))
                })
            });
            names.push(places.collect::<Vec<Text>>());
        }
        for curve in curves.iter().filter(|curve| curve.focus) {
            let ended_here = endings.iter().all(|ending| ending.index != curve.index);
            let Some((year, value)) = curve.series.values().next_back() else {
                continue;
            };
            if ended_here && !curve.series.detail.is_empty() {
                let (x, y) = plane.at(year, value);
                let text = Text::new(curve.series.detail.clone(), SIZE, curve.word, Role::Label);
                names.push(around(&text, x, y, plane));
            }
        }
        for candidates in names {
            let seen: Vec<&Shape> = plane.shapes.iter().chain(marks.iter()).collect();
            if let Some(text) = spot::free(candidates, &plane.area, &seen) {
                marks.push(Shape::Text(text));
            }
        }
    }
}

/// Places for a word around a point, the nearest first.
fn around(text: &Text, x: f64, y: f64, plane: &Plane) -> Vec<Text> {
    let height = face::CAPITAL * text.size;
    let mut places = Vec::new();
    for away in [8.0, 14.0, 22.0, 32.0, 44.0, 60.0, 80.0] {
        for (dx, baseline, anchor) in [
            // To the left, over the line's own way: to the right another source goes on.
            (-2.0, y - away, Anchor::End),
            (-2.0, y + away + height, Anchor::End),
        ] {
            let placed = text.clone().at(x + dx, baseline, anchor);
            places.push(placed.halo(plane.behind(x + dx)));
        }
    }
    places
}
