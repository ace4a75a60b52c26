//! The door: every observation of every file passes it, and is kept, left out or rejected.

mod lookup;

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use super::Mapping;
use super::observation::{Amount, Observation, Scheme};
use super::options::Options;
use super::report::{EMPTY, FileReport, Reject, Report};
use super::settle::settle;
use super::text::document::Document;
use super::text::figure::figure;
pub use super::text::marks::Marks;
use crate::error::{Error, Result};
use crate::model::basis::{Basis, Prices};
use crate::model::currency::Currency;
use crate::model::flow_table::FlowTable;
use crate::model::intake::{Intake, Row};
use crate::model::period::Frequency;
use crate::model::source::{Kind, Side, Source};
use lookup::Lookup;

/// Rejected rows that are kept to be shown; the others are only counted.
const KEPT_REJECTS: usize = 1_000_000;

/// Takes the observations of files one after the other, and accounts for each.
pub struct Door<'a> {
    options: &'a Options,
    intake: Intake,
    frequencies: Vec<Frequency>,
    sources: Vec<Source>,
    report: Report,
    lookup: Lookup,
    /// Currency of what was taken so far, and the file that said so.
    currency: Option<(Currency, String)>,
    classifications: Vec<String>,
    saying: Saying,
    listening: bool,
    heard: Overheard,
}

/// An observation as a layout handed it over.
#[derive(Debug, Clone, PartialEq)]
pub struct Seen {
    pub period: String,
    pub exporter: String,
    pub importer: String,
    pub scheme: Scheme,
    pub side: Side,
    pub kind: Kind,
    pub product: String,
    /// As text, whether it was text or a number.
    pub value: Option<String>,
    /// Amount and unit.
    pub quantity: Option<(Option<String>, String)>,
}

/// Everything a layout hands over, word for word: what a test of a layout compares.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Overheard {
    pub taken: Vec<Seen>,
    pub left_out: BTreeMap<String, u64>,
    /// Place, column, text and reason.
    pub rejected: Vec<(u64, String, String, String)>,
    pub remarks: Vec<String>,
    pub currency: Option<String>,
    /// Power of ten that values count.
    pub power: i32,
    pub classification: Option<String>,
    pub publisher: Option<String>,
    pub title: Option<String>,
    pub updated: Option<String>,
    pub marks: Option<Marks>,
}

/// What the file at the door says of itself.
#[derive(Default)]
struct Saying {
    source: Option<Source>,
    currency: Option<Currency>,
    power: i32,
    marks: Marks,
    with_itself: u64,
    taken: u64,
}

impl<'a> Door<'a> {
    pub(super) fn new(options: &'a Options) -> Self {
        Self {
            options,
            intake: Intake::default(),
            frequencies: Vec::new(),
            sources: Vec::new(),
            report: Report::default(),
            lookup: Lookup::default(),
            currency: None,
            classifications: Vec::new(),
            saying: Saying::default(),
            listening: false,
            heard: Overheard::default(),
        }
    }

    /// A door that keeps what it is told word for word, to try a layout on a file.
    pub fn listening(options: &'a Options) -> Self {
        Self {
            listening: true,
            ..Self::new(options)
        }
    }

    /// What a [listening](Self::listening) door was told.
    pub fn heard(&self) -> &Overheard {
        &self.heard
    }

    fn hear(&mut self, told: impl FnOnce(&mut Overheard)) {
        if self.listening {
            told(&mut self.heard);
        }
    }

    /// What the user knows of the files.
    pub fn options(&self) -> &'a Options {
        self.options
    }

    /// Country that reports, as the user says.
    pub fn reporter(&self) -> Option<&'a str> {
        self.options.reporter.as_deref()
    }

    /// Sheet of a workbook to read, as the user says.
    pub fn sheet(&self) -> Option<&'a str> {
        self.options.sheet.as_deref()
    }

    /// Which column means what, as the user says.
    pub fn mapping(&self) -> Option<&'a Mapping> {
        self.options.mapping.as_ref()
    }

    /// Begins a file.
    pub(super) fn open(&mut self, document: &Document, provider: &'static str) {
        let digest = Sha256::digest(document.bytes());
        let sha256: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
        let stem = document
            .name()
            .rsplit(['/', ':'])
            .next()
            .unwrap_or_default();
        let stem = stem.split('.').next().unwrap_or_default().trim();
        self.intake.open_file(document.name());
        self.saying = Saying {
            source: Some(Source {
                id: stem.to_owned(),
                publisher: "publisher not stated".to_owned(),
                title: format!("file {}", document.name()),
                sha256: sha256.clone(),
                ..Source::default()
            }),
            ..Saying::default()
        };
        self.report.files.push(FileReport {
            file: document.name().to_owned(),
            provider,
            sha256,
            bytes: document.bytes().len() as u64,
            ..FileReport::default()
        });
    }

    fn file(&mut self) -> &mut FileReport {
        if self.report.files.is_empty() {
            self.report.files.push(FileReport::default());
        }
        let last = self.report.files.len() - 1;
        &mut self.report.files[last]
    }
}

