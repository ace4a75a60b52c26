//! Series of rates and indexes, which sources compute within themselves.

use std::collections::BTreeSet;

use polars::prelude::*;

use super::Reading;
use crate::charts::Series;
use crate::error::{Error, Result};
use crate::model::column::BASE_PERIOD;
use crate::model::table::Table;

impl Reading {
    /// One series a flow, for rates, which each source computes within itself; levels are never
    /// merged. A note says which years are whose.
    ///
    /// # Errors
    /// [`Error::Chart`] if two sources, or two sides, have a rate for one year.
    pub fn merged(mut self) -> Result<Self> {
        let mut merged: Vec<(Series, (String, String))> = Vec::new();
        let mut spans: Vec<String> = Vec::new();
        for (series, flow) in self.series.iter().zip(&self.flows) {
            let years = || series.values().map(|(year, _)| year);
            let (first, last) = (
                years().fold(f64::MAX, f64::min),
                years().fold(f64::MIN, f64::max),
            );
            let span = format!("{first}–{last} {}", series.detail);
            if first <= last && !spans.contains(&span) {
                spans.push(span);
            }
            let Some((own, _)) = merged.iter_mut().find(|(own, _)| own.name == series.name) else {
                let own = Series {
                    detail: String::new(),
                    dashed: false,
                    ..series.clone()
                };
                merged.push((own, flow.clone()));
                continue;
            };
            for point in &series.points {
                match own.points.iter_mut().find(|known| known.year == point.year) {
                    Some(known) if known.value.is_some() && point.value.is_some() => {
                        return Err(Error::Chart {
                            reason: format!(
                                "two series have a rate for {} in {}; choose one source and side",
                                series.name, point.year
                            ),
                        });
                    }
                    Some(known) => known.value = point.value.or(known.value),
                    None => own.points.push(*point),
                }
            }
        }
        if self.several_sources {
            self.note = Some(format!(
                "Each rate is within one source: {}.",
                spans.join("; ")
            ));
        }
        (self.series, self.flows) = merged.into_iter().unzip();
        Ok(self)
    }

    /// The series with per cent turned into fractions, as charts of rates want them.
    pub fn fractions(&self) -> Vec<Series> {
        let mut series = self.series.clone();
        for point in series.iter_mut().flat_map(|one| &mut one.points) {
            point.value = point.value.map(|percent| percent / 100.0);
        }
        series
    }

    /// `2003 = 100`, from the base periods of an index.
    pub fn base_label(&self, table: &Table) -> Result<String> {
        let step = "reading the base of an index";
        let bases = table
            .data
            .column(BASE_PERIOD)
            .and_then(|column| column.cast(&DataType::String));
        let bases = bases.map_err(Error::frame(step))?;
        let bases: BTreeSet<&str> = bases
            .str()
            .map_err(Error::frame(step))?
            .iter()
            .flatten()
            .collect();
        match bases.len() {
            1 => Ok(format!("{} = 100", bases.into_iter().collect::<String>())),
            0 => Err(Error::Chart {
                reason: "no series has a figure in the base year; choose another with --base"
                    .to_owned(),
            }),
            _ => Err(Error::Chart {
                reason: "indexes with different base years cannot share an axis; choose one source, or a base year that all have".to_owned(),
            }),
        }
    }
}
