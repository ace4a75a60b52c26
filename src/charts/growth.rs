//! Change on the year before: bars up and down from zero.

mod values;

use values::{extremes, values};

use crate::charts::canvas::scene::{Area, Datum, Rect, Rgb, Scene, Shape};
use crate::charts::layout::alt;
use crate::charts::layout::frame::{self, Frame, KeyWord};
use crate::charts::layout::plane::{Ground, Plane};
use crate::charts::layout::ticks;
use crate::charts::series::{self, Look, Mark, Series, Unit, Words, refuse};
use crate::error::Result;
use crate::model::number;

/// Beyond three bars a year the eye no longer finds its series.
const MOST: usize = 3;
/// Room inside the plot for the values of the longest bars.
const INSET: f64 = 20.0;
/// The share of a year's slot its bars take, and the widest bar.
const SHARE: f64 = 0.8;
const WIDEST: f64 = 48.0;

/// Growth of up to three series, grouped by year.
///
/// Values are fractions: 0.18 is drawn as +18%. A missing year has no bar and a dash in its place, so that it
/// is not taken for zero. Every bar carries its value; where not all fit, an axis appears, and only the
/// highest and the lowest bar of each series carry theirs.
#[derive(Debug, Clone, PartialEq)]
pub struct Growth {
    /// The series, as fractions, at whole years.
    pub series: Vec<Series>,
    /// Events.
    pub marks: Vec<Mark>,
    /// The words around it.
    pub words: Words,
}

/// A bar, or the place of a missing one.
struct Bar {
    area: Area,
    datum: Option<Datum>,
    line: Rgb,
    word: Rgb,
}

impl Growth {
    /// The laid out chart.
    ///
    /// # Errors
    /// [`crate::error::Error::Chart`] if there is nothing to draw, there are more than three series, a
    /// figure is not finite or not at a whole year, or the words leave no room.
    pub fn scene(&self, look: &Look) -> Result<Scene> {
        let series = series::checked(&self.series)?;
        if series.len() > MOST {
            let count = series.len();
            return refuse(format!(
                "growth bars show up to {MOST} series, not {count}; choose fewer or draw lines"
            ));
        }
        let mut points = series.iter().flat_map(|one| &one.points);
        if let Some(point) = points.find(|point| point.year.fract() != 0.0) {
            let year = point.year;
            return refuse(format!(
                "growth bars stand at whole years, not at {year}; draw lines"
            ));
        }
        let mut scene = frame::settle(|notes| self.lay(&series, notes, look))?;
        scene.alt = alt::describe("Bar chart of growth", &series, number::percent);
        Ok(scene)
    }

    fn lay(
        &self,
        series: &[Series],
        notes: &[String],
        look: &Look,
    ) -> Result<(Scene, Vec<String>)> {
        let colours = look.theme.colours();
        let keys: Vec<&str> = series.iter().map(Series::colour_key).collect();
        let slots = distinct(look.theme.colours().slots(&keys));
        let key: Vec<KeyWord> = series
            .iter()
            .zip(&slots)
            .filter(|(one, _)| !one.name.is_empty())
            .map(|(one, slot)| KeyWord {
                name: full_name(one, series),
                mark: colours.lines[*slot],
                word: colours.words[*slot],
            })
            .collect();
        let frame = Frame::lay(&self.words, notes, &key, look)?;
        let (low, high) = series::extent(series);
        let ticks = ticks::values(low.min(0.0), high.max(0.0));
        let words = Unit::Percent.ticks(&ticks);
        let ends = [low.min(0.0), high.max(0.0)];
        let ground = |ticks, tick_words| Ground {
            look,
            room: frame.room,
            ticks,
            tick_words,
            years: series::span(series),
            slots: true,
            right: 0.0,
            inset: INSET,
            marks: &self.marks,
        };
        // Without an axis the bars may take the whole height; with one it runs from tick to tick.
        let mut plane = Plane::lay(&ground(&ends, &[]))?;
        let mut bars = bars(series, &slots, &plane);
        let every: Vec<usize> = (0..bars.len()).collect();
        let mut values = values(&every, &bars, &plane);
        if values.len() < bars.len() {
            plane = Plane::lay(&ground(&ticks, &words))?;
            bars = self::bars(series, &slots, &plane);
            values = self::values(&extremes(&bars), &bars, &plane);
        }
        // The zero line first, so that a bar of zero shows on it.
        let mut marks = vec![plane.level(0.0, plane.colours.zero, None)];
        marks.extend(bars.iter().filter(|bar| bar.datum.is_some()).map(|bar| {
            Shape::Rect(Rect {
                area: bar.area,
                colour: bar.line,
                datum: bar.datum,
            })
        }));
        marks.extend(values.into_iter().map(Shape::Text));
        let mut notes = alt::gaps(series, "growth rate");
        notes.extend(plane.notes.clone());
        Ok((plane.scene(look, &self.words, frame.shapes, marks), notes))
    }
}

/// Two sources of one country share its key, but two bars side by side need two colours.
fn distinct(mut slots: Vec<usize>) -> Vec<usize> {
    for index in 1..slots.len() {
        while slots[..index].contains(&slots[index]) {
            slots[index] = (slots[index] + 2) % 7;
        }
    }
    slots
}

fn full_name(one: &Series, all: &[Series]) -> String {
    let shared = all.iter().filter(|other| other.name == one.name).count() > 1;
    if shared && !one.detail.is_empty() {
        format!("{} ({})", one.name, one.detail)
    } else {
        one.name.clone()
    }
}

fn bars(series: &[Series], slots: &[usize], plane: &Plane) -> Vec<Bar> {
    let slot = plane.x.position(1.0) - plane.x.position(0.0);
    let width = (slot * SHARE / series.len() as f64).min(WIDEST);
    let (first, last) = (plane.x.low.ceil() as i64, plane.x.high.floor() as i64);
    let zero = plane.y.position(0.0);
    let mut bars = Vec::new();
    for year in (first..=last).map(|year| year as f64) {
        for (index, one) in series.iter().enumerate() {
            let middle = (series.len() as f64 - 1.0) / 2.0;
            let centre = plane.x.position(year) + (index as f64 - middle) * width;
            let given = one.at(year);
            let end = given.map_or(zero, |value| plane.y.position(value));
            bars.push(Bar {
                // A sliver of ground keeps neighbours apart.
                area: Area {
                    left: centre - width * 0.47,
                    top: end.min(zero),
                    right: centre + width * 0.47,
                    bottom: end.max(zero),
                },
                datum: given.map(|value| Datum {
                    series: index,
                    year,
                    value,
                }),
                line: plane.colours.lines[slots[index]],
                word: plane.colours.words[slots[index]],
            });
        }
    }
    bars
}
