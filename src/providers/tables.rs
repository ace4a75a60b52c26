//! The layouts that are tables, which sheets and lists of records may have too.

use crate::providers::table::Table;

/// Every layout that is a table, most particular first: an earlier yes hides a later one.
pub fn tables() -> [&'static dyn Table; 13] {
    [
        &crate::providers::comtrade::table::ComtradeTable,
        &crate::providers::comtrade::legacy::ComtradeLegacy,
        &crate::providers::baci::Baci,
        &crate::providers::eurostat::bulk::ComextBulk,
        &crate::providers::eurostat::tsv::EurostatTsv,
        &crate::providers::sdmx::csv_table::SdmxCsv,
        &crate::providers::wits::summary::WitsSummary,
        &crate::providers::imf::dots_table::ImfDotsTable,
        &crate::providers::oec::Oec,
        &crate::providers::unctad::Unctad,
        &crate::providers::wits::query::WitsQuery,
        &crate::providers::pxweb::csv_table::PxWebCsv,
        &crate::providers::own::table::OwnTable,
    ]
}
