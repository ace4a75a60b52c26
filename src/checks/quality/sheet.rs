//! The sheet itself.

use std::collections::BTreeSet;

use serde::Serialize;

use super::cells::{Cells, Conflict, Duplicate, Repeated, repeated, value};
use super::coverage::{PeriodCoverage, coverage};
use super::digits::Digits;
use super::words;
use crate::checks::breaks::{
    DuplicatedSection, GrowthOutlier, Jump, OUTLIER_GROWTHS, duplicated_sections, growth_outliers,
    jumps,
};
use crate::checks::series::{Figure, Series, series_of};
use crate::error::Result;

/// Counts of what stands in a table.
///
/// Rows that conflict are counted and then left out of everything below them, since neither figure
/// is known to be the right one.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct QualitySheet {
    pub rows: usize,
    /// Groups and keys that have a row.
    pub keys: usize,
    /// Rows without a figure.
    pub missing: usize,
    /// Rows whose figure is not a finite number; they count as missing too.
    pub not_finite: usize,
    pub duplicates: Vec<Duplicate>,
    pub conflicts: Vec<Conflict>,
    pub coverage: Vec<PeriodCoverage>,
    /// Keys and periods without a row between the first and the last period of the table.
    pub absent: usize,
    pub zeros: usize,
    pub negatives: usize,
    /// Figures marked as estimates, and figures of which the source says either way; `None` if it
    /// never says.
    pub estimated: Option<(usize, usize)>,
    pub repeated: Repeated,
    pub digits: Option<Digits>,
    /// Series with enough growth rates to have outliers.
    pub outlier_series: usize,
    /// Farthest first.
    pub outliers: Vec<GrowthOutlier>,
    pub jumps: Vec<Jump>,
    pub repeated_periods: Vec<DuplicatedSection>,
    /// The sheet in sentences, each a count.
    pub words: Vec<String>,
}

/// Makes the sheet of a table, in whatever order its rows stand.
///
/// # Errors
/// [`crate::error::Error::BasisMismatch`] if one key has years beside quarters or months.
pub fn quality(figures: &[Figure]) -> Result<QualitySheet> {
    let cells = Cells::of(figures);
    let sound: Vec<Figure> = cells
        .sound
        .iter()
        .map(|figure| Figure {
            value: value(figure),
            ..(*figure).clone()
        })
        .collect();
    let values: Vec<f64> = sound.iter().filter_map(|figure| figure.value).collect();
    let series = series_of(&sound)?;
    let coverage = coverage(&cells.sound);
    let flags: Vec<bool> = sound.iter().filter_map(|figure| figure.estimated).collect();
    let names: BTreeSet<_> = figures.iter().map(|f| (&f.group, &f.key)).collect();
    let mut outliers: Vec<GrowthOutlier> = series.iter().flat_map(growth_outliers).collect();
    outliers.sort_by(|a, b| b.score.abs().total_cmp(&a.score.abs()));
    let long = |one: &&Series| one.log_growth().len() >= OUTLIER_GROWTHS;
    let not_finite = |figure: &&Figure| figure.value.is_some_and(|value| !value.is_finite());
    let mut sheet = QualitySheet {
        rows: figures.len(),
        keys: names.len(),
        missing: figures
            .iter()
            .filter(|figure| value(figure).is_none())
            .count(),
        not_finite: figures.iter().filter(not_finite).count(),
        absent: coverage.iter().map(|period| period.absent).sum(),
        zeros: values.iter().filter(|value| **value == 0.0).count(),
        negatives: values.iter().filter(|value| **value < 0.0).count(),
        estimated: (!flags.is_empty())
            .then(|| (flags.iter().filter(|flag| **flag).count(), flags.len())),
        repeated: repeated(&values),
        digits: Digits::of(&values),
        outlier_series: series.iter().filter(long).count(),
        outliers,
        jumps: series.iter().flat_map(jumps).collect(),
        repeated_periods: duplicated_sections(&series),
        duplicates: cells.duplicates,
        conflicts: cells.conflicts,
        coverage,
        words: Vec::new(),
    };
    sheet.words = words::sentences(&sheet);
    Ok(sheet)
}
