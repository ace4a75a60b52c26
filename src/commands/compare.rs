//! `bilat compare`.

use anyhow::Result;
use bilat::country;
use bilat::indicators::{Comparison, Measure, side_by_side};
use bilat::transforms::{Panel, Reshape, RollUp};
use clap::{Args, ValueEnum};

use super::Outcome;
use super::input::{Data, Wanted};
use super::output::Output;

/// Export growth of several countries to one, by year, side by side and ranked.
///
/// All figures come from one source and one side, the one that has most of them.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub struct Compare {
    /// Country that the exports go to.
    #[arg(long, value_name = "COUNTRY")]
    importer: String,
    /// Exporters, comma-separated [default: all that the data have].
    #[arg(long, value_name = "COUNTRIES", value_delimiter = ',')]
    exporters: Vec<String>,
    /// One row per exporter with a growth column per year, or one row per exporter and year with
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
  bilat compare --importer China --years 2014..2024 --layout long -o exports.csv";

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Layout {
    Wide,
    Long,
}

impl Compare {
    pub fn run(&self, quiet: bool) -> Result<Outcome> {
        let exporters = self.exporters.iter().map(|typed| country(typed));
        let panel = Panel {
            importer: country(&self.importer)?,
            exporters: exporters.collect::<Result<_, _>>()?,
            years: self.wanted.years(),
            sources: self.wanted.source.clone().unwrap_or_default(),
            side: self.wanted.side,
        };
        let (flows, outcome) = self.data.flows(Some(&self.wanted), quiet)?;
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
