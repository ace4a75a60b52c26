//! The quality sheet of loaded flows: everything that can be counted without knowing more.

use std::collections::BTreeMap;

use serde::Serialize;

use super::mirrors::{Mirrors, mirrors};
use super::sheet::{QualitySheet, quality};
use super::told;
use crate::checks::additivity::{Totals, TotalsReport};
use crate::checks::examine::{Examine, Examined};
use crate::checks::flows::{Strand, sources_of, whole};
use crate::checks::series::{Figure, Period};
use crate::error::{Error, Result};
use crate::model::flow_table::{Flow, FlowTable};
use crate::model::period::{Frequency, from_days};

/// What stands in a table, source by source: how much of it is there, what is there twice, what
/// does not add up, what both sides say differently, and what looks odd.
///
/// The table must be [as it was printed](crate::providers::load_as_printed).
#[derive(Clone, Default)]
pub struct Quality {
    /// Tables of the same files in other periods.
    pub others: Vec<FlowTable>,
    /// Keys that stood again with the same figures, and how often.
    pub repeated: Vec<(Frequency, (Flow, usize))>,
    /// Rows of one key that differ, none of which is in the tables.
    pub conflicts: Vec<(Frequency, Vec<Flow>)>,
}

/// The sheet of one source in one frequency.
#[derive(Debug, Clone, Serialize)]
pub struct SourceSheet {
    pub source: String,
    pub frequency: Frequency,
    pub sheet: QualitySheet,
    /// `None` if no flow is reported by both sides.
    pub mirrors: Option<Mirrors>,
}

/// All sheets, and totals against parts.
#[derive(Debug, Clone, Serialize)]
pub struct QualityReport {
    pub sheets: Vec<SourceSheet>,
    pub totals: TotalsReport,
}

impl Quality {
    /// Makes the sheets.
    ///
    /// # Errors
    /// [`Error::Frame`] if the flows cannot be collected; as [`quality`].
    pub fn report(&self, flows: &FlowTable) -> Result<QualityReport> {
        let mut rows: BTreeMap<(String, Frequency), Vec<Flow>> = BTreeMap::new();
        for table in std::iter::once(flows).chain(&self.others) {
            for flow in table.flows()? {
                let key = (flow.source.clone(), table.basis().frequency);
                rows.entry(key).or_default().push(flow);
            }
        }
        let again = self
            .repeated
            .iter()
            .flat_map(|(frequency, (flow, extra))| std::iter::repeat_n((*frequency, flow), *extra));
        let conflicts = self
            .conflicts
            .iter()
            .flat_map(|(frequency, rows)| rows.iter().map(|flow| (*frequency, flow)));
        let mut besides: BTreeMap<(String, Frequency), Vec<Flow>> = BTreeMap::new();
        for (frequency, flow) in again.chain(conflicts) {
            let key = (flow.source.clone(), frequency);
            rows.entry(key.clone()).or_default();
            besides.entry(key).or_default().push(flow.clone());
        }
        let sheets = rows.iter().map(|((source, frequency), rows)| {
            let besides = besides.get(&(source.clone(), *frequency));
            let all = rows.iter().chain(besides.into_iter().flatten());
            let figures: Vec<Figure> = all.map(|flow| figure(flow, *frequency)).collect();
            Ok(SourceSheet {
                source: source.clone(),
                frequency: *frequency,
                sheet: quality(&figures)?,
                mirrors: mirrors(rows, *frequency)?,
            })
        });
        let sheets = sheets.collect::<Result<_>>()?;
        let totals = Totals {
            others: self.others.clone(),
            ..Totals::default()
        };
        Ok(QualityReport {
            sheets,
            totals: totals.report(flows)?,
        })
    }
}

fn figure(flow: &Flow, frequency: Frequency) -> Figure {
    let period = Period::of(from_days(flow.period), frequency);
    Figure::new(Strand::of(flow).to_string(), "", period, flow.value)
}

impl SourceSheet {
    /// Whether figures of the source contradict each other or look wrong in themselves.
    pub fn disagrees(&self) -> bool {
        let sheet = &self.sheet;
        !(sheet.conflicts.is_empty() && sheet.jumps.is_empty() && sheet.repeated_periods.is_empty())
    }
}

impl QualityReport {
    /// Whether anything on the sheet disagrees.
    pub fn disagrees(&self) -> bool {
        self.totals.disagrees() || self.sheets.iter().any(SourceSheet::disagrees)
    }
}

impl Examine for Quality {
    /// Keys with two figures, jumps by 100 or more or by ten and back, periods that most series repeat, and totals
    /// that are not the sum of their parts disagree. All else is counted.
    ///
    /// # Errors
    /// [`Error::NothingLeft`] for a table without a row; as [`report`](Self::report).
    fn examine(&self, flows: &FlowTable) -> Result<Examined> {
        let report = self.report(flows)?;
        if report.sheets.is_empty() {
            return Err(Error::NothingLeft {
                what: "no row is left".to_owned(),
                remedy: "name other years or sources".to_owned(),
            });
        }
        let used = report.sheets.iter().map(|sheet| sheet.source.as_str());
        let sources = sources_of(flows, used);
        Ok(Examined {
            table: told::rows(&report, flows, &sources)?,
            page: told::page(&report, flows, &sources)?,
            said: report
                .sheets
                .iter()
                .map(|sheet| format!("{}: {}.", sheet.source, sheet.sheet.words.join("; ")))
                .collect(),
            whole: whole(&serde_json::json!({
                "basis": flows.basis(),
                "sheets": whole(&report.sheets)?,
                "totals": whole(&report.totals)?,
                "sources": sources,
            }))?,
            disagrees: report.disagrees(),
        })
    }
}
