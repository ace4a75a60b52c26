//! `bilat check all`.

use anyhow::{Result, bail};
use bilat::checks::Examine;
use bilat::checks::quality::Quality;
use clap::Args;

use super::kept::Kept;
use super::output::Findings;
use crate::commands::Outcome;
use crate::commands::input::Data;

/// A quality sheet of any data on one page, source by source.
///
/// Rows, series and periods; what is absent, missing, zero, below zero or there twice; totals
/// against their parts; both sides' reports where there are both; jumps, outlying growth and
/// periods that repeat the one before. Keys with two figures, jumps by a hundred or more or by ten
/// and back, periods that most series repeat, and totals that are not the sum of their parts disagree; all else is counted.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub struct All {
    #[command(flatten)]
    kept: Kept,
    #[command(flatten)]
    findings: Findings,
    #[command(flatten)]
    data: Data,
}

const EXAMPLES: &str = "\
Examples:
  bilat check all
  bilat check all --data 'comtrade/*.csv' -o quality.md";

impl All {
    pub fn run(&self, quiet: bool) -> Result<Outcome> {
        let (printed, rejected) = self.data.as_printed(quiet)?;
        let tables = printed.tables.iter();
        let tables = tables.map(|table| self.kept.of(table, |_| true));
        let mut tables = tables.collect::<Result<Vec<_>>>()?.into_iter();
        let Some(flows) = tables.next() else {
            bail!(
                "every key stands twice with different figures; tell them apart in a `source`, `side` or `product` column"
            );
        };
        let years = self.kept.years();
        let wanted = |source: &str, year: i32| self.kept.takes(source) && years.contains(year);
        let check = Quality {
            others: tables.collect(),
            repeated: printed
                .repeated
                .into_iter()
                .filter(|(_, (flow, _))| wanted(&flow.source, flow.year()))
                .collect(),
            conflicts: printed
                .conflicts
                .into_iter()
                .filter(|(_, rows)| rows.iter().any(|flow| wanted(&flow.source, flow.year())))
                .collect(),
        };
        let found = check.examine(&flows)?;
        Ok(rejected.max(self.findings.write(&found, quiet)?))
    }
}
