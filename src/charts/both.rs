//! Exports upward and imports downward from one zero line, year by year.

mod balance;
mod bars;

use balance::{balance, line};
use bars::{bars, values};

use crate::charts::canvas::scene::{Rect, Scene, Shape};
use crate::charts::layout::frame::{self, Frame, KeyWord};
use crate::charts::layout::plane::{Ground, Plane};
use crate::charts::layout::{alt, annual};
use crate::charts::series::{self, Look, Mark, Series, Unit, Words, refuse};
use crate::error::Result;

/// Room beside the plot for the value of the last year, which is wider than its bar.
const BESIDE: f64 = 12.0;

/// Both flows of a pair of countries as bars on one scale, exports up and imports down.
///
/// The words of the axis carry no minus: below the zero line stand amounts too. A missing year has no bar and a dash in
/// its place. The balance, if asked for, is a line with dots over the bars, drawn where both flows have a value.
///
/// In the scene a datum's series is 0 for exports, 1 for imports and 2 for the balance. Imports carry
/// minus their amount, for that is where they stand on `y`.
#[derive(Debug, Clone, PartialEq)]
pub struct Both {
    /// Exports, at whole years.
    pub exports: Series,
    /// Imports, as amounts of zero or more.
    pub imports: Series,
    /// Whether to draw exports less imports.
    pub balance: bool,
    /// What the values are.
    pub unit: Unit,
    /// Events.
    pub marks: Vec<Mark>,
    /// The words around it.
    pub words: Words,
}

impl Both {
    /// The laid out chart.
    ///
    /// # Errors
    /// [`crate::error::Error::Chart`] if there is nothing to draw, a figure is negative, not finite or not at
    /// a whole year, a flow has a year twice, or the words leave no room.
    pub fn scene(&self, look: &Look) -> Result<Scene> {
        let flows = annual::checked(&[self.exports.clone(), self.imports.clone()])?;
        for flow in &flows {
            if let Some((year, value)) = flow.values().find(|(_, value)| *value < 0.0) {
                let (name, value) = (&flow.name, self.unit.label(value));
                return refuse(format!(
                    "`{name}` is negative in {year} ({value}), and a flow is an amount; draw the balance instead"
                ));
            }
        }
        let mut scene = frame::settle(|notes| self.lay(&flows, notes, look))?;
        let mut told = flows.clone();
        if self.balance {
            told.push(balance(&flows));
        }
        let kind = "Bar chart, exports up and imports down from zero";
        scene.alt = alt::describe(kind, &told, |value| self.unit.label(value));
        Ok(scene)
    }

    fn lay(&self, flows: &[Series], notes: &[String], look: &Look) -> Result<(Scene, Vec<String>)> {
        let colours = look.theme.colours();
        let slots = annual::two_slots(&flows[0], &flows[1], colours);
        let mut key: Vec<KeyWord> = flows
            .iter()
            .zip(slots)
            .filter(|(flow, _)| !flow.name.is_empty())
            .map(|(flow, slot)| KeyWord {
                name: flow.name.clone(),
                mark: colours.lines[slot],
                word: colours.words[slot],
            })
            .collect();
        let balance = if self.balance {
            balance(flows)
        } else {
            Series::default()
        };
        if self.balance {
            key.push(KeyWord {
                name: balance.name.clone(),
                mark: colours.title,
                word: colours.title,
            });
        }
        let frame = Frame::lay(&self.words, notes, &key, look)?;
        let most = |flow: &Series| {
            flow.values()
                .fold(0.0f64, |most, (_, value)| most.max(value))
        };
        let ends = [-most(&flows[1]), most(&flows[0])];
        let ticks = annual::value_ticks(ends[0], ends[1], frame.room.height());
        let amounts: Vec<f64> = ticks.iter().map(|tick| tick.abs()).collect();
        let words = self.unit.ticks(&amounts);
        let ground = |ticks, tick_words, right| Ground {
            look,
            room: frame.room,
            ticks,
            tick_words,
            years: series::span(flows),
            slots: true,
            right,
            inset: annual::inset(frame.room.height()),
            marks: &self.marks,
        };
        // With all values at their bars there is no need of an axis, and the bars may take the whole height.
        let mut plane = Plane::lay(&ground(&ends, &[], 0.0))?;
        let mut bars = bars(flows, slots, &plane);
        let mut values = values(&bars, &balance, &self.unit, &plane);
        if values.len() < bars.len() {
            plane = Plane::lay(&ground(&ticks, &words, BESIDE))?;
            bars = bars::bars(flows, slots, &plane);
            values = bars::few_values(&bars, &balance, &self.unit, &plane);
        }
        let mut marks: Vec<Shape> = bars
            .iter()
            .filter(|bar| bar.datum.is_some())
            .map(|bar| {
                Shape::Rect(Rect {
                    area: bar.area,
                    colour: bar.line,
                    datum: bar.datum,
                })
            })
            .collect();
        marks.push(plane.level(0.0, plane.colours.zero, None));
        marks.extend(line(&balance, &plane));
        marks.extend(values.into_iter().map(Shape::Text));
        let mut notes = alt::gaps(flows, "value");
        notes.extend(plane.notes.clone());
        Ok((plane.scene(look, &self.words, frame.shapes, marks), notes))
    }
}
