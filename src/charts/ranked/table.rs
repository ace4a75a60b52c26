//! The rows and columns of ranked bars, laid into the room the words leave.

use super::Ranked;
use super::line::{self, Line, SIZE, TALL, changed, figure, weight};

use crate::charts::canvas::face::{self, Weight};
use crate::charts::canvas::scene::{Area, Axis};
use crate::charts::layout::sheet::Sheet;
use crate::charts::series::{Look, refuse};
use crate::charts::theme::Colours;
use crate::error::Result;

/// Em size of the heads of the columns.
pub const HEAD: f64 = 12.0;
/// Room between a bar and its figure, and between the names and the plot.
pub const SPACE: f64 = 5.0;
pub const BESIDE: f64 = 8.0;
/// Rows are never closer than a line of text, and further apart they fall to pieces.
const ROW: (f64, f64) = (TALL + 0.3, 62.0);
/// The share of the width that names may take, and the head of the bars.
const NAMES: f64 = 0.34;
const PERIOD: f64 = 0.4;
/// Room before the column of changes.
const GUTTER: f64 = 16.0;
/// The change's head is broken at this width, so that it does not widen its column.
const CHANGE: f64 = 64.0;
/// Bars with less room than this cannot be compared.
const LEAST: f64 = 40.0;

/// Ranked bars in their places.
pub struct Table<'a> {
    /// The rows shown, from top to bottom.
    pub lines: Vec<Line<'a>>,
    /// How many found no room.
    pub dropped: usize,
    /// The heads of bars and changes, line by line; no lines, no column.
    pub heads: [Vec<String>; 2],
    /// What the changes end at.
    pub right: f64,
    /// The colours in use.
    pub colours: &'static Colours,
    /// The axes: levels along, places down.
    pub sheet: Sheet,
}

impl<'a> Table<'a> {
    pub fn lay(chart: &'a Ranked, room: &Area, look: &Look) -> Result<Table<'a>> {
        let colours = look.theme.colours();
        let head = |words: &str, width| face::balance(words, HEAD, Weight::Regular, width);
        let change = match chart.earlier.as_str() {
            "" => Vec::new(),
            earlier => head(&format!("change on {earlier}"), CHANGE),
        };
        let heads = [head(&chart.period, room.width() * PERIOD), change];
        let lines = heads[0].len().max(heads[1].len());
        let top = room.top + face::LEADING * HEAD * lines as f64 + 6.0;
        let height = room.bottom - 4.0 - top;
        let (shown, dropped) = chosen(chart, (height / ROW.0) as usize);
        if shown.is_empty() {
            return refuse(
                "the words leave no room for the rows; shorten them or raise the height",
            );
        }
        let slot = (height / shown.len() as f64).min(ROW.1);
        let wide = room.width() * NAMES;
        let lines = line::lines(chart, &shown, (wide, slot), colours);
        let area = Area {
            left: room.left + names(&lines) + BESIDE,
            top,
            right: room.right - changes(&lines, &heads[1]),
            bottom: top + slot * lines.len() as f64,
        };
        let sheet = Sheet {
            plot: area,
            x: levels(chart, &lines, &area)?,
            y: Axis::linear(-0.5, lines.len() as f64 - 0.5, area.top, area.bottom),
        };
        Ok(Table {
            lines,
            dropped,
            heads,
            right: room.right,
            colours,
            sheet,
        })
    }
}

/// The rows there is room for, top to bottom, and how many there is none for.
fn chosen(chart: &Ranked, most: usize) -> (Vec<usize>, usize) {
    let rest = chart.rest.is_some().then_some(chart.rows.len());
    let room = most.saturating_sub(rest.iter().count());
    let mut order = chart.order();
    let dropped = order.len().saturating_sub(room);
    for _ in 0..dropped {
        let plain = order.iter().rposition(|index| !chart.highlighted(*index));
        order.remove(plain.unwrap_or(order.len() - 1));
    }
    // A rest alone would show the whole without any of its parts.
    if dropped == 0 || !order.is_empty() {
        order.extend(rest);
    }
    (order, dropped)
}

/// Width of the column of names.
fn names(lines: &[Line<'_>]) -> f64 {
    widest(lines.iter().flat_map(|line| {
        let words = line.name.lines.iter();
        words.map(|words| face::measure(words, SIZE, weight(line.bold)))
    }))
}

/// Width of the column of changes with the room before it.
fn changes(lines: &[Line<'_>], head: &[String]) -> f64 {
    if head.is_empty() {
        return 0.0;
    }
    let wide = |words: &str, size| face::measure(words, size, Weight::Regular);
    let figures = lines.iter().map(|line| wide(&changed(line.row), SIZE));
    let heads = head.iter().map(|words| wide(words, HEAD));
    GUTTER + widest(figures.chain(heads))
}

/// The scale on which the longest bars on both sides leave room for their figures.
fn levels(chart: &Ranked, lines: &[Line<'_>], area: &Area) -> Result<Axis> {
    let room =
        |negative: bool| {
            let below = |line: &&Line<'_>| line.row.value.is_some_and(|value| value < 0.0);
            let side = lines.iter().filter(|line| below(line) == negative);
            widest(side.map(|line| {
                SPACE + face::measure(&figure(chart, line.row), SIZE, weight(line.bold))
            }))
        };
    let bars = lines.iter().filter_map(|line| line.bar);
    let (low, high) = bars.fold((0.0f64, 0.0f64), |(low, high), value| {
        (low.min(value), high.max(value))
    });
    let (start, end) = (area.left + room(true), area.right - room(false));
    if end - start < LEAST {
        return refuse("the names leave no room for the bars; widen the picture or shorten them");
    }
    let high = if high > low { high } else { low + 1.0 };
    Ok(Axis::linear(low, high, start, end))
}

fn widest(widths: impl Iterator<Item = f64>) -> f64 {
    widths.fold(0.0, f64::max)
}
