//! One pass over the records of a text before any is handed on: what to skip, what to reject, how numbers are written.

mod whole;
mod why;

use std::ops::Range;

pub use why::Why;
use why::named;

use crate::error::Result;
use crate::providers::text::cell::trim;
use crate::providers::text::dialect::Dialect;
use crate::providers::text::evidence::Evidence;
use crate::providers::text::layout::Layout;
use crate::providers::text::line::Line;
use crate::providers::text::record::{Field, Record, Records};

#[derive(Debug, Clone)]
pub struct Skip {
    pub range: Range<usize>,
    pub line: u64,
    pub why: Why,
}

/// What a pass over all records found.
#[derive(Debug)]
pub struct Survey {
    /// In the order of the text.
    pub skipped: Vec<Skip>,
    /// Cells whose quotes were doubled, by where they begin.
    pub undoubled: Vec<(usize, String)>,
    pub evidence: Evidence,
    pub kept: u64,
    /// Place of the last record that is surely one.
    last: usize,
    quotes: usize,
}

impl Survey {
    /// Goes through the records below the header of `text`.
    ///
    /// # Errors
    /// [`crate::error::Error::Unreadable`] if the text cannot be trusted to be one table.
    pub fn of(text: &str, dialect: &Dialect, layout: &Layout) -> Result<Self> {
        let mut records = Records::new(text, dialect.separator, dialect.quote, dialect.width);
        (records.at, records.line) = (layout.at, layout.line);
        let mut survey = Self {
            skipped: Vec::new(),
            undoubled: Vec::new(),
            evidence: Evidence::new(&layout.header),
            kept: 0,
            last: layout.at,
            quotes: 0,
        };
        let names: Vec<String> = layout
            .header
            .iter()
            .map(|name| name.to_lowercase())
            .collect();
        let nameless: Vec<usize> = (1..dialect.width)
            .filter(|at| layout.header.get(*at).is_none_or(String::is_empty))
            .collect();
        let mut fields = Vec::new();
        while let Some(record) = records.next(&mut fields) {
            match survey.why(text, &record, &fields, dialect.width, &names)? {
                Some(why) => {
                    if why == Why::Lone {
                        survey.undouble(text, &fields, dialect.quote);
                    }
                    survey.skipped.push(Skip {
                        range: record.range,
                        line: record.line,
                        why,
                    });
                }
                None => {
                    named(text, &record, &fields, &nameless)?;
                    survey.keep(text, &record, &fields, dialect.quote);
                }
            }
        }
        survey.settle(text);
        survey.one_unit(text)?;
        survey.trusted(dialect.width, layout)?;
        Ok(survey)
    }

    fn keep(&mut self, text: &str, record: &Record, fields: &[Field], quote: u8) {
        self.kept += 1;
        self.last = record.range.start;
        self.undouble(text, fields, quote);
        for (column, field) in fields.iter().enumerate() {
            self.evidence
                .see(column, trim(&text[field.range.clone()]), record.line);
        }
    }

    fn undouble(&mut self, text: &str, fields: &[Field], quote: u8) {
        for field in fields.iter().filter(|field| field.doubled) {
            let quote = char::from(quote).to_string();
            let cell = text[field.range.clone()].replace(&quote.repeat(2), &quote);
            self.undoubled.push((field.range.start, cell));
        }
    }

    /// The footnotes, for what they say of the figures.
    pub fn notes<'a>(&'a self, text: &'a str) -> impl Iterator<Item = Line> + 'a {
        let noted = |skip: &&Skip| matches!(skip.why, Why::Footnote | Why::Comment);
        self.skipped.iter().filter(noted).map(|skip| Line {
            place: format!("line {}", skip.line),
            text: trim(&text[skip.range.clone()]).to_owned(),
        })
    }
}
