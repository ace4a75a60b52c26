//! `bilat convert`.

use std::path::PathBuf;

use anyhow::Result;
use bilat::Table;
use bilat::providers::load;
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
    #[command(flatten)]
    reading: Reading,
    #[command(flatten)]
    output: Output,
}

impl Convert {
    pub fn run(&self, quiet: bool) -> Result<Outcome> {
        let loaded = load(&self.files, &self.reading.options(None)?)?;
        let outcome = self.reading.account(&loaded.report, quiet)?;
        // What was done on the way in is told by the account already.
        self.output.write(&Table::of_flows(&loaded.flows)?, true)?;
        Ok(outcome)
    }
}
