//! How far the figures of a brief can be trusted, as far as figures can say.

use super::Brief;
use crate::checks::breaks::Breaks;
use crate::checks::mirror_gap::BothReports;
use crate::checks::{Examine, Examined};
use crate::error::{Error, Result};
use crate::model::flow_table::FlowTable;
use crate::model::table::Table;

/// What the checks found.
pub(super) struct Trust {
    /// What both sides report, against each other; none where neither says which side it is from.
    pub mirror: Option<Examined>,
    /// Whether each series means the same from end to end; none without a figure.
    pub breaks: Option<Examined>,
}

impl Trust {
    /// Holds `both`, the series the brief shows, against themselves, and the reports of the pair
    /// in all `flows` against each other.
    pub fn of(brief: &Brief, both: &FlowTable, flows: &FlowTable) -> Result<Self> {
        let mirror = BothReports {
            years: brief.years,
            ..BothReports::of(brief.pair.first, brief.pair.second)
        };
        Ok(Self {
            mirror: found(mirror.examine(flows))?,
            breaks: found(Breaks::default().examine(both))?,
        })
    }

    /// The tables behind the sentences, with the names of their files.
    pub fn tables(&self) -> impl Iterator<Item = (&'static str, &Table)> {
        let files = [("mirror.csv", &self.mirror), ("breaks.csv", &self.breaks)];
        files
            .into_iter()
            .filter_map(|(name, found)| Some((name, &found.as_ref()?.table)))
    }
}

/// A check that had nothing to look at is none.
fn found(examined: Result<Examined>) -> Result<Option<Examined>> {
    match examined {
        Ok(examined) => Ok(Some(examined)),
        Err(Error::NothingLeft { .. }) => Ok(None),
        Err(error) => Err(error),
    }
}
