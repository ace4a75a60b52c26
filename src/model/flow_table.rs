//! Trade flows: checked once at the door, then trusted.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use polars::prelude::*;

use super::basis::Basis;
use super::column::{EXPORTER, IMPORTER, KIND, PERIOD, PRODUCT, SIDE, SOURCE, VALUE};
pub use super::flow::Flow;
use super::frame::{frame, records};
use super::period::from_days;
use super::source::Source;
use crate::error::{Error, Result};

/// Trade flows, one row per period, exporter, importer, side, kind, product and source.
///
/// One frequency, currency, price basis and classification; whole units; absent is null, never 0.
#[derive(Clone)]
pub struct FlowTable {
    frame: LazyFrame,
    basis: Basis,
    sources: Vec<Source>,
    notes: Vec<String>,
    remarks: Vec<String>,
}

/// The columns that tell one series from another.
pub const SERIES: [&str; 6] = [SOURCE, EXPORTER, IMPORTER, SIDE, KIND, PRODUCT];

impl FlowTable {
    /// Checks `flows`, given with the row each was read from, and takes them in.
    ///
    /// Exact repetitions are dropped, counted and noted.
    ///
    /// # Errors
    /// [`Error::Conflict`] where one key has two values; [`Error::NothingLeft`] without any flow.
    pub fn new(flows: Vec<(u64, Flow)>, basis: Basis, sources: Vec<Source>) -> Result<Self> {
        if flows.is_empty() {
            return Err(Error::NothingLeft {
                what: "there is not one row of figures".to_owned(),
                remedy: "check that the file is whole".to_owned(),
            });
        }
        let met = flows.len();
        let kept = once_each(&flows)?;
        let mut table = Self {
            frame: frame(&kept)
                .map_err(Error::frame("building the flow table"))?
                .lazy(),
            basis,
            sources,
            notes: Vec::new(),
            remarks: Vec::new(),
        };
        if kept.len() < met {
            table.remark(format!("{} exact repetitions dropped", met - kept.len()));
        }
        Ok(table)
    }

    /// The rows as a query to build on.
    pub fn lazy(&self) -> LazyFrame {
        self.frame.clone()
    }

    /// The rows as records, sorted by source in the order of [`sources`](Self::sources), then by
    /// flow, side, kind, product and period.
    ///
    /// # Errors
    /// [`Error::Frame`] if the query behind the table fails.
    pub fn flows(&self) -> Result<Vec<Flow>> {
        let text = |name: &str| col(name).cast(DataType::String);
        let frame = self
            .lazy()
            .select([
                text(SOURCE),
                text(EXPORTER),
                text(IMPORTER),
                text(SIDE),
                text(KIND),
                text(PRODUCT),
                col(PERIOD).cast(DataType::Int32),
                col(VALUE),
            ])
            .collect()
            .map_err(Error::frame("collecting flows"))?;
        let mut flows = records(&frame).map_err(Error::frame("reading flows back"))?;
        let place = |flow: &Flow| {
            self.sources
                .iter()
                .position(|source| source.id == flow.source)
        };
        flows.sort_by(|a, b| place(a).cmp(&place(b)).then_with(|| a.key().cmp(&b.key())));
        Ok(flows)
    }

    pub fn basis(&self) -> &Basis {
        &self.basis
    }

    /// The sources that figures of this table come from.
    pub fn sources(&self) -> &[Source] {
        &self.sources
    }

    /// What was done to the values: every caption and every chart must print it.
    pub fn notes(&self) -> &[String] {
        &self.notes
    }

    /// What was chosen and what was left out: told beside a result, not on it.
    pub fn remarks(&self) -> &[String] {
        &self.remarks
    }

    /// Adds to the [notes](Self::notes).
    pub fn note(&mut self, note: impl Into<String>) {
        self.notes.push(note.into());
    }

    /// Adds to the [remarks](Self::remarks).
    pub fn remark(&mut self, remark: impl Into<String>) {
        self.remarks.push(remark.into());
    }

    /// The same table with other rows, as a transform leaves them.
    pub fn with_frame(&self, frame: LazyFrame) -> Self {
        Self {
            frame,
            ..self.clone()
        }
    }

    /// The same rows with another meaning, as conversion and deflation leave them.
    pub fn with_basis(self, basis: Basis) -> Self {
        Self { basis, ..self }
    }

    /// The table with those rows alone that `keep` accepts, and the sources they still need.
    pub fn retain(&self, keep: impl Fn(&Flow) -> bool) -> Result<Self> {
        let kept: Vec<Flow> = self
            .flows()?
            .into_iter()
            .filter(|flow| keep(flow))
            .collect();
        self.with_flows(&kept)
    }

    /// The table with these rows instead of its own, and the sources they need.
    pub fn with_flows(&self, flows: &[Flow]) -> Result<Self> {
        let kept: Vec<&Flow> = flows.iter().collect();
        let frame = frame(&kept).map_err(Error::frame("building the flow table"))?;
        let mut table = self.with_frame(frame.lazy());
        table
            .sources
            .retain(|source| flows.iter().any(|flow| flow.source == source.id));
        Ok(table)
    }

    /// Both tables in one.
    ///
    /// # Errors
    /// [`Error::BasisMismatch`] unless both have one frequency, currency and price basis.
    pub fn and(mut self, other: Self) -> Result<Self> {
        if self.basis != other.basis {
            return Err(Error::BasisMismatch {
                reason: format!(
                    "{} and {} cannot share a table",
                    self.basis.unit(),
                    other.basis.unit()
                ),
                remedy: "convert one of them first".to_owned(),
            });
        }
        self.frame = concat([self.frame, other.frame], UnionArgs::default())
            .map_err(Error::frame("joining two flow tables"))?;
        self.sources.extend(other.sources);
        self.notes.extend(other.notes);
        self.remarks.extend(other.remarks);
        Ok(self)
    }
}

fn once_each(flows: &[(u64, Flow)]) -> Result<Vec<&Flow>> {
    let mut seen = BTreeMap::new();
    for (row, flow) in flows {
        match seen.entry(flow.key()) {
            Entry::Vacant(place) => {
                place.insert((*row, flow));
            }
            Entry::Occupied(place) => {
                let (first, earlier) = *place.get();
                if earlier.value != flow.value {
                    return Err(conflict(first, earlier, *row, flow));
                }
            }
        }
    }
    Ok(seen.into_values().map(|(_, flow)| flow).collect())
}

fn conflict(first: u64, earlier: &Flow, second: u64, later: &Flow) -> Error {
    let shown = |value: Option<f64>| value.map_or("missing".to_owned(), |value| value.to_string());
    Error::Conflict {
        first,
        second,
        key: format!(
            "{} to {} in {} ({}, {}, {})",
            later.exporter,
            later.importer,
            from_days(later.period).format("%Y"),
            later.side,
            later.product,
            later.source
        ),
        a: shown(earlier.value),
        b: shown(later.value),
    }
}
