//! `bilat sources`.

use anyhow::Result;
use bilat::store::catalogue::{bundled_sources, sources};
use clap::Args;

use super::Outcome;
use super::input::Data;
use super::output::Output;

/// The sources of the figures: publisher, title, licence, checksum.
#[derive(Args)]
pub struct Sources {
    #[command(flatten)]
    data: Data,
    #[command(flatten)]
    output: Output,
}

impl Sources {
    pub fn run(&self, quiet: bool) -> Result<Outcome> {
        let (table, outcome) = if self.data.data.is_empty() {
            (bundled_sources()?, Outcome::Done)
        } else {
            let (flows, outcome) = self.data.flows(None, quiet)?;
            (sources(flows.sources())?, outcome)
        };
        self.output.write(&table, quiet)?;
        Ok(outcome)
    }
}
