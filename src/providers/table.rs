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
