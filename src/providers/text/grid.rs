//! A table of texts, whatever file it came from: a header, and records below it.

use std::sync::Arc;

use crate::error::Result;
use crate::providers::door::Door;
use crate::providers::text::cell::{plain, trim};
use crate::providers::text::content::Content;
use crate::providers::text::dialect::Dialect;
use crate::providers::text::document::Document;
use crate::providers::text::layout::Layout;
use crate::providers::text::line::Line;
use crate::providers::text::record::Records;
use crate::providers::text::sample::{is_table, sample};
use crate::providers::text::survey::Survey;
use crate::providers::text::telling::{tell_dialect, tell_layout, tell_skip, tell_text};

/// A table of texts: a header, and records below it.
#[derive(Debug)]
pub struct Grid {
    header: Vec<String>,
    around: Vec<Line>,
    units: Option<(u64, Vec<String>)>,
    records: u64,
    body: Body,
}

#[derive(Debug)]
enum Body {
    Cells(Vec<(u64, Vec<String>)>),
    Text(Text),
}

/// Records still in the text of the document; they are found anew each time, so that no cell is held twice.
#[derive(Debug)]
struct Text {
    content: Arc<Content>,
    dialect: Dialect,
    at: usize,
    line: u64,
    /// Places of records that are not handed on, in order.
    skipped: Vec<usize>,
    undoubled: Vec<(usize, String)>,
}

impl Grid {
    /// Reads delimited text, telling the door what was guessed (separator, encoding, number marks), what was skipped
    /// and which records are ragged or have stray quotes (they are rejected at the door).
    ///
    /// # Errors
    /// [`crate::error::Error::Unreadable`] if it is no text, has no header, or is more than one table.
    pub fn read(document: &Document, door: &mut Door) -> Result<Self> {
        let text = document.text()?;
        is_table(text)?;
        let hints = document.hints();
        let dialect = Dialect::of(sample(text), hints)?;
        let layout = Layout::of(text, &dialect)?;
        let survey = Survey::of(text, &dialect, &layout)?;
        let (marks, number_remarks) = survey.evidence.marks(dialect.separator, hints)?;
        for remark in document
            .decoding_remarks()
            .into_iter()
            .chain(number_remarks)
        {
            door.remark(remark);
        }
        door.marks(marks);
        tell_dialect(document, &dialect, door);
        tell_layout(&layout, &dialect, door);
        for skip in &survey.skipped {
            tell_skip(text, skip, dialect.width, door);
        }
        tell_text(text, &survey, door);
        let titles = layout.preamble.into_iter().map(|(line, text)| Line {
            place: format!("line {line}"),
            text,
        });
        let notes = survey.notes(text);
        Ok(Self {
            header: layout.header,
            around: titles.chain(notes).collect(),
            units: layout.units,
            records: survey.kept,
            body: Body::Text(Text {
                content: Arc::clone(document.content()),
                dialect,
                at: layout.at,
                line: layout.line,
                skipped: survey.skipped.iter().map(|skip| skip.range.start).collect(),
                undoubled: survey.undoubled,
            }),
        })
    }

    /// The header of delimited text, for recognising a layout: from the head of the document alone; empty if it has none.
    pub fn peek(document: &Document) -> Vec<String> {
        let peeked = document.content().header.get_or_init(|| {
            let sample = sample(document.head());
            let layout = Dialect::of(sample, document.hints())
                .and_then(|dialect| Layout::of(sample, &dialect));
            layout.map(|layout| layout.header).unwrap_or_default()
        });
        peeked.clone()
    }

    /// Why delimited text has no header that can be read; nothing if it has one, or is no such text.
    pub fn fault(document: &Document) -> Option<String> {
        let sample = sample(document.head());
        if let Err(error) = is_table(sample) {
            return Some(error.to_string());
        }
        let dialect = Dialect::of(sample, document.hints()).ok()?;
        let layout = Layout::of(sample, &dialect).err()?;
        Some(layout.to_string())
    }

    /// A grid made of cells already apart, as spreadsheets and data frames have them; no row may be longer than the header.
    pub fn from_cells(header: Vec<String>, rows: Vec<(u64, Vec<String>)>) -> Self {
        Self {
            header,
            around: Vec::new(),
            units: None,
            records: rows.len() as u64,
            body: Body::Cells(rows),
        }
    }

    /// The same grid with the lines that stand around it in its file.
    pub fn with_lines(self, around: Vec<Line>) -> Self {
        Self { around, ..self }
    }

    /// The same grid with what the line below its header says of each column.
    pub fn with_units(self, units: Option<(u64, Vec<String>)>) -> Self {
        Self { units, ..self }
    }

    /// Column names, trimmed.
    pub fn header(&self) -> &[String] {
        &self.header
    }

    /// Titles above the table and notes below it.
    pub fn lines(&self) -> &[Line] {
        &self.around
    }

    /// What the line of units below the header says of a column, and the number of that line.
    pub fn unit(&self, column: usize) -> Option<(u64, &str)> {
        let (line, units) = self.units.as_ref()?;
        let unit = units.get(column).filter(|unit| !unit.is_empty())?;
        Some((*line, unit))
    }

    /// Records that [`Grid::each`] hands on.
    pub fn records(&self) -> u64 {
        self.records
    }

    /// Where a column of this name stands; case, spaces, dashes, dots and underscores do not matter (refYear = ref_year).
    pub fn find(&self, name: &str) -> Option<usize> {
        let wanted = plain(name);
        let same = |header: &String| !wanted.is_empty() && plain(header) == wanted;
        self.header.iter().position(same)
    }

    /// Calls `each` for every record: its line, its cells (as many as the header has, trimmed of spaces).
    pub fn each<'a>(&'a self, mut each: impl FnMut(u64, &[&'a str])) {
        self.each_while(|line, cells| {
            each(line, cells);
            true
        });
    }

    /// The same until `each` has seen enough and says no.
    pub fn each_while<'a>(&'a self, mut each: impl FnMut(u64, &[&'a str]) -> bool) {
        match &self.body {
            Body::Text(text) => text.each(self.header.len(), each),
            Body::Cells(rows) => {
                let mut cells = Vec::new();
                for (line, row) in rows {
                    cells.clear();
                    cells.extend(row.iter().map(|cell| trim(cell)));
                    // Short rows are padded; what stands beyond the header is the caller's to tell.
                    cells.resize(self.header.len().max(cells.len()), "");
                    if !each(*line, &cells) {
                        return;
                    }
                }
            }
        }
    }
}

impl Text {
    fn each<'a>(&'a self, columns: usize, mut each: impl FnMut(u64, &[&'a str]) -> bool) {
        // The survey read the same text, so it is there.
        let text = self.content.text().unwrap_or_default();
        let mut records = Records::new(
            text,
            self.dialect.separator,
            self.dialect.quote,
            self.dialect.width,
        );
        (records.at, records.line) = (self.at, self.line);
        let mut skipped = self.skipped.iter().peekable();
        let mut undoubled = self.undoubled.iter().peekable();
        let (mut fields, mut cells) = (Vec::new(), Vec::with_capacity(columns));
        while let Some(record) = records.next(&mut fields) {
            if skipped.next_if_eq(&&record.range.start).is_some() {
                continue;
            }
            cells.clear();
            for field in fields.iter().take(columns) {
                let cell = match field.doubled {
                    true => undoubled
                        .find(|(at, _)| *at == field.range.start)
                        .map_or("", |(_, cell)| cell.as_str()),
                    false => &text[field.range.clone()],
                };
                cells.push(trim(cell));
            }
            if !each(record.line, &cells) {
                return;
            }
        }
    }
}
