//! `bilat check`: figures held against each other, and published claims against figures.

mod all;
mod breaks;
mod claims;
mod dated;
mod diversion;
mod kept;
mod mirror;
mod output;
mod totals;
mod vintages;

use anyhow::Result;
use clap::{Args, Subcommand};

use super::Outcome;

/// Hold figures against each other, and published claims against figures.
///
/// The exit code is 3 where something disagrees, 0 where nothing does.
#[derive(Args)]
pub struct Check {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    Claims(claims::Claims),
    Mirror(mirror::Mirror),
    Totals(totals::Totals),
    Breaks(breaks::Breaks),
    Diversion(diversion::Diversion),
    Vintages(vintages::Vintages),
    All(all::All),
}

impl Check {
    pub fn run(&self, quiet: bool) -> Result<Outcome> {
        match &self.what {
            What::Claims(claims) => claims.run(quiet),
            What::Mirror(mirror) => mirror.run(quiet),
            What::Totals(totals) => totals.run(quiet),
            What::Breaks(breaks) => breaks.run(quiet),
            What::Diversion(diversion) => diversion.run(quiet),
            What::Vintages(vintages) => vintages.run(quiet),
            What::All(all) => all.run(quiet),
        }
    }
}
