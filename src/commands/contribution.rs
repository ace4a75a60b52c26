//! `bilat contribution`.

use anyhow::{Result, bail};
use bilat::Pair;
use bilat::indicators::{Contribution as Indicator, Measure};
use bilat::store::Detail;
use clap::Args;

use super::Outcome;
use super::input::{Data, Wanted};
use super::output::Output;

/// Percentage points that each direction adds to the growth of the trade between two countries.
///
/// The contributions of a year sum to the growth of the total.
#[derive(Args)]
#[command(after_help = "Example:\n  bilat contribution NOR CHN --source encyclopedia --years 2009")]
pub struct Contribution {
    /// First country.
    first: String,
    /// Second country.
    second: String,
    #[command(flatten)]
    wanted: Wanted,
    #[command(flatten)]
    data: Data,
    #[command(flatten)]
    output: Output,
}

impl Contribution {
    pub fn run(&self, quiet: bool) -> Result<Outcome> {
        let pair = Pair::new(&self.first, &self.second)?;
        let (flows, outcome) = self.wanted.pair(pair, Detail::Total, &self.data, quiet)?;
        let has = |exports: bool| -> Result<bool> {
            let flows = flows.flows()?;
            Ok(flows.iter().any(|flow| {
                flow.value.is_some() && pair.holds(flow) && pair.exports(flow) == exports
            }))
        };
        if !(has(true)? && has(false)?) {
            bail!(
                "the series used has one direction alone, whose total would be itself; choose a source with both"
            );
        }
        let contribution = Indicator {
            years: self.wanted.years(),
        };
        self.output.write(&contribution.of(&flows)?, quiet)?;
        Ok(outcome)
    }
}
