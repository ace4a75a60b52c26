//! `bilat check mirror`.

use anyhow::{Result, bail};
use bilat::checks::Examine;
use bilat::checks::mirror_gap::{BothReports, CifFactor, TradeSystem};
use bilat::model::column::TOTAL;
use bilat::store::Asked;
use bilat::transforms::{Reshape, RollUp};
use bilat::{Currency, Pair, Side, Years, country};
use clap::Args;

use super::kept::Kept;
use super::output::Findings;
use crate::commands::Outcome;
use crate::commands::input::Data;

/// One flow as its exporter and its importer report it, held against each other.
///
/// Year by year both figures, their ratio and gap, and the gap that is left when freight and
/// insurance are taken out of the importer's figure by a named factor; how steady the gap is, which
/// years are far from the others, and the documented causes with what these figures say of each.
/// A side that reports nothing is missing, never zero. A gap alone is no disagreement: the exit
/// code is 0 whatever its size.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub struct Mirror {
    /// One of the two countries.
    first: String,
    /// The other one.
    second: String,
    /// Only the exports of this one of the two [default: both directions].
    #[arg(long, value_name = "COUNTRY")]
    exports_of: Option<String>,
    /// CIF/FOB factor that importers' figures are divided by: imf (1.06), oecd (1.05), fao (1.12),
    /// imf-old (1.10), none, or a number of your own.
    #[arg(long, value_name = "FACTOR", default_value = "imf")]
    cif: CifFactor,
    /// Product code to look at instead of all goods.
    #[arg(long, value_name = "CODE")]
    product: Option<String>,
    /// Countries known to record general trade, comma-separated.
    #[arg(long, value_name = "COUNTRIES", value_delimiter = ',')]
    general: Vec<String>,
    /// Countries known to record special trade, comma-separated.
    #[arg(long, value_name = "COUNTRIES", value_delimiter = ',')]
    special: Vec<String>,
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
  bilat check mirror CHN USA
  bilat check mirror NOR CHN --exports-of NOR --cif 1.08 -o mirror.md
  bilat check mirror DEU FRA --data dots.csv --years 2011.. --format json";

impl Mirror {
    pub fn run(&self, quiet: bool) -> Result<Outcome> {
        let mut pair = Pair::new(&self.first, &self.second)?;
        if let Some(typed) = &self.exports_of {
            let exporter = country(typed)?;
            if exporter == pair.second {
                std::mem::swap(&mut pair.first, &mut pair.second);
            } else if exporter != pair.first {
                bail!(
                    "--exports-of `{typed}` is neither {} nor {}; name one of the two",
                    pair.first.name,
                    pair.second.name
                );
            }
        }
        let asked = match self.product {
            Some(_) => Asked::Everything,
            None => Asked::Pairs {
                years: Years::default(),
            },
        };
        let (flows, rejected) = self.data.flows(&asked, None, quiet)?;
        let ends = [pair.first.code.as_str(), pair.second.code.as_str()];
        let kept = self.kept.of(&flows, |flow| {
            let sided = matches!(flow.side, Side::Exporter | Side::Importer);
            sided
                && (ends.contains(&flow.exporter.as_str())
                    || ends.contains(&flow.importer.as_str()))
        })?;
        let kept = match &self.product {
            None => RollUp.apply(&kept)?,
            Some(_) => kept,
        };
        let kept = self.kept.converted(&kept, self.currency)?;
        let check = BothReports {
            both_ways: self.exports_of.is_none(),
            product: self.product.clone().unwrap_or(TOTAL.to_owned()),
            factor: self.cif.clone(),
            systems: self.systems()?,
            years: self.kept.years(),
            ..BothReports::of(pair.first, pair.second)
        };
        let found = check.examine(&kept)?;
        Ok(rejected.max(self.findings.write(&found, quiet)?))
    }

    fn systems(&self) -> Result<Vec<(String, TradeSystem)>> {
        let general = self
            .general
            .iter()
            .map(|typed| (typed, TradeSystem::General));
        let special = self
            .special
            .iter()
            .map(|typed| (typed, TradeSystem::Special));
        general
            .chain(special)
            .map(|(typed, system)| Ok((country(typed)?.code.clone(), system)))
            .collect()
    }
}
