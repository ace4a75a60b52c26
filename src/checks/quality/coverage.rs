//! How much of the table each period has.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::cells::value;
use crate::checks::series::{Figure, Period};

/// One period against all keys that have a figure in any period.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PeriodCoverage {
    pub period: Period,
    /// Keys with a figure, zeros included.
    pub figures: usize,
    /// Rows without a figure.
    pub missing: usize,
    /// Keys without a row, though they have a figure in some other period.
    pub absent: usize,
    /// `figures` over all keys that ever have one.
    pub share: f64,
    pub zeros: usize,
    /// Figures marked as estimates; `None` if no row of the period says.
    pub estimated: Option<usize>,
}

/// Every period from the first to the last with a row, those without any included.
pub(super) fn coverage(cells: &[&Figure]) -> Vec<PeriodCoverage> {
    let known = || cells.iter().filter(|figure| value(figure).is_some());
    let keys: BTreeSet<_> = known().map(|f| (&f.group, &f.key)).collect();
    let mut periods: BTreeMap<Period, Vec<&Figure>> = BTreeMap::new();
    for figure in cells {
        periods.entry(figure.period).or_default().push(figure);
    }
    let ends = periods.keys().next().zip(periods.keys().next_back());
    let Some((first, last)) = ends.map(|(first, last)| (*first, *last)) else {
        return Vec::new();
    };
    // Years beside months are two tables; only what stands there is told then.
    let all: Vec<Period> = if first.frequency() == last.frequency() {
        (0..=last.since(first))
            .map(|step| first.plus(step))
            .collect()
    } else {
        periods.keys().copied().collect()
    };
    let one = |period: Period| {
        let rows = periods.get(&period).map_or(&[][..], Vec::as_slice);
        let figures = rows.iter().filter(|row| value(row).is_some()).count();
        let standing: BTreeSet<_> = rows.iter().map(|row| (&row.group, &row.key)).collect();
        let flags = rows.iter().filter_map(|row| row.estimated);
        let flagged = rows.iter().any(|row| row.estimated.is_some());
        PeriodCoverage {
            period,
            figures,
            missing: rows.len() - figures,
            absent: keys.difference(&standing).count(),
            share: figures as f64 / keys.len().max(1) as f64,
            zeros: rows.iter().filter(|row| value(row) == Some(0.0)).count(),
            estimated: flagged.then(|| flags.filter(|flag| *flag).count()),
        }
    };
    all.into_iter().map(one).collect()
}
