//! Loaded flows as the plain series and figures that checks work on.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde::Serialize;
use serde_json::Value;

use super::series::{Period, Series};
use crate::error::{Error, Result};
use crate::model::basis::Basis;
use crate::model::column::TOTAL;
use crate::model::flow_table::{Flow, FlowTable};
use crate::model::period::{Frequency, from_days};
use crate::model::source::{Kind, Side, Source};

/// What tells one series of a table from every other.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Strand {
    pub source: String,
    pub exporter: String,
    pub importer: String,
    pub side: Side,
    pub kind: Kind,
    pub product: String,
}

impl Strand {
    pub fn of(flow: &Flow) -> Self {
        Self {
            source: flow.source.clone(),
            exporter: flow.exporter.clone(),
            importer: flow.importer.clone(),
            side: flow.side,
            kind: flow.kind,
            product: flow.product.clone(),
        }
    }

    /// Who says so: `exporter, comtrade`; the kind only where it is not all goods.
    pub fn said_by(&self) -> String {
        match self.kind {
            Kind::Total => format!("{}, {}", self.side, self.source),
            kind => format!("{kind}, {}, {}", self.side, self.source),
        }
    }

    /// `CHN>NOR`, or `CHN>NOR 0301` of a product.
    pub fn flow(&self) -> String {
        let flow = format!("{}>{}", self.exporter, self.importer);
        match self.product.as_str() {
            TOTAL => flow,
            product => format!("{flow} {product}"),
        }
    }
}

/// `CHN>NOR (importer, oec)`.
impl fmt::Display for Strand {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{} ({})", self.flow(), self.said_by()))
    }
}

/// The period of a row.
pub fn period_of(flow: &Flow, frequency: Frequency) -> Period {
    Period::of(from_days(flow.period), frequency)
}

/// Every series of the rows; a row without a figure makes none.
///
/// # Errors
/// As [`Series::new`].
pub fn strands(rows: &[Flow], frequency: Frequency) -> Result<BTreeMap<Strand, Series>> {
    let mut points: BTreeMap<Strand, Vec<(Period, f64)>> = BTreeMap::new();
    for row in rows {
        if let Some(value) = row.value {
            let point = (period_of(row, frequency), value);
            points.entry(Strand::of(row)).or_default().push(point);
        }
    }
    points
        .into_iter()
        .map(|(strand, points)| {
            let series = Series::new(strand.to_string(), points)?;
            Ok((strand, series))
        })
        .collect()
}

/// The sources with these ids, in the order of the table.
pub(super) fn sources_of<'a>(
    flows: &FlowTable,
    ids: impl IntoIterator<Item = &'a str>,
) -> Vec<Source> {
    let ids: BTreeSet<&str> = ids.into_iter().collect();
    let used = |source: &&Source| ids.contains(source.id.as_str());
    flows.sources().iter().filter(used).cloned().collect()
}

/// Currency and prices in two words, as tables name them.
pub(super) fn money_words(basis: &Basis) -> (String, String) {
    (basis.currency.to_string(), basis.prices.to_string())
}

/// What a check computed, for programs.
pub(super) fn whole(computed: &impl Serialize) -> Result<Value> {
    serde_json::to_value(computed).map_err(|error| Error::Io {
        step: "cannot write what the check computed as JSON",
        cause: error.into(),
    })
}
