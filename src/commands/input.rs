//! Which figures a command works on.

use std::path::PathBuf;

use anyhow::Result;
use bilat::providers::{Options, Unit, load};
use bilat::transforms::{Choose, Money, Reshape, RollUp, Sources};
use bilat::{Currency, FlowTable, Pair, Side, Years, bundled_flows};
use clap::Args;

/// Where the figures come from.
#[derive(Args)]
pub struct Data {
    /// Your own CSV or TSV file instead of the bundled figures; tidy (year, exporter, importer,
    /// value, and if you have them side, kind, product, source) or one column per year.
    #[arg(long, value_name = "FILE", num_args = 1.., help_heading = "Data")]
    pub data: Vec<PathBuf>,
    /// What the values of the file count: one, thousand, million, billion.
    #[arg(
        long,
        value_name = "UNIT",
        default_value = "one",
        help_heading = "Data"
    )]
    data_unit: Unit,
    /// Currency of the values of the file [default: USD].
    #[arg(long, value_name = "CURRENCY", help_heading = "Data")]
    data_currency: Option<Currency>,
}

/// Which series, years and money.
#[derive(Args)]
pub struct Wanted {
    /// Years to show: 2003..2009, 2003.., ..2009 or 2009; all if left out.
    #[arg(long, value_name = "YEARS")]
    pub years: Option<Years>,
    /// Source ids, comma-separated; `best` takes the one that covers the years best, `cover` as
    /// few as cover them all, `all` every series; each is kept apart.
    #[arg(long, value_name = "SOURCE", default_value = "best")]
    pub source: Sources,
    /// Only figures reported by the exporter or by the importer.
    #[arg(long, value_name = "SIDE")]
    pub side: Option<Side>,
    /// Currency to convert to, at annual average rates: USD, NOK, CNY, EUR.
    #[arg(long, value_name = "CURRENCY")]
    pub currency: Option<Currency>,
    /// Constant prices of this year, by the US consumer price index.
    #[arg(long, value_name = "YEAR")]
    pub real: Option<i32>,
}

impl Data {
    /// Every flow of the files, or of the bundle.
    pub fn flows(&self) -> Result<FlowTable> {
        if self.data.is_empty() {
            return Ok(bundled_flows()?);
        }
        let options = Options {
            unit: self.data_unit,
            currency: self.data_currency,
        };
        Ok(load(&self.data, &options)?)
    }
}

impl Wanted {
    /// The years asked for.
    pub fn years(&self) -> Years {
        self.years.unwrap_or_default()
    }

    /// The chosen series of a pair, in the money asked for.
    pub fn pair(&self, pair: Pair, data: &Data) -> Result<FlowTable> {
        let choose = Choose {
            pair,
            years: self.years(),
            sources: self.source.clone(),
            side: self.side,
        };
        let chosen = choose.apply(&data.flows()?)?;
        self.money(&RollUp.apply(&chosen)?)
    }

    /// The flows in the currency and prices asked for.
    pub fn money(&self, flows: &FlowTable) -> Result<FlowTable> {
        Ok(self.wish().apply(flows)?)
    }

    /// The currency and prices asked for.
    pub fn wish(&self) -> Money {
        Money {
            real: self.real,
            currency: self.currency,
        }
    }
}
