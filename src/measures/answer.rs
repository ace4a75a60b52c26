//! An answer that is gathered year by year.

use super::ask::Ask;
use super::found::Found;
use crate::error::{Error, Result};
use crate::model::coded::Coded;
use crate::model::flow_table::FlowTable;
use crate::model::period::Frequency;
use crate::model::table::Table;
use crate::transforms::Used;

/// An answer to rows that are handed over a year at a time.
pub struct Answer<'a> {
    ask: &'a Ask,
    found: Option<Found>,
    used: Option<Used>,
}

impl<'a> Answer<'a> {
    pub(super) fn to(ask: &'a Ask) -> Self {
        Self {
            ask,
            found: None,
            used: None,
        }
    }

    /// Takes the rows of a year, of one source and side.
    ///
    /// # Errors
    /// As [`Ask::of`].
    pub fn take(&mut self, frequency: Frequency, mut coded: Coded) -> Result<()> {
        let used = self.ask.pairs().choose_rows(&mut coded)?;
        match &mut self.used {
            Some(all) => all.figures += used.figures,
            none => *none = Some(used),
        }
        let found = self.ask.answer(coded, frequency, None)?;
        match &mut self.found {
            Some(all) => {
                all.follow(found);
                self.ask.prune(all);
            }
            none => *none = Some(found),
        }
        Ok(())
    }

    /// The table, of rows that mean what `flows` says.
    ///
    /// # Errors
    /// As [`Ask::of`].
    pub fn finish(self, flows: &FlowTable) -> Result<Table> {
        let found = self.found.ok_or_else(|| Error::NothingLeft {
            what: "no flow is left for this measure".to_owned(),
            remedy: "widen the years, the countries or the products".to_owned(),
        })?;
        let mut flows = flows.clone();
        if let Some(used) = &self.used {
            self.ask.pairs().tell(&mut flows, used);
        }
        found.table(self.ask.measure, &flows)
    }
}