/// What providers tell of the file at the door.
impl Door<'_> {
    /// A row that is no observation of a flow, such as another indicator, by reason.
    pub fn leave_out(&mut self, reason: &str) {
        self.hear(|heard| *heard.left_out.entry(reason.to_owned()).or_default() += 1);
        let file = self.file();
        file.met += 1;
        *file.left_out.entry(reason.to_owned()).or_default() += 1;
    }

    /// A row that should be an observation and cannot be read.
    pub fn reject(&mut self, place: u64, column: &str, text: &str, reason: &str) {
        self.hear(|heard| {
            heard
                .rejected
                .push((place, column.to_owned(), text.to_owned(), reason.to_owned()))
        });
        let file = self.file();
        file.met += 1;
        file.rejected += 1;
        let name = file.file.clone();
        if self.report.rejects.len() < KEPT_REJECTS {
            self.report.rejects.push(Reject {
                file: name,
                place,
                column: column.to_owned(),
                text: text.to_owned(),
                reason: reason.to_owned(),
            });
        }
    }

    /// Something the reader must know: what was guessed, what the file says of itself.
    pub fn remark(&mut self, remark: impl Into<String>) {
        let remark = remark.into();
        self.hear(|heard| heard.remarks.push(remark.clone()));
        let remarks = &mut self.file().remarks;
        if !remarks.contains(&remark) {
            remarks.push(remark);
        }
    }

    /// ISO 4217 code of the values, as the file says; a user's option wins over it.
    pub fn currency(&mut self, code: &str) {
        self.hear(|heard| heard.currency = Some(code.to_owned()));
        match code.parse() {
            Ok(currency) => self.saying.currency = Some(currency),
            Err(_) => self.remark(format!(
                "the file names a currency that is not known here: `{code}`"
            )),
        }
    }

    /// Values count tens to this power (3: thousands); a user's option wins over it.
    pub fn unit(&mut self, power_of_ten: i32) {
        self.hear(|heard| heard.power = power_of_ten);
        self.saying.power = power_of_ten;
    }

    /// Product classification, such as `HS 1992` or `SITC Rev. 2`.
    pub fn classification(&mut self, name: &str) {
        self.hear(|heard| heard.classification = Some(name.to_owned()));
        if !self.classifications.iter().any(|known| known == name) {
            self.classifications.push(name.to_owned());
        }
    }

    /// Who published the file, and what it calls itself. Files of one publisher are one source.
    pub fn published(&mut self, publisher: &str, title: &str) {
        self.hear(|heard| {
            heard.publisher = Some(publisher.to_owned());
            heard.title = Some(title.to_owned());
        });
        let provider = self.file().provider;
        if let Some(source) = &mut self.saying.source {
            source.id = provider.to_owned();
            source.publisher = publisher.to_owned();
            source.title = title.to_owned();
        }
    }

    /// When the publisher last updated it, as the file says.
    pub fn updated(&mut self, when: &str) {
        self.hear(|heard| heard.updated = Some(when.to_owned()));
        self.remark(format!("last updated {when}"));
    }

    /// How the file writes its numbers.
    pub fn marks(&mut self, marks: Marks) {
        self.hear(|heard| heard.marks = Some(marks));
        self.saying.marks = marks;
    }
}

