//! `bilat check claims`.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use bilat::checks::Examine;
use bilat::checks::claims::{Form, PublishedClaims, Rows};
use bilat::providers::writing;
use clap::Args;

use super::output::Findings;
use crate::commands::input::Data;
use crate::commands::{Outcome, tell};

/// Published claims about trade, held against levels.
///
/// FILE is text, Markdown or HTML in English, or a table of claims in CSV or JSON; `-` reads
/// standard input. Each claim is held against the earlier levels of its own text and against every
/// series of the same flow in the data. The verdict allows for the rounding of every printed
/// number, and explanations are stated only with the figure they would give.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub struct Claims {
    /// Text or table to read; `-` for standard input.
    file: PathBuf,
    /// How the file is written: text, md, html, csv, json [default: by its ending and its look].
    #[arg(long = "as-text", value_name = "FORM")]
    form: Option<Form>,
    /// Rows of a table: claims; comparisons, each level a claim was held against; explanations,
    /// each supposition tested.
    #[arg(
        long,
        value_name = "ROWS",
        default_value = "claims",
        help_heading = "Output"
    )]
    rows: Rows,
    #[command(flatten)]
    findings: Findings,
    #[command(flatten)]
    data: Data,
}

const EXAMPLES: &str = "\
A table of claims has a column for each of exporter, importer, year, level, unit, growth_stated,
quote and source, as far as they are known; other usual names are understood.

Examples:
  bilat check claims article.html
  bilat check claims speech.txt -o report.md
  pbpaste | bilat check claims - --data 'comtrade/*.csv' --format json";

impl Claims {
    pub fn run(&self, quiet: bool) -> Result<Outcome> {
        let input = Path::new("-");
        if self.file == input && self.data.data.iter().any(|file| file == input) {
            bail!("standard input cannot be both the claims and the data; name a file for one");
        }
        let document = writing(&self.file)?;
        if !quiet {
            document
                .decoding_remarks()
                .iter()
                .for_each(|remark| tell(remark));
        }
        let check = PublishedClaims {
            text: document.text()?.to_owned(),
            form: self.form.unwrap_or_else(|| Form::of_name(&self.file)),
            rows: self.rows,
        };
        let needs = check.needs().map_err(|error| error.in_file(&self.file))?;
        let (flows, rejected) = self.data.flows(&needs, None, quiet)?;
        let found = check.examine(&flows);
        let found = found.map_err(|error| error.in_file(&self.file))?;
        Ok(rejected.max(self.findings.write(&found, quiet)?))
    }
}
