//! Which of the loaded figures a check looks at.

use anyhow::Result;
use bilat::transforms::{Money, Reshape, Sources};
use bilat::{Currency, Error, Flow, FlowTable, Years};
use clap::Args;

/// Which sources and years.
#[derive(Args)]
pub struct Kept {
    /// Years to look at: 2003..2009, 2003.., ..2009 or 2009; all if left out.
    #[arg(long, value_name = "YEARS")]
    years: Option<Years>,
    /// Source ids, comma-separated; all if left out.
    #[arg(long, value_name = "SOURCES", value_delimiter = ',')]
    source: Vec<String>,
}

impl Kept {
    /// The years asked for.
    pub fn years(&self) -> Years {
        self.years.unwrap_or_default()
    }

    /// Whether figures of a source are wanted.
    pub fn takes(&self, source: &str) -> bool {
        self.source.is_empty() || self.source.iter().any(|wanted| wanted == source)
    }

    /// The sources asked for; the best one if none is named.
    pub fn sources(&self) -> Sources {
        match self.source.is_empty() {
            true => Sources::default(),
            false => Sources::Named(self.source.clone()),
        }
    }

    /// The figures that are wanted and that `keep` accepts.
    pub fn of(&self, flows: &FlowTable, keep: impl Fn(&Flow) -> bool) -> Result<FlowTable> {
        let known = |id: &&String| flows.sources().iter().any(|source| source.id == **id);
        if let Some(typed) = self.source.iter().find(|id| !known(id)) {
            let known = flows.sources().iter().map(|source| source.id.clone());
            return Err(Error::UnknownSource {
                typed: typed.clone(),
                known: known.collect(),
            }
            .into());
        }
        let years = self.years();
        Ok(flows
            .retain(|flow| self.takes(&flow.source) && years.contains(flow.year()) && keep(flow))?)
    }

    /// Figures in another currency, if one is named.
    pub fn converted(&self, flows: &FlowTable, currency: Option<Currency>) -> Result<FlowTable> {
        let money = Money {
            real: None,
            currency,
            years: self.years(),
        };
        Ok(money.apply(flows)?)
    }
}
