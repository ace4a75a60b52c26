//! Two tables key by key.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::checks::series::{Figure, Period};
use crate::error::{Error, Result};
use crate::model::sum::exact_sum;

/// Group, key and period of a figure.
pub(super) type Key = (String, String, Period);

/// The cells of one vintage; a row without a figure is `None`.
pub(super) type Table = BTreeMap<Key, Option<f64>>;

/// A figure that the two vintages give differently.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Changed {
    pub group: String,
    pub key: String,
    pub period: Period,
    pub old: f64,
    pub new: f64,
    /// New less old, in the unit of the figures.
    pub difference: f64,
    /// Difference over the size of the old figure; `None` if that was 0.
    pub relative: Option<f64>,
}

/// What changed figures are ranked by, the largest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Order {
    #[default]
    Absolute,
    /// By the relative change; a figure that was 0 comes first.
    Relative,
}

/// The cells of a vintage by key.
///
/// # Errors
/// [`Error::Conflict`] if a key stands twice with two figures, [`Error::BadValue`] for a figure
/// that is not finite.
pub(super) fn cells(figures: &[Figure], vintage: &str) -> Result<Table> {
    let mut cells = Table::new();
    for (row, figure) in figures.iter().enumerate() {
        if let Some(value) = figure.value.filter(|value| !value.is_finite()) {
            return Err(Error::BadValue {
                row: row as u64 + 1,
                column: "value".to_owned(),
                value: value.to_string(),
                expected: "a finite number".to_owned(),
            });
        }
        let key = (figure.group.clone(), figure.key.clone(), figure.period);
        let text = |value: Option<f64>| value.map_or("no figure".to_owned(), |v| v.to_string());
        if let Some(before) = cells.insert(key, figure.value)
            && before != figure.value
        {
            return Err(Error::Conflict {
                first: format!("one row of the {vintage} table"),
                second: format!("row {}", row + 1),
                key: format!("`{}` in {}", figure.name(), figure.period),
                a: text(before),
                b: text(figure.value),
            });
        }
    }
    Ok(cells)
}

/// The figures in both vintages that differ, in the given order.
pub(super) fn changed(old: &Table, new: &Table, order: Order) -> Vec<Changed> {
    let mut changed: Vec<Changed> = both(old, new)
        .filter(|(_, was, is)| was != is)
        .map(|((group, key, period), old, new)| {
            let difference = exact_sum([new, -old]);
            Changed {
                group: group.clone(),
                key: key.clone(),
                period: *period,
                old,
                new,
                difference,
                relative: (old != 0.0).then(|| difference / old.abs()),
            }
        })
        .collect();
    let size = |one: &Changed| match order {
        Order::Absolute => one.difference.abs(),
        Order::Relative => one.relative.map_or(f64::INFINITY, f64::abs),
    };
    // The tables are in the order of keys, and the sort keeps it among equals.
    changed.sort_by(|a, b| size(b).total_cmp(&size(a)));
    changed
}

/// Keys with a figure in both vintages.
pub(super) fn both<'a>(
    old: &'a Table,
    new: &'a Table,
) -> impl Iterator<Item = (&'a Key, f64, f64)> {
    old.iter()
        .filter_map(|(key, value)| Some((key, (*value)?, (*new.get(key)?)?)))
}

/// The keys with a figure in `these` and none in `others`.
pub(super) fn only(these: &Table, others: &Table, vintage: &[Figure]) -> Vec<Figure> {
    let mut seen = BTreeMap::new();
    for figure in vintage.iter().filter(|figure| figure.value.is_some()) {
        let key = (figure.group.clone(), figure.key.clone(), figure.period);
        if these.contains_key(&key) && others.get(&key).copied().flatten().is_none() {
            seen.insert(key, figure.clone());
        }
    }
    seen.into_values().collect()
}
