//! What totals and their parts say of each other.

use serde::Serialize;

use super::check::Sum;
use super::gather::Level;
use super::tolerance::Tolerance;
use crate::checks::flows::Strand;
use crate::model::source::Side;

/// What one source says at one level.
#[derive(Debug, Clone, Serialize)]
pub struct LevelReport {
    pub level: Level,
    pub source: String,
    pub side: Side,
    pub tolerance: Tolerance,
    pub compared: usize,
    pub agree: usize,
    pub short: usize,
    pub over: usize,
    /// Whether parts fall short so often that the table holds a selection of them; then falling
    /// short is told and not held against it.
    pub selection: bool,
}

/// One total against its parts.
#[derive(Debug, Clone, Serialize)]
pub struct Checked {
    pub level: Level,
    pub total: Strand,
    #[serde(flatten)]
    pub sum: Sum,
    /// Whether it counts as a disagreement.
    pub disagrees: bool,
}

/// Everything that was added up.
#[derive(Debug, Clone, Serialize)]
pub struct TotalsReport {
    pub levels: Vec<LevelReport>,
    /// Disagreements first, the largest difference first among them and among the others.
    pub checked: Vec<Checked>,
}

impl TotalsReport {
    /// Whether any total disagrees with its parts.
    pub fn disagrees(&self) -> bool {
        self.checked.iter().any(|one| one.disagrees)
    }
}
