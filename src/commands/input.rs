//! Which figures a command works on.

use std::path::PathBuf;

use anyhow::{Result, bail};
use bilat::model::coded::Coded;
use bilat::model::period::Frequency;
use bilat::providers::{Printed, each_year, load_as_printed, load_asked};
use bilat::store::{Asked, Detail, Store};
use bilat::transforms::{Choose, End, Money, Panel, ProductLevel, Reshape, RollUp, Sources};
use bilat::{Currency, FlowTable, Pair, Side, Years, bundled_flows, country};
use clap::Args;

use super::Outcome;
use super::reading::Reading;

/// Where the figures come from.
#[derive(Args)]
pub struct Data {
    /// Your own files instead of the bundled figures, in any layout of `bilat formats`; patterns
    /// such as '*.csv.gz' and `-` for standard input work too. Or the folder of a store that
    /// `bilat import` made, or one of its vintages: DIR@vintage.
    #[arg(long, value_name = "FILE", num_args = 1.., help_heading = "Data")]
    pub data: Vec<PathBuf>,
    #[command(flatten)]
    reading: Reading,
}

/// One country and its partners.
#[derive(Args)]
pub struct Partners {
    /// Country that the exports go to.
    #[arg(long, value_name = "COUNTRY", conflicts_with_all = ["exporter", "importers"])]
    pub importer: Option<String>,
    /// Exporters to it, comma-separated [default: all that the data have].
    #[arg(
        long,
        value_name = "COUNTRIES",
        value_delimiter = ',',
        requires = "importer"
    )]
    pub exporters: Vec<String>,
    /// Country that the exports come from.
    #[arg(long, value_name = "COUNTRY")]
    pub exporter: Option<String>,
    /// Importers from it, comma-separated [default: all that the data have].
    #[arg(
        long,
        value_name = "COUNTRIES",
        value_delimiter = ',',
        requires = "exporter"
    )]
    pub importers: Vec<String>,
    /// Only the partners with the N largest flows of the last year.
    #[arg(long, value_name = "N")]
    pub top: Option<usize>,
}

impl Partners {
    /// The flows asked for, from the best source.
    pub fn panel(&self) -> Result<Panel> {
        let (own, end, partners) = match (&self.importer, &self.exporter) {
            (Some(importer), _) => (importer, End::Importer, &self.exporters),
            (None, Some(exporter)) => (exporter, End::Exporter, &self.importers),
            (None, None) => bail!("name the country with --importer or --exporter"),
        };
        let partners = partners.iter().map(|typed| country(typed));
        Ok(Panel {
            partners: partners.collect::<Result<_, _>>()?,
            top: self.top,
            ..Panel::of(country(own)?, end)
        })
    }
}

/// Which series, years and money.
#[derive(Args)]
pub struct Wanted {
    /// Years to show: 2003..2009, 2003.., ..2009 or 2009; all if left out.
    #[arg(long, value_name = "YEARS")]
    pub years: Option<Years>,
    /// Source ids, comma-separated; `best` takes the one that covers the years best, `cover` as
    /// few as cover them all, `all` every series; each is kept apart [default: best; for a brief
    /// cover].
    #[arg(long, value_name = "SOURCE")]
    pub source: Option<Sources>,
    /// Only figures reported by the exporter or by the importer.
    #[arg(long, value_name = "SIDE")]
    pub side: Option<Side>,
    /// Currency to convert to, at annual average rates: USD, NOK, CNY, EUR. Of a file that does
    /// not say its currency, the currency it is in.
    #[arg(long, value_name = "CURRENCY")]
    pub currency: Option<Currency>,
    /// Constant prices of this year, by the US consumer price index.
    #[arg(long, value_name = "YEAR")]
    pub real: Option<i32>,
}

/// Where what is learnt of large files is kept: the user's folder for caches, if there is one.
fn memory() -> Option<PathBuf> {
    let folder = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
    let caches = folder("XDG_CACHE_HOME").map(PathBuf::from);
    let caches = caches.or_else(|| Some(PathBuf::from(folder("HOME")?).join(".cache")))?;
    Some(caches.join("bilat").join("order"))
}

/// What a result about two countries needs.
pub fn between(pair: Pair, detail: Detail) -> Asked {
    Asked::Among {
        codes: [pair.first, pair.second]
            .map(|country| country.code.clone())
            .to_vec(),
        detail,
    }
}

