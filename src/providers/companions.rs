//! Files that lie beside data in an archive and hold none: read-mes, metadata, lists of codes.

use super::baci;
use super::options::Options;
use super::recognition::recognise;
use super::text::document::Document;
use super::text::grid::Grid;

/// How the names of notes begin, in capitals.
const NOTES: [&str; 7] = [
    "README",
    "READ_ME",
    "READ ME",
    "LICEN",
    "COPYING",
    "METADATA",
    "CHANGELOG",
];

/// Endings of documents to read, which no table comes in.
const PAGES: [&str; 8] = ["md", "pdf", "htm", "html", "doc", "docx", "rtf", "txt"];

/// Parts the files of an archive into data and what comes with it; all is data if nothing else is.
pub(super) fn apart(documents: Vec<Document>, options: &Options) -> (Vec<Document>, Vec<Document>) {
    if documents.len() < 2 {
        return (documents, Vec::new());
    }
    let (beside, data): (Vec<Document>, Vec<Document>) = documents
        .into_iter()
        .partition(|document| is_companion(document, options));
    match data.is_empty() {
        true => (beside, Vec::new()),
        false => (data, beside),
    }
}

fn is_companion(document: &Document, options: &Options) -> bool {
    if baci::is_list(&Grid::peek(document)) {
        return true;
    }
    let name = document.name().rsplit('/').next().unwrap_or_default();
    let begins = NOTES
        .iter()
        .any(|note| name.to_uppercase().starts_with(note));
    let page = PAGES.contains(&document.ending().as_str());
    // Whatever it is called: what can be read as data is data.
    (begins || page) && options.layout.is_none() && recognise(document, options).is_err()
}
