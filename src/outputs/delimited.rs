//! Comma- and tab-separated text, for programs: full numbers, empty cells for nulls.
//!
//! People open such files in spreadsheets, which run a text that begins with `=`, `+`, `-` or `@`.
//! An apostrophe before it stops them, and control characters become spaces; figures stay as they
//! are. What is read back loses the apostrophe.

use std::borrow::Cow;
use std::fmt::{Display, Write as _};
use std::io::Write;

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
        let mut writer = csv::WriterBuilder::new()
            .delimiter(self.separator)
            .from_writer(out);
        let failed = |error: csv::Error| match error.into_kind() {
            csv::ErrorKind::Io(cause) => Error::Io {
                step: "cannot write",
                cause,
            },
            other => Error::Io {
                step: "cannot write",
                cause: std::io::Error::other(format!("{other:?}")),
            },
        };
        writer
            .write_record(
                table
                    .data
                    .get_column_names()
                    .iter()
                    .map(|name| name.as_str()),
            )
            .map_err(failed)?;
        let mut digits = String::new();
        for part in parts(&table.data) {
            let columns = cells(&part)?;
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
        }
        writer.flush().map_err(Error::io("cannot write"))
    }
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
