//! The tables of a brief.

use polars::prelude::*;

use super::claims::{self, Claims};
use super::slug::slug;
use super::trust::Trust;
use super::{Brief, directions};
use crate::error::{Error, Result};
use crate::indicators::{
    AverageGrowth, Balance, Contribution, Growth, Measure, Method, Summary, side_by_side,
};
use crate::model::column::{EXPORTER, RANK};
use crate::model::country::Country;
use crate::model::flow_table::FlowTable;
use crate::model::period::Years;
use crate::model::table::Table;
use crate::outputs::whole::File;
use crate::outputs::{bytes, output};
use crate::transforms::{End, Panel, Reshape, RollUp, Sources};

/// Tables by what they are for.
pub(super) struct Tables {
    pub summary: Table,
    pub growth: Table,
    /// Compound growth over the span of each source.
    pub averages: Vec<Table>,
    /// None for trade in one direction alone, whose total would be itself.
    pub contribution: Option<Table>,
    pub balance: Table,
    pub comparisons: Vec<Comparison>,
    pub claims: Option<Claims>,
    pub trust: Trust,
}

/// Exports of several countries to one.
pub(super) struct Comparison {
    pub importer: &'static Country,
    pub source: String,
    pub table: Table,
}

/// With fewer exporters there is nothing to compare.
const ENOUGH_EXPORTERS: usize = 3;

/// Rows of a comparison that the page shows, besides the pair's own.
pub(super) const SHOWN: u32 = 10;

impl Tables {
    pub fn of(brief: &Brief, chosen: &FlowTable, flows: &FlowTable) -> Result<Self> {
        let (pair, years) = (brief.pair, brief.years);
        let both = directions(chosen, pair)?;
        let averages = both.sources().iter().map(|source| {
            let of_source = both.retain(|flow| flow.source == source.id)?;
            let method = Method::Cagr;
            // The span of each source is its own, within the years asked for.
            AverageGrowth {
                method,
                years: span(&of_source, brief)?,
            }
            .of(&of_source)
        });
        Ok(Self {
            averages: averages.collect::<Result<_>>()?,
            summary: Summary { pair, years }.of(chosen)?,
            growth: Growth {
                years,
                ..Growth::default()
            }
            .of(&both)?,
            contribution: both_ways(brief, &both)?
                .then(|| Contribution { years }.of(&both))
                .transpose()?,
            balance: Balance { pair, years }.of(&both)?,
            comparisons: comparisons(brief, &both, flows)?,
            claims: claims::of(pair, years, flows)?,
            trust: Trust::of(brief, &both, flows)?,
        })
    }

    /// The tables as CSV files.
    pub fn files(&self) -> Result<Vec<File>> {
        let csv = output("csv")?;
        let mut files = Vec::new();
        let mut add = |name: String, table: &Table| -> Result<()> {
            let bytes = bytes(table, csv)?;
            files.push(File { name, bytes });
            Ok(())
        };
        add("summary.csv".to_owned(), &self.summary)?;
        add("growth.csv".to_owned(), &self.growth)?;
        for (table, source) in self.averages.iter().zip(self.sources()) {
            add(format!("compound-growth-{source}.csv"), table)?;
        }
        if let Some(contribution) = &self.contribution {
            add("contribution.csv".to_owned(), contribution)?;
        }
        add("balance.csv".to_owned(), &self.balance)?;
        for comparison in &self.comparisons {
            add(comparison.file(), &comparison.table)?;
        }
        if let Some(claims) = &self.claims {
            add("claims.csv".to_owned(), &claims.table)?;
        }
        for (name, table) in self.trust.tables() {
            add(name.to_owned(), table)?;
        }
        Ok(files)
    }

    fn sources(&self) -> impl Iterator<Item = String> + '_ {
        let sources = &self.growth.caption.sources;
        sources.iter().map(|source| slug(sources, &source.id))
    }
}

/// Whether every source has figures in both directions.
fn both_ways(brief: &Brief, both: &FlowTable) -> Result<bool> {
    let flows = both.flows()?;
    let has = |source: &str, exports: bool| {
        flows.iter().any(|flow| {
            flow.source == source && flow.value.is_some() && brief.pair.exports(flow) == exports
        })
    };
    let sources = both.sources();
    Ok(sources
        .iter()
        .all(|source| has(&source.id, true) && has(&source.id, false)))
}

/// First and last year with both directions, so that their averages span the same time.
pub(super) fn span(flows: &FlowTable, brief: &Brief) -> Result<Years> {
    let all = flows.flows()?;
    let years = |exports: bool| {
        all.iter()
            .filter(|flow| flow.value.is_some() && brief.years.contains(flow.year()))
            .filter(|flow| brief.pair.exports(flow) == exports)
            .map(|flow| flow.year())
            .collect::<std::collections::BTreeSet<_>>()
    };
    let (exports, imports) = (years(true), years(false));
    let mut both = exports.intersection(&imports).copied();
    let first = both.next();
    Ok(Years {
        first,
        last: both.last().or(first),
    })
}

fn comparisons(brief: &Brief, both: &FlowTable, flows: &FlowTable) -> Result<Vec<Comparison>> {
    let mut comparisons = Vec::new();
    for importer in [brief.pair.first, brief.pair.second] {
        for source in both.sources() {
            let panel = Panel {
                years: brief.years,
                sources: Sources::Named(vec![source.id.clone()]),
                side: brief.side,
                ..Panel::of(importer, End::Importer)
            };
            let panel = match panel.apply(flows) {
                Ok(panel) => brief.money.apply(&RollUp.apply(&panel)?)?,
                Err(Error::NothingLeft { .. }) => continue,
                Err(error) => return Err(error),
            };
            let table = side_by_side(&panel, brief.years)?;
            if table.data.height() >= ENOUGH_EXPORTERS {
                comparisons.push(Comparison {
                    importer,
                    source: slug(both.sources(), &source.id),
                    table,
                });
            }
        }
    }
    Ok(comparisons)
}

impl Comparison {
    pub fn file(&self) -> String {
        let importer = self.importer.code.to_lowercase();
        format!("exports-to-{importer}-{}.csv", self.source)
    }

    /// The first rows, and the pair's own wherever it stands.
    pub fn shown(&self, exporter: &Country) -> Result<Table> {
        let first = col(RANK).lt_eq(lit(SHOWN));
        let own = col(EXPORTER).eq(lit(exporter.code.as_str()));
        let rows = self
            .table
            .data
            .clone()
            .lazy()
            .filter(first.or(own))
            .collect();
        Ok(Table {
            data: rows.map_err(Error::frame("shortening a comparison"))?,
            caption: self.table.caption.clone(),
        })
    }
}
