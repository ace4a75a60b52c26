//! `bilat compare`.

use anyhow::Result;
use bilat::indicators::{Comparison, Measure, side_by_side};
use bilat::store::Asked;
use bilat::transforms::{End, Panel, Reshape, RollUp};
use clap::{ArgGroup, Args, ValueEnum};

use super::Outcome;
use super::input::{Data, Partners, Wanted};
use super::output::Output;

/// Export growth of a country's partners by year, side by side and ranked.
///
/// All figures come from one source and one side, the one that has most of them.
#[derive(Args)]
#[command(after_help = EXAMPLES, group = ArgGroup::new("country").required(true).args(["importer", "exporter"]))]
pub struct Compare {
    #[command(flatten)]
    partners: Partners,
    /// One row per partner with a growth column per year, or one row per partner and year with
    /// levels and ranks [default: wide for people, long for programs].
    #[arg(long, value_enum)]
    layout: Option<Layout>,
    #[command(flatten)]
    wanted: Wanted,
    #[command(flatten)]
    data: Data,
    #[command(flatten)]
    output: Output,
}

const EXAMPLES: &str = "\
Examples:
  bilat compare --importer CHN --exporters NOR,SWE,DNK,FIN --years 2003..2014
  bilat compare --exporter NOR --top 10 --years 2014..2024
  bilat compare --importer China --years 2014..2024 --layout long -o exports.csv";

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Layout {
    Wide,
    Long,
}

impl Compare {
    pub fn run(&self, quiet: bool) -> Result<Outcome> {
        let panel = Panel {
            years: self.wanted.years(),
            sources: self.wanted.source.clone().unwrap_or_default(),
            side: self.wanted.side,
            ..self.partners.panel()?
        };
        let asked = Asked::of(&panel.country.code, panel.end == End::Importer);
        let (flows, outcome) = self.data.flows(&asked, Some(&self.wanted), quiet)?;
        let flows = RollUp.apply(&panel.apply(&flows)?)?;
        let flows = self.wanted.money().apply(&flows)?;
        let years = self.wanted.years();
        let wide = match self.layout {
            Some(layout) => layout == Layout::Wide,
            None => self.output.for_people(),
        };
        let table = if wide {
            side_by_side(&flows, years)?
        } else {
            Comparison { years }.of(&flows)?
        };
        self.output.write(&table, quiet)?;
        Ok(outcome)
    }
}
