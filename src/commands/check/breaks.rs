//! `bilat check breaks`.

use anyhow::{Result, bail};
use bilat::checks::Examine;
use bilat::checks::breaks::{Breaks as Check, Search};
use bilat::store::{Asked, Detail};
use bilat::transforms::{Choose, Reshape, RollUp};
use bilat::{Currency, FlowTable, Pair, Side};
use clap::Args;

use super::dated::{Dated, dated};
use super::kept::Kept;
use super::output::Findings;
use crate::commands::Outcome;
use crate::commands::input::{Data, between};

/// Breaks in growth and level, at known and unknown dates, and what looks like a slip.
///
/// Of a pair, the series that cover the years best are looked at; without a pair, every series of
/// the data. Growth before and after a known date is described from two rates on each side on, and
/// tested from 20 rates on; unknown dates are searched for from 20 on. Jumps by a hundred or more,
/// or by ten and back, and years that repeat the one before in five digits or more disagree; a
/// break does not. Events are named because of their
/// date and for no other reason.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub struct Breaks {
    /// The two countries; without them every series of the data.
    #[arg(value_name = "COUNTRY", num_args = 0..=2)]
    pair: Vec<String>,
    /// A date to look at, with what happened if wanted: 2010-10-08 or "2010-10=Peace Prize"; again
    /// for more.
    #[arg(long, value_name = "DATE", value_parser = dated)]
    event: Vec<Dated>,
    /// Leave out the events of `bilat events`.
    #[arg(long)]
    no_events: bool,
    /// Only figures reported by the exporter or by the importer.
    #[arg(long, value_name = "SIDE")]
    side: Option<Side>,
    /// Random orders that p-values are counted over.
    #[arg(long, value_name = "N", default_value = "999", value_parser = clap::value_parser!(u32).range(99..=99_999))]
    permutations: u32,
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

const EXAMPLES: &str = "\
Examples:
  bilat check breaks NOR CHN --source oec
  bilat check breaks NOR CHN --event '2010-10-08=Peace Prize' --no-events
  bilat check breaks --data panel.csv -o breaks.md";

impl Breaks {
    pub fn run(&self, quiet: bool) -> Result<Outcome> {
        let pair = match self.pair.as_slice() {
            [] => None,
            [first, second] => Some(Pair::new(first, second)?),
            [alone, ..] => bail!("a pair needs two countries; `{alone}` stands alone"),
        };
        let asked = pair.map_or(Asked::Everything, |pair| between(pair, Detail::Total));
        let (flows, rejected) = self.data.flows(&asked, None, quiet)?;
        let check = Check {
            events: self
                .event
                .iter()
                .map(|event| (event.label.clone(), event.day))
                .collect(),
            own_alone: self.no_events,
            search: Search {
                permutations: self.permutations as usize,
                ..Search::default()
            },
        };
        let chosen = self
            .kept
            .converted(&self.chosen(&flows, pair)?, self.currency)?;
        let found = check.examine(&chosen)?;
        Ok(rejected.max(self.findings.write(&found, quiet)?))
    }

    fn chosen(&self, flows: &FlowTable, pair: Option<Pair>) -> Result<FlowTable> {
        let side = |side: Side| self.side.is_none_or(|wanted| wanted == side);
        let Some(pair) = pair else {
            return self.kept.of(flows, |flow| side(flow.side));
        };
        let choose = Choose {
            pair,
            years: self.kept.years(),
            sources: self.kept.sources(),
            side: self.side,
        };
        let chosen = RollUp.apply(&choose.apply(flows)?)?;
        Ok(chosen.retain(|flow| pair.holds(flow))?)
    }
}
