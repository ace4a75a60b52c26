//! A balance over the years: the surplus above zero, the deficit below, each in its colour.

mod lobes;

use lobes::{Lobe, NAME, SIDES, areas, edges, inside, lobes};

use crate::charts::canvas::face::{self, Weight};
use crate::charts::canvas::scene::{Anchor, Role, Scene, Shape, Text};
use crate::charts::layout::alt;
use crate::charts::layout::frame::{self, Frame, KeyWord};
use crate::charts::layout::plane::{Ground, Plane};
use crate::charts::layout::ticks;
use crate::charts::series::{self, Look, Mark, Point, Series, Unit, Words};
use crate::error::Result;

/// The balance as an area that changes colour where it crosses zero.
///
/// The crossing is computed between the two figures around it. Missing years are gaps.
#[derive(Debug, Clone, PartialEq)]
pub struct Balance {
    /// The balance by year.
    pub points: Vec<Point>,
    /// What lies above zero: "Norway's surplus".
    pub positive: String,
    /// What lies below zero: "Norway's deficit".
    pub negative: String,
    /// What the values are.
    pub unit: Unit,
    /// Events.
    pub marks: Vec<Mark>,
    /// The words around it.
    pub words: Words,
}

impl Balance {
    /// The laid out chart.
    ///
    /// # Errors
    /// [`crate::error::Error::Chart`] if there is nothing to draw, a figure is not finite, a year is given
    /// twice, or the words leave no room.
    pub fn scene(&self, look: &Look) -> Result<Scene> {
        let series = series::checked(&[Series {
            name: "balance".to_owned(),
            points: self.points.clone(),
            ..Series::default()
        }])?;
        let mut scene = frame::settle(|notes| self.lay(&series, notes, look))?;
        let kind = format!(
            "Area chart of a balance, {} above zero and {} below",
            self.positive, self.negative
        );
        scene.alt = alt::describe(&kind, &series, |value| self.unit.label(value));
        Ok(scene)
    }

    fn lay(
        &self,
        series: &[Series],
        notes: &[String],
        look: &Look,
    ) -> Result<(Scene, Vec<String>)> {
        let (scene, notes, named) = self.lay_with(series, notes, &[], look)?;
        if named {
            return Ok((scene, notes));
        }
        // An area too thin for its name sends both names to the key above the plot.
        let colours = look.theme.colours();
        let (low, high) = series::extent(series);
        let key = [
            (high > 0.0 || low == 0.0, &self.positive, SIDES.0),
            (low < 0.0, &self.negative, SIDES.1),
        ];
        let key: Vec<KeyWord> = key
            .into_iter()
            .filter(|(seen, name, _)| *seen && !name.is_empty())
            .map(|(_, name, slot)| KeyWord {
                name: name.clone(),
                mark: colours.lines[slot],
                word: colours.words[slot],
            })
            .collect();
        let (scene, notes, _) = self.lay_with(series, &notes, &key, look)?;
        Ok((scene, notes))
    }

    fn lay_with(
        &self,
        series: &[Series],
        notes: &[String],
        key: &[KeyWord],
        look: &Look,
    ) -> Result<(Scene, Vec<String>, bool)> {
        let colours = look.theme.colours();
        let frame = Frame::lay(&self.words, notes, key, look)?;
        let (low, high) = series::extent(series);
        let ticks = ticks::values(low.min(0.0), high.max(0.0));
        let tick_words = self.unit.ticks(&ticks);
        let last = series[0].values().next_back().unwrap_or((0.0, 0.0));
        let side = if last.1 < 0.0 { SIDES.1 } else { SIDES.0 };
        let end = Text::new(
            self.unit.label(last.1),
            NAME,
            colours.words[side],
            Role::Label,
        );
        let end = end.weight(Weight::Bold);
        let mut plane = Plane::lay(&Ground {
            look,
            room: frame.room,
            ticks: &ticks,
            tick_words: &tick_words,
            years: series::span(series),
            slots: false,
            right: end.width() + 10.0,
            inset: 0.0,
            marks: &self.marks,
        })?;
        let step = series::step(series);
        let runs = series::runs(&series[0], step);
        let lobes: Vec<Lobe> = runs.iter().flat_map(|run| lobes(run, &plane)).collect();
        plane.under(areas(&lobes, &plane));
        let mut marks = vec![plane.level(0.0, plane.colours.zero, None)];
        marks.extend(edges(&lobes, &plane));
        let (x, y) = plane.at(last.0, last.1);
        // Beside the last figure, but clear of the first and last year below the plot.
        let baseline = (y + face::CAPITAL * NAME / 2.0).min(plane.area.bottom);
        marks.push(Shape::Text(end.at(x + 10.0, baseline, Anchor::Start)));
        let mut named = true;
        if key.is_empty() {
            for (above, name) in [(true, &self.positive), (false, &self.negative)] {
                if name.is_empty() || lobes.iter().all(|lobe| lobe.above != above) {
                    continue;
                }
                match inside(name, above, &lobes, &plane) {
                    Some(text) => marks.push(Shape::Text(text)),
                    None => named = false,
                }
            }
        }
        let mut notes = alt::gaps(
            &[Series {
                name: "the balance".to_owned(),
                ..series[0].clone()
            }],
            "value",
        );
        notes.extend(plane.notes.clone());
        Ok((
            plane.scene(look, &self.words, frame.shapes, marks),
            notes,
            named,
        ))
    }
}
