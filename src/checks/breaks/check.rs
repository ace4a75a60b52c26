//! The break check of loaded flows.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::coverage::{CoverageChange, coverage_changes};
use super::duplicated::duplicated_sections;
use super::event::Event;
use super::found::{BreaksReport, SeriesBreaks};
use super::report::BreakCheck;
use super::told;
use super::unknown::Search;
use crate::checks::examine::{Examine, Examined};
use crate::checks::flows::{Strand, sources_of, strands, whole};
use crate::checks::series::Series;
use crate::error::{Error, Result};
use crate::model::column::WORLD;
use crate::model::flow_table::FlowTable;
use crate::model::period::Frequency;
use crate::store::bundle;

/// Whether each series of a table moves in the same way from end to end.
///
/// Growth and level are held against the dates of events and searched for other dates, as far as
/// the number of figures carries; jumps by a power of ten, periods that repeat the one before and
/// keys that come and go are listed. Events are named by their date alone.
#[derive(Debug, Clone, Default)]
pub struct Breaks {
    /// Events of one's own, with the day.
    pub events: Vec<(String, NaiveDate)>,
    /// Leaves out the bundled events about the two countries of a series.
    pub own_alone: bool,
    pub search: Search,
}

impl Breaks {
    /// Looks at every series of a table.
    ///
    /// # Errors
    /// [`Error::Frame`] if the flows cannot be collected; as [`strands`].
    pub fn report(&self, flows: &FlowTable) -> Result<BreaksReport> {
        let frequency = flows.basis().frequency;
        let strands = strands(&flows.flows()?, frequency)?;
        let series = strands.iter().map(|(strand, series)| {
            let events = self.events_of(strand, frequency);
            let check = BreakCheck {
                series,
                events: &events,
                search: self.search,
            };
            let report = check.report();
            SeriesBreaks {
                series: strand.clone(),
                events,
                report,
            }
        });
        let series = series.collect();
        let families = families(&strands);
        let repeated = families
            .iter()
            .flat_map(|family| duplicated_sections(family));
        let mut coverage: Vec<CoverageChange> = families
            .iter()
            .flat_map(|family| coverage_changes(family))
            .collect();
        coverage.sort_by(|a, b| {
            let size = |one: &CoverageChange| one.share.unwrap_or_default();
            size(b).total_cmp(&size(a))
        });
        Ok(BreaksReport {
            series,
            repeated: repeated.collect(),
            coverage,
        })
    }

    /// Events of one date are one: they cannot be told apart by these figures.
    fn events_of(&self, strand: &Strand, frequency: Frequency) -> Vec<Event> {
        let pair = [strand.exporter.as_str(), strand.importer.as_str()];
        let bundled = bundle::events()
            .into_iter()
            .filter(|event| !self.own_alone && event.is_about(&pair));
        let own = self.events.iter().map(|(label, day)| (label.clone(), *day));
        let mut merged: Vec<Event> = Vec::new();
        for (label, day) in bundled.map(|event| (event.short, event.start)).chain(own) {
            let event = Event::on(label, day, frequency);
            match merged.iter_mut().find(|known| known.after == event.after) {
                Some(known) => known.label = format!("{}; {}", known.label, event.label),
                None => merged.push(event),
            }
        }
        merged.sort_by_key(|event| event.after);
        merged
    }
}

/// Series of one source, side and kind; totals over the others would count them twice.
fn families(strands: &BTreeMap<Strand, Series>) -> Vec<Vec<Series>> {
    let mut families: BTreeMap<_, Vec<Series>> = BTreeMap::new();
    for (strand, series) in strands {
        if strand.exporter != WORLD && strand.importer != WORLD {
            let key = (&strand.source, strand.side, strand.kind);
            families.entry(key).or_default().push(series.clone());
        }
    }
    families.into_values().collect()
}

impl Examine for Breaks {
    /// A break is none: figures disagree where they jump by 100 or more, as a change of unit makes
    /// them, or by ten and back, or repeat the period before in five digits or more.
    ///
    /// # Errors
    /// [`Error::NothingLeft`] if no series has a figure.
    fn examine(&self, flows: &FlowTable) -> Result<Examined> {
        let report = self.report(flows)?;
        if report.series.is_empty() {
            return Err(Error::NothingLeft {
                what: "no series has a figure".to_owned(),
                remedy: "name other countries, years or sources".to_owned(),
            });
        }
        let used = report.series.iter().map(|one| one.series.source.as_str());
        let sources = sources_of(flows, used);
        Ok(Examined {
            table: told::rows(&report, flows, &sources)?,
            page: told::page(&report, flows, &sources)?,
            said: told::said(&report),
            whole: whole(&serde_json::json!({
                "basis": flows.basis(),
                "series": whole(&report.series)?,
                "repeated": whole(&report.repeated)?,
                "coverage": whole(&report.coverage)?,
                "remarks": flows.remarks(),
                "notes": flows.notes(),
                "sources": sources,
            }))?,
            disagrees: report.disagrees(),
        })
    }
}
