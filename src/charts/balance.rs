//! A balance over the years: the surplus above zero, the deficit below, each in its colour.

use crate::charts::alt;
use crate::charts::face::{self, Weight};
use crate::charts::frame::{self, Frame, KeyWord};
use crate::charts::plane::{Ground, Plane};
use crate::charts::scene::{Anchor, Circle, Datum, Path, Polygon, Role, Scene, Shape, Text};
use crate::charts::series::{self, Look, Mark, Point, Series, Unit, Words};
use crate::charts::ticks;
use crate::error::Result;

/// Em size of the names in the areas and of the last value.
const NAME: f64 = 13.5;
/// How strongly an area is coloured; its edge and its name have the full colour.
const TINT: f64 = 0.22;
/// The colours above and below zero, as in every diverging chart: blue and rust.
const SIDES: (usize, usize) = (0, 1);

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

/// A stretch on one side of zero; corners that are no figures carry no datum.
struct Lobe {
    above: bool,
    points: Vec<(f64, f64)>,
    data: Vec<Option<Datum>>,
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
        let mut notes = alt::gaps(&[Series {
            name: "the balance".to_owned(),
            ..series[0].clone()
        }]);
        notes.extend(plane.notes.clone());
        Ok((
            plane.scene(look, &self.words, frame.shapes, marks),
            notes,
            named,
        ))
    }
}

/// A run cut where it crosses zero.
fn lobes(run: &[(f64, f64)], plane: &Plane) -> Vec<Lobe> {
    let mut lobes: Vec<Lobe> = Vec::new();
    let mut before: Option<(f64, f64)> = None;
    for (year, value) in run {
        let datum = Datum {
            series: 0,
            year: *year,
            value: *value,
        };
        let crossing =
            before
                .filter(|(_, earlier)| earlier * value < 0.0)
                .map(|(when, earlier)| {
                    let share = earlier / (earlier - value);
                    plane.at(when + (year - when) * share, 0.0)
                });
        // A figure of exactly zero belongs to the side it comes from.
        let above = *value > 0.0 || (*value == 0.0 && lobes.last().is_none_or(|lobe| lobe.above));
        let turned = lobes.last().is_some_and(|lobe| lobe.above != above);
        if lobes.is_empty() || turned {
            let mut lobe = Lobe {
                above,
                points: Vec::new(),
                data: Vec::new(),
            };
            if let Some(last) = lobes.last_mut() {
                let corner = crossing.or(last.points.last().copied());
                if crossing.is_some() {
                    last.points.extend(corner);
                    last.data.extend(corner.map(|_| None));
                }
                lobe.points.extend(corner);
                lobe.data.extend(corner.map(|_| None));
            }
            lobes.push(lobe);
        }
        if let Some(lobe) = lobes.last_mut() {
            lobe.points.push(plane.at(*year, *value));
            lobe.data.push(Some(datum));
        }
        before = Some((*year, *value));
    }
    lobes
}

fn areas(lobes: &[Lobe], plane: &Plane) -> Vec<Shape> {
    let zero = plane.y.position(0.0);
    let wide = lobes.iter().filter(|lobe| lobe.points.len() > 1);
    wide.map(|lobe| {
        let mut points = lobe.points.clone();
        points.push((points[points.len() - 1].0, zero));
        points.push((points[0].0, zero));
        let colour = colour(lobe, plane).over(plane.colours.background, TINT);
        Shape::Polygon(Polygon { points, colour })
    })
    .collect()
}

fn edges(lobes: &[Lobe], plane: &Plane) -> Vec<Shape> {
    let mut shapes = Vec::new();
    for lobe in lobes {
        if let ([centre], [datum]) = (&lobe.points[..], &lobe.data[..]) {
            shapes.push(Shape::Circle(Circle {
                centre: *centre,
                radius: 3.4,
                colour: colour(lobe, plane),
                datum: *datum,
            }));
            continue;
        }
        shapes.push(Shape::Path(Path {
            points: lobe.points.clone(),
            width: 2.0,
            colour: colour(lobe, plane),
            dash: None,
            data: lobe.data.clone(),
        }));
    }
    shapes
}

fn colour(lobe: &Lobe, plane: &Plane) -> crate::charts::scene::Rgb {
    plane.colours.lines[if lobe.above { SIDES.0 } else { SIDES.1 }]
}

/// A name where its area is roomiest; `None` if the area is too thin everywhere.
fn inside(name: &str, above: bool, lobes: &[Lobe], plane: &Plane) -> Option<Text> {
    let slot = if above { SIDES.0 } else { SIDES.1 };
    // On its own tint a colour needs more ink to be read.
    let ink = plane.colours.words[slot].over(plane.colours.title, 0.65);
    let text = Text::new(name, NAME, ink, Role::Label).weight(Weight::Bold);
    let zero = plane.y.position(0.0);
    let mut best: Option<(f64, f64, f64)> = None;
    for lobe in lobes.iter().filter(|lobe| lobe.above == above) {
        let (from, to) = (lobe.points[0].0, lobe.points[lobe.points.len() - 1].0);
        let half = text.width() / 2.0 + 6.0;
        for part in 0..=60 {
            let x = from + (to - from) * f64::from(part) / 60.0;
            if x - half < from || x + half > to {
                continue;
            }
            // The area is thinnest over the name where its edge comes nearest to zero.
            let over =
                (0..=20).map(|step| height(lobe, x - half + 2.0 * half * f64::from(step) / 20.0));
            let thinnest = over.map(|y| (y - zero).abs()).fold(f64::MAX, f64::min);
            if thinnest > 1.6 * NAME && best.is_none_or(|(most, ..)| thinnest > most) {
                let middle = zero + if above { -thinnest } else { thinnest } / 2.0;
                best = Some((thinnest, x, middle));
            }
        }
    }
    let (_, x, middle) = best?;
    Some(text.at(x, middle + face::CAPITAL * NAME / 2.0, Anchor::Middle))
}

/// The edge of a lobe at a pixel of the x axis.
fn height(lobe: &Lobe, x: f64) -> f64 {
    let pair = lobe
        .points
        .windows(2)
        .find(|two| two[0].0 <= x && x <= two[1].0);
    pair.map_or(f64::NAN, |two| {
        let share = (x - two[0].0) / (two[1].0 - two[0].0);
        two[0].1 + (two[1].1 - two[0].1) * share
    })
}
