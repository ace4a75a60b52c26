//! Several exporters to one importer, from one source.

use std::collections::BTreeSet;

use super::{Reshape, Sources};
use crate::error::{Error, Result};
use crate::model::country::Country;
use crate::model::flow_table::{Flow, FlowTable};
use crate::model::pair::View;
use crate::model::period::Years;
use crate::model::source::{Kind, Side};

/// Keeps the exports of several countries to one, as one source and side has them.
///
/// The source and side with the most figures for the asked exporters and years is taken; of
/// equals the source that stands first. A comparison across sources would compare publishers.
#[derive(Debug, Clone)]
pub struct Panel {
    pub importer: &'static Country,
    /// Exporters; empty for all that the data have.
    pub exporters: Vec<&'static Country>,
    pub years: Years,
    pub sources: Sources,
    pub side: Option<Side>,
}

impl Reshape for Panel {
    fn apply(&self, flows: &FlowTable) -> Result<FlowTable> {
        let known: Vec<String> = flows
            .sources()
            .iter()
            .map(|source| source.id.clone())
            .collect();
        self.sources.check(&known)?;
        let wanted = flows.retain(|flow| self.wants(flow))?;
        let rows = wanted.flows()?;
        let mut candidates: Vec<(String, Side)> = Vec::new();
        for source in flows.sources() {
            if let Sources::Named(names) = &self.sources
                && !names.contains(&source.id)
            {
                continue;
            }
            candidates.extend(Side::ALL.map(|side| (source.id.clone(), side)));
        }
        let figures = |(source, side): &(String, Side)| {
            rows.iter()
                .filter(|flow| flow.source == *source && flow.side == *side)
                .filter(|flow| flow.value.is_some() && self.years.contains(flow.year()))
                .count()
        };
        let best = candidates
            .into_iter()
            .map(|candidate| (figures(&candidate), candidate))
            .reduce(|best, next| if next.0 > best.0 { next } else { best })
            .filter(|(count, _)| *count > 0);
        let Some((count, (source, side))) = best else {
            return Err(self.nothing(&rows));
        };
        let mut table = wanted.retain(|flow| flow.source == source && flow.side == side)?;
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
            table.remark("exporters are compared within one source, the one with most figures");
        }
        let there: BTreeSet<String> = table
            .flows()?
            .into_iter()
            .map(|flow| flow.exporter)
            .collect();
        let absent: Vec<&str> = self
            .exporters
            .iter()
            .filter(|country| !there.contains(&country.code))
            .map(|country| country.name.as_str())
            .collect();
        if !absent.is_empty() {
            table.remark(format!("no figure there for {}", absent.join(", ")));
        }
        Ok(table)
    }
}

impl Panel {
    fn wants(&self, flow: &Flow) -> bool {
        let listed = self
            .exporters
            .iter()
            .any(|country| country.code == flow.exporter);
        let all = self.exporters.is_empty() && flow.exporter != crate::model::column::WORLD;
        // A country's trade with itself, re-imports, is no competition.
        flow.importer == self.importer.code
            && flow.exporter != flow.importer
            && flow.kind == Kind::Total
            && self.side.is_none_or(|side| side == flow.side)
            && (listed || all)
    }

    fn nothing(&self, rows: &[Flow]) -> Error {
        let years: BTreeSet<i32> = rows.iter().map(Flow::year).collect();
        let remedy = match (years.first(), years.last()) {
            (Some(from), Some(to)) => format!(
                "there are figures for {from}..{to}; widen the years, the source or the side"
            ),
            _ => "name other exporters, or give a file that has them with --data".to_owned(),
        };
        Error::NothingLeft {
            what: format!("these data have no such exports to {}", self.importer.name),
            remedy,
        }
    }
}