impl Data {
    /// The flows of the store, the files or the bundle that bear on what is asked for, and whether
    /// rows were rejected.
    ///
    /// What does not bear on it may be there too: only a store leaves it out.
    pub fn flows(
        &self,
        asked: &Asked,
        wanted: Option<&Wanted>,
        quiet: bool,
    ) -> Result<(FlowTable, Outcome)> {
        if let Some(store) = Store::among(&self.data)? {
            if self.reading.says_anything() {
                bail!("options about files say nothing of a store; leave them out");
            }
            return Ok((store.flows(asked)?, Outcome::Done));
        }
        if self.data.is_empty() {
            if self.reading.says_anything() {
                bail!("options about files need a file; name it with --data");
            }
            return Ok((bundled_flows()?, Outcome::Done));
        }
        let otherwise = wanted.and_then(|wanted| wanted.currency);
        let options = self.reading.options(otherwise)?;
        let loaded = load_asked(&self.data, &options, asked, memory())?;
        let outcome = self.reading.account(&loaded.report, quiet)?;
        Ok((loaded.flows, outcome))
    }

    /// Hands the flows over a year at a time where they are kept so, and says what they mean; none where
    /// they must be had whole.
    pub fn each_year(
        &self,
        asked: &Asked,
        years: Years,
        wanted: &Wanted,
        quiet: bool,
        each: &mut dyn FnMut(Frequency, Coded) -> bilat::Result<()>,
    ) -> Result<Option<(FlowTable, Outcome)>> {
        let of_store = Store::among(&self.data)?.is_some();
        if of_store && self.reading.says_anything() {
            // Refused, with the reason, by whoever reads it whole.
            return Ok(None);
        }
        if self.data.is_empty() || wanted.currency.is_some() || wanted.real.is_some() {
            return Ok(None);
        }
        if let Some(store) = Store::among(&self.data)? {
            let told = store.vintage()?.each_year(asked, years, each)?;
            return Ok(told.map(|flows| (flows, Outcome::Done)));
        }
        let options = self.reading.options(None)?;
        let told = each_year(&self.data, &options, asked, years, memory(), each)?;
        told.map(|loaded| Ok((loaded.flows, self.reading.account(&loaded.report, quiet)?)))
            .transpose()
    }

    /// Everything the files hold as printed, totals beside parts and months beside years.
    pub fn as_printed(&self, quiet: bool) -> Result<(Printed, Outcome)> {
        // A store and the bundle hold one frequency, and no key twice.
        if self.data.is_empty() || Store::among(&self.data)?.is_some() {
            let (flows, outcome) = self.flows(&Asked::Everything, None, quiet)?;
            let printed = Printed {
                tables: vec![flows],
                ..Printed::default()
            };
            return Ok((printed, outcome));
        }
        let printed = load_as_printed(&self.data, &self.reading.options(None)?)?;
        let outcome = self.reading.account(&printed.report, quiet)?;
        Ok((printed, outcome))
    }
}

impl Wanted {
    /// The years asked for.
    pub fn years(&self) -> Years {
        self.years.unwrap_or_default()
    }

    /// The chosen series of a pair, in the money asked for, and whether rows were rejected.
    pub fn pair(
        &self,
        pair: Pair,
        detail: Detail,
        data: &Data,
        quiet: bool,
    ) -> Result<(FlowTable, Outcome)> {
        let (flows, outcome) = data.flows(&between(pair, detail), Some(self), quiet)?;
        let choose = Choose {
            pair,
            years: self.years(),
            sources: self.source.clone().unwrap_or_default(),
            side: self.side,
        };
        let chosen = choose.apply(&flows)?;
        let digits = match detail {
            Detail::Digits(digits) => Some(digits),
            _ => None,
        };
        let chosen = match detail {
            Detail::Total => RollUp.apply(&chosen)?,
            Detail::Digits(_) | Detail::Products => ProductLevel { digits }.apply(&chosen)?,
        };
        Ok((self.money().apply(&chosen)?, outcome))
    }

    /// The currency and prices asked for.
    pub fn money(&self) -> Money {
        Money {
            real: self.real,
            currency: self.currency,
            years: self.years(),
        }
    }
}