/// Taking observations.
impl Door<'_> {
    /// One observation: its codes, period and numbers are resolved, and it is kept or rejected.
    pub fn take(&mut self, observation: Observation<'_>) {
        if self.listening {
            self.heard.taken.push(Seen::of(&observation));
            return;
        }
        match self.row(&observation) {
            Ok((row, frequency)) => {
                self.saying.with_itself += u64::from(row.exporter == row.importer);
                self.saying.taken += 1;
                let file = self.file();
                file.met += 1;
                file.kept += 1;
                self.intake.rows.push(row);
                self.frequencies.push(frequency);
            }
            Err(Fault {
                column,
                text,
                reason,
            }) => {
                self.reject(observation.place, column, &text, &reason);
            }
        }
    }

    fn row(&mut self, seen: &Observation<'_>) -> Result<(Row, Frequency), Fault> {
        let fault = |column, text: &str, reason: String| Fault {
            column,
            text: text.to_owned(),
            reason,
        };
        let (period, frequency) = self.lookup.period(seen.period).ok_or_else(|| {
            fault(
                "period",
                seen.period,
                "is no period; write 2003, 2003-Q1 or 2003-01".to_owned(),
            )
        })?;
        let mut area = |column, text: &str| {
            let number = self.lookup.area(seen.scheme, text, &mut self.intake.areas);
            number.map_err(|reason| fault(column, text, reason))
        };
        let exporter = area("exporter", seen.exporter)?;
        let importer = area("importer", seen.importer)?;
        let value = self.amount(seen.value, self.power(), "value")?;
        let (quantity, unit) = match seen.quantity {
            Some((amount, unit)) => (self.amount(amount, 0, "quantity")?, unit),
            None => (None, ""),
        };
        let source = self.source(seen.source);
        let row = Row {
            source,
            exporter,
            importer,
            side: seen.side,
            kind: seen.kind,
            product: self.intake.products.number(seen.product),
            period,
            value,
            quantity,
            quantity_unit: self
                .intake
                .units
                .number(if quantity.is_some() { unit } else { "" }),
            place: self.intake.place(seen.place),
        };
        Ok((row, frequency))
    }

    fn power(&self) -> i32 {
        self.options
            .unit
            .map_or(self.saying.power, super::options::Unit::power)
    }

    fn amount(
        &mut self,
        amount: Amount<'_>,
        power: i32,
        column: &'static str,
    ) -> Result<Option<f64>, Fault> {
        let fault = |text: &str, reason: &str| Fault {
            column,
            text: text.to_owned(),
            reason: reason.to_owned(),
        };
        match amount {
            Amount::Number(None) => Ok(None),
            Amount::Number(Some(number)) => {
                // Multiplying by a power of ten rounds once; dividing by its inverse would twice.
                let moved = number * 10_f64.powi(power);
                if moved.is_finite() {
                    Ok(Some(moved))
                } else {
                    Err(fault(&number.to_string(), "is no finite number"))
                }
            }
            Amount::Text(text) => {
                let read = figure(text, self.saying.marks, power);
                let read = read.map_err(|reason| fault(text, &reason.to_string()))?;
                if let Some(code) = read.currency {
                    self.in_currency(code)
                        .map_err(|reason| fault(text, &reason))?;
                }
                match (read.value, read.mark) {
                    (Some(_), "") => {}
                    (Some(_), flag) => self.remark(format!(
                        "some figures carry the flag `{flag}`; they are kept"
                    )),
                    (None, mark) if column == "value" => {
                        let mark = if mark.is_empty() { EMPTY } else { mark }.to_owned();
                        *self.file().missing.entry(mark).or_default() += 1;
                    }
                    (None, _) => {}
                }
                Ok(read.value)
            }
        }
    }

    /// A figure that names its own currency: it must be the one of the file.
    fn in_currency(&mut self, code: &str) -> Result<(), String> {
        let named = code
            .parse()
            .map_err(|_| format!("names a currency that is not known here: {code}"))?;
        match self.options.currency.or(self.saying.currency) {
            Some(currency) if currency != named => {
                Err(format!("is in {named}, the file in {currency}"))
            }
            Some(_) => Ok(()),
            None => {
                self.saying.currency = Some(named);
                Ok(())
            }
        }
    }

    fn source(&mut self, named: Option<&str>) -> u32 {
        let own = self.saying.source.clone().unwrap_or_default();
        let id = named
            .filter(|id| !id.is_empty())
            .unwrap_or(&own.id)
            .to_owned();
        if !self.sources.iter().any(|source| source.id == id) {
            self.sources.push(Source {
                id: id.clone(),
                ..own
            });
        }
        self.intake.sources.number(&id)
    }
}

impl Seen {
    fn of(seen: &Observation<'_>) -> Self {
        let text = |amount: Amount<'_>| match amount {
            Amount::Text(text) => Some(text.to_owned()),
            Amount::Number(number) => number.map(|number| number.to_string()),
        };
        Self {
            period: seen.period.to_owned(),
            exporter: seen.exporter.to_owned(),
            importer: seen.importer.to_owned(),
            scheme: seen.scheme,
            side: seen.side,
            kind: seen.kind,
            product: seen.product.to_owned(),
            value: text(seen.value),
            quantity: seen
                .quantity
                .map(|(amount, unit)| (text(amount), unit.to_owned())),
        }
    }
}

/// Why an observation is rejected.
struct Fault {
    column: &'static str,
    text: String,
    reason: String,
}

/// Finishing.
impl Door<'_> {
    /// Ends a file.
    ///
    /// # Errors
    /// [`Error::BasisMismatch`] if its currency is not the one of the files before it.
    pub(super) fn close(&mut self, document: &Document) -> Result<()> {
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
    pub(super) fn finish(mut self) -> Result<(FlowTable, Report)> {
        self.refuse_rejects()?;
        let frequency = self.one_frequency()?;
        let groups = self.lookup.groups();
        let rules = settle(&mut self.intake, &groups, self.options.detail)?;
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
        let met = self.intake.rows.len();
        let table = FlowTable::from_intake(self.intake, basis, self.sources)?;
        debug_assert!(met > 0);
        self.report.rules.extend(table.remarks().iter().cloned());
        Ok((table, self.report))
    }

    fn refuse_rejects(&self) -> Result<()> {
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
