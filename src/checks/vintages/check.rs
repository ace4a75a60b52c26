//! The vintage check of two loaded tables.

use std::collections::BTreeSet;

use super::compare::Order;
use super::report::{VintageCheck, VintageReport};
use super::told;
use crate::checks::examine::{Examine, Examined};
use crate::checks::flows::{Strand, period_of, whole};
use crate::checks::series::Figure;
use crate::error::{Error, Result};
use crate::model::column::{TOTAL, WORLD};
use crate::model::flow_table::{Flow, FlowTable};
use crate::model::group::groups;
use crate::model::period::Frequency;
use crate::model::source::{Kind, Side, Source};

/// What changed between two downloads of one table, and which conclusions turn with it.
///
/// The table that is examined is the newer one.
#[derive(Clone)]
pub struct Vintages {
    pub old: FlowTable,
    /// What both are called on the page, old and new.
    pub names: [String; 2],
    /// What changes are ranked by.
    pub order: Order,
}

impl Vintages {
    /// Compares the two.
    ///
    /// # Errors
    /// [`Error::BasisMismatch`] unless both have one frequency and currency.
    pub fn report(&self, new: &FlowTable) -> Result<VintageReport> {
        let (a, b) = (self.old.basis(), new.basis());
        if (a.frequency, a.currency, a.prices) != (b.frequency, b.currency, b.prices) {
            return Err(Error::BasisMismatch {
                reason: format!(
                    "the old table is by {} in {} and the new one by {} in {}",
                    by(a.frequency),
                    a.unit(),
                    by(b.frequency),
                    b.unit()
                ),
                remedy: "give two versions of one table, or say --frequency and --data-currency"
                    .to_owned(),
            });
        }
        let (old, new_flows) = (self.old.flows()?, new.flows()?);
        // A file of one's own is a source by its name, which two versions do not share.
        let named = !(one_source(&old) && one_source(&new_flows));
        let figures = |flows: &[Flow]| -> Vec<Figure> {
            flows
                .iter()
                .map(|flow| figure(flow, a.frequency, named))
                .collect()
        };
        let (old, new) = (figures(&old), figures(&new_flows));
        let totals = totals();
        let totals: Vec<&str> = totals.iter().map(String::as_str).collect();
        VintageCheck {
            old: &old,
            new: &new,
            order: self.order,
            totals: &totals,
        }
        .report()
    }
}

fn by(frequency: Frequency) -> &'static str {
    match frequency {
        Frequency::Year => "year",
        Frequency::Quarter => "quarter",
        Frequency::Month => "month",
    }
}

/// Keys that are not ranked among the others.
fn totals() -> Vec<String> {
    let groups = groups().iter().map(|group| group.code.clone());
    groups.chain([WORLD.to_owned(), TOTAL.to_owned()]).collect()
}

fn one_source(flows: &[Flow]) -> bool {
    let sources: BTreeSet<&str> = flows.iter().map(|flow| flow.source.as_str()).collect();
    sources.len() < 2
}

/// Products are ranked within their flow, and flows of all goods among those of the country that
/// reports: its partners.
fn figure(flow: &Flow, frequency: Frequency, named: bool) -> Figure {
    let strand = Strand::of(flow);
    let said_by = match (named, flow.kind) {
        (true, _) => strand.said_by(),
        (false, Kind::Total) => flow.side.to_string(),
        (false, kind) => format!("{kind}, {}", flow.side),
    };
    let (group, key) = match (flow.product.as_str(), flow.side) {
        (TOTAL, Side::Importer) => (format!("imports of {}", flow.importer), &flow.exporter),
        (TOTAL, _) => (format!("exports of {}", flow.exporter), &flow.importer),
        _ => (
            format!("{}>{}", flow.exporter, flow.importer),
            &flow.product,
        ),
    };
    let group = format!("{group} ({said_by})");
    Figure::new(group, key.clone(), period_of(flow, frequency), flow.value)
}

impl Examine for Vintages {
    /// Conclusions that turn disagree: growth that is up in one table and down in the other, and
    /// ranks that differ. A revision that turns nothing does not.
    ///
    /// # Errors
    /// As [`report`](Self::report); [`Error::NothingLeft`] if no figure is in both.
    fn examine(&self, new: &FlowTable) -> Result<Examined> {
        let report = self.report(new)?;
        if report.revisions.is_none() && report.changed.is_empty() && report.unchanged == 0 {
            return Err(Error::NothingLeft {
                what: "no flow and period is in both tables".to_owned(),
                remedy: "give two versions of one table".to_owned(),
            });
        }
        let mut sources: Vec<Source> = self.old.sources().to_vec();
        for source in new.sources() {
            let same = |known: &Source| (&known.id, &known.title) == (&source.id, &source.title);
            if !sources.iter().any(same) {
                sources.push(source.clone());
            }
        }
        Ok(Examined {
            table: told::rows(&report, new, &sources)?,
            page: told::page(&report, &self.names, new, &sources)?,
            said: report.words(),
            whole: whole(&serde_json::json!({
                "basis": new.basis(),
                "report": whole(&report)?,
                "old": self.old.sources(),
                "new": new.sources(),
            }))?,
            disagrees: !(report.sign_flips.is_empty() && report.rank_flips.is_empty()),
        })
    }
}
