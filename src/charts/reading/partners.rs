//! One country and its partners: series named by the partner, from one source.

use std::collections::BTreeSet;

use super::Reading;
use crate::charts::{Series, Unit};
use crate::error::{Error, Result};
use crate::model::naming::name_of;
use crate::model::table::Table;

/// Where the country stands in the flows with its partners.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum At {
    Exporter,
    Importer,
}

/// The series of one country's partners, each named and coloured by the partner.
#[derive(Debug, Clone)]
pub struct Partners {
    pub reading: Reading,
    /// The code of the country that all flows share.
    pub country: String,
    pub at: At,
}

impl Partners {
    /// Reads one series for every partner, its values from `column`.
    ///
    /// # Errors
    /// [`Error::Chart`] if the flows share no country, or are of several sources or sides.
    pub fn of(table: &Table, column: &str) -> Result<Self> {
        let mut reading = Reading::of(table, column)?;
        let exporters: BTreeSet<&str> = reading.flows.iter().map(|flow| flow.0.as_str()).collect();
        let importers: BTreeSet<&str> = reading.flows.iter().map(|flow| flow.1.as_str()).collect();
        let refuse = |reason: &str| {
            Err(Error::Chart {
                reason: reason.to_owned(),
            })
        };
        let (country, at) = match (exporters.len(), importers.len()) {
            (_, 1) => (importers.first(), At::Importer),
            (1, _) => (exporters.first(), At::Exporter),
            _ => return refuse("the flows are not those of one country with its partners"),
        };
        let country = country.map_or(String::new(), |code| (*code).to_owned());
        if reading.flows.len() > exporters.len().max(importers.len()) {
            return refuse("partners are compared within one source and side; choose one");
        }
        for (series, (exporter, importer)) in reading.series.iter_mut().zip(&reading.flows) {
            let partner = match at {
                At::Importer => exporter,
                At::Exporter => importer,
            };
            series.name = name_of(partner).to_owned();
            series.key.clone_from(partner);
            series.detail.clear();
            series.dashed = false;
        }
        Ok(Self {
            reading,
            country,
            at,
        })
    }

    /// The first and the last year with a figure.
    pub fn span(&self) -> [f64; 2] {
        let years = self.reading.series.iter().flat_map(Series::values);
        let (first, last) = years.fold((f64::MAX, f64::MIN), |(first, last), (year, _)| {
            (first.min(year), last.max(year))
        });
        [first, last]
    }

    pub fn last_year(&self) -> f64 {
        self.span()[1]
    }

    /// How many partners have a figure in a year.
    pub fn counted(&self, year: f64) -> usize {
        let there = |one: &&Series| one.at(year).is_some();
        self.reading.series.iter().filter(there).count()
    }

    /// The series with the largest value of the last year first; those without one last, by name.
    pub fn by_size(&self) -> Vec<Series> {
        let last = self.last_year();
        let size = |one: &Series| one.at(last).unwrap_or(f64::MIN);
        let mut series = self.reading.series.clone();
        series.sort_by(|a, b| {
            size(b)
                .total_cmp(&size(a))
                .then_with(|| a.name.cmp(&b.name))
        });
        series
    }

    pub fn money(&self) -> Unit {
        self.reading.money()
    }
}
