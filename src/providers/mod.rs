//! Files of trade figures, recognised by looking at them.

mod header;
mod number;
mod provider;
mod tidy;
mod wide;

pub use provider::{Options, Provider, Unit};

use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::error::{Error, Result};
use crate::model::flow_table::FlowTable;
use crate::model::source::Source;

/// Every layout that can be read; the first that recognises a file reads it.
pub const PROVIDERS: [&dyn Provider; 2] = [&tidy::Tidy, &wide::Wide];

/// Reads one or more files into one table.
///
/// Every file is a source of its own unless it has a `source` column.
///
/// # Errors
/// [`Error::File`] around what is wrong, with row, column, value and remedy; nothing is guessed
/// and no row is lost: a cell that cannot be read refuses the file.
pub fn load(files: &[PathBuf], options: &Options) -> Result<FlowTable> {
    let mut all: Option<FlowTable> = None;
    for file in files {
        let table = load_one(file, options).map_err(|error| error.in_file(file))?;
        all = Some(match all {
            None => table,
            Some(before) => before.and(table).map_err(|error| error.in_file(file))?,
        });
    }
    all.ok_or_else(|| Error::NothingLeft {
        what: "no file was named".to_owned(),
        remedy: "give one with --data FILE".to_owned(),
    })
}

fn load_one(file: &Path, options: &Options) -> Result<FlowTable> {
    let bytes = std::fs::read(file).map_err(Error::io("cannot read"))?;
    let text = text(&bytes)?;
    let header = header::Header::of(text)?;
    let provider = PROVIDERS
        .into_iter()
        .find(|provider| provider.recognises(&header))
        .ok_or_else(|| header.unknown())?;
    provider.read(text, &header, &source(file, &bytes), options)
}

/// The text of a file, without a byte-order mark.
fn text(bytes: &[u8]) -> Result<&str> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let refused = |reason: String| Error::Unreadable { reason };
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(refused("the file is empty".to_owned()));
    }
    std::str::from_utf8(bytes).map_err(|error| {
        let line = bytes[..error.valid_up_to()]
            .iter()
            .filter(|byte| **byte == b'\n')
            .count()
            + 1;
        refused(format!(
            "line {line} is not UTF-8 text; save the file as UTF-8"
        ))
    })
}

/// A file as the source of its own figures.
fn source(file: &Path, bytes: &[u8]) -> Source {
    let stem = file
        .file_stem()
        .unwrap_or(file.as_os_str())
        .to_string_lossy()
        .into_owned();
    let name = file
        .file_name()
        .unwrap_or(file.as_os_str())
        .to_string_lossy()
        .into_owned();
    Source {
        id: stem,
        short: None,
        publisher: "publisher not stated".to_owned(),
        title: format!("file {name}"),
        url: None,
        accessed: None,
        licence: None,
        basis: None,
        valuation: Default::default(),
        notes: Vec::new(),
        sha256: hex(&Sha256::digest(bytes)),
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
