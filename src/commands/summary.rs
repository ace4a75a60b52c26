//! `bilat summary`.

use anyhow::Result;
use bilat::Pair;
use bilat::indicators::{Measure, Summary as Indicator};
use bilat::store::Detail;
use clap::Args;

use super::Outcome;
use super::input::{Data, Wanted};
use super::output::Output;

/// Level, growth, shares, balance and coverage of both directions, a row per year and direction.
#[derive(Args)]
#[command(after_help = "Example:\n  bilat summary CHN NOR --years 2003..2009 -o summary.csv")]
pub struct Summary {
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

impl Summary {
    pub fn run(&self, quiet: bool) -> Result<Outcome> {
        let pair = Pair::new(&self.first, &self.second)?;
        let (flows, outcome) = self.wanted.pair(pair, Detail::Total, &self.data, quiet)?;
        let flows = flows.retain(|flow| flow.kind != bilat::Kind::TwoWay)?;
        let summary = Indicator {
            pair,
            years: self.wanted.years(),
        };
        self.output.write(&summary.of(&flows)?, quiet)?;
        Ok(outcome)
    }
}
