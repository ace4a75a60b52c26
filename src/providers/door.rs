//! The door: every observation of every file passes it, and is kept, left out or rejected.

mod as_printed;
mod doubts;
mod finishing;
mod heard;
mod lookup;
mod taking;
mod telling;

use sha2::{Digest, Sha256};

use super::Mapping;
use super::options::Options;
use super::report::{FileReport, Report};
use super::text::document::Document;
pub use super::text::marks::Marks;
use crate::model::currency::Currency;
use crate::model::intake::Intake;
use crate::model::period::Frequency;
use crate::model::source::Source;
use doubts::Doubts;
pub use heard::{Overheard, Seen};
use lookup::Lookup;

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

/// What the file at the door says of itself.
#[derive(Default)]
struct Saying {
    source: Option<Source>,
    currency: Option<Currency>,
    power: i32,
    marks: Marks,
    cells: MoneyCells,
    with_itself: u64,
    doubts: Doubts,
    /// What columns that are not read say of the observation to come.
    apart: String,
    taken: u64,
}

/// Which figures name their currency themselves.
#[derive(Default)]
struct MoneyCells {
    /// Row at hand.
    at: u64,
    named: u64,
    first: u64,
    bare: u64,
    /// Whether a figure has `$`, anyone's dollar.
    dollars: bool,
    /// Whether nothing but figures say the currency of the file.
    decided: bool,
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
