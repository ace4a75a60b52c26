//! `bilat check diversion`.

use anyhow::Result;
use bilat::checks::Examine;
use bilat::checks::diversion::{Diversion as Check, OwnPeriod, Ranking};
use bilat::store::Asked;
use bilat::transforms::{Reshape, RollUp};
use bilat::{Currency, Pair, Years};
use clap::{Args, ValueEnum};

use super::dated::{Dated, dated};
use super::kept::Kept;
use super::output::Findings;
use crate::commands::Outcome;
use crate::commands::input::Data;

/// A flow that fell around an event, beside flows that rose through third places.
///
/// When exports of A to B fall and both those of A to C and those of C to B rise, goods may go
/// through C, or A may have found other buyers and B other sellers: these figures cannot tell. The
/// places where both rose are ranked, with what the same reckoning gives at other dates. Nothing
/// of it is a disagreement.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub struct Diversion {
    /// Country whose exports fell.
    exporter: String,
    /// Country they went to.
    importer: String,
    /// Date of the event: 2010-10-08, 2010-10 or 2010.
    #[arg(long, value_name = "DATE", value_parser = dated)]
    event: Dated,
    /// Rank by rises beyond those of all other exports of the one and imports of the other.
    #[arg(long)]
    by_growth: bool,
    /// Periods before the event whose mean is taken.
    #[arg(long, value_name = "N", default_value = "3", value_parser = clap::value_parser!(u8).range(1..=50))]
    before: u8,
    /// Periods after the event whose mean is taken.
    #[arg(long, value_name = "N", default_value = "3", value_parser = clap::value_parser!(u8).range(1..=50))]
    after: u8,
    /// Where the period of the event itself belongs.
    #[arg(long, value_name = "WHERE", default_value = "left-out")]
    own_period: Own,
    /// Currency to convert to, at annual average rates: USD, NOK, CNY, EUR.
    #[arg(long, value_name = "CURRENCY")]
    currency: Option<Currency>,
    #[command(flatten)]
    kept: Kept,
    #[command(flatten)]
    findings: Findings,
    #[command(flatten)]
    data: Data,
}

#[derive(Clone, Copy, ValueEnum)]
enum Own {
    LeftOut,
    Before,
    After,
}

const EXAMPLES: &str = "\
Examples:
  bilat check diversion NOR CHN --event 2010-10-08
  bilat check diversion AUS CHN --event 2020-05 --by-growth --data 'dots/*.csv' -o diversion.md";

impl Diversion {
    pub fn run(&self, quiet: bool) -> Result<Outcome> {
        let pair = Pair::new(&self.exporter, &self.importer)?;
        let (flows, rejected) = self.data.flows(
            &Asked::Pairs {
                years: Years::default(),
            },
            None,
            quiet,
        )?;
        let kept = self.kept.of(&flows, |flow| {
            flow.exporter == pair.first.code || flow.importer == pair.second.code
        })?;
        let kept = self.kept.converted(&kept, self.currency)?;
        let check = Check {
            before: self.before,
            after: self.after,
            own: match self.own_period {
                Own::LeftOut => OwnPeriod::LeftOut,
                Own::Before => OwnPeriod::Before,
                Own::After => OwnPeriod::After,
            },
            ranking: match self.by_growth {
                true => Ranking::BeyondGrowth,
                false => Ranking::Rise,
            },
            ..Check::of(pair.first, pair.second, self.event.day)
        };
        let found = check.examine(&RollUp.apply(&kept)?)?;
        Ok(rejected.max(self.findings.write(&found, quiet)?))
    }
}
