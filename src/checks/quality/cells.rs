//! Rows that say the same thing twice, or two things at once.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::checks::series::{Figure, Period};

/// A key that stands more than once with the same figure, or without one each time.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Duplicate {
    pub name: String,
    pub period: Period,
    /// Rows beyond the first.
    pub extra: usize,
}

/// A key that stands more than once with different figures.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Conflict {
    pub name: String,
    pub period: Period,
    /// The different figures in the order of rows; `None` is a row without one.
    pub values: Vec<Option<f64>>,
}

/// Figures other than zero that stand under more than one key or period.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Repeated {
    /// Figures other than zero, each key and period once.
    pub figures: usize,
    /// Those of them that another one equals.
    pub repeated: usize,
    /// `repeated` over `figures`; `None` for no figures.
    pub share: Option<f64>,
}

/// A table with each key and period once.
pub(super) struct Cells<'a> {
    /// The first row of each key, without those whose rows conflict.
    pub(super) sound: Vec<&'a Figure>,
    pub(super) duplicates: Vec<Duplicate>,
    pub(super) conflicts: Vec<Conflict>,
}

/// A finite figure; anything else is none.
pub(super) fn value(figure: &Figure) -> Option<f64> {
    figure.value.filter(|value| value.is_finite())
}

impl<'a> Cells<'a> {
    pub(super) fn of(figures: &'a [Figure]) -> Self {
        let mut rows: BTreeMap<(&str, &str, Period), Vec<&Figure>> = BTreeMap::new();
        for figure in figures {
            let key = (figure.group.as_str(), figure.key.as_str(), figure.period);
            rows.entry(key).or_default().push(figure);
        }
        let mut cells = Self {
            sound: Vec::new(),
            duplicates: Vec::new(),
            conflicts: Vec::new(),
        };
        for ((.., period), rows) in rows {
            let mut values: Vec<Option<f64>> = Vec::new();
            for row in &rows {
                if !values.contains(&value(row)) {
                    values.push(value(row));
                }
            }
            let name = rows[0].name();
            if values.len() > 1 {
                cells.conflicts.push(Conflict {
                    name,
                    period,
                    values,
                });
                continue;
            }
            cells.sound.push(rows[0]);
            let extra = rows.len() - 1;
            if extra > 0 {
                cells.duplicates.push(Duplicate {
                    name,
                    period,
                    extra,
                });
            }
        }
        cells
    }
}

/// How many figures other than zero have a twin.
pub(super) fn repeated(values: &[f64]) -> Repeated {
    let mut sorted: Vec<f64> = values
        .iter()
        .copied()
        .filter(|value| *value != 0.0)
        .collect();
    sorted.sort_by(f64::total_cmp);
    let runs = sorted.chunk_by(|a, b| a == b).map(<[f64]>::len);
    let repeated = runs.filter(|run| *run > 1).sum();
    Repeated {
        figures: sorted.len(),
        repeated,
        share: (!sorted.is_empty()).then(|| repeated as f64 / sorted.len() as f64),
    }
}
