//! Where the result of a check goes, and in which format.

use std::ffi::OsStr;
use std::io::{IsTerminal, stdout};
use std::path::PathBuf;

use anyhow::{Result, bail};
use bilat::checks::Examined;
use bilat::outputs::{bytes, output, page, whole};
use clap::Args;

use crate::commands::output::print;
use crate::commands::{Outcome, tell};

/// Where the result goes.
#[derive(Args)]
pub struct Findings {
    /// File to write; its ending chooses the format: md or txt for the page, json for everything
    /// computed, csv, tsv, ndjson or parquet for the rows.
    #[arg(long, short, value_name = "FILE", help_heading = "Output")]
    output: Option<PathBuf>,
    /// Format, whatever the file's ending: md, txt, json, csv, tsv, ndjson, parquet
    /// [default: txt on a terminal, csv in a pipe].
    #[arg(long, value_name = "FORMAT", help_heading = "Output")]
    format: Option<String>,
}

impl Findings {
    /// Writes the page, the rows or everything; the exit code says whether something disagrees.
    pub fn write(&self, found: &Examined, quiet: bool) -> Result<Outcome> {
        let format = self.format()?;
        let written = match format.as_str() {
            "md" | "markdown" => page::markdown(&found.page)?.into_bytes(),
            "txt" | "table" => page::text(&found.page)?.into_bytes(),
            "json" => {
                let mut text = serde_json::to_vec_pretty(&found.whole)?;
                text.push(b'\n');
                text
            }
            rows => {
                if !quiet {
                    let caption = &found.table.caption;
                    caption
                        .notes
                        .iter()
                        .chain(&caption.remarks)
                        .for_each(|note| tell(note));
                }
                bytes(&found.table, output(rows)?)?
            }
        };
        match &self.output {
            Some(file) => whole::write(file, &written)?,
            None => print(&written)?,
        }
        Ok(match found.disagrees {
            true => Outcome::Found,
            false => Outcome::Done,
        })
    }

    fn format(&self) -> Result<String> {
        if let Some(format) = &self.format {
            return Ok(format.to_ascii_lowercase());
        }
        let Some(file) = &self.output else {
            let default = match stdout().is_terminal() {
                true => "txt",
                false => "csv",
            };
            return Ok(default.to_owned());
        };
        match file.extension().and_then(OsStr::to_str) {
            Some(ending) => Ok(ending.to_ascii_lowercase()),
            None => bail!(
                "{}: the name has no ending that names a format; add one, or --format",
                file.display()
            ),
        }
    }
}
