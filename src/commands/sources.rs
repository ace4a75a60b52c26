//! `bilat sources`.

use anyhow::Result;
use clap::Args;

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
    pub fn run(&self, quiet: bool) -> Result<()> {
        let table = if self.data.data.is_empty() {
            bilat::store::catalogue::bundled_sources()?
        } else {
            bilat::store::catalogue::sources(self.data.flows()?.sources())?
        };
        self.output.write(&table, quiet)
    }
}
