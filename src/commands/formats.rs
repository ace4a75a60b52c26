//! `bilat formats`.

use anyhow::Result;
use bilat::providers::catalogue;
use clap::Args;

use super::Outcome;
use super::output::Output;

/// Every layout of files that can be read, with the name that --as takes.
#[derive(Args)]
pub struct Formats {
    #[command(flatten)]
    output: Output,
}

impl Formats {
    pub fn run(&self, quiet: bool) -> Result<Outcome> {
        self.output.write(&catalogue()?, quiet)?;
        Ok(Outcome::Done)
    }
}
