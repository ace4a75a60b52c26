//! The plot's ground: axes, grid, years, events. Every kind of chart lays its marks on one.

mod spots;

use spots::{EVENT, Spot, left_out, named, spots};

use crate::charts::canvas::face::{self, Weight};
use crate::charts::canvas::scene::{Anchor, Area, Axis, Path, Rect, Rgb, Role, Scene, Shape, Text};
use crate::charts::layout::events::{self, Named};
use crate::charts::layout::frame::{MARGIN, SMALL};
use crate::charts::layout::ticks;
use crate::charts::series::{Look, Mark, Words, refuse};
use crate::charts::theme::Colours;
use crate::error::Result;

/// Names of events leave the plot at least this height.
const LEAST: f64 = 130.0;
/// Room under the plot for the years.
const YEARS: f64 = 25.5;

/// What a plane is laid from.
#[derive(Debug, Clone)]
pub struct Ground<'a> {
    /// The look of the chart.
    pub look: &'a Look,
    /// The room the words leave.
    pub room: Area,
    /// Values of the ticks; the axis runs from the first to the last.
    pub ticks: &'a [f64],
    /// Their words; empty hides grid and ticks.
    pub tick_words: &'a [String],
    /// First and last year of the data.
    pub years: (f64, f64),
    /// Whether years are slots as wide as a year (bars) or points on the axis.
    pub slots: bool,
    /// Room at the right for labels.
    pub right: f64,
    /// Room inside the plot above and below the marks.
    pub inset: f64,
    /// Events.
    pub marks: &'a [Mark],
}

/// A laid ground: where values and years stand, what is already drawn.
#[derive(Debug, Clone)]
pub struct Plane {
    /// The colours in use.
    pub colours: &'static Colours,
    /// The rectangle inside the axes.
    pub area: Area,
    /// Years to pixels.
    pub x: Axis,
    /// Values to pixels.
    pub y: Axis,
    /// Ground, back to front.
    pub shapes: Vec<Shape>,
    /// Shaded spans, as pixels.
    pub bands: Vec<(f64, f64)>,
    /// What could not be shown, a sentence each.
    pub notes: Vec<String>,
}

impl Plane {
    /// Lays axes, grid, years and events into the room.
    ///
    /// # Errors
    /// [`crate::error::Error::Chart`] if there is too little room.
    pub fn lay(ground: &Ground<'_>) -> Result<Plane> {
        let colours = ground.look.theme.colours();
        let widest = ground
            .tick_words
            .iter()
            .map(|word| face::measure(word, SMALL, Weight::Regular))
            .fold(0.0, f64::max);
        let left = ground.room.left + if widest > 0.0 { widest + 10.0 } else { 0.0 };
        let half_year = face::measure("2000", SMALL, Weight::Regular) / 2.0 + 1.0;
        let least = if ground.slots { 0.0 } else { half_year };
        let left = left.max(ground.room.left + least);
        let right = ground.room.right - ground.right.max(least);
        if right - left < 80.0 {
            return refuse(
                "the labels leave no room for the plot; widen the picture or shorten the names",
            );
        }
        let x = years_axis(ground, left, right);
        let (spots, mut notes) = spots(ground, &x);
        let names: Vec<Named> = spots.iter().map(named).collect();
        let line = face::LEADING * EVENT;
        // The plot comes first: names that would leave it too little are told in a note.
        let spare = ground.room.height() - LEAST - 2.0 * ground.inset - YEARS - 14.0;
        let rows = (spare.min(ground.room.height() * 0.42) / line).max(0.0) as usize;
        let canvas = f64::from(ground.look.width);
        let places = events::place(&names, MARGIN, canvas - MARGIN, rows);
        let taken = events::rows(&names, &places) as f64 * line;
        let head = if taken > 0.0 { taken + 14.0 } else { 12.0 };
        let area = Area {
            left,
            top: ground.room.top + head,
            right,
            bottom: ground.room.bottom - YEARS,
        };
        let gaps = ground.tick_words.len().saturating_sub(1) as f64;
        if area.height() - 2.0 * ground.inset < 40.0f64.max(gaps * face::LEADING * SMALL) {
            return refuse(
                "the words leave no room for the plot; shorten them or raise the height",
            );
        }
        notes.extend(left_out(&spots, &places));
        let mut plane = Plane {
            colours,
            area,
            x,
            y: values_axis(ground, &area),
            shapes: Vec::new(),
            bands: Vec::new(),
            notes,
        };
        plane.bands(&spots);
        plane.grid(ground);
        plane.years(ground);
        plane.events(&spots, &places);
        Ok(plane)
    }

