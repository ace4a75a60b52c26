//! A total with its parts.

use serde::Serialize;

use crate::checks::series::Period;

/// One total in one period, and what should add up to it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Whole {
    /// What is added up: `CHN exports`, `CHN>NOR 03`.
    pub name: String,
    pub period: Period,
    /// The published total; `None` if there is none to hold the sum against.
    pub stated: Option<f64>,
    /// Every part that is expected, in the order of keys; `None` is one without a figure.
    pub parts: Vec<(String, Option<f64>)>,
}
