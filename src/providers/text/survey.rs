//! One pass over the records of a text before any is handed on: what to skip, what to reject, how numbers are written.

use std::ops::Range;

use crate::error::Result;
use crate::providers::text::cell::{clip, is_number, trim, unreadable};
use crate::providers::text::dialect::Dialect;
use crate::providers::text::evidence::Evidence;
use crate::providers::text::footnote::is_note;
use crate::providers::text::layout::Layout;
use crate::providers::text::line::Line;
use crate::providers::text::period::period;
use crate::providers::text::record::{Fault, Field, Record, Records};
use crate::providers::text::unit::Unit;

/// Stray quotes after which the quoting of a file is not to be trusted.
const QUOTES: usize = 1000;

/// Why a record is not handed on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    Blank,
    /// Separators alone.
    Empty,
    Repeated,
    Comment,
    Footnote,
    Ragged(usize),
    Fault(Fault),
    /// Only its first cell is filled, with words: a footnote if it stands at the end, else a record.
    Lone,
}

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

    fn why(
        &mut self,
        text: &str,
        record: &Record,
        fields: &[Field],
        width: usize,
        names: &[String],
    ) -> Result<Option<Why>> {
        if let Some(fault) = record.fault {
            self.quotes += 1;
            if self.quotes > QUOTES {
                return Err(unreadable(format!(
                    "more than {QUOTES} lines have stray quotes, the latest is line {}; write the file again with quotes doubled inside fields",
                    record.line
                )));
            }
            return Ok(Some(Why::Fault(fault)));
        }
        let cell = |at: usize| {
            fields
                .get(at)
                .map_or("", |field| trim(&text[field.range.clone()]))
        };
        let first = cell(0);
        if first.is_empty()
            && fields
                .iter()
                .all(|field| trim(&text[field.range.clone()]).is_empty())
        {
            return Ok(Some(if fields.len() > 1 {
                Why::Empty
            } else {
                Why::Blank
            }));
        }
        if fields.len() != width {
            let comment = first.starts_with('#') && fields.len() == 1;
            return Ok(Some(if comment {
                Why::Comment
            } else {
                Why::Ragged(fields.len())
            }));
        }
        let named = |at: usize| {
            let cell = cell(at);
            !cell.is_empty()
                && names
                    .iter()
                    .any(|name| name.len() == cell.len() && *name == cell.to_lowercase())
        };
        if named(0) || named(1) {
            let equal = (0..names.len())
                .filter(|at| cell(*at).to_lowercase() == names[*at])
                .count();
            if equal == names.len() {
                return Ok(Some(Why::Repeated));
            }
            let any = (0..fields.len()).filter(|at| named(*at)).count();
            if any > 1 && any * 2 >= names.len() {
                return Err(unreadable(format!(
                    "line {} looks like the header of a second table; put each table in a file of its own",
                    record.line
                )));
            }
        }
        let lone = width > 2
            && !first.is_empty()
            && !is_number(first)
            && (1..width).all(|at| cell(at).is_empty());
        Ok((lone && period(first).is_none()).then_some(Why::Lone))
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

    /// Tells the footnotes among what follows the last record.
    fn settle(&mut self, text: &str) {
        let tail = self
            .skipped
            .partition_point(|skip| skip.range.start <= self.last);
        let mut apart = false;
        for skip in &mut self.skipped[tail..] {
            match skip.why {
                Why::Blank | Why::Empty => apart = true,
                Why::Ragged(_) | Why::Lone if is_note(&text[skip.range.clone()], apart) => {
                    skip.why = Why::Footnote;
                    apart = true;
                }
                _ => apart = false,
            }
        }
    }

    /// Hands lone cells on as records, and refuses those that say a unit: what follows is counted in another.
    fn one_unit(&mut self, text: &str) -> Result<()> {
        for skip in &self.skipped {
            let line = text[skip.range.clone()].trim_matches(['"', ',', ';', '\t', '|', ' ', '\r']);
            let within =
                matches!(skip.why, Why::Lone | Why::Ragged(1)) && skip.range.start < self.last;
            if within && Unit::read(line).is_some() {
                return Err(unreadable(format!(
                    "line {} says `{}`, so the lines below it are counted in another unit; put each table in a file of its own",
                    skip.line,
                    clip(line, 40)
                )));
            }
        }
        let before = self.skipped.len();
        self.skipped.retain(|skip| skip.why != Why::Lone);
        self.kept += (before - self.skipped.len()) as u64;
        Ok(())
    }

    /// The footnotes, for what they say of the figures.
    pub fn notes<'a>(&'a self, text: &'a str) -> impl Iterator<Item = Line> + 'a {
        let noted = |skip: &&Skip| matches!(skip.why, Why::Footnote | Why::Comment);
        self.skipped.iter().filter(noted).map(|skip| Line {
            place: format!("line {}", skip.line),
            text: trim(&text[skip.range.clone()]).to_owned(),
        })
    }

    fn trusted(&self, width: usize, layout: &Layout) -> Result<()> {
        if layout.header.len() > width {
            return Err(unreadable(format!(
                "line {} names {} columns but most lines have {width} fields; quote fields that hold the separator, or complete the lines",
                layout.header_line,
                layout.header.len()
            )));
        }
        let ragged = || {
            self.skipped
                .iter()
                .filter(|skip| matches!(skip.why, Why::Ragged(_)))
        };
        if let Some(first) = ragged()
            .next()
            .filter(|_| ragged().count() as u64 > self.kept)
        {
            return Err(unreadable(format!(
                "most lines do not have the {width} fields of the others, the first is line {}; quote fields that hold the separator, or name the separator with `--separator`",
                first.line
            )));
        }
        if self.kept == 0 {
            let line = layout.header_line;
            return Err(unreadable(format!(
                "no record stands below the header on line {line}; `{}`",
                clip(&layout.header.join(" "), 80)
            )));
        }
        Ok(())
    }
}

/// Refuses values in columns that have no name, except a first column of row numbers.
fn named(text: &str, record: &Record, fields: &[Field], nameless: &[usize]) -> Result<()> {
    for at in nameless {
        let cell = trim(&text[fields[*at].range.clone()]);
        if !cell.is_empty() {
            return Err(unreadable(format!(
                "line {}: column {} holds `{}` but the header does not name it; name every column in one line, or quote fields that hold the separator",
                record.line,
                at + 1,
                clip(cell, 40)
            )));
        }
    }
    Ok(())
}
