//! How many panels stand beside and above each other, and how large they are.

use super::head::{Fitted, Head, LIFT, LINE};
use super::panel::TICK;
use crate::charts::canvas::face::{self, Weight};
use crate::charts::canvas::scene::Area;
use crate::charts::series::{Unit, refuse};
use crate::error::Result;

/// Room under the lowest panels for the years.
const FOOT: f64 = 21.0;
/// Room between columns and between rows.
const ACROSS: f64 = 24.0;
const DOWN: f64 = 13.0;
/// A smaller panel is no picture.
const LEAST: (f64, f64) = (84.0, 42.0);
/// The shape a panel of lines reads best in, width over height.
const SHAPE: f64 = 1.6;
/// What an empty place in the last row costs, against a shape that is off.
const EMPTY: f64 = 0.09;
/// What it costs if no panel tells its last value.
const SILENT: f64 = 0.4;
/// Ticks nearer than this are thinned.
const APART: f64 = 24.0;

/// A grid of panels in its room.
pub struct Grid {
    pub columns: usize,
    /// The rectangles inside the axes, by rank.
    pub panels: Vec<Area>,
    /// The headings over them.
    pub heads: Vec<Fitted>,
}

impl Grid {
    /// The ticks that keep apart in this grid, zero among them if it is one.
    pub fn shown(&self, ticks: &[f64]) -> Vec<f64> {
        let gaps = ticks.len().saturating_sub(1).max(1) as f64;
        let stride = (APART * gaps / self.panels[0].height()).ceil().max(1.0) as usize;
        let zero = ticks.iter().position(|tick| *tick == 0.0).unwrap_or(0);
        let kept = ticks
            .iter()
            .enumerate()
            .filter(|(index, _)| index.abs_diff(zero) % stride == 0);
        kept.map(|(_, tick)| *tick).collect()
    }
}

/// The grid that gives the most panels, and of those the best shape.
///
/// `axes` holds one set of ticks for all panels, or one for each if `own`.
pub fn lay(heads: &[Head], axes: &[Vec<f64>], unit: &Unit, room: &Area, own: bool) -> Result<Grid> {
    let words = axes.iter().flat_map(|ticks| unit.ticks(ticks));
    let widest = words
        .map(|word| face::measure(&word, TICK, Weight::Regular))
        .fold(0.0, f64::max);
    for count in (1..=heads.len()).rev() {
        let shapes = (1..=count).flat_map(|columns| [(columns, true), (columns, false)]);
        let grids =
            shapes.filter_map(|shape| arranged(&heads[..count], shape, widest + 8.0, room, own));
        if let Some((_, grid)) = grids.min_by(|(a, _), (b, _)| a.total_cmp(b)) {
            return Ok(grid);
        }
    }
    refuse("the words leave no room for a single panel; shorten them or enlarge the picture")
}

/// A grid with a number of columns, with last values or without, and its cost; `None` if its panels are too small.
fn arranged(
    heads: &[Head],
    (columns, values): (usize, bool),
    left: f64,
    room: &Area,
    own: bool,
) -> Option<(f64, Grid)> {
    let rows = heads.len().div_ceil(columns);
    let (across, down) = (columns as f64, rows as f64);
    let lefts = if own { left * across } else { left };
    let width = (room.width() - lefts - ACROSS * (across - 1.0)) / across;
    if width < LEAST.0 {
        return None;
    }
    let mut fitted: Vec<Fitted> = heads.iter().map(|head| head.fit(width, values)).collect();
    let beside = fitted.iter().all(|head| head.beside || !head.valued());
    for head in &mut fitted {
        head.beside = beside;
    }
    let heads: Vec<f64> = fitted
        .chunks(columns)
        .map(|row| row.iter().map(Fitted::lines).max().unwrap_or(0) as f64 * LINE + LIFT)
        .collect();
    let height = (room.height() - FOOT - DOWN * (down - 1.0) - heads.iter().sum::<f64>()) / down;
    if height < LEAST.1 {
        return None;
    }
    let panels = (0..fitted.len())
        .map(|index| {
            let (row, column) = (index / columns, (index % columns) as f64);
            let above: f64 = heads[..=row].iter().sum();
            let before = if own { left * (column + 1.0) } else { left };
            let (x, y) = (
                room.left + before + (width + ACROSS) * column,
                room.top + above + (height + DOWN) * row as f64,
            );
            Area {
                left: x,
                top: y,
                right: x + width,
                bottom: y + height,
            }
        })
        .collect();
    let empty = columns * rows - fitted.len();
    let silent = fitted.iter().filter(|head| !head.valued()).count() as f64 / fitted.len() as f64;
    let cost = (width / height / SHAPE).ln().abs() + empty as f64 * EMPTY + silent * SILENT;
    let grid = Grid {
        columns,
        panels,
        heads: fitted,
    };
    Some((cost, grid))
}
