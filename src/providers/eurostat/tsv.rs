//! Eurostat's tab-separated files: dimensions in the first cell, then one column a period.
//!
//! Download: `…/eurostat/api/dissemination/sdmx/2.1/data/DS-045409/…?format=TSV`, and files of the
//! former bulk download.
//!
//! ```text
//! freq,reporter,partner,product,flow,indicators\TIME_PERIOD<TAB>2023 <TAB>2024
//! A,DE,NO,030462,1,VALUE_IN_EUROS<TAB>31000000 p<TAB>: c
//! ```
//!
//! Quirks:
//! - Files of the former bulk download say `\time`, lack `freq`, and run from the latest period back.
//! - A flag follows a figure after a space, or stands for it (`: c` confidential); `:` alone is no figure.
//! - Monthly columns are `2024-01` or `2024M01`.
//! - R and Python packages save the first cell's parts as columns of their own; such files are read too.
//!
//! Indicators are those of SDMX-CSV; see that provider.

use crate::error::{Error, Result};
use crate::providers::door::Door;
use crate::providers::sdmx::csv_table as sdmx_csv;
use crate::providers::table::{Layout, Table};
use crate::providers::text::document::Document;
use crate::providers::text::grid::Grid;

/// Tab-separated files of Eurostat.
pub struct EurostatTsv;

impl Table for EurostatTsv {
    fn layout(&self) -> Layout {
        Layout {
            name: "eurostat-tsv",
            about: "Eurostat TSV: dimensions in the first cell, one column a period, flags after values",
        }
    }

    fn recognises_header(&self, header: &[String]) -> bool {
        let Some(last) = corner(header) else {
            return false;
        };
        let dimensions = dimensions(&header[..=last]);
        let has = |names: &[&str]| {
            names
                .iter()
                .any(|name| dimensions.iter().any(|dimension| dimension == name))
        };
        has(&["reporter", "geo", "declarant"]) && has(&["partner"])
    }

    fn read_grid(&self, grid: &Grid, _: &Document, door: &mut Door) -> Result<()> {
        let header = grid.header();
        let last = corner(header).ok_or_else(|| Error::MissingColumn {
            column: r"…\TIME_PERIOD".to_owned(),
            found: header.to_vec(),
        })?;
        let mut names = dimensions(&header[..=last]);
        let count = names.len();
        names.extend(header[last + 1..].iter().map(|name| name.trim().to_owned()));
        let mut rows = Vec::new();
        grid.each(|place, cells| {
            let Some((key, figures)) = cells.split_at_checked(last + 1) else {
                return;
            };
            let mut row: Vec<String> = key
                .iter()
                .flat_map(|cell| cell.split(','))
                .map(|part| part.trim().to_owned())
                .collect();
            if row.len() != count {
                return door.reject(
                    place,
                    &header[0],
                    &key.join(","),
                    "has not as many parts as the header",
                );
            }
            row.extend(figures.iter().map(|figure| (*figure).to_owned()));
            rows.push((place, row));
        });
        sdmx_csv::read(&Grid::from_cells(names, rows), door)
    }

    fn header(&self, document: &Document) -> Vec<String> {
        let first = document.head().lines().next().unwrap_or_default();
        if !first.contains('\t') {
            return Grid::peek(document);
        }
        first
            .split('\t')
            .map(|name| name.trim().to_owned())
            .collect()
    }

    /// Split at tabs alone: the commas of the first cell would win any guess of the separator.
    fn grid(&self, document: &Document, door: &mut Door) -> Result<Grid> {
        let header = self.header(document);
        if !document
            .head()
            .lines()
            .next()
            .unwrap_or_default()
            .contains('\t')
        {
            return Grid::read(document, door);
        }
        let mut rows = Vec::new();
        for (line, text) in (1_u64..).zip(document.text()?.lines()).skip(1) {
            let cells: Vec<String> = text
                .split('\t')
                .map(|cell| cell.trim().to_owned())
                .collect();
            match cells.len() {
                _ if text.trim().is_empty() => {}
                found if found == header.len() => rows.push((line, cells)),
                found => door.reject(
                    line,
                    &header[0],
                    &cells[0],
                    &format!(
                        "stands in a row of {found} cells where the header has {}",
                        header.len()
                    ),
                ),
            }
        }
        Ok(Grid::from_cells(header, rows))
    }
}

/// The cell that has the last dimension and, after a backslash, the word for time.
fn corner(header: &[String]) -> Option<usize> {
    header.iter().position(|name| {
        let lower = name.to_lowercase();
        lower.ends_with(r"\time_period") || lower.ends_with(r"\time")
    })
}

fn dimensions(header: &[String]) -> Vec<String> {
    let parts = header.iter().flat_map(|name| name.split(','));
    parts
        .map(|part| {
            part.split('\\')
                .next()
                .unwrap_or_default()
                .trim()
                .to_lowercase()
        })
        .collect()
}
