//! An answer that is gathered year by year.

use super::ask::Ask;
use super::found::Found;
use super::panel::Panel;
use super::ready::{Absent, Ready};
use crate::error::{Error, Result};
use crate::model::coded::Coded;
use crate::model::flow_table::FlowTable;
use crate::model::period::{Frequency, Years, year_of};
use crate::model::table::Table;
use crate::transforms::{Pairs, Used};

/// An answer to rows that are handed over a year at a time.
pub struct Answer<'a> {
    ask: &'a Ask,
    found: Option<Found>,
    /// Rows of measures that need all years at once.
    gathered: Ready,
    absent: Option<Absent>,
    frequency: Frequency,
    used: Option<Used>,
}

impl<'a> Answer<'a> {
    pub(super) fn to(ask: &'a Ask) -> Self {
        Self {
            ask,
            found: None,
            gathered: Ready::default(),
            absent: None,
            frequency: Frequency::Year,
            used: None,
        }
    }

    /// Takes the rows of a year, of one source and side.
    ///
    /// # Errors
    /// As [`Ask::of`].
    pub fn take(&mut self, frequency: Frequency, mut coded: Coded) -> Result<()> {
        self.ask.heed()?;
        let pairs = Pairs {
            // Years that others are compared with count as well.
            years: Years::default(),
            ..self.ask.pairs()
        };
        let asked = |coded: &Coded| {
            let mut years = coded.rows.iter().map(|row| year_of(row.period));
            years.any(|year| self.ask.years.contains(year))
        };
        let mut used = pairs.choose_rows(&mut coded)?;
        if !asked(&coded) {
            used.figures = 0;
        }
        match &mut self.used {
            Some(all) => all.figures += used.figures,
            none => *none = Some(used),
        }
        self.frequency = frequency;
        let ready = self.ask.ready(coded)?;
        if !self.ask.is_of_one_period() {
            self.gathered.append(ready);
            return Ok(());
        }
        match &mut self.absent {
            Some(absent) => absent.everywhere(&ready.absent),
            none => *none = Some(ready.absent.clone()),
        }
        let found = self
            .ask
            .answer(&Panel::of(self.ask, ready, frequency), None)?;
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
        let nothing = || Error::NothingLeft {
            what: "no flow is left for this measure".to_owned(),
            remedy: "widen the years, the countries or the products".to_owned(),
        };
        self.absent.as_ref().map_or(Ok(()), Absent::check)?;
        let found = match self.found {
            Some(found) => found,
            None if self.gathered.coded.rows.is_empty() => return Err(nothing()),
            None => {
                self.gathered.absent.check()?;
                let panel = Panel::of(self.ask, self.gathered, self.frequency);
                self.ask.answer(&panel, None)?
            }
        };
        let mut flows = flows.clone();
        if let Some(used) = &self.used {
            self.ask.pairs().tell(&mut flows, used);
        }
        found.table(self.ask, &flows)
    }
}
