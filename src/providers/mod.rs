//! Files of trade figures: recognised by looking, read whole, every row accounted for.
//!
//! A file is unpacked and decoded, recognised by one of [`PROVIDERS`], which hands its
//! observations to the [`Door`]; there codes, periods and numbers are resolved, and what cannot be
//! read is rejected with its place and reason. At the end totals beside their parts are settled
//! and the flows checked once, so that nothing downstream has to ask again.

pub mod baci;
mod columns;
mod companions;
pub mod comtrade;
mod door;
pub mod eurostat;
mod frame_file;
mod guarded;
pub mod imf;
mod inspection;
mod json;
pub mod json_rows;
mod money;
mod observation;
pub mod oec;
pub mod open_trade_statistics;
mod options;
pub mod own;
mod printed;
mod product_code;
mod provider;
pub mod pxweb;
mod repeated_years;
mod report;
pub mod sdmx;
mod settle;
pub mod spreadsheet;
pub mod table;
pub mod tables;
pub mod text;
pub mod unctad;
mod unread;
pub mod wits;
mod writing;
mod year_columns;

pub use door::{Door, Marks, Overheard, Seen};
pub use inspection::inspection;
pub use observation::{Amount, Direction, Observation};
pub use options::{Options, Unit};
pub use own::mapping::Mapping;
pub use printed::{Printed, load_as_printed};
pub use provider::Provider;
pub use report::{FileReport, Reject, Report};
pub use settle::Detail;
pub use text::dialect::Hints;
pub use text::document::Document;
pub use writing::writing;

use std::path::{Path, PathBuf};

use polars::prelude::{Column, DataFrame};

use crate::error::{Error, Result};
use crate::model::flow_table::FlowTable;
use crate::model::table::{Caption, Table};
use text::unpack::{Limits, open};

/// Every layout that can be read, most particular first: the first that recognises a file reads it.
pub static PROVIDERS: &[&dyn Provider] = &[
    &frame_file::FrameFile,
    &spreadsheet::workbook::Spreadsheet,
    &comtrade::json::ComtradeJson,
    &imf::compact::ImfCompact,
    &sdmx::json_message::SdmxJson,
    &sdmx::xml_message::SdmxMl,
    &pxweb::json_stat::JsonStat,
    &pxweb::px::Px,
    &open_trade_statistics::OpenTradeStatistics,
    &json_rows::JsonRows,
    &comtrade::table::ComtradeTable,
    &comtrade::legacy::ComtradeLegacy,
    &baci::Baci,
    &eurostat::bulk::ComextBulk,
    &eurostat::tsv::EurostatTsv,
    &sdmx::csv_table::SdmxCsv,
    &wits::summary::WitsSummary,
    &imf::dots_table::ImfDotsTable,
    &oec::Oec,
    &unctad::Unctad,
    &wits::query::WitsQuery,
    &pxweb::csv_table::PxWebCsv,
    &own::table::OwnTable,
];

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

fn read_all(files: &[PathBuf], door: &mut Door<'_>) -> Result<()> {
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

fn recognise(document: &Document, options: &Options) -> Result<&'static dyn Provider> {
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
        None if options.mapping.is_some() => Ok(&own::table::OwnTable),
        None => {
            let why = text::grid::Grid::fault(document);
            let why = why.map(|why| format!(": {why}")).unwrap_or_default();
            Err(Error::Unreadable {
                reason: format!(
                    "the layout is not recognised{why}; see `bilat formats`, and say which columns mean what with --map exporter=…,importer=…,period=…,value=…"
                ),
            })
        }
    }
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

/// Every layout with its description, as a table.
///
/// # Errors
/// [`Error::Frame`] if the table cannot be built.
pub fn catalogue() -> Result<Table> {
    let names: Vec<&str> = PROVIDERS.iter().map(|provider| provider.name()).collect();
    let about: Vec<&str> = PROVIDERS.iter().map(|provider| provider.about()).collect();
    let columns = vec![
        Column::new("name".into(), names),
        Column::new("layout".into(), about),
    ];
    Ok(Table {
        data: DataFrame::new_infer_height(columns).map_err(Error::frame("listing layouts"))?,
        caption: Caption::titled("Layouts that can be read, each plain, .gz, .zst or in a .zip"),
    })
}
