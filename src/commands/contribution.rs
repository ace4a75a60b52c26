//! `bilat contribution`.

use anyhow::Result;
use bilat::Pair;
use bilat::indicators::{Contribution as Indicator, Measure};
use clap::Args;

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
    pub fn run(&self, quiet: bool) -> Result<()> {
        let pair = Pair::new(&self.first, &self.second)?;
        let flows = self.wanted.pair(pair, &self.data)?;
        let contribution = Indicator {
            years: self.wanted.years(),
        };
        self.output.write(&contribution.of(&flows)?, quiet)
    }
}
