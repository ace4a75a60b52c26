//! Comma- and tab-separated text, for programs: full numbers, empty cells for nulls.

use std::io::Write;

use super::Save;
use super::display::cells;
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
        let columns = cells(&table.data)?;
        for row in 0..table.data.height() {
            let record = columns.iter().map(|column| column[row].exact());
            writer.write_record(record).map_err(failed)?;
        }
        writer.flush().map_err(Error::io("cannot write"))
    }
}
