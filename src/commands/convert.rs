//! `bilat convert`.

use std::path::PathBuf;

use anyhow::{Result, bail};
use bilat::providers::{load, matching};
use bilat::{Currency, Table};
use clap::Args;

use super::Outcome;
use super::output::Output;
use super::reading::Reading;

/// Any files of trade figures as one tidy table.
///
/// Columns: period, exporter, importer, side, kind, product, value in whole units, quantity and
/// its unit, currency, prices, source. The result can be given to --data again.
#[derive(Args)]
#[command(after_help = "Examples:
  bilat convert 'BACI_HS92_Y*.csv' -o tidy.parquet
  bilat convert page.json table.px -o tidy.csv")]
pub struct Convert {
    /// Files, patterns such as '*.csv', or `-` for standard input.
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// Currency of files that do not say theirs; --data-currency wins over what they say.
    #[arg(long, value_name = "CURRENCY", help_heading = "Data")]
    currency: Option<Currency>,
    #[command(flatten)]
    reading: Reading,
    #[command(flatten)]
    output: Output,
}

impl Convert {
    pub fn run(&self, quiet: bool) -> Result<Outcome> {
        self.keep_the_files()?;
        let loaded = load(&self.files, &self.reading.options(self.currency)?)?;
        let outcome = self.reading.account(&loaded.report, quiet)?;
        // What was done on the way in is told by the account already.
        self.output.write(&Table::of_flows(&loaded.flows)?, true)?;
        Ok(outcome)
    }

    /// A result that replaces the file it is made from cannot be made again.
    fn keep_the_files(&self) -> Result<()> {
        let Some(result) = self
            .output
            .output
            .as_ref()
            .and_then(|file| file.canonicalize().ok())
        else {
            return Ok(());
        };
        if !result.is_file() {
            return Ok(());
        }
        for name in &self.files {
            let files = matching(name)?;
            if files
                .iter()
                .any(|file| file.canonicalize().is_ok_and(|file| file == result))
            {
                bail!(
                    "{}: the result would replace the file it is made from; give it another name",
                    result.file_name().unwrap_or_default().to_string_lossy()
                );
            }
        }
        Ok(())
    }
}
