//! One panel as shapes: its ground, years and lines.

use super::Axes;
use crate::charts::canvas::face::{self, Weight};
use crate::charts::canvas::scene::{
    Anchor, Area, Axis, Circle, Datum, Path, Rgb, Role, Shape, Text,
};
use crate::charts::layout::plane::rule;
use crate::charts::layout::ticks;
use crate::charts::series::{self, Series, Unit};
use crate::charts::theme::Colours;

/// Em size of tick words and years.
pub const TICK: f64 = 12.0;
/// Strokes of a panel's own lines and of the others'.
const STROKE: f64 = 2.0;
const FAINT: f64 = 1.0;
/// How far the ground shows on each side of an own line.
const HALO: f64 = 0.9;

/// Panels being drawn.
pub struct Drawing {
    /// First and last year of all panels.
    pub years: (f64, f64),
    /// The time from one figure to the next.
    pub step: f64,
    pub colours: &'static Colours,
    /// What is drawn so far, back to front.
    pub shapes: Vec<Shape>,
}

impl Drawing {
    /// Years and values to pixels of a panel.
    pub fn axes(&self, area: &Area, ticks: &[f64]) -> Axes {
        let (first, last) = self.years;
        // One year has no width of its own; it stands in the middle.
        let half = if first == last { 0.5 } else { 0.0 };
        let (low, high) = (ticks[0], ticks[ticks.len() - 1]);
        let x = Axis::linear(first - half, last + half, area.left, area.right);
        let high = if high > low { high } else { low + 1.0 };
        let y = Axis::linear(low, high, area.bottom, area.top);
        (x, y)
    }

    /// Grid and axis, with the words of the ticks if a unit is given.
    pub fn ground(&mut self, area: &Area, (_, y): &Axes, ticks: &[f64], unit: Option<&Unit>) {
        let level = |value: f64, colour: Rgb| {
            let y = y.position(value);
            rule((area.left, y), (area.right, y), colour, None)
        };
        for tick in ticks.iter().filter(|tick| **tick != 0.0 && **tick != y.low) {
            self.shapes.push(level(*tick, self.colours.grid));
        }
        let below = y.low < 0.0;
        let floor = if below && y.high >= 0.0 {
            self.colours.grid
        } else {
            self.colours.zero
        };
        self.shapes.push(level(y.low, floor));
        if below && y.high >= 0.0 {
            self.shapes.push(level(0.0, self.colours.zero));
        }
        let words = unit.map(|unit| unit.ticks(ticks)).unwrap_or_default();
        for (tick, word) in ticks.iter().zip(words) {
            let baseline = y.position(*tick) + face::CAPITAL * TICK / 2.0;
            let text = Text::new(word, TICK, self.colours.text, Role::Tick);
            self.shapes
                .push(Shape::Text(text.at(area.left - 8.0, baseline, Anchor::End)));
        }
    }

    /// The years under a panel: its first and last, and those between where there is room.
    pub fn years(&mut self, area: &Area, x: &Axis) {
        let (first, last) = (self.years.0.ceil() as i64, self.years.1.floor() as i64);
        let (first, last) = if first > last {
            (last, last)
        } else {
            (first, last)
        };
        let wide = face::measure("2000", TICK, Weight::Regular);
        let shown = x.position(last as f64) - x.position(first as f64);
        // First and last are pulled inside, so those between need half a word more.
        for year in ticks::years(first, last, shown, wide * 1.5 + 10.0) {
            let place = x.position(year as f64);
            let (edge, anchor) = match year {
                _ if first == last => (place, Anchor::Middle),
                year if year == first => (place.min(area.left + 1.0) - 1.0, Anchor::Start),
                year if year == last => (place.max(area.right - 1.0) + 1.0, Anchor::End),
                _ => (place, Anchor::Middle),
            };
            self.shapes.push(rule(
                (place, area.bottom),
                (place, area.bottom + 4.0),
                self.colours.zero,
                None,
            ));
            let text = Text::new(year.to_string(), TICK, self.colours.text, Role::Year);
            self.shapes
                .push(Shape::Text(text.at(edge, area.bottom + 17.0, anchor)));
        }
    }

    /// The ground's own colour along a line, so that it stays whole where it crosses grey ones.
    pub fn halo(&mut self, series: &Series, (x, y): &Axes) {
        for run in series::runs(series, self.step)
            .iter()
            .filter(|run| run.len() > 1)
        {
            let points = run
                .iter()
                .map(|(year, value)| (x.position(*year), y.position(*value)))
                .collect();
            self.stroke(
                points,
                STROKE + 2.0 * HALO,
                self.colours.background,
                Vec::new(),
                None,
            );
        }
    }

    /// A line: one of the panel's own with a datum, or one of the others' without.
    pub fn line(&mut self, series: &Series, own: Option<usize>, (x, y): &Axes, colour: Rgb) {
        let last = series.values().next_back();
        for run in series::runs(series, self.step) {
            let points: Vec<(f64, f64)> = run
                .iter()
                .map(|(year, value)| (x.position(*year), y.position(*value)))
                .collect();
            let data: Vec<Option<Datum>> = run
                .iter()
                .map(|(year, value)| {
                    own.map(|series| Datum {
                        series,
                        year: *year,
                        value: *value,
                    })
                })
                .collect();
            let ends = run.last().copied() == last;
            let dot = own.is_some() && ends || run.len() == 1;
            let end = points.last().copied().zip(data.last().copied());
            if run.len() > 1 {
                let width = if own.is_some() { STROKE } else { FAINT };
                let dash = series.dashed.then_some((5.0, 3.0));
                let data = if own.is_some() { data } else { Vec::new() };
                self.stroke(points, width, colour, data, dash);
            }
            if let (true, Some((centre, datum))) = (dot, end) {
                let radius = if own.is_some() { 2.8 } else { 1.4 };
                if own.is_some() {
                    self.dot(centre, radius + HALO, self.colours.background, None);
                }
                self.dot(centre, radius, colour, datum);
            }
        }
    }

    fn stroke(
        &mut self,
        points: Vec<(f64, f64)>,
        width: f64,
        colour: Rgb,
        data: Vec<Option<Datum>>,
        dash: Option<(f64, f64)>,
    ) {
        self.shapes.push(Shape::Path(Path {
            points,
            width,
            colour,
            dash,
            data,
        }));
    }

    fn dot(&mut self, centre: (f64, f64), radius: f64, colour: Rgb, datum: Option<Datum>) {
        self.shapes.push(Shape::Circle(Circle {
            centre,
            radius,
            colour,
            datum,
        }));
    }
}
