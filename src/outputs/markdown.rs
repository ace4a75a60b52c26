//! A Markdown page: title, table, and what stands behind the figures.

use std::io::Write;

use super::Save;
use super::display::is_number;
use super::terminal::{Layout, remarks};
use crate::error::{Error, Result};
use crate::model::table::Table;

/// Pipe table for people, with its caption.
pub struct Markdown;

impl Save for Markdown {
    fn endings(&self) -> &'static [&'static str] {
        &["md", "markdown"]
    }

    fn write(&self, table: &Table, out: &mut dyn Write) -> Result<()> {
        let mut page = format!("## {}\n\n", table.caption.title);
        page.push_str(&pipes(table)?);
        page.push('\n');
        for remark in remarks(table)? {
            page.push_str(&format!("- {}\n", escape(&remark)));
        }
        out.write_all(page.as_bytes())
            .map_err(Error::io("cannot write"))
    }
}

/// The rows alone, as a pipe table; columns with one value throughout are left to the remarks.
pub(super) fn pipes(table: &Table) -> Result<String> {
    let layout = Layout::of(table)?;
    let line = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
    let rule = |index: &usize| match is_number(&table.data.columns()[*index]) {
        true => "---:".to_owned(),
        false => "---".to_owned(),
    };
    let mut text = line(layout.header(table));
    text.push_str(&line(layout.columns.iter().map(rule).collect()));
    for row in layout.rows(table)? {
        text.push_str(&line(row.iter().map(|cell| escape(cell)).collect()));
    }
    Ok(text)
}

pub(super) fn escape(text: &str) -> String {
    text.replace('|', "\\|").replace('<', "&lt;")
}
