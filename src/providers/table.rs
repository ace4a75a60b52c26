//! Layouts that are tables: what a delimited file, a sheet and a list of records have in common.

use crate::error::Result;
use crate::providers::door::Door;
use crate::providers::provider::Provider;
use crate::providers::text::document::Document;
use crate::providers::text::grid::Grid;

/// What the catalogue says of a layout.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Layout {
    /// The word that `--as` takes.
    pub name: &'static str,
    /// Whose files they are and what they look like, in a line.
    pub about: &'static str,
}

/// A layout known by its column names, wherever the cells come from.
///
/// Every table is a [`Provider`] of delimited text; sheets and lists of records are read through
/// the same two calls.
pub trait Table: Sync {
    /// Its name and description.
    fn layout(&self) -> Layout;

    /// Whether a header is surely of this layout.
    fn recognises_header(&self, header: &[String]) -> bool;

    /// Hands every observation of the cells to the door; `document` gives the name of the file.
    ///
    /// # Errors
    /// If a column that must be there is missing, or the cells are no flows of trade at all.
    fn read_grid(&self, grid: &Grid, document: &Document, door: &mut Door) -> Result<()>;

    /// The header of delimited text, as [`Table::recognises_header`] expects it.
    fn header(&self, document: &Document) -> Vec<String> {
        Grid::peek(document)
    }

    /// The cells of delimited text, as [`Table::read_grid`] expects them.
    ///
    /// # Errors
    /// If the text is no table.
    fn grid(&self, document: &Document, door: &mut Door) -> Result<Grid> {
        Grid::read(document, door)
    }
}

impl<T: Table> Provider for T {
    fn name(&self) -> &'static str {
        self.layout().name
    }

    fn about(&self) -> &'static str {
        self.layout().about
    }

    fn recognises(&self, document: &Document) -> bool {
        self.recognises_header(&self.header(document))
    }

    fn read(&self, document: &Document, door: &mut Door) -> Result<()> {
        let grid = self.grid(document, door)?;
        self.read_grid(&grid, document, door)
    }
}

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
