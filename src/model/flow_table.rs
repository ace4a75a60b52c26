//! Trade flows: checked once at the door, then trusted.

use polars::prelude::*;

use super::basis::Basis;
use super::column::{
    EXPORTER, IMPORTER, KIND, PERIOD, PRODUCT, QUANTITY, QUANTITY_UNIT, SIDE, SOURCE, VALUE,
};
pub use super::flow::Flow;
use super::intake::Intake;
use super::records::records;
use super::source::{Kind, Side, Source};
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
    /// # Errors
    /// As [`from_intake`](Self::from_intake).
    pub fn new(flows: Vec<(u64, Flow)>, basis: Basis, sources: Vec<Source>) -> Result<Self> {
        let mut intake = Intake::default();
        for (place, flow) in &flows {
            intake.push(*place, flow);
        }
        Self::from_intake(intake, basis, sources)
    }

    /// Checks the rows of an intake and takes them in.
    ///
    /// Exact repetitions are dropped, counted and told.
    ///
    /// # Errors
    /// [`Error::Conflict`] where one key has two values; [`Error::NothingLeft`] without any row.
    pub fn from_intake(mut intake: Intake, basis: Basis, sources: Vec<Source>) -> Result<Self> {
        if intake.rows.is_empty() {
            return Err(Error::NothingLeft {
                what: "there is not one row of figures".to_owned(),
                remedy: "check that the file is whole".to_owned(),
            });
        }
        let repeated = intake.once_each(basis.frequency)?;
        let frame = intake
            .frame()
            .map_err(Error::frame("building the flow table"))?;
        let mut table = Self {
            frame: frame.lazy(),
            basis,
            sources,
            notes: Vec::new(),
            remarks: Vec::new(),
        };
        match repeated {
            0 => {}
            1 => table.remark("1 exact repetition dropped"),
            _ => table.remark(format!("{repeated} exact repetitions dropped")),
        }
        Ok(table)
    }

    /// A table without a row, for the meaning of rows that are held elsewhere.
    ///
    /// # Errors
    /// [`Error::Frame`] if polars cannot build it.
    pub fn bare(basis: Basis, sources: Vec<Source>) -> Result<Self> {
        let frame = Intake::default().frame();
        Ok(Self {
            frame: frame
                .map_err(Error::frame("building the flow table"))?
                .lazy(),
            basis,
            sources,
            notes: Vec::new(),
            remarks: Vec::new(),
        })
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
                col(QUANTITY),
                text(QUANTITY_UNIT),
            ])
            .collect()
            .map_err(Error::frame("collecting flows"))?;
        let mut flows = records(&frame).map_err(Error::frame("reading flows back"))?;
        let place = |flow: &Flow| {
            self.sources
                .iter()
                .position(|source| source.id == flow.source)
        };
        flows.sort_by(|a, b| {
            place(a)
                .cmp(&place(b))
                .then_with(|| order(a).cmp(&order(b)))
        });
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

    /// Remarks that products were summed `into` totals or coarser ones: so many rows, some of them
    /// without a figure.
    pub fn remark_sums(&mut self, into: &str, rows: u64, missing: u64) {
        self.remark(format!(
            "{rows} product rows summed to {into}, {missing} of them without a figure"
        ));
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
        let mut intake = Intake::default();
        for flow in flows {
            intake.push(0, flow);
        }
        let frame = intake
            .frame()
            .map_err(Error::frame("building the flow table"))?;
        let mut table = self.with_frame(frame.lazy());
        table.keep_sources(|source| flows.iter().any(|flow| flow.source == source.id));
        Ok(table)
    }

    /// Drops the sources that no figure of the table comes from any more.
    pub fn keep_sources(&mut self, keep: impl Fn(&Source) -> bool) {
        self.sources.retain(keep);
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

/// Flow, side, kind, product, period: the order of rows within a source.
fn order(flow: &Flow) -> (&str, &str, Side, Kind, &str, i32) {
    (
        &flow.exporter,
        &flow.importer,
        flow.side,
        flow.kind,
        &flow.product,
        flow.period,
    )
}
