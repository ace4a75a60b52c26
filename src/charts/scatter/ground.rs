//! The ground of a scatter chart: grid, ticks, titles of the axes, lines, names of the quadrants.

use super::Scatter;
use super::dots::Dots;
use super::field::Field;
use super::scale::Scale;

use crate::charts::canvas::face::{self, Weight};
use crate::charts::canvas::scene::{Anchor, Area, Axis, Path, Role, Shape, Text};
use crate::charts::layout::frame::SMALL;
use crate::charts::layout::plane::rule;
use crate::charts::layout::sheet::Sheet;
use crate::charts::series::{Look, refuse};
use crate::error::Result;

/// Em size of the titles of the axes.
const TITLE: f64 = 12.5;
/// Room above the title of the upright axis.
const ABOVE: f64 = 5.0;
/// Room for the ticks under the plot.
const TICKS: f64 = 25.0;
/// Less than this and points cannot be told apart.
const LEAST: (f64, f64) = (110.0, 80.0);

impl Field {
    pub fn lay(
        chart: &Scatter,
        [x, y]: [&Scale; 2],
        dots: &Dots<'_>,
        room: &Area,
        look: &Look,
    ) -> Result<Field> {
        let colours = look.theme.colours();
        let lines = |title: &str| face::balance(title, TITLE, Weight::Bold, room.width());
        let (across, up) = (lines(&chart.x.title), lines(&chart.y.title));
        let line = face::LEADING * TITLE;
        let (legend, tall) = dots.legend(room);
        let wide = |words: &str| face::measure(words, SMALL, Weight::Regular);
        let y_words = y
            .words
            .iter()
            .chain(y.line.as_ref().map(|(_, words)| words));
        let column = y_words.map(|words| wide(words)).fold(0.0, f64::max);
        let last = x.words.last().map_or(0.0, |words| wide(words) / 2.0);
        let area = Area {
            left: room.left + column + 8.0,
            top: room.top + ABOVE + tall + line * up.len() as f64 + 8.0,
            right: room.right - (last - 8.0).max(0.0),
            bottom: room.bottom - TICKS - line * across.len() as f64,
        };
        if area.width() < LEAST.0 || area.height() < LEAST.1 {
            return refuse(
                "the words leave no room for the plot; shorten them or make the picture larger",
            );
        }
        let axis = |scale: &Scale, start: f64, end: f64| {
            let (low, high) = scale.ends();
            Axis::linear(low, high, start, end)
        };
        let left_right = dots.insets(x, |point| point.x, area.width());
        let below_above = dots.insets(y, |point| point.y, area.height());
        let mut field = Field {
            sheet: Sheet {
                plot: area,
                x: axis(x, area.left + left_right.0, area.right - left_right.1),
                y: axis(y, area.bottom - below_above.0, area.top + below_above.1),
            },
            shapes: legend,
            lines: [None; 2],
            colours,
        };
        field.titles(&up, &across, room, tall);
        field.across(x);
        field.up(y);
        Ok(field)
    }

    fn titles(&mut self, up: &[String], across: &[String], room: &Area, tall: f64) {
        let line = face::LEADING * TITLE;
        let mut title = |words: &String, x: f64, top: f64, anchor: Anchor| {
            let text = Text::new(words.clone(), TITLE, self.colours.text, Role::Subtitle);
            let text = text.weight(Weight::Bold);
            self.shapes
                .push(Shape::Text(text.at(x, top + face::ASCENT * TITLE, anchor)));
        };
        for (index, words) in up.iter().enumerate() {
            title(
                words,
                room.left,
                room.top + ABOVE + tall + line * index as f64,
                Anchor::Start,
            );
        }
        let first = room.bottom - line * across.len() as f64;
        for (index, words) in across.iter().enumerate() {
            title(
                words,
                self.sheet.plot.right,
                first + line * index as f64,
                Anchor::End,
            );
        }
    }

    fn across(&mut self, scale: &Scale) {
        let area = self.sheet.plot;
        let place = |value: f64| self.sheet.x.position(scale.along(value));
        let text = |value: f64, words: &str| {
            let text = Text::new(words, SMALL, self.colours.text, Role::Tick);
            text.at(
                place(value),
                area.bottom + 6.0 + face::ASCENT * SMALL,
                Anchor::Middle,
            )
        };
        let mut shapes: Vec<Shape> = scale
            .grid()
            .map(|tick| (place(tick), area))
            .map(|(x, area)| self.grid((x, area.top), (x, area.bottom)))
            .collect();
        self.lines[0] = scale.line.as_ref().map(|(line, _)| place(*line));
        shapes.extend(
            self.lines[0].map(|x| rule((x, area.top), (x, area.bottom), self.colours.zero, None)),
        );
        shapes.extend(labels(scale, text, 8.0));
        self.shapes.extend(shapes);
    }

    fn up(&mut self, scale: &Scale) {
        let area = self.sheet.plot;
        let place = |value: f64| self.sheet.y.position(scale.along(value));
        let text = |value: f64, words: &str| {
            let text = Text::new(words, SMALL, self.colours.text, Role::Tick);
            text.at(
                area.left - 8.0,
                place(value) + face::CAPITAL * SMALL / 2.0,
                Anchor::End,
            )
        };
        let mut shapes: Vec<Shape> = scale
            .grid()
            .map(place)
            .map(|y| self.grid((area.left, y), (area.right, y)))
            .collect();
        self.lines[1] = scale.line.as_ref().map(|(line, _)| place(*line));
        shapes.extend(
            self.lines[1].map(|y| rule((area.left, y), (area.right, y), self.colours.zero, None)),
        );
        shapes.extend(labels(scale, text, 1.0));
        self.shapes.extend(shapes);
    }

    fn grid(&self, from: (f64, f64), to: (f64, f64)) -> Shape {
        Shape::Path(Path {
            points: vec![from, to],
            width: 1.0,
            colour: self.colours.grid,
            dash: Some((4.0, 4.0)),
            data: Vec::new(),
        })
    }
}

/// The words of the line, and of as many ticks as stand clear of each other and of it.
fn labels(scale: &Scale, text: impl Fn(f64, &str) -> Text, apart: f64) -> Vec<Shape> {
    let line = scale
        .line
        .as_ref()
        .map(|(value, words)| text(*value, words));
    let clear = |a: &Text, b: &Text| {
        let grown = Area {
            left: a.area.left - apart,
            right: a.area.right + apart,
            ..a.area
        };
        !grown.overlaps(&b.area)
    };
    let chosen = scale.choices().into_iter().find_map(|choice| {
        let texts: Vec<Text> = choice
            .iter()
            .map(|index| text(scale.ticks[*index], &scale.words[*index]))
            .collect();
        texts
            .windows(2)
            .all(|two| clear(&two[0], &two[1]))
            .then_some(texts)
    });
    let mut texts: Vec<Text> = chosen.unwrap_or_default();
    texts.retain(|text| line.as_ref().is_none_or(|line| clear(line, text)));
    texts.into_iter().chain(line).map(Shape::Text).collect()
}
