//! Comma- and tab-separated text, for programs: full numbers, empty cells for nulls.
//!
//! People open such files in spreadsheets, which run a text that begins with `=`, `+`, `-` or `@`.
//! An apostrophe before it stops them, and control characters become spaces; figures stay as they
//! are. What is read back loses the apostrophe.

use std::borrow::Cow;
use std::fmt::{Display, Write as _};
use std::io::Write;
use std::num::NonZero;

use polars::prelude::DataFrame;

use super::Save;
use super::display::{Cell, cells, parts};
use crate::error::{Error, Result};
use crate::model::table::Table;

/// Text with one separator between the fields.
pub struct Delimited {
    endings: &'static [&'static str],
    separator: u8,
}

pub const CSV: Delimited = Delimited {
    endings: &["csv"],
    separator: b',',
};

pub const TSV: Delimited = Delimited {
    endings: &["tsv", "tab"],
    separator: b'\t',
};

impl Save for Delimited {
    fn endings(&self) -> &'static [&'static str] {
        self.endings
    }

    fn write(&self, table: &Table, out: &mut dyn Write) -> Result<()> {
        let names = table.data.get_column_names();
        let mut header = self.writer();
        header
            .write_record(names.iter().map(|name| name.as_str()))
            .map_err(failed)?;
        out.write_all(&text(header)?).map_err(cannot_write)?;
        let threads = std::thread::available_parallelism().map_or(1, NonZero::get);
        let mut parts = parts(&table.data);
        loop {
            // As many parts at a time as there are hands; the text of each is small.
            let round: Vec<DataFrame> = parts.by_ref().take(threads).collect();
            let texts: Vec<Result<Vec<u8>>> = match &round[..] {
                [] => return Ok(()),
                [part] => vec![self.rows(part)],
                all => std::thread::scope(|scope| {
                    let hands = all.iter().map(|part| scope.spawn(|| self.rows(part)));
                    let hands: Vec<_> = hands.collect();
                    let done = hands.into_iter().map(|hand| hand.join());
                    done.map(|text| text.unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
                        .collect()
                }),
            };
            for text in texts {
                out.write_all(&text?).map_err(cannot_write)?;
            }
        }
    }
}

impl Delimited {
    fn writer(&self) -> csv::Writer<Vec<u8>> {
        csv::WriterBuilder::new()
            .delimiter(self.separator)
            .from_writer(Vec::new())
    }

    /// The rows of a part as text.
    fn rows(&self, part: &DataFrame) -> Result<Vec<u8>> {
        let columns = cells(part)?;
        let mut writer = self.writer();
        let mut digits = String::new();
        for row in 0..part.height() {
            for column in &columns {
                match &column[row] {
                    Cell::Empty => writer.write_field(""),
                    Cell::Text(text) => writer.write_field(&*harmless(text)),
                    Cell::Whole(number) => writer.write_field(written(&mut digits, number)),
                    Cell::Number(number) => writer.write_field(written(&mut digits, number)),
                }
                .map_err(failed)?;
            }
            writer.write_record(None::<&[u8]>).map_err(failed)?;
        }
        text(writer)
    }
}

fn cannot_write(cause: std::io::Error) -> Error {
    Error::io("cannot write")(cause)
}

fn failed(error: csv::Error) -> Error {
    cannot_write(match error.into_kind() {
        csv::ErrorKind::Io(cause) => cause,
        other => std::io::Error::other(format!("{other:?}")),
    })
}

fn text(writer: csv::Writer<Vec<u8>>) -> Result<Vec<u8>> {
    let done = writer.into_inner();
    done.map_err(|error| cannot_write(error.into_error()))
}

/// A number with every digit, in a place that is used again and again.
fn written<'a>(digits: &'a mut String, number: &impl Display) -> &'a str {
    digits.clear();
    // Writing to a string cannot fail.
    let _ = write!(digits, "{number}");
    digits
}

/// A text in which nothing is a formula or steers a terminal.
fn harmless(text: &str) -> Cow<'_, str> {
    let plain = |byte: &u8| (0x20..0x7f).contains(byte);
    let steers = !text.as_bytes().iter().all(plain) && text.chars().any(char::is_control);
    let formula = text.trim_start().starts_with(['=', '+', '-', '@']);
    if !steers && !formula {
        return Cow::Borrowed(text);
    }
    let plain = |letter: char| if letter.is_control() { ' ' } else { letter };
    let text: String = text.chars().map(plain).collect();
    let formula = text.trim_start().starts_with(['=', '+', '-', '@']);
    Cow::Owned(match formula && text.parse::<f64>().is_err() {
        true => format!("'{}", text.trim_start()),
        false => text,
    })
}