    /// The colour behind a mark at a pixel of the x axis.
    pub fn behind(&self, x: f64) -> Rgb {
        let shaded = self
            .bands
            .iter()
            .any(|(from, to)| (*from..=*to).contains(&x));
        if shaded {
            self.colours.band
        } else {
            self.colours.background
        }
    }

    /// Where a figure stands.
    pub fn at(&self, year: f64, value: f64) -> (f64, f64) {
        (self.x.position(year), self.y.position(value))
    }

    /// A horizontal line across the plot.
    pub fn level(&self, value: f64, colour: Rgb, dash: Option<(f64, f64)>) -> Shape {
        let y = self.y.position(value);
        rule((self.area.left, y), (self.area.right, y), colour, dash)
    }

    /// Puts shapes behind grid and event lines, in front of shaded spans only.
    pub fn under(&mut self, shapes: Vec<Shape>) {
        let spans = self.bands.len();
        self.shapes.splice(spans..spans, shapes);
    }

    /// The finished scene: this ground with the words around and the marks on it.
    pub fn scene(self, look: &Look, words: &Words, around: Vec<Shape>, marks: Vec<Shape>) -> Scene {
        let mut shapes = self.shapes;
        shapes.extend(marks);
        shapes.extend(around);
        Scene {
            width: f64::from(look.width),
            height: f64::from(look.height),
            background: self.colours.background,
            shapes,
            title: words.title.clone(),
            alt: String::new(),
            source: words.sources.join("; "),
            plot: self.area,
            x: self.x,
            y: self.y,
        }
    }

    /// All spans have one opaque shade, so spans that overlap do not darken.
    fn bands(&mut self, spots: &[Spot]) {
        for spot in spots.iter().filter(|spot| spot.to > spot.from) {
            self.bands.push((spot.from, spot.to));
            self.shapes.push(Shape::Rect(Rect {
                area: Area {
                    left: spot.from,
                    right: spot.to,
                    ..self.area
                },
                colour: self.colours.band,
                datum: None,
            }));
        }
    }

    fn grid(&mut self, ground: &Ground<'_>) {
        for (value, word) in ground.ticks.iter().zip(ground.tick_words) {
            let y = self.y.position(*value);
            if *value != 0.0 {
                self.shapes
                    .push(self.level(*value, self.colours.grid, Some((4.0, 4.0))));
            }
            let baseline = y + face::CAPITAL * SMALL / 2.0;
            let text = Text::new(word.clone(), SMALL, self.colours.text, Role::Tick);
            let text = text.at(self.area.left - 10.0, baseline, Anchor::End);
            self.shapes.push(Shape::Text(text));
        }
    }

