//! What the user types: one file per subcommand, each on the public library alone.

mod brief;
mod chart;
mod check;
mod compare;
mod completions;
mod contribution;
mod convert;
mod countries;
mod events;
mod formats;
mod growth;
mod import;
mod input;
mod inspect;
mod man;
mod measure;
mod output;
mod progress;
mod reading;
mod run;
mod sources;
mod store;
mod summary;

use std::io::{Write, stderr};

use anyhow::Result;
use clap::{Parser, Subcommand};

/// Bilateral trade statistics: growth, comparisons, charts and briefs, each figure with its source.
///
/// Works on the figures compiled in, or on your own file with --data. Results go to standard
/// output, remarks to standard error. Countries may be given by ISO code, number or English name.
#[derive(Parser)]
#[command(version, arg_required_else_help = true, max_term_width = 100, after_help = EXAMPLES)]
pub struct Bilat {
    #[command(subcommand)]
    command: Command,
    /// Print no remarks.
    #[arg(long, short, global = true)]
    quiet: bool,
}

const EXAMPLES: &str = "\
Examples:
  bilat brief CHN NOR
  bilat growth CHN NOR --years 2003..2009
  bilat compare --importer China --exporters NOR,SWE,DNK,FIN --years 2003..2014
  bilat summary CHN NOR --years 2003.. -o summary.csv
  bilat chart lines CHN NOR --years 2003..2014 -o chart.png";

#[derive(Subcommand)]
enum Command {
    Brief(brief::Brief),
    Growth(growth::Growth),
    Compare(compare::Compare),
    Contribution(contribution::Contribution),
    Measure(measure::Measure),
    Summary(summary::Summary),
    Chart(chart::Chart),
    Check(check::Check),
    Run(run::Run),
    Inspect(inspect::Inspect),
    Convert(convert::Convert),
    Import(import::Import),
    Store(store::Store),
    Formats(formats::Formats),
    Sources(sources::Sources),
    Countries(countries::Countries),
    Events(events::Events),
    Completions(completions::Completions),
    Man(man::Man),
}

pub use progress::STOPPED;

/// How a command ended that did not fail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    Done,
    /// Done, and something was found that needs attention, such as rows that cannot be read.
    Found,
}

/// A remark to standard error; no control character of a file reaches the terminal.
pub fn tell(remark: &str) {
    let plain: String = remark
        .chars()
        .filter(|letter| !letter.is_control())
        .collect();
    // A remark that nobody can be told is no reason to fail.
    _ = writeln!(stderr(), "bilat: {plain}");
}

impl Bilat {
    /// # Errors
    /// Whatever the command could not do.
    pub fn run(&self) -> Result<Outcome> {
        match &self.command {
            Command::Brief(brief) => brief.run(self.quiet),
            Command::Growth(growth) => growth.run(self.quiet),
            Command::Compare(compare) => compare.run(self.quiet),
            Command::Contribution(contribution) => contribution.run(self.quiet),
            Command::Measure(measure) => measure.run(self.quiet),
            Command::Summary(summary) => summary.run(self.quiet),
            Command::Chart(chart) => chart.run(self.quiet),
            Command::Check(check) => check.run(self.quiet),
            Command::Run(run) => run.run(self.quiet),
            Command::Inspect(inspect) => inspect.run(self.quiet),
            Command::Convert(convert) => convert.run(self.quiet),
            Command::Import(import) => import.run(self.quiet),
            Command::Store(store) => store.run(self.quiet),
            Command::Formats(formats) => formats.run(self.quiet),
            Command::Sources(sources) => sources.run(self.quiet),
            Command::Countries(countries) => countries.run(self.quiet),
            Command::Events(events) => events.run(self.quiet),
            Command::Completions(completions) => completions.run(),
            Command::Man(man) => man.run(),
        }
    }
}
