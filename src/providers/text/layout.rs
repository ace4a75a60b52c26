//! Where the table of a text begins: titles above it, its header, a line of units below that.

use crate::error::Result;
use crate::providers::text::cell::{cells, clip, is_number, plain, unreadable};
use crate::providers::text::dialect::{Dialect, named};
use crate::providers::text::header::is_header;
use crate::providers::text::record::Records;
use crate::providers::text::unit::Unit;

/// The top of a table.
#[derive(Debug, Clone, Default)]
pub struct Layout {
    /// Lines above the header, blank ones left out.
    pub preamble: Vec<(u64, String)>,
    /// Column names, trimmed; those past the last that has a name are left out.
    pub header: Vec<String>,
    pub header_line: u64,
    /// Fields of the header as written, the nameless at its end counted.
    pub header_fields: usize,
    /// Units given in a line of their own below the header.
    pub units: Option<(u64, Vec<String>)>,
    /// Whether the first column has row numbers that the header leaves out.
    pub row_names: bool,
    /// Whether the first line only names the separator.
    pub names_separator: bool,
    /// Where records begin, and on which line.
    pub at: usize,
    pub line: u64,
}

/// Lines in which a header is looked for.
const REACH: usize = 200;

impl Layout {
    /// Finds the header in `text`.
    ///
    /// # Errors
    /// [`crate::error::Error::Unreadable`] if there is none, or it cannot be told which line it is.
    pub fn of(text: &str, dialect: &Dialect) -> Result<Self> {
        let mut records = Records::new(text, dialect.separator, dialect.quote, dialect.width);
        let mut fields = Vec::new();
        let mut layout = Self::default();
        let mut headed: Option<u64> = None;
        for number in 0..REACH {
            let Some(record) = records.next(&mut fields) else {
                break;
            };
            let cells = cells(text, &fields);
            if record.fault.is_some() {
                return Err(unreadable(format!(
                    "line {}: a quote in or above the header does not close; mend it",
                    record.line
                )));
            }
            let filled = cells.iter().filter(|cell| !cell.is_empty()).count();
            if number == 0 && named(text).is_some() {
                layout.names_separator = true;
            } else if filled > 1 && !is_title(&cells, dialect.width) {
                layout.take_header(&cells, record.line, dialect)?;
                (layout.at, layout.line) = (records.at, records.line);
                layout.take_row_names(text, records.clone(), dialect.width);
                layout.take_units(text, records);
                return Ok(layout);
            } else if filled > 0 {
                // A header with figures below it is a table, not a title.
                if let (Some(first), true) = (
                    headed,
                    filled > 2 && cells.iter().any(|cell| is_number(cell)),
                ) {
                    return Err(unreadable(format!(
                        "lines {first} to {} look like a table of their own above the one that is read; put each table in a file of its own",
                        record.line
                    )));
                }
                if filled > 2 && is_header(&cells) {
                    headed.get_or_insert(record.line);
                }
                let title = text[record.range].trim();
                layout.preamble.push((
                    record.line,
                    title.trim_end_matches([',', ';', '\t', '|']).to_owned(),
                ));
            }
        }
        Err(unreadable(
            "there is no header line; add one that names the columns".to_owned(),
        ))
    }

    fn take_header(&mut self, cells: &[String], line: u64, dialect: &Dialect) -> Result<()> {
        if !is_header(cells) {
            return Err(unreadable(format!(
                "line {line} should name the columns but reads `{}`; add a header line above it",
                clip(&cells.join(" "), 80)
            )));
        }
        if cells.len() + 1 < dialect.width && cells.len() < dialect.width / 2 {
            return Err(unreadable(format!(
                "line {line} has {} fields where most lines have {}; remove the lines above the header",
                cells.len(),
                dialect.width
            )));
        }
        self.header_line = line;
        self.header_fields = cells.len();
        let named = cells
            .iter()
            .rposition(|cell| !cell.is_empty())
            .map_or(0, |last| last + 1);
        self.header = cells[..named].to_vec();
        for (at, name) in self.header.iter().enumerate() {
            let same = |other: &&String| !name.is_empty() && plain(other) == plain(name);
            if let Some(other) = self.header[..at].iter().find(same) {
                return Err(unreadable(format!(
                    "line {line} names two columns `{other}` and `{name}`; rename one, or if the names stand in several lines, join them in one"
                )));
            }
        }
        Ok(())
    }

    /// R writes row names without a name for their column: the header is one short.
    fn take_row_names(&mut self, text: &str, mut records: Records<'_>, width: usize) {
        if self.header.len() + 1 != width || self.header_fields != self.header.len() {
            return;
        }
        let mut fields = Vec::new();
        let numbered = (1..=2).all(|number: u32| {
            let next = records.next(&mut fields);
            let first = fields.first().map(|field| text[field.range.clone()].trim());
            next.is_some() && first == Some(number.to_string().as_str())
        });
        if numbered {
            self.header.insert(0, String::new());
            self.header_fields += 1;
            self.row_names = true;
        }
    }

    fn take_units(&mut self, text: &str, mut records: Records<'_>) {
        let mut fields = Vec::new();
        let Some(record) = records.next(&mut fields) else {
            return;
        };
        let cells = cells(text, &fields);
        let mut filled = cells.iter().filter(|cell| !cell.is_empty()).peekable();
        let is_units = filled.peek().is_some() && filled.all(|cell| is_unit(cell));
        if record.fault.is_none() && is_units {
            self.units = Some((record.line, cells));
            (self.at, self.line) = (records.at, records.line);
        }
    }
}

/// A title or note above the header: narrower than the table, and not the header of it.
fn is_title(cells: &[String], width: usize) -> bool {
    let filled: Vec<&String> = cells.iter().filter(|cell| !cell.is_empty()).collect();
    let label =
        cells.first().is_some_and(|cell| cell.ends_with(':')) && filled.len() <= 2 && width > 2;
    // `Unit,US$ million,,`: a header leaves no such gap.
    let pair = filled.len() == 2 && width > 3 && cells.iter().skip(2).all(|cell| cell.is_empty());
    let comment = cells.first().is_some_and(|cell| cell.starts_with('#'));
    label
        || pair
        || (comment && cells.len() < width)
        || (cells.len() < width && cells.len() + 1 != width)
        || (cells.len() + 1 == width && !is_header(cells))
}

/// Whether a cell names a unit and nothing else.
pub(crate) fn is_unit(cell: &str) -> bool {
    Unit::read(cell).is_some() || is_measure(cell)
}

fn is_measure(cell: &str) -> bool {
    let cell = cell
        .trim_matches(['(', ')', '[', ']'])
        .trim()
        .to_ascii_lowercase();
    [
        "%",
        "percent",
        "kg",
        "tonnes",
        "tons",
        "t",
        "metric tons",
        "number",
        "code",
        "-",
        "year",
    ]
    .contains(&cell.as_str())
}
