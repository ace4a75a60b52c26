//! `bilat check totals`.

use anyhow::{Result, bail};
use bilat::checks::Examine;
use bilat::checks::additivity::Totals as Check;
use clap::Args;

use super::kept::Kept;
use super::output::Findings;
use crate::commands::Outcome;
use crate::commands::input::Data;

/// Totals held against the sums of their parts, at every level that the data have.
///
/// Partners to the world, members to groups, products to all goods, longer product codes to
/// shorter ones, domestic goods and re-exports to all goods, both directions to trade both ways,
/// months and quarters to years. Differences are ranked by size. Parts that come to more than the
/// total disagree, and so do parts that fall short though none is missing, unless most totals of
/// the level are short: then the data hold a selection of parts, and that is said instead.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub struct Totals {
    /// What figures are rounded to, such as 1000 [default: the largest power of ten that all
    /// figures of a level are multiples of].
    #[arg(long, value_name = "UNIT")]
    rounded_to: Option<f64>,
    /// Per cent of the total that a difference may have besides rounding.
    #[arg(long, value_name = "PERCENT", default_value_t = 0.0)]
    tolerance: f64,
    #[command(flatten)]
    kept: Kept,
    #[command(flatten)]
    findings: Findings,
    #[command(flatten)]
    data: Data,
}

const EXAMPLES: &str = "\
Examples:
  bilat check totals
  bilat check totals --data imports.csv --tolerance 0.1
  bilat check totals --data years.csv months.csv -o totals.md";

impl Totals {
    pub fn run(&self, quiet: bool) -> Result<Outcome> {
        if let Some(unit) = self
            .rounded_to
            .filter(|unit| !(*unit > 0.0 && unit.is_finite()))
        {
            bail!(
                "--rounded-to `{unit}` is no unit; write what figures are rounded to, such as 1000"
            );
        }
        if !(0.0..=100.0).contains(&self.tolerance) {
            bail!(
                "--tolerance `{}` is no share of a total; write per cent, such as 0.1",
                self.tolerance
            );
        }
        let (printed, rejected) = self.data.as_printed(quiet)?;
        let tables = printed
            .tables
            .iter()
            .map(|table| self.kept.of(table, |_| true));
        let mut tables = tables.collect::<Result<Vec<_>>>()?.into_iter();
        let Some(flows) = tables.next() else {
            bail!(
                "nothing is left: every key stands twice with different figures; `bilat check all` lists them"
            );
        };
        let check = Check {
            others: tables.collect(),
            unit: self.rounded_to,
            relative: self.tolerance / 100.0,
        };
        let found = check.examine(&flows)?;
        Ok(rejected.max(self.findings.write(&found, quiet)?))
    }
}
