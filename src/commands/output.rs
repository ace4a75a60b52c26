//! Where a result goes, and in which format.

use std::ffi::OsStr;
use std::io::{BufWriter, IsTerminal, Write, stdout};
use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use bilat::Table;
use bilat::outputs::{output, save_as};
use clap::Args;

use super::tell;

/// Where the result goes.
#[derive(Args)]
pub struct Output {
    /// File to write; its ending chooses the format: csv, tsv, json, ndjson, md, parquet, txt.
    #[arg(long, short, value_name = "FILE", help_heading = "Output")]
    pub output: Option<PathBuf>,
    /// Format, whatever the file's ending: csv, tsv, json, ndjson, md, parquet, table
    /// [default: table on a terminal, csv in a pipe].
    #[arg(long, value_name = "FORMAT", help_heading = "Output")]
    pub format: Option<String>,
}

impl Output {
    /// Whether people will read the result, rather than programs.
    pub fn for_people(&self) -> bool {
        let ending = self
            .output
            .as_ref()
            .and_then(|file| file.extension()?.to_str());
        match (self.format.as_deref(), ending) {
            (Some(name), _) | (None, Some(name)) => {
                output(name).is_ok_and(|format| ["table", "md"].contains(&format.endings()[0]))
            }
            (None, None) => stdout().is_terminal(),
        }
    }

    /// Writes the table where the user wants it; its notes go to standard error unless the
    /// format prints them itself.
    pub fn write(&self, table: &Table, quiet: bool) -> Result<()> {
        let ending = self.output.as_ref().map(|file| {
            let ending = file.extension().and_then(OsStr::to_str);
            ending.unwrap_or_default().to_owned()
        });
        let default = if stdout().is_terminal() {
            "table"
        } else {
            "csv"
        };
        if let (None, Some(file), Some("")) = (&self.format, &self.output, ending.as_deref()) {
            bail!(
                "{}: the name has no ending that names a format; add one, or --format",
                file.display()
            );
        }
        let name = self.format.clone().or(ending).unwrap_or(default.to_owned());
        let output = output(&name)?;
        if !quiet && !self.for_people() {
            for note in table.caption.notes.iter().chain(&table.caption.remarks) {
                tell(note);
            }
        }
        match &self.output {
            Some(file) => Ok(save_as(table, file, output)?),
            None => {
                let mut out = BufWriter::new(stdout().lock());
                output.write(table, &mut out).context("standard output")?;
                out.flush().context("standard output: cannot write")
            }
        }
    }
}

/// Bytes to standard output, all or an error.
pub fn print(bytes: &[u8]) -> Result<()> {
    let mut out = stdout().lock();
    out.write_all(bytes)
        .and_then(|()| out.flush())
        .context("standard output: cannot write")
}
