//! One country and several partners, from one source.

use std::collections::{BTreeMap, BTreeSet};

use polars::prelude::*;

use super::{Reshape, Sources};
use crate::error::{Error, Result};
use crate::model::column::{EXPORTER, IMPORTER, KIND, WORLD};
use crate::model::country::Country;
use crate::model::flow_table::{Flow, FlowTable};
use crate::model::pair::View;
use crate::model::period::Years;
use crate::model::source::{Kind, Side};
use crate::model::sum::exact_sum;

/// Which end of a flow a country stands at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    Exporter,
    Importer,
}

impl End {
    /// The country at this end of a flow.
    pub fn of(self, flow: &Flow) -> &str {
        match self {
            Self::Exporter => &flow.exporter,
            Self::Importer => &flow.importer,
        }
    }

    const fn column(self) -> &'static str {
        match self {
            Self::Exporter => EXPORTER,
            Self::Importer => IMPORTER,
        }
    }

    /// The other end.
    pub const fn other(self) -> Self {
        match self {
            Self::Exporter => Self::Importer,
            Self::Importer => Self::Exporter,
        }
    }
}

/// Keeps the flows between one country and several partners, as one source and side has them.
///
/// The source and side with the most figures for the asked partners and years is taken; of
/// equals the source that stands first. A comparison across sources would compare publishers.
#[derive(Debug, Clone)]
pub struct Panel {
    /// The country that every flow has.
    pub country: &'static Country,
    /// Where it stands: as importer its partners sell to it, as exporter they buy.
    pub end: End,
    /// Partners; empty for all that the data have.
    pub partners: Vec<&'static Country>,
    /// Keeps the partners with the largest flows of the last year that has any.
    pub top: Option<usize>,
    /// Keeps the flow with the world too, for shares.
    pub with_world: bool,
    pub years: Years,
    pub sources: Sources,
    pub side: Option<Side>,
}

impl Panel {
    /// All partners of a country, from the best source.
    pub fn of(country: &'static Country, end: End) -> Self {
        Self {
            country,
            end,
            partners: Vec::new(),
            top: None,
            with_world: false,
            years: Years::default(),
            sources: Sources::Best,
            side: None,
        }
    }
}

impl Reshape for Panel {
    fn apply(&self, flows: &FlowTable) -> Result<FlowTable> {
        let known: Vec<String> = flows
            .sources()
            .iter()
            .map(|source| source.id.clone())
            .collect();
        self.sources.check(&known)?;
        let near = self.near(flows);
        let rows: Vec<Flow> = near
            .flows()?
            .into_iter()
            .filter(|flow| self.wants(flow))
            .collect();
        let partners = |flow: &&Flow| self.partner(flow) != WORLD;
        let (source, side, count) = self.series(flows, &rows)?;
        let of_series = |flow: &&Flow| flow.source == source && flow.side == side;
        let mut kept: Vec<Flow> = rows.iter().filter(of_series).cloned().collect();
        if let Some(top) = self.top {
            let largest = self.largest(&kept, top);
            kept.retain(|flow| self.partner(flow) == WORLD || largest.contains(self.partner(flow)));
        }
        let mut table = near.with_flows(&kept)?;
        let name = table
            .sources()
            .first()
            .map_or(source, |source| source.name().to_owned());
        table.remark(format!(
            "series used: {name}, {}, {}",
            View::Side(side).words(),
            match count {
                1 => "1 figure".to_owned(),
                count => format!("{count} figures"),
            }
        ));
        if matches!(self.sources, Sources::All | Sources::Cover) {
            table.remark("partners are compared within one source, the one with most figures");
        }
        let there: BTreeSet<&str> = kept
            .iter()
            .filter(partners)
            .map(|flow| self.partner(flow))
            .collect();
        let absent: Vec<&str> = self
            .partners
            .iter()
            .filter(|country| !there.contains(country.code.as_str()))
            .map(|country| country.name.as_str())
            .collect();
        if !absent.is_empty() {
            table.remark(format!("no figure there for {}", absent.join(", ")));
        }
        Ok(table)
    }
}

impl Panel {
    fn partner<'a>(&self, flow: &'a Flow) -> &'a str {
        self.end.other().of(flow)
    }

    /// The rows of the country at its end, so that no other row is spelled out.
    fn near(&self, flows: &FlowTable) -> FlowTable {
        let is = |name: &str, word: &str| col(name).cast(DataType::String).eq(lit(word));
        let here = is(self.end.column(), &self.country.code).and(is(KIND, Kind::Total.as_str()));
        flows.with_frame(flows.lazy().filter(here))
    }

    fn wants(&self, flow: &Flow) -> bool {
        let partner = self.partner(flow);
        let world = partner == WORLD;
        let listed = self.partners.iter().any(|country| country.code == partner);
        // A country's trade with itself, re-imports, is no competition.
        flow.exporter != flow.importer
            && self.side.is_none_or(|side| side == flow.side)
            && match world {
                true => self.with_world,
                false => listed || self.partners.is_empty(),
            }
    }

    /// The source and side with the most figures of partners, and how many.
    fn series(&self, flows: &FlowTable, rows: &[Flow]) -> Result<(String, Side, usize)> {
        let asked = |id: &str| match &self.sources {
            Sources::Named(names) => names.iter().any(|name| name == id),
            _ => true,
        };
        let sources = flows.sources().iter().filter(|source| asked(&source.id));
        let candidates = sources
            .flat_map(|source| Side::ALL.map(|side| (source.id.clone(), side)))
            .map(|(source, side)| {
                let figures = rows.iter().filter(|flow| {
                    (flow.source == source && flow.side == side)
                        && flow.value.is_some()
                        && self.years.contains(flow.year())
                        && self.partner(flow) != WORLD
                });
                let count = figures.count();
                (source, side, count)
            });
        candidates
            .reduce(|best, next| if next.2 > best.2 { next } else { best })
            .filter(|(.., count)| *count > 0)
            .ok_or_else(|| self.nothing(rows))
    }

    /// The partners with the largest flows of the last asked year that has any.
    fn largest(&self, rows: &[Flow], top: usize) -> BTreeSet<String> {
        let valued = rows.iter().filter(|flow| {
            flow.value.is_some() && self.years.contains(flow.year()) && self.partner(flow) != WORLD
        });
        let last = valued.clone().map(Flow::year).max();
        let mut sums: BTreeMap<&str, Vec<f64>> = BTreeMap::new();
        for flow in valued.filter(|flow| Some(flow.year()) == last) {
            sums.entry(self.partner(flow))
                .or_default()
                .extend(flow.value);
        }
        let mut sums: Vec<(&str, f64)> = sums
            .into_iter()
            .map(|(partner, values)| (partner, exact_sum(values)))
            .collect();
        sums.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(b.0)));
        let largest = sums.into_iter().take(top);
        largest.map(|(partner, _)| partner.to_owned()).collect()
    }

    fn nothing(&self, rows: &[Flow]) -> Error {
        let years: BTreeSet<i32> = rows.iter().map(Flow::year).collect();
        let remedy = match (years.first(), years.last()) {
            (Some(from), Some(to)) => format!(
                "there are figures for {from}..{to}; widen the years, the source or the side"
            ),
            _ => "name other partners, or give a file that has them with --data".to_owned(),
        };
        let name = &self.country.name;
        let what = match self.end {
            End::Importer => format!("these data have no such exports to {name}"),
            End::Exporter => format!("these data have no such exports of {name}"),
        };
        Error::NothingLeft { what, remedy }
    }
}
