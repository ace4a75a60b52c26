//! Files of sentences rather than figures.

use std::path::Path;

use super::text::unpack::{Limits, open};
use crate::error::{Error, Result};
use crate::providers::text::document::Document;

/// Reads one text, such as an article, unpacked and ready to be decoded; `-` is standard input.
///
/// # Errors
/// [`Error::Unreadable`] in [`Error::File`] if it cannot be read, is an archive of several files,
/// or is no text: PDF and word processors' files are named as such.
pub fn writing(file: &Path) -> Result<Document> {
    only(open(file, &Limits::default())).map_err(|error| error.in_file(file))
}

fn only(documents: Result<Vec<Document>>) -> Result<Document> {
    let unreadable = |reason: String| Err(Error::Unreadable { reason });
    let mut documents = documents?;
    let (Some(document), rest) = (documents.pop(), documents.len()) else {
        return unreadable("the archive is empty".to_owned());
    };
    if rest > 0 {
        return unreadable(format!(
            "it is an archive of {} files; unpack it and name one of them",
            rest + 1
        ));
    }
    let bytes = document.bytes();
    if bytes.starts_with(b"%PDF-") {
        return unreadable(
            "it is a PDF; save its text, for instance with `pdftotext`, and give that".to_owned(),
        );
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        return unreadable("it is a file of a word processor or a workbook; save it as text, HTML or CSV and give that".to_owned());
    }
    document.text()?;
    Ok(document)
}
