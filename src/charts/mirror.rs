//! One flow as both sides report it: a dot and a ring a year, and the gap between them.

mod key;
mod pairs;

use pairs::{dumbbells, gaps, lone, pairs, widest};

use crate::charts::canvas::scene::{Scene, Shape};
use crate::charts::layout::curve::Curve;
use crate::charts::layout::frame::{self, Frame};
use crate::charts::layout::plane::{Ground, Plane};
use crate::charts::layout::{alt, annual, ends};
use crate::charts::series::{self, Look, Mark, Series, Unit, Words};
use crate::error::Result;

/// Radius of dots and rings where years have room.
const RADIUS: f64 = 6.5;
/// Narrower canvases, or names that take more of the width than this, have a key instead of labels.
const NARROW: f64 = 480.0;
const SHARE: f64 = 0.28;

/// The exporter's and the importer's reports of one flow, year by year, with the gap between them.
///
/// The exporter's report is a dot, the importer's a ring, so that colour is not the only key. Over a pair
/// stands how far the importer's report lies above or below the exporter's, in per cent of the exporter's. A year
/// with one report has one mark and a note; a report is never taken for zero.
///
/// In the scene a datum's series is 0 for the exporter's report and 1 for the importer's.
#[derive(Debug, Clone, PartialEq)]
pub struct Mirror {
    /// The exporter's reports, at whole years; its name is said in the chart: "Norway reports".
    pub exporter: Series,
    /// The importer's reports.
    pub importer: Series,
    /// What the values are.
    pub unit: Unit,
    /// Events.
    pub marks: Vec<Mark>,
    /// The words around it.
    pub words: Words,
}

impl Mirror {
    /// The laid out chart.
    ///
    /// # Errors
    /// [`crate::error::Error::Chart`] if there is nothing to draw, a figure is not finite or not at a whole
    /// year, a report has a year twice, or the words leave no room.
    pub fn scene(&self, look: &Look) -> Result<Scene> {
        let series = annual::checked(&[self.exporter.clone(), self.importer.clone()])?;
        let mut scene = frame::settle(|notes| self.lay(&series, notes, look))?;
        let kind = "Dumbbell chart of one flow as both sides report it";
        scene.alt = alt::describe(kind, &series, |value| self.unit.label(value));
        scene.alt.extend(widest(&pairs(&series)));
        Ok(scene)
    }

    fn lay(
        &self,
        series: &[Series],
        notes: &[String],
        look: &Look,
    ) -> Result<(Scene, Vec<String>)> {
        let colours = look.theme.colours();
        let slots = annual::two_slots(&series[0], &series[1], colours);
        let pairs = pairs(series);
        let mut frame = Frame::lay(&self.words, notes, &[], look)?;
        let curves: Vec<Curve<'_>> = (0..2)
            .map(|index| Curve {
                index,
                series: &series[index],
                line: colours.lines[slots[index]],
                word: colours.words[slots[index]],
                focus: true,
                marker: None,
            })
            .collect();
        let endings = ends::endings(&curves, &self.unit, series::span(series).1, look);
        let names = ends::width(&endings) + ends::FAR;
        let canvas = f64::from(look.width);
        let direct = canvas >= NARROW && names <= canvas * SHARE && endings.len() == 2;
        if !direct {
            frame
                .shapes
                .extend(key::row(&curves, &mut frame.room, colours));
        }

        let (low, high) = series::extent(series);
        let ticks = annual::value_ticks(low.min(0.0), high.max(0.0), frame.room.height());
        let ground = |right: f64| {
            Plane::lay(&Ground {
                look,
                room: frame.room,
                ticks: &ticks,
                tick_words: &self.unit.ticks(&ticks),
                years: series::span(series),
                slots: true,
                right,
                inset: annual::inset(frame.room.height()),
                marks: &self.marks,
            })
        };
        let half = |plane: &Plane| (plane.x.position(1.0) - plane.x.position(0.0)) / 2.0;
        let radius = |plane: &Plane| RADIUS.min(half(plane) * 0.76).max(2.0);
        let mut plane = ground(if direct { names } else { 0.0 })?;
        if direct {
            // Names begin beside the last marks, in the middle of their slot, and need less room beyond it.
            plane = ground((names + radius(&plane) - half(&plane)).max(0.0))?;
        }
        let radius = radius(&plane);
        let mut labels = Vec::new();
        if direct {
            let mut beside = plane.clone();
            beside.area.right += radius - half(&plane);
            let near = ends::place(&endings, &beside, ends::NEAR);
            labels = match near.moved {
                true => ends::place(&endings, &beside, ends::FAR).shapes,
                false => near.shapes,
            };
        }
        for label in &mut labels {
            if let Shape::Text(text) = label {
                text.halo = Some(plane.behind(text.x));
            }
        }
        let mut marks = vec![plane.level(0.0, plane.colours.zero, None)];
        marks.extend(dumbbells(
            &pairs,
            [curves[0].line, curves[1].line],
            radius,
            &plane,
        ));
        let (gaps, silent) = gaps(&pairs, radius, &labels, &plane);
        let bare = gaps.iter().any(|text| !text.content.ends_with('%'));
        marks.extend(gaps.into_iter().map(Shape::Text));
        marks.extend(labels);

        let mut notes = lone(&pairs, series);
        if pairs.iter().any(|pair| pair.gap().is_some()) {
            let what = if bare {
                "Figures over the marks, in per cent"
            } else {
                "Percentages"
            };
            notes.push(format!(
                "{what}: the importer’s report against the exporter’s."
            ));
        }
        notes.extend(silent);
        notes.extend(plane.notes.clone());
        Ok((plane.scene(look, &self.words, frame.shapes, marks), notes))
    }
}
