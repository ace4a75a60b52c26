//! `bilat countries`.

use anyhow::Result;
use clap::Args;

use super::Outcome;
use super::output::Output;

/// Every country known here, with the codes and names that mean it.
#[derive(Args)]
#[command(after_help = "Example:\n  bilat countries korea")]
pub struct Countries {
    /// Only countries whose codes or names contain this.
    like: Option<String>,
    #[command(flatten)]
    output: Output,
}

impl Countries {
    pub fn run(&self, quiet: bool) -> Result<Outcome> {
        let table = bilat::store::catalogue::countries(self.like.as_deref())?;
        self.output.write(&table, quiet)?;
        Ok(Outcome::Done)
    }
}
