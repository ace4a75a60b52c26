//! `bilat inspect`.

use std::path::PathBuf;

use anyhow::Result;
use bilat::providers::{inspection, load};
use clap::Args;

use super::Outcome;
use super::output::Output;
use super::reading::Reading;

/// What files are: layout, encoding, periods, countries, products, sides, missing and rejected rows.
///
/// Nothing is measured and nothing written. Several files are read as they would be together.
#[derive(Args)]
#[command(after_help = "Example:\n  bilat inspect exports.csv --rejects rejected.csv")]
pub struct Inspect {
    /// Files, or `-` for standard input.
    #[arg(required = true)]
    files: Vec<PathBuf>,
    #[command(flatten)]
    reading: Reading,
    #[command(flatten)]
    output: Output,
}

impl Inspect {
    pub fn run(&self, quiet: bool) -> Result<Outcome> {
        let loaded = load(&self.files, &self.reading.options(None)?)?;
        self.output.write(&inspection(&loaded)?, quiet)?;
        self.reading.account(&loaded.report, true)
    }
}
