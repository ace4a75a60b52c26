//! The end of a file, and of all files: one basis, no double counting, one table.

use super::Door;
use crate::error::{Error, Result};
use crate::model::basis::{Basis, Prices};
use crate::model::currency::Currency;
use crate::model::flow_table::FlowTable;
use crate::model::period::Frequency;
use crate::providers::report::Report;
use crate::providers::settle::{lost_zeros, settle};
use crate::providers::text::document::Document;

/// Finishing.
impl Door<'_> {
    /// Ends a file.
    ///
    /// # Errors
    /// [`Error::BasisMismatch`] if its currency is not the one of the files before it.
    pub(in crate::providers) fn close(&mut self, document: &Document) -> Result<()> {
        for remark in document.decoding_remarks() {
            self.remark(remark);
        }
        self.file().encoding = document.decoded_from().unwrap_or_default().to_owned();
        if self.saying.with_itself > 0 {
            let count = self.saying.with_itself;
            self.remark(format!(
                "{count} rows are an area's trade with itself (re-imports); they are kept"
            ));
        }
        self.tell_doubts();
        for remark in self.lookup.told() {
            self.remark(remark);
        }
        let folded = self.lookup.folded();
        if !folded.is_empty() {
            self.remark(format!(
                "read as the countries of today: {}",
                folded.join(", ")
            ));
        }
        if self.saying.taken == 0 {
            return Ok(());
        }
        let stated = self.options.currency.or(self.saying.currency);
        let currency = stated.or(self.options.otherwise).unwrap_or(Currency::USD);
        if stated.is_none() {
            self.remark(format!(
                "values taken as {}; the file does not say",
                currency.plural()
            ));
        }
        let cells = &self.saying.cells;
        if cells.decided && cells.bare > 0 {
            let told = format!(
                "{} figures name {currency} themselves, the first on row {}; the {} others name nothing and are taken to be in it too; say --data-currency if they are not",
                cells.named, cells.first, cells.bare
            );
            self.remark(told);
        }
        let name = self.file().file.clone();
        match &self.currency {
            Some((before, file)) if *before != currency => Err(Error::BasisMismatch {
                reason: format!("{name} is in {currency} and {file} in {before}"),
                remedy: "load files of one currency".to_owned(),
            }),
            _ => {
                self.currency = Some((currency, name));
                Ok(())
            }
        }
    }

    /// The table of everything taken, and the account of it.
    ///
    /// # Errors
    /// [`Error::Rejected`] if rows were rejected and none may be; [`Error::NothingLeft`] if no row
    /// was kept; [`Error::TotalsAmongParts`], [`Error::Conflict`], [`Error::BasisMismatch`].
    pub(in crate::providers) fn finish(mut self) -> Result<(FlowTable, Report)> {
        self.refuse_rejects()?;
        let frequency = self.one_frequency()?;
        let groups = self.lookup.groups();
        let rules = settle(&mut self.intake, groups, self.options.detail)?;
        let harmonized = |name: &String| name.starts_with("HS") || name == "CN";
        if self.classifications.iter().all(harmonized) {
            self.report.rules.extend(lost_zeros(&self.intake));
        }
        self.report.rules.extend(rules);
        let classification = match self.classifications.len() {
            0 => None,
            _ => Some(self.classifications.join(", ")),
        };
        let basis = Basis {
            frequency,
            currency: self
                .currency
                .as_ref()
                .map_or(Currency::USD, |(currency, _)| *currency),
            prices: Prices::Current,
            classification,
        };
        self.refuse_nothing()?;
        let table = FlowTable::from_intake(self.intake, basis, self.sources)?;
        self.report.rules.extend(table.remarks().iter().cloned());
        Ok((table, self.report))
    }

    pub(super) fn refuse_rejects(&self) -> Result<()> {
        let Some(first) = self.report.rejects.first() else {
            return Ok(());
        };
        // A file of which nothing can be read is not read.
        if !self.options.strict && !self.intake.rows.is_empty() {
            return Ok(());
        }
        Err(Error::Rejected {
            count: self.report.rejected(),
            file: first.file.clone(),
            place: first.place,
            column: first.column.clone(),
            text: first.text.clone(),
            reason: first.reason.clone(),
        })
    }

    /// Where every row was left out, the reasons are what the user must know.
    pub(super) fn refuse_nothing(&self) -> Result<()> {
        let reasons: Vec<String> = (self.report.files.iter())
            .flat_map(|file| &file.left_out)
            .map(|(reason, count)| format!("{count}: {reason}"))
            .collect();
        if !self.intake.rows.is_empty() || reasons.is_empty() {
            return Ok(());
        }
        Err(Error::NothingLeft {
            what: format!("every row was left out ({})", reasons.join("; ")),
            remedy: "give a file that holds flows of goods in money".to_owned(),
        })
    }

    fn one_frequency(&mut self) -> Result<Frequency> {
        let Some(&first) = self.frequencies.first() else {
            return Ok(Frequency::Year);
        };
        let wanted = self.options.frequency.unwrap_or(first);
        let others = self
            .frequencies
            .iter()
            .filter(|frequency| **frequency != wanted)
            .count();
        if others == 0 {
            return Ok(wanted);
        }
        if self.options.frequency.is_none() {
            return Err(Error::BasisMismatch {
                reason: "yearly, quarterly or monthly figures stand side by side".to_owned(),
                remedy: "say which to keep with --frequency year, quarter or month".to_owned(),
            });
        }
        let mut frequencies = self.frequencies.iter();
        self.intake
            .rows
            .retain(|_| frequencies.next() == Some(&wanted));
        self.report
            .rules
            .push(format!("{others} rows of another frequency left out"));
        Ok(wanted)
    }
}
