//! Which layout a file has, by looking at it.

use super::PROVIDERS;
use super::options::Options;
use super::own::table::OwnTable;
use super::provider::Provider;
use super::text::document::Document;
use super::text::grid::Grid;
use crate::error::{Error, Result};

/// The layout that `options` name, or the first that recognises the document.
///
/// # Errors
/// [`Error::UnknownWord`] for a layout there is none of, [`Error::Unreadable`] for a document no layout recognises.
pub(super) fn recognise(document: &Document, options: &Options) -> Result<&'static dyn Provider> {
    if let Some(name) = &options.layout {
        let named = PROVIDERS.iter().find(|provider| provider.name() == name);
        return named.copied().ok_or_else(|| Error::UnknownWord {
            what: "layout",
            typed: name.clone(),
            known: PROVIDERS.iter().map(|provider| provider.name()).collect(),
        });
    }
    if document.bytes().iter().all(u8::is_ascii_whitespace) {
        return Err(Error::Unreadable {
            reason: "the file is empty".to_owned(),
        });
    }
    // A mapping is about columns of the user's own, whatever their names remind of.
    let own = |provider: &dyn Provider| {
        ["table", "spreadsheet", "frame", "json"].contains(&provider.name())
    };
    let wanted = |provider: &&&dyn Provider| options.mapping.is_none() || own(**provider);
    let found = PROVIDERS
        .iter()
        .filter(wanted)
        .find(|provider| provider.recognises(document));
    match found {
        Some(provider) => Ok(*provider),
        None if options.mapping.is_some() => Ok(&OwnTable),
        None => {
            let why = Grid::fault(document);
            let why = why.map(|why| format!(": {why}")).unwrap_or_default();
            Err(Error::Unreadable {
                reason: format!(
                    "the layout is not recognised{why}; see `bilat formats`, and say which columns mean what with --map exporter=…,importer=…,period=…,value=…"
                ),
            })
        }
    }
}
