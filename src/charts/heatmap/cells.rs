//! The cells and what is written in them.

use super::scale::Scale;
use crate::charts::canvas::face;
use crate::charts::canvas::scene::{Anchor, Area, Datum, Role, Text};
use crate::charts::layout::ink;
use crate::charts::layout::plane::Plane;
use crate::charts::series::Series;

/// Em sizes of the values: one for all cells, the largest that they fit.
const SIZES: [f64; 5] = [13.5, 12.5, 11.5, 10.5, 9.5];
/// At most this share of the values may be too wide, or one of a small table.
///
/// If more are, no cell has its value: those left would be the short ones, and falls would be silent.
const WIDE: f64 = 0.03;

/// Half of the ground left between two cells.
const GAP: f64 = 1.0;
/// Columns narrower than this have no ground between them.
const THIN: f64 = 12.0;

/// A cell, whether it has a figure or not.
pub struct Cell {
    /// Where.
    pub area: Area,
    /// Its figure.
    pub datum: Option<Datum>,
}

/// The cells of all rows, from the first year to the last.
pub fn cells(rows: &[Series], plane: &Plane) -> Vec<Cell> {
    let wide = plane.x.position(1.0) - plane.x.position(0.0);
    let high = plane.y.position(1.0) - plane.y.position(0.0);
    let gap = if wide > THIN { GAP } else { 0.0 };
    let (first, last) = (plane.x.low + 0.5, plane.x.high - 0.5);
    let years = || (first as i64..=last as i64).map(|year| year as f64);
    rows.iter()
        .enumerate()
        .flat_map(|(index, row)| years().map(move |year| (index, row, year)))
        .map(|(index, row, year)| {
            let (x, y) = plane.at(year, index as f64);
            Cell {
                area: Area {
                    left: x - wide / 2.0 + gap,
                    top: y - high / 2.0 + GAP,
                    right: x + wide / 2.0 - gap,
                    bottom: y + high / 2.0 - GAP,
                },
                datum: row.at(year).map(|value| Datum {
                    series: index,
                    year,
                    value,
                }),
            }
        })
        .collect()
}

/// The values and dashes in the cells, and a note on those that do not fit.
pub fn values(cells: &[Cell], scale: &Scale) -> (Vec<Text>, Option<String>) {
    let texts = |size: f64| -> Vec<Text> {
        let texts = cells.iter().map(|cell| value(cell, size, scale));
        let fitting = texts.zip(cells).filter(|(text, cell)| {
            // In height the line may reach into the gaps, for its ink does not.
            let high = text.area.height() - 2.0 * GAP;
            text.width() + 2.0 <= cell.area.width() && high <= cell.area.height()
        });
        fitting.map(|(text, _)| text).collect()
    };
    let spared = ((cells.len() as f64 * WIDE) as usize).max(1);
    let enough = |texts: &Vec<Text>| texts.len() + spared >= cells.len();
    let Some(texts) = SIZES.into_iter().map(texts).find(enough) else {
        let note = "The cells are too small for their values.";
        return (Vec::new(), Some(note.to_owned()));
    };
    let note = match cells.len() - texts.len() {
        0 => None,
        1 => Some("One cell is too small for its value.".to_owned()),
        more => Some(format!("{more} cells are too small for their values.")),
    };
    (texts, note)
}

fn value(cell: &Cell, size: f64, scale: &Scale) -> Text {
    let x = (cell.area.left + cell.area.right) / 2.0;
    let y = (cell.area.top + cell.area.bottom) / 2.0 + face::CAPITAL * size / 2.0;
    let (words, colour) = match cell.datum {
        Some(datum) => (scale.word(datum.value), ink::on(scale.colour(datum.value))),
        None => ("–".to_owned(), scale.colours.text),
    };
    Text::new(words, size, colour, Role::Value).at(x, y, Anchor::Middle)
}
