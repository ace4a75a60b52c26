//! One flow as both of its sides report it.

use std::collections::BTreeSet;

use polars::prelude::*;

use super::{Reshape, Sources};
use crate::error::{Error, Result};
use crate::model::column::{EXPORTER, IMPORTER, KIND};
use crate::model::country::Country;
use crate::model::flow_table::{Flow, FlowTable};
use crate::model::period::Years;
use crate::model::source::{Kind, Side};

/// Keeps one flow of the source in which both sides report it in the most periods.
///
/// Of equals the source that stands first. Both reports come from one source, so that they differ
/// by what the countries say and not by what two publishers make of it.
#[derive(Debug, Clone)]
pub struct BothSides {
    pub exporter: &'static Country,
    pub importer: &'static Country,
    pub years: Years,
    pub sources: Sources,
}

impl Reshape for BothSides {
    fn apply(&self, flows: &FlowTable) -> Result<FlowTable> {
        let known: Vec<String> = flows
            .sources()
            .iter()
            .map(|source| source.id.clone())
            .collect();
        self.sources.check(&known)?;
        let is = |name: &str, word: &str| col(name).cast(DataType::String).eq(lit(word));
        let own = is(EXPORTER, &self.exporter.code)
            .and(is(IMPORTER, &self.importer.code))
            .and(is(KIND, Kind::Total.as_str()));
        let table = flows.with_frame(flows.lazy().filter(own));
        let rows = table.flows()?;
        let asked = |id: &&String| match &self.sources {
            Sources::Named(names) => names.contains(id),
            _ => true,
        };
        let best = known
            .iter()
            .filter(asked)
            .map(|source| (self.shared(&rows, source), source))
            .reduce(|best, next| if next.0 > best.0 { next } else { best })
            .filter(|(shared, _)| *shared > 0);
        let Some((shared, source)) = best else {
            return Err(Error::NothingLeft {
                what: format!(
                    "no source has exports of {} to {} from both sides in these years",
                    self.exporter.name, self.importer.name
                ),
                remedy: "give a file in which both countries report, with --data".to_owned(),
            });
        };
        let sided = |side| side == Side::Exporter || side == Side::Importer;
        let mut table = table.retain(|flow| flow.source == *source && sided(flow.side))?;
        let name = table
            .sources()
            .first()
            .map_or(source.clone(), |source| source.name().to_owned());
        table.remark(format!(
            "series used: {name}, reported by both sides in {shared} periods"
        ));
        Ok(table)
    }
}

impl BothSides {
    /// In how many periods both sides of a source have a figure.
    fn shared(&self, rows: &[Flow], source: &str) -> usize {
        let periods = |side: Side| -> BTreeSet<i32> {
            rows.iter()
                .filter(|flow| flow.source == source && flow.side == side)
                .filter(|flow| flow.value.is_some() && self.years.contains(flow.year()))
                .map(|flow| flow.period)
                .collect()
        };
        periods(Side::Exporter)
            .intersection(&periods(Side::Importer))
            .count()
    }
}
