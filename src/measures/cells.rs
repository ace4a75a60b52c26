//! Measures with a figure for every row and column of a matrix.

use super::ask::Ask;
use super::dimension::{Dimension, Key, NONE};
use super::found::{Found, cell};
use super::panel::{Made, Panel, Slice};
use super::shape::Shape;
use crate::error::Result;
use crate::indicators::grid::Grid;
use crate::indicators::structure::trade_intensity::{Market, trade_intensities};
use crate::indicators::structure::{
    additive_advantage, normalised_advantage, revealed_advantage, similarity, symmetric_advantage,
    world_share,
};

/// Shares and advantages by row and column.
pub(super) fn advantages(ask: &Ask, panel: &Panel) -> Result<Found> {
    let (shape, market) = match ask.measure.name {
        "trade-intensity" => {
            let own = (Dimension::Exporter, Dimension::Importer);
            let all = [Market::World, Market::WithoutExporter];
            let market = ask.settings.word("market", &all, Market::as_str)?;
            (Shape::of(&ask.by, ask.over, own)?, Some(market))
        }
        _ => (ask.shape(panel)?, None),
    };
    let kojima = market == Some(Market::WithoutExporter);
    let usual = shape.by == [Dimension::Exporter] && shape.over == Dimension::Importer;
    if shape.own().is_none() || (kojima && !usual) {
        return Err(ask.refuse(
            "is of what countries sell or buy",
            "give --by exporter or --by importer, with products or others beside it",
        ));
    }
    let untraded = ask.settings.second("untraded", ["left-out", "shown"])?;
    let name = market.map_or(ask.measure.name, Market::as_str);
    let mut found = Found::of(panel, [name.replace('-', "_")]);
    found.formula = market.map(|market| market.formula().to_owned());
    for period in ask.periods(panel) {
        let Some(slice) = panel.slice(period, &shape, ask.world)? else {
            continue;
        };
        ask.told(&mut found, panel, Made::of(&slice), period);
        let (matrix, world) = (&slice.matrix, slice.world());
        let grid = match (ask.measure.name, market) {
            (_, Some(market)) => trade_intensities(matrix, world, market)?,
            ("market-share", _) => world_share::world_shares(matrix, world)?,
            ("symmetric-advantage", _) => symmetric_advantage::symmetric_advantages(matrix, world)?,
            ("additive-advantage", _) => additive_advantage::additive_advantages(matrix, world)?,
            ("normalised-advantage", _) => {
                normalised_advantage::normalised_advantages(matrix, world)?
            }
            _ => revealed_advantage::revealed_advantages(matrix, world)?,
        };
        push_grid(
            &mut found,
            ask,
            panel,
            &slice,
            &shape,
            &grid,
            (period, untraded),
        );
        ask.prune(&mut found);
    }
    Ok(found)
}

/// How alike the exports of every two rows are.
pub(super) fn similarities(ask: &Ask, panel: &Panel) -> Result<Found> {
    let shape = ask.shape(panel)?;
    let [dimension] = shape.by[..] else {
        return Err(ask.refuse(
            "compares rows that are told apart by one dimension",
            "give --by one",
        ));
    };
    let mut found = Found::of(panel, ["export_similarity"]);
    found.other = Some((dimension, "other"));
    for period in ask.periods(panel) {
        let Some(slice) = panel.slice(period, &shape, ask.world)? else {
            continue;
        };
        let slice = slice.among_named(panel, shape.over)?;
        let grid = similarity::similarities(&slice.matrix);
        ask.told(&mut found, panel, Made::of(&slice), period);
        for (row, key) in slice
            .rows
            .iter()
            .enumerate()
            .filter(|(_, key)| panel.shows(key))
        {
            for (other, beside) in slice
                .rows
                .iter()
                .enumerate()
                .filter(|(other, _)| *other != row)
            {
                let code = beside[dimension as usize];
                found.push_beside(Some(period), *key, code, [cell(grid.at(row, other))]);
            }
        }
        ask.prune(&mut found);
    }
    Ok(found)
}

/// Adds the shown figures of a grid; cells without trade on the row's side are left out.
fn push_grid(
    found: &mut Found,
    ask: &Ask,
    panel: &Panel,
    slice: &Slice,
    shape: &Shape,
    grid: &Grid,
    (period, untraded): (i32, bool),
) {
    let mut shown: Vec<(f64, u32, u32)> = Vec::new();
    let mut figures = grid.values();
    for (row, key) in slice.rows.iter().enumerate() {
        let values = slice.matrix.row(row);
        let row_shown = panel.shows(key);
        let row_named = shape.by.iter().all(|one| panel.names(*one));
        for (column, code) in slice.columns.iter().enumerate() {
            let figure = figures.next().flatten().unwrap_or(f64::NEG_INFINITY);
            // A pair that trades nothing has a figure that says no more than its absence, unless it is just
            // what was asked for.
            let wanted = untraded || (row_named && panel.names(shape.over));
            if row_shown && (wanted || values[column] != 0.0) && panel.has(shape.over, *code) {
                shown.push((figure, row as u32, column as u32));
            }
        }
    }
    if let Some(top) = ask.top.filter(|top| *top > 0 && *top < shown.len()) {
        // Those equal to the last are kept for the moment, so that ties are broken elsewhere.
        let (_, last, _) = shown.select_nth_unstable_by(top - 1, |a, b| b.0.total_cmp(&a.0));
        let least = last.0;
        shown.retain(|(figure, ..)| *figure >= least);
        shown.sort_unstable_by_key(|(_, row, column)| (*row, *column));
    }
    for (_, row, column) in shown {
        let (row, column) = (row as usize, column as usize);
        let key = with(&slice.rows[row], shape.over, slice.columns[column]);
        found.push(Some(period), key, [cell(grid.at(row, column))]);
    }
}

/// A key with the code of a column.
pub(super) fn with(key: &Key, dimension: Dimension, code: u32) -> Key {
    let mut key = *key;
    debug_assert_eq!(key[dimension as usize], NONE);
    key[dimension as usize] = code;
    key
}
