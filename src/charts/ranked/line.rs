//! One row of ranked bars: its name, its bar, its colours.

use super::{Ranked, RankedRow};

use crate::charts::canvas::face::{self, Weight};
use crate::charts::layout::focus::{self, Ink};
use crate::charts::layout::names::{self, Fitted};
use crate::charts::theme::Colours;
use crate::model::number;

/// Em size of names and figures.
pub const SIZE: f64 = 13.0;
/// Height of a line of text, with a hair more than its letters so that rounding never makes two touch.
pub const TALL: f64 = (face::ASCENT + face::DESCENT) * SIZE + 0.2;
/// A rest longer than this many of the longest bars would dwarf them all, so it has none.
const DWARFS: f64 = 1.25;

/// One row as it is shown.
pub struct Line<'a> {
    /// Its place in what was given; the rest comes after the last row.
    pub index: usize,
    /// What was given.
    pub row: &'a RankedRow,
    /// Its name, fitted to the column.
    pub name: Fitted,
    /// The length of its bar.
    pub bar: Option<f64>,
    /// Its colours.
    pub ink: Ink,
    /// Whether it is highlighted, in bold.
    pub bold: bool,
}

/// The rows shown, with names fitted to a column `wide` and rows `slot` high.
pub fn lines<'a>(
    chart: &'a Ranked,
    shown: &[usize],
    (wide, slot): (f64, f64),
    colours: &Colours,
) -> Vec<Line<'a>> {
    let rows: Vec<(usize, &RankedRow)> = shown
        .iter()
        .filter_map(|index| Some((*index, chart.row(*index)?)))
        .collect();
    let longest = rows
        .iter()
        .filter(|(index, _)| *index < chart.rows.len())
        .filter_map(|(_, row)| Some(row.value?.abs()))
        .fold(0.0, f64::max);
    let keys: Vec<&str> = rows.iter().map(|(_, row)| row.colour_key()).collect();
    let inks = focus::inks(&keys, &chart.highlight, colours);
    let lines = ((slot / TALL) as usize).min(2);
    rows.into_iter()
        .zip(inks)
        .map(|((index, row), ink)| {
            let rest = index >= chart.rows.len();
            let dwarfs = |value: f64| rest && longest > 0.0 && value.abs() > longest * DWARFS;
            let negative = row.value.is_some_and(|value| value < 0.0);
            let bold = chart.highlighted(index);
            Line {
                index,
                row,
                name: names::fit(&row.name, SIZE, weight(bold), wide, lines),
                bar: row.value.filter(|value| !dwarfs(*value)),
                ink: match (rest, chart.highlight.is_empty()) {
                    (true, _) => Ink::grey(colours),
                    (false, true) => Ink::of(usize::from(negative), colours),
                    (false, false) => ink,
                },
                bold,
            }
        })
        .collect()
}

/// A level in words, or a dash.
pub fn figure(chart: &Ranked, row: &RankedRow) -> String {
    row.value
        .map_or("–".to_owned(), |value| chart.unit.label(value))
}

/// A change in words, or a dash.
pub fn changed(row: &RankedRow) -> String {
    row.change.map_or("–".to_owned(), number::percent)
}

pub fn weight(bold: bool) -> Weight {
    if bold { Weight::Bold } else { Weight::Regular }
}
