//! `bilat sources`.

use anyhow::Result;
use bilat::store::catalogue::{bundled_sources, sources};
use bilat::store::{Asked, Store};
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
        } else if let Some(store) = Store::among(&self.data.data)? {
            let source = store.vintage()?.manifest().about.source.clone();
            (sources(&[source])?, Outcome::Done)
        } else {
            let (flows, outcome) = self.data.flows(&Asked::Everything, None, quiet)?;
            (sources(flows.sources())?, outcome)
        };
        self.output.write(&table, quiet)?;
        Ok(outcome)
    }
}
