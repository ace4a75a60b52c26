//! Tables on paper: one file per format, chosen by the ending of the file's name.

mod delimited;
mod display;
mod json;
mod markdown;
pub mod page;
mod parquet;
mod save;
mod terminal;
pub mod whole;

pub use save::Save;

use std::ffi::OsStr;
use std::path::Path;

use crate::error::{Error, Result};
use crate::model::table::Table;

/// Every output format; the first ending of each is its name.
pub const OUTPUTS: [&dyn Save; 7] = [
    &delimited::CSV,
    &delimited::TSV,
    &json::Json,
    &json::NdJson,
    &markdown::Markdown,
    &parquet::Parquet,
    &terminal::Terminal,
];

/// The format that a name or a file ending means.
///
/// # Errors
/// [`Error::UnknownFormat`].
pub fn output(name: &str) -> Result<&'static dyn Save> {
    let wanted = name.to_ascii_lowercase();
    let found = OUTPUTS
        .into_iter()
        .find(|output| output.endings().contains(&wanted.as_str()));
    found.ok_or_else(|| Error::UnknownFormat {
        typed: name.to_owned(),
        known: OUTPUTS.iter().map(|output| output.endings()[0]).collect(),
    })
}

/// The rows as a Markdown pipe table, for a page that says the rest itself.
///
/// # Errors
/// [`Error::Frame`] for a column that holds neither text nor numbers.
pub fn markdown_rows(table: &Table) -> Result<String> {
    markdown::pipes(table)
}

/// The table as bytes in one format.
///
/// # Errors
/// As the format's [`Save::write`].
pub fn bytes(table: &Table, output: &dyn Save) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    output.write(table, &mut bytes)?;
    Ok(bytes)
}

/// Writes the table to a file, in the format its ending names; the whole file or none.
///
/// # Errors
/// [`Error::UnknownFormat`]; [`Error::Io`] in [`Error::File`] if the file cannot be written.
pub fn save(table: &Table, file: &Path) -> Result<()> {
    let ending = file.extension().and_then(OsStr::to_str).unwrap_or_default();
    let output = output(ending).map_err(|error| error.in_file(file))?;
    save_as(table, file, output)
}

/// Writes the table to a file in one format; the whole file or none.
///
/// # Errors
/// As [`save`], whatever the ending.
pub fn save_as(table: &Table, file: &Path, output: &dyn Save) -> Result<()> {
    whole::write_with(file, &|out| output.write(table, out))
}
