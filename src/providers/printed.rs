//! Files as they were printed: totals beside their parts, years beside months.

use std::path::PathBuf;

use super::door::Door;
use super::loading::read_all;
use super::options::Options;
use super::report::Report;
use crate::error::Result;
use crate::model::flow::Flow;
use crate::model::flow_table::FlowTable;
use crate::model::period::Frequency;

/// Everything that was taken from files, for checks alone: sums over it would count twice.
#[derive(Clone, Default)]
pub struct Printed {
    /// One table for each frequency, years first; none if every key conflicts.
    pub tables: Vec<FlowTable>,
    /// Keys that stand again with the same figures, and how often; one row of each is kept.
    pub repeated: Vec<(Frequency, (Flow, usize))>,
    /// Rows of one key that differ; none of them is kept.
    pub conflicts: Vec<(Frequency, Vec<Flow>)>,
    pub report: Report,
}

/// Reads files into one table for each frequency, and leaves out nothing that repeats another.
///
/// [`load`](super::load) is for everything but checks: it settles totals beside their parts, so
/// that nothing downstream can count them twice.
///
/// # Errors
/// As [`load`](super::load), but for what it settles.
pub fn load_as_printed(files: &[PathBuf], options: &Options) -> Result<Printed> {
    let mut door = Door::new(options);
    read_all(files, &mut door)?;
    door.finish_as_printed()
}
