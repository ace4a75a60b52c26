//! One cell of a table, and the series that its cells make.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Period, Series};
use crate::error::Result;

/// One figure of a table, as it stands there.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Figure {
    /// What ranks and totals are taken within: a flow, a reporter, a table. May be empty.
    pub group: String,
    /// Tells it from the others of its group and period: a partner, a product.
    pub key: String,
    pub period: Period,
    /// `None` is a row without a figure, which is not zero.
    pub value: Option<f64>,
    /// Whether the source calls it an estimate; `None` where the source does not say.
    pub estimated: Option<bool>,
}

impl Figure {
    /// A figure of which nothing is said about estimation.
    pub fn new(
        group: impl Into<String>,
        key: impl Into<String>,
        period: Period,
        value: Option<f64>,
    ) -> Self {
        Self {
            group: group.into(),
            key: key.into(),
            period,
            value,
            estimated: None,
        }
    }

    /// Group and key in one, as series are named: `CHN>NOR`, `CHN>NOR 0301`.
    pub fn name(&self) -> String {
        match (self.group.as_str(), self.key.as_str()) {
            ("", key) => key.to_owned(),
            (group, "") => group.to_owned(),
            (group, key) => format!("{group} {key}"),
        }
    }
}

/// The series of a table, one for each group and key, in the order of their names.
///
/// # Errors
/// As [`Series::new`], so a key that stands twice in a period is refused.
pub fn series_of(figures: &[Figure]) -> Result<Vec<Series>> {
    let mut points: BTreeMap<String, Vec<(Period, f64)>> = BTreeMap::new();
    for figure in figures {
        let series = points.entry(figure.name()).or_default();
        series.extend(figure.value.map(|value| (figure.period, value)));
    }
    points
        .into_iter()
        .map(|(name, points)| Series::new(name, points))
        .collect()
}
