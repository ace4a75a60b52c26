//! Files and documents in, one table of flows out.

use std::path::{Path, PathBuf};

use super::companions;
use super::door::Door;
use super::options::Options;
use super::recognition::recognise;
use super::report::Report;
use super::text::document::Document;
use super::text::unpack::{Limits, open};
use crate::error::{Error, Result};
use crate::model::flow_table::FlowTable;

/// What was loaded, and the account of it.
#[derive(Clone)]
pub struct Loaded {
    pub flows: FlowTable,
    pub report: Report,
}

/// Reads files into one table; names may hold `*` and `?`, and `-` is standard input.
///
/// Files of one publisher become one source; a file of one's own is a source of its own.
///
/// # Errors
/// [`Error::File`] around what makes a file unreadable; what a single row has wrong is in the
/// report, unless [`Options::strict`].
pub fn load(files: &[PathBuf], options: &Options) -> Result<Loaded> {
    let mut door = Door::new(options);
    read_all(files, &mut door)?;
    let (flows, report) = door.finish()?;
    Ok(Loaded { flows, report })
}

/// Reads every document of the files through the door.
pub(super) fn read_all(files: &[PathBuf], door: &mut Door<'_>) -> Result<()> {
    for name in files {
        for file in matching(name)? {
            let documents =
                open(&file, &Limits::default()).map_err(|error| error.in_file(&file))?;
            let alone = documents.len() == 1;
            let (documents, beside) = companions::apart(documents, door.options());
            for document in beside {
                door.pass_by(&format!("{}: {}", file.display(), document.name()));
            }
            for document in documents {
                let member = format!("{}: {}", file.display(), document.name());
                let named = if alone {
                    file.clone()
                } else {
                    PathBuf::from(member)
                };
                read(document, door).map_err(|error| error.in_file(&named))?;
            }
        }
    }
    Ok(())
}

/// Reads documents that are in memory already, such as downloads, into one table.
///
/// # Errors
/// As [`load`].
pub fn load_documents(
    documents: impl IntoIterator<Item = Document>,
    options: &Options,
) -> Result<Loaded> {
    let mut door = Door::new(options);
    for document in documents {
        let name = PathBuf::from(document.name());
        read(document, &mut door).map_err(|error| error.in_file(&name))?;
    }
    let (flows, report) = door.finish()?;
    Ok(Loaded { flows, report })
}

fn read(document: Document, door: &mut Door<'_>) -> Result<()> {
    let document = document.with_hints(door.options().hints);
    let provider = recognise(&document, door.options())?;
    door.open(&document, provider.name());
    if door.sheet().is_some() && provider.name() != "spreadsheet" {
        door.remark("it is no workbook, so --sheet says nothing of it");
    }
    provider.read(&document, door)?;
    door.close(&document)
}

/// The files a pattern means, by name; a plain name means itself.
///
/// # Errors
/// [`Error::Unreadable`] for a pattern that no file fits.
pub fn matching(name: &Path) -> Result<Vec<PathBuf>> {
    let pattern = name.to_string_lossy();
    if name.exists() || !pattern.contains(['*', '?', '[']) {
        return Ok(vec![name.to_owned()]);
    }
    let refused = |reason: String| Error::Unreadable { reason }.in_file(name);
    let found = glob::glob(&pattern).map_err(|error| refused(format!("is no pattern: {error}")))?;
    let files: Vec<PathBuf> = found
        .filter_map(|file| file.ok())
        .filter(|file| file.is_file())
        .collect();
    if files.is_empty() {
        return Err(refused(
            "no file has such a name; quote the pattern and check the folder".to_owned(),
        ));
    }
    Ok(files)
}
