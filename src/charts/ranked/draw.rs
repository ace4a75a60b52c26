//! Ranked bars as shapes: heads, bars, the zero line, and the words of each row.

use super::Ranked;
use super::line::{Line, SIZE, TALL, changed, figure, weight};
use super::table::{BESIDE, HEAD, SPACE, Table};

use crate::charts::canvas::face;
use crate::charts::canvas::scene::{Anchor, Area, Datum, Rect, Role, Shape, Text};
use crate::charts::layout::plane::rule;

/// The share of its row a bar takes, and the thickest bar.
const SHARE: f64 = 0.7;
const THICKEST: f64 = 32.0;

/// Everything between title and footer, back to front.
pub fn draw(chart: &Ranked, table: &Table<'_>) -> Vec<Shape> {
    let mut shapes = heads(table);
    let rows = || table.lines.iter().enumerate();
    shapes.extend(rows().filter_map(|(place, line)| bar(table, place, line)));
    let (zero, plot) = (table.sheet.x.position(0.0), table.sheet.plot);
    let ends = ((zero, plot.top), (zero, plot.bottom));
    shapes.push(rule(ends.0, ends.1, table.colours.zero, None));
    shapes.extend(rows().flat_map(|(place, line)| words(chart, table, place, line)));
    shapes
}

/// The heads of the columns, their last lines level.
fn heads(table: &Table<'_>) -> Vec<Shape> {
    let [period, change] = &table.heads;
    let over_bars = match table.sheet.x.low < 0.0 {
        true => Anchor::Middle,
        false => Anchor::Start,
    };
    let columns = [
        (period, table.sheet.x.position(0.0), over_bars),
        (change, table.right, Anchor::End),
    ];
    let mut shapes = Vec::new();
    for (lines, x, anchor) in columns {
        for (index, line) in lines.iter().rev().enumerate() {
            let baseline = table.sheet.plot.top - 7.0 - face::LEADING * HEAD * index as f64;
            let text = Text::new(line.clone(), HEAD, table.colours.muted, Role::Tick);
            let text = text.at(x, baseline, anchor);
            shapes.push(Shape::Text(inside(text, table)));
        }
    }
    shapes
}

/// A head over a zero line near the edge of the plot is moved in, so that it covers no other.
fn inside(text: Text, table: &Table<'_>) -> Text {
    if text.anchor != Anchor::Middle {
        return text;
    }
    let (plot, half) = (table.sheet.plot, text.width() / 2.0);
    let (low, high) = (plot.left + half, plot.right - half);
    let (x, y) = (text.x.min(high).max(low), text.y);
    text.at(x, y, Anchor::Middle)
}

fn bar(table: &Table<'_>, place: usize, line: &Line<'_>) -> Option<Shape> {
    let value = line.bar?;
    let sheet = table.sheet;
    let (zero, end) = (sheet.x.position(0.0), sheet.x.position(value));
    let middle = sheet.y.position(place as f64);
    let slot = sheet.plot.height() / table.lines.len() as f64;
    let half = (slot * SHARE).min(THICKEST) / 2.0;
    Some(Shape::Rect(Rect {
        area: Area {
            left: end.min(zero),
            top: middle - half,
            right: end.max(zero),
            bottom: middle + half,
        },
        colour: line.ink.mark,
        datum: Some(Datum {
            series: line.index,
            year: place as f64,
            value,
        }),
    }))
}

/// The name, the level at the end of the bar, and the change.
fn words(chart: &Ranked, table: &Table<'_>, place: usize, line: &Line<'_>) -> Vec<Shape> {
    let (colours, sheet) = (table.colours, table.sheet);
    let middle = sheet.y.position(place as f64);
    let word = |words: String, colour, role, bold, x, y, anchor| {
        let text = Text::new(words, SIZE, colour, role).weight(weight(bold));
        let text = text.at(x, y + face::CAPITAL * SIZE / 2.0, anchor);
        Shape::Text(text.halo(colours.background))
    };
    let ink = match (line.bold, line.ink.focus) {
        (true, _) => line.ink.word,
        (false, true) => colours.title,
        (false, false) => colours.text,
    };
    let mut shapes = Vec::new();
    let lines = &line.name.lines;
    for (index, name) in lines.iter().enumerate() {
        let y = middle + (index as f64 - (lines.len() as f64 - 1.0) / 2.0) * TALL;
        let x = sheet.plot.left - BESIDE;
        shapes.push(word(
            name.clone(),
            ink,
            Role::Label,
            line.bold,
            x,
            y,
            Anchor::End,
        ));
    }

    let end = sheet.x.position(line.bar.unwrap_or(0.0));
    let (x, anchor) = match line.row.value.is_some_and(|value| value < 0.0) {
        true => (end - SPACE, Anchor::End),
        false => (end + SPACE, Anchor::Start),
    };
    let level = figure(chart, line.row);
    shapes.push(word(
        level,
        colours.title,
        Role::Value,
        line.bold,
        x,
        middle,
        anchor,
    ));

    if !table.heads[1].is_empty() {
        let change = changed(line.row);
        // By the words, so that a change that rounds to zero has no direction.
        let colour = match change.chars().next() {
            Some('+') => colours.words[0],
            Some('−') => colours.words[1],
            _ => colours.text,
        };
        let x = table.right;
        shapes.push(word(
            change,
            colour,
            Role::Value,
            false,
            x,
            middle,
            Anchor::End,
        ));
    }
    shapes
}
