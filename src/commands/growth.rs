//! `bilat growth`.

use anyhow::Result;
use bilat::indicators::{Growth as Indicator, Measure, Method};
use bilat::transforms::{Reshape, TwoWay};
use bilat::{Error, Pair};
use clap::{Args, ValueEnum};

use super::Outcome;
use super::input::{Data, Wanted};
use super::output::Output;

/// Growth of the trade between two countries, year by year or on average.
///
/// A rate compares a year with the calendar year before it, within one source and one side. A
/// missing year, a zero base or a first year gives no rate; the column `reason` says why.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub struct Growth {
    /// First country.
    first: String,
    /// Second country.
    second: String,
    /// yoy (on the year before), log, midpoint, index, cagr (compound, between the ends) or
    /// least-squares.
    #[arg(long, default_value = "yoy")]
    method: Method,
    /// Which flow: both directions apart, the first country's exports or imports, their total,
    /// or the balance, whose growth is refused with an explanation.
    #[arg(long, value_enum, default_value = "both")]
    flow: Flow,
    /// Base year of an index [default: the first year shown].
    #[arg(long, value_name = "YEAR")]
    base: Option<i32>,
    #[command(flatten)]
    wanted: Wanted,
    #[command(flatten)]
    data: Data,
    #[command(flatten)]
    output: Output,
}

const EXAMPLES: &str = "\
Examples:
  bilat growth CHN NOR --years 2003..2009
  bilat growth China Norway --years 2003..2014 --method cagr
  bilat growth NOR CHN --flow total --source encyclopedia --method cagr --years 2003..2009
  bilat growth CHN NOR --method index --base 2003 --format json";

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Flow {
    Both,
    Exports,
    Imports,
    Total,
    Balance,
}

impl Growth {
    pub fn run(&self, quiet: bool) -> Result<Outcome> {
        if self.flow == Flow::Balance {
            return Err(Error::GrowthOfBalance.into());
        }
        let pair = Pair::new(&self.first, &self.second)?;
        let (flows, outcome) = self.wanted.pair(pair, &self.data, quiet)?;
        let flows = match self.flow {
            Flow::Exports => flows.retain(|flow| pair.exports(flow))?,
            Flow::Imports => flows.retain(|flow| pair.imports(flow))?,
            Flow::Total => TwoWay { pair }.apply(&flows)?,
            Flow::Both | Flow::Balance => flows.retain(|flow| flow.kind != bilat::Kind::TwoWay)?,
        };
        let growth = Indicator {
            method: self.method,
            years: self.wanted.years(),
            base: self.base,
        };
        self.output.write(&growth.of(&flows)?, quiet)?;
        Ok(outcome)
    }
}
