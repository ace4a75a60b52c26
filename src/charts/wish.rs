//! What a user may want of any chart.

use chrono::Datelike;

use super::headline::Headline;
use super::reading::Reading;
use super::{Look, Mark, Series, Words};
use crate::model::event::Event;
use crate::model::table::Table;
use crate::model::written::capital;

/// What a user may want of any chart.
#[derive(Debug, Clone, Default)]
pub struct Wish {
    pub look: Look,
    /// Events to mark; those outside the years of the chart are left out.
    pub events: Vec<Event>,
    /// A title of one's own, instead of what the figures prove.
    pub title: Option<String>,
    pub subtitle: Option<String>,
    /// One more note for the footer.
    pub note: Option<String>,
    /// Codes of the countries to put in colour among many; empty leaves it to the chart.
    pub highlight: Vec<String>,
    /// CIF/FOB factor that a gap is adjusted by too, and who uses it.
    pub cif: Option<(f64, String)>,
    /// A logarithmic axis, for lines.
    pub log: bool,
    /// A value axis for each of the small charts.
    pub own_scale: bool,
}

impl Wish {
    /// The events that fall into the years that have figures.
    pub(super) fn marks(&self, reading: &Reading) -> Vec<Mark> {
        let decimal =
            |date: chrono::NaiveDate| f64::from(date.year()) + f64::from(date.ordinal0()) / 366.0;
        let years = || {
            reading
                .series
                .iter()
                .flat_map(Series::values)
                .map(|(year, _)| year)
        };
        let (first, last) = (
            years().fold(f64::MAX, f64::min),
            years().fold(f64::MIN, f64::max),
        );
        let shown = |event: &&Event| {
            f64::from(event.end.unwrap_or(event.start).year()) >= first
                && f64::from(event.start.year()) <= last
        };
        self.events
            .iter()
            .filter(shown)
            .map(|event| Mark {
                start: decimal(event.start),
                end: event.end.map(decimal),
                label: event.short.clone(),
            })
            .collect()
    }

    /// The words around the chart: its headline unless another is wished, and every note.
    pub(super) fn words(
        &self,
        (title, measure): Headline,
        reading: &Reading,
        table: &Table,
    ) -> Words {
        let mut notes: Vec<String> = table
            .caption
            .notes
            .iter()
            .map(|note| sentence(note))
            .collect();
        notes.extend(reading.notes());
        notes.extend(self.note.clone());
        Words {
            title: self.title.clone().unwrap_or(title),
            subtitle: self.subtitle.clone().unwrap_or(measure),
            sources: reading.sources.clone(),
            notes,
        }
    }
}

/// A note with a capital and a full stop.
fn sentence(note: &str) -> String {
    format!("{}.", capital(note))
}
