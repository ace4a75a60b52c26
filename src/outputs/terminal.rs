//! A table to look at in a terminal.

use std::io::Write;

use comfy_table::{
    CellAlignment, ColumnConstraint, ContentArrangement, Table as Grid, TableComponent, presets,
};

use super::Save;
use super::display::{Cell, Scale, cells, is_money, is_number};
use crate::error::{Error, Result};
use crate::model::column::{CURRENCY, KIND, PRICES, SIDE, SOURCE};
use crate::model::table::Table;

/// Columns drawn with figures aligned, and the caption below.
pub struct Terminal;

impl Save for Terminal {
    fn endings(&self) -> &'static [&'static str] {
        &["table", "txt"]
    }

    fn write(&self, table: &Table, out: &mut dyn Write) -> Result<()> {
        let mut text = format!("{}\n{}\n", table.caption.title, grid(table)?);
        for remark in remarks(table)? {
            text.push_str(&format!("{remark}\n"));
        }
        out.write_all(text.as_bytes())
            .map_err(Error::io("cannot write"))
    }
}

/// The rows alone, with figures aligned.
pub(super) fn grid(table: &Table) -> Result<String> {
    let layout = Layout::of(table)?;
    let mut grid = Grid::new();
    // Cells are broken only where a terminal is too narrow for them.
    grid.load_preset(presets::NOTHING)
        .set_style(TableComponent::HeaderLines, '─')
        .set_style(TableComponent::MiddleHeaderIntersections, '─')
        .set_content_arrangement(ContentArrangement::Dynamic)
        .set_header(layout.header(table))
        .add_rows(layout.rows(table)?);
    for (place, &index) in layout.columns.iter().enumerate() {
        if is_number(&table.data.columns()[index])
            && let Some(column) = grid.column_mut(place)
        {
            column.set_cell_alignment(CellAlignment::Right);
            // A figure in two pieces is another figure.
            column.set_constraint(ColumnConstraint::ContentWidth);
        }
    }
    Ok(grid.trim_fmt())
}

/// Which columns vary and are worth their width, and the scale that money is shown in.
pub(super) struct Layout {
    pub columns: Vec<usize>,
    scale: Scale,
}

/// Columns that say what stands behind a row; where they never vary, a remark says it once.
const BEHIND: [&str; 5] = [CURRENCY, PRICES, KIND, SIDE, SOURCE];

impl Layout {
    pub fn of(table: &Table) -> Result<Self> {
        let varies = |cells: &[Cell]| cells.windows(2).any(|pair| pair[0] != pair[1]);
        let empty = |cells: &[Cell]| cells.iter().all(|cell| *cell == Cell::Empty);
        let all = cells(&table.data)?;
        let columns = (0..all.len())
            .filter(|&index| {
                let name = table.data.columns()[index].name().as_str();
                !(empty(&all[index]) || (BEHIND.contains(&name) && !varies(&all[index])))
            })
            .collect();
        let scale = Scale::of(&table.data, &all);
        Ok(Self { columns, scale })
    }

    pub fn header(&self, table: &Table) -> Vec<String> {
        let name = |index: &usize| {
            let name = table.data.columns()[*index].name().as_str();
            let (name, unit) = match name {
                name if name.ends_with("_percent") => (name.trim_end_matches("_percent"), " %"),
                name if name.ends_with("_log_points") => {
                    (name.trim_end_matches("_log_points"), " log pts")
                }
                name if name.ends_with("_points") => (name.trim_end_matches("_points"), " pp"),
                name if name.ends_with("_ratio") => (name.trim_end_matches("_ratio"), ""),
                name if is_money(name) => (name, self.scale.mark()),
                name => (name, ""),
            };
            match name.strip_suffix("_growth") {
                Some(year) if year.bytes().all(|byte| byte.is_ascii_digit()) => {
                    format!("{year}{unit}")
                }
                _ => format!("{}{unit}", name.replace('_', " ")),
            }
        };
        self.columns.iter().map(name).collect()
    }

    pub fn rows(&self, table: &Table) -> Result<Vec<Vec<String>>> {
        let all = cells(&table.data)?;
        let cell = |row: usize, index: usize| {
            let column = &table.data.columns()[index];
            match &all[index][row] {
                // A figure that is missing is marked; a remark that is missing is not.
                Cell::Empty if !is_number(column) => String::new(),
                cell => cell.shown(column.name(), self.scale),
            }
        };
        let row = |row: usize| self.columns.iter().map(|&index| cell(row, index)).collect();
        Ok((0..table.data.height()).map(row).collect())
    }
}

/// What stands behind the rows, a line each: unit, formula, notes, sources.
pub(super) fn remarks(table: &Table) -> Result<Vec<String>> {
    let caption = &table.caption;
    let mut remarks = Vec::new();
    if !caption.unit.is_empty() {
        remarks.push(format!("Unit: {}.", caption.unit));
    }
    if !caption.formula.is_empty() {
        remarks.push(format!("Formula: {}.", caption.formula));
    }
    let notes = caption.notes.iter().chain(&caption.remarks);
    remarks.extend(notes.map(|note| format!("Note: {note}.")));
    remarks.extend(caption.sources.iter().map(|source| {
        format!(
            "Source: {} ({}), {}.",
            source.publisher, source.id, source.title
        )
    }));
    // No control character reaches a terminal or a page.
    Ok(remarks
        .into_iter()
        .map(|remark| {
            remark
                .chars()
                .filter(|letter| !letter.is_control())
                .collect()
        })
        .collect())
}
