//! The end of all files where everything is wanted as it was printed.

use super::Door;
use crate::error::Result;
use crate::model::basis::{Basis, Prices};
use crate::model::currency::Currency;
use crate::model::flow_table::FlowTable;
use crate::model::period::Frequency;
use crate::providers::printed::Printed;

/// Coarsest first, as totals are.
const FREQUENCIES: [Frequency; 3] = [Frequency::Year, Frequency::Quarter, Frequency::Month];

/// Finishing as printed.
impl Door<'_> {
    /// Every row that was taken, totals and parts, in one table for each frequency.
    ///
    /// # Errors
    /// As [`finish`](Self::finish), but for totals beside parts, years beside months, and keys
    /// that stand twice.
    pub(in crate::providers) fn finish_as_printed(mut self) -> Result<Printed> {
        self.refuse_rejects()?;
        self.refuse_nothing()?;
        let classification = match self.classifications.len() {
            0 => None,
            _ => Some(self.classifications.join(", ")),
        };
        let currency = self.currency.as_ref();
        let currency = currency.map_or(Currency::USD, |(currency, _)| *currency);
        let mut printed = Printed::default();
        for frequency in FREQUENCIES {
            let wanted = self.options.frequency.is_none_or(|only| only == frequency);
            if !wanted || !self.frequencies.contains(&frequency) {
                continue;
            }
            let rows = self.intake.rows.iter().zip(&self.frequencies);
            let rows = rows.filter(|(_, own)| **own == frequency);
            let rows = rows.map(|(row, _)| *row).collect();
            let mut intake = self.intake.clone();
            intake.rows = rows;
            let twice = intake.set_aside();
            let basis = Basis {
                frequency,
                currency,
                prices: Prices::Current,
                classification: classification.clone(),
            };
            printed.repeated.extend(of(frequency, twice.repeated));
            printed.conflicts.extend(of(frequency, twice.conflicts));
            if intake.rows.is_empty() {
                continue;
            }
            let sources = self.sources.clone();
            printed
                .tables
                .push(FlowTable::from_intake(intake, basis, sources)?);
        }
        self.report
            .rules
            .push("totals are kept beside their parts, to be held against them".to_owned());
        printed.report = std::mem::take(&mut self.report);
        Ok(printed)
    }
}

fn of<T>(frequency: Frequency, all: Vec<T>) -> impl Iterator<Item = (Frequency, T)> {
    all.into_iter().map(move |one| (frequency, one))
}
