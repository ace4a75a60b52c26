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
mod keep;
mod loading;
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
mod raw_baci;
mod recognition;
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
pub use keep::{Keep, Kept};
pub use loading::{Loaded, load, load_documents, matching};
pub use observation::{Amount, Direction, Observation};
pub use options::{Options, Unit};
pub use own::mapping::Mapping;
pub use printed::{Printed, load_as_printed};
pub use provider::Provider;
pub use raw_baci::{each_year, load_asked};
pub use report::{FileReport, Reject, Report};
pub use settle::Detail;
pub use text::dialect::Hints;
pub use text::document::Document;
pub use writing::writing;

use polars::prelude::{Column, DataFrame};

use crate::error::{Error, Result};
use crate::model::table::{Caption, Table};

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
