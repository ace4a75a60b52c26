//! `bilat check vintages`.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use bilat::FlowTable;
use bilat::checks::Examine;
use bilat::checks::vintages::{Order, Vintages as Check};
use bilat::providers::load_as_printed;
use bilat::store::{Asked, Store};
use clap::Args;

use super::output::Findings;
use crate::commands::Outcome;
use crate::commands::reading::Reading;

/// Two downloads of one table: which figures changed, by how much, and which conclusions turn.
///
/// Figures that were added, removed and changed, how large revisions are and which way they go,
/// growth that is up in one table and down in the other, and partners or products whose rank
/// differs. Growth that turns and ranks that differ disagree; other changes do not.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub struct Vintages {
    /// The older file, in any layout of `bilat formats`, or a vintage of a store: DIR@vintage.
    old: PathBuf,
    /// The newer file.
    new: PathBuf,
    /// Rank changes by per cent instead of by amount.
    #[arg(long)]
    relative: bool,
    #[command(flatten)]
    findings: Findings,
    #[command(flatten)]
    reading: Reading,
}

const EXAMPLES: &str = "\
Examples:
  bilat check vintages 2024-03.csv 2025-03.csv
  bilat check vintages old.csv new.csv --relative -o revisions.md";

impl Vintages {
    pub fn run(&self, quiet: bool) -> Result<Outcome> {
        if self.old == Path::new("-") && self.new == Path::new("-") {
            bail!("standard input cannot be both tables; name a file for one");
        }
        let (old, rejected_old) = self.table(&self.old, quiet)?;
        let (new, rejected_new) = self.table(&self.new, quiet)?;
        let check = Check {
            old,
            names: [&self.old, &self.new].map(|file| file.display().to_string()),
            order: match self.relative {
                true => Order::Relative,
                false => Order::Absolute,
            },
        };
        let found = check.examine(&new)?;
        let rejected = rejected_old.max(rejected_new);
        Ok(rejected.max(self.findings.write(&found, quiet)?))
    }

    /// Everything a file holds, of the longest periods unless --frequency says otherwise.
    fn table(&self, file: &Path, quiet: bool) -> Result<(FlowTable, Outcome)> {
        if let Some(store) = Store::among(&[file.to_owned()])? {
            return Ok((store.flows(&Asked::Everything)?, Outcome::Done));
        }
        let printed = load_as_printed(&[file.to_owned()], &self.reading.options(None)?)?;
        let outcome = self.reading.account(&printed.report, quiet)?;
        match printed.tables.into_iter().next() {
            Some(table) => Ok((table, outcome)),
            None => bail!(
                "{}: every key stands twice with different figures; `bilat check all` lists them",
                file.display()
            ),
        }
    }
}