    /// Years under the plot, each with a short rule; first and last always.
    fn years(&mut self, ground: &Ground<'_>) {
        let (first, last) = (ground.years.0.ceil() as i64, ground.years.1.floor() as i64);
        let (first, last) = if first > last {
            (last, last)
        } else {
            (first, last)
        };
        let label = face::measure("2000", SMALL, Weight::Regular) + 9.0;
        let shown = self.x.position(last as f64) - self.x.position(first as f64);
        let labelled = ticks::years(first, last, shown, label);
        let bottom = self.area.bottom;
        if !ground.slots {
            let end = (self.area.right, bottom);
            let axis = rule((self.area.left, bottom), end, self.colours.zero, None);
            self.shapes.push(axis);
            let dense = shown / ((last - first).max(1) as f64) < 6.0;
            for year in first..=last {
                let named = labelled.contains(&year);
                if named || !dense {
                    let x = self.x.position(year as f64);
                    let end = (x, bottom + if named { 6.0 } else { 3.5 });
                    self.shapes
                        .push(rule((x, bottom), end, self.colours.zero, None));
                }
            }
        }
        for year in labelled {
            let x = self.x.position(year as f64);
            let text = Text::new(year.to_string(), SMALL, self.colours.text, Role::Year);
            let text = text.at(x, bottom + YEARS - 4.0, Anchor::Middle);
            self.shapes.push(Shape::Text(text));
        }
    }

    fn events(&mut self, spots: &[Spot], places: &[Option<events::Place>]) {
        let line = face::LEADING * EVENT;
        let edge = self.area.top - 10.0;
        for (spot, place) in spots.iter().zip(places) {
            let middle = (spot.from + spot.to) / 2.0;
            let span = spot.to > spot.from;
            let mut stem = self.area.top;
            if let Some(place) = place {
                let width = named(spot).width;
                let centre = place.left + width / 2.0;
                let same = spots
                    .iter()
                    .zip(places)
                    .filter(|(other, _)| ((other.from + other.to) / 2.0 - middle).abs() < 1.0);
                let lowest = same
                    .filter_map(|(_, place)| Some(place.as_ref()?.row))
                    .min();
                stem = edge - line * lowest.unwrap_or(place.row) as f64 + 2.0;
                for (index, words) in spot.lines.iter().rev().enumerate() {
                    let row = (place.row + index) as f64;
                    let baseline = edge - face::DESCENT * EVENT - line * row;
                    let text = Text::new(words.clone(), EVENT, self.colours.title, Role::Event);
                    let (x, anchor) = if (centre - middle).abs() < 0.5 {
                        (middle, Anchor::Middle)
                    } else if centre > middle {
                        (place.left, Anchor::Start)
                    } else {
                        (place.left + width, Anchor::End)
                    };
                    self.shapes.push(Shape::Text(text.at(x, baseline, anchor)));
                }
            }
            let rule_colour = self.colours.rule;
            if span {
                let top = self.area.top;
                self.shapes
                    .push(rule((spot.from, top), (spot.to, top), rule_colour, None));
                self.shapes
                    .push(rule((middle, stem), (middle, top), rule_colour, None));
            } else {
                let dots = Some((2.0, 2.5));
                let foot = (middle, self.area.bottom);
                self.shapes
                    .push(rule((middle, stem), foot, rule_colour, dots));
            }
        }
    }
}

/// A thin line.
pub fn rule(from: (f64, f64), to: (f64, f64), colour: Rgb, dash: Option<(f64, f64)>) -> Shape {
    Shape::Path(Path {
        points: vec![from, to],
        width: 1.0,
        colour,
        dash,
        data: Vec::new(),
    })
}

fn years_axis(ground: &Ground<'_>, left: f64, right: f64) -> Axis {
    let (first, last) = ground.years;
    let (low, high) = if ground.slots || first == last {
        // One year has no width of its own; it stands in the middle of a slot.
        (first - 0.5, last + 0.5)
    } else {
        (first, last)
    };
    Axis {
        low,
        high,
        start: left,
        end: right,
    }
}

fn values_axis(ground: &Ground<'_>, area: &Area) -> Axis {
    let low = ground.ticks.first().copied().unwrap_or(0.0);
    let high = ground.ticks.last().copied().unwrap_or(0.0);
    Axis {
        low,
        high: if high > low { high } else { low + 1.0 },
        start: area.bottom - ground.inset,
        end: area.top + ground.inset,
    }
}
