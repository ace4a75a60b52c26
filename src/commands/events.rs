//! `bilat events`.

use anyhow::Result;
use bilat::country;
use clap::Args;

use super::Outcome;
use super::output::Output;

/// The events that charts are marked with.
#[derive(Args)]
#[command(after_help = "Example:\n  bilat events CHN NOR")]
pub struct Events {
    /// Only events that concern nobody but these countries, or everybody.
    countries: Vec<String>,
    #[command(flatten)]
    output: Output,
}

impl Events {
    pub fn run(&self, quiet: bool) -> Result<Outcome> {
        let codes = self
            .countries
            .iter()
            .map(|typed| Ok(country(typed)?.code.as_str()));
        let codes = codes.collect::<Result<Vec<_>>>()?;
        let table = bilat::store::catalogue::events(&codes)?;
        self.output.write(&table, quiet)?;
        Ok(Outcome::Done)
    }
}
