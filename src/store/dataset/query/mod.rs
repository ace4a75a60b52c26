//! Questions to a vintage.
//!
//! A [`Query`] says what is wanted and nothing of how: which table answers it, which groups of rows are read and
//! in which order is decided behind [`Vintage::ask`]. Another engine could take the same question.

mod answer;
mod batch;
mod column;
mod earlier;
mod filter;
mod gather;
mod key;
mod names;
mod scan;
mod tags;

pub use answer::{Answer, Columns, Figure, Tag};
pub use batch::Batch;
pub use names::Names;

use std::io::ErrorKind;

use super::parquet::Reader;
use super::store::Vintage;
use super::tables::Table;
use crate::error::{Error, Result};
use crate::model::column::TOTAL;
use crate::model::period::Years;
use gather::Gather;

/// What is wanted of a vintage.
///
/// Sums are never taken over periods, sides or kinds, which would count goods twice.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query {
    pub years: Years,
    /// Canonical codes; none for all.
    pub exporters: Option<Vec<String>>,
    pub importers: Option<Vec<String>>,
    /// Codes, each for itself and all that begins with it: `03` is a chapter. None for all.
    pub products: Option<Vec<String>>,
    pub by: By,
    /// Each figure is also joined to that of the same key so many years earlier, by date.
    pub earlier: Option<u16>,
    /// Whether figures also say of how many rows they are the sum.
    pub counts: bool,
}

/// What figures are told apart by; the rest is summed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct By {
    pub exporter: bool,
    pub importer: bool,
    pub product: Products,
}

/// How fine products are told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Products {
    /// Not at all.
    #[default]
    Together,
    /// By the first so many characters of their codes: 2 for chapters, 4 for headings.
    Digits(u8),
    /// As they are stored.
    Each,
}

impl Products {
    /// As much of a code as is told apart.
    fn cut(self, code: &str) -> &str {
        match self {
            Self::Digits(digits) if code != TOTAL => {
                let end = code.char_indices().nth(usize::from(digits));
                end.map_or(code, |(end, _)| &code[..end])
            }
            _ => code,
        }
    }
}

impl By {
    /// Every figure for itself; quantities are given then alone.
    pub const ROWS: Self = Self {
        exporter: true,
        importer: true,
        product: Products::Each,
    };
    /// Totals of pairs.
    pub const PAIRS: Self = Self {
        exporter: true,
        importer: true,
        product: Products::Together,
    };
}

impl Query {
    /// The smallest table that holds the answer.
    pub fn table(&self) -> Table {
        let exporter = self.by.exporter || self.exporters.is_some();
        let importer = self.by.importer || self.importers.is_some();
        let product = self.by.product != Products::Together || self.products.is_some();
        match (exporter, importer, product) {
            (_, _, false) => Table::Pairs,
            (false, false, true) => Table::Products,
            (true, false, true) => Table::ExporterProducts,
            (false, true, true) => Table::ImporterProducts,
            (true, true, true) => Table::Rows,
        }
    }

    /// Whether a year must be read.
    fn needs(&self, year: i32) -> bool {
        let later = self.earlier.map(|back| year + i32::from(back));
        self.years.contains(year) || later.is_some_and(|year| self.years.contains(year))
    }
}

impl Vintage {
    /// Answers a question, reading what bears on it and checking every byte of that.
    ///
    /// Years that the vintage does not have are left out, as are keys without a row.
    ///
    /// # Errors
    /// In [`Error::File`]: [`Error::Unreadable`] if a file is damaged, [`Error::Io`] if it cannot be read.
    /// [`Error::Unreadable`] where a sum has no room in 64 bits.
    pub fn ask(&self, query: &Query) -> Result<Answer> {
        let table = query.table();
        let mut gather = Gather::new(query, table);
        let readers = self.open(query)?;
        if query.exporters.is_none() && query.importers.is_none() && query.products.is_none() {
            gather.expect(readers.iter().map(Reader::total_rows).sum());
        }
        let names = walk(&readers, query, &mut |batch, _| gather.take(batch))?;
        gather.finish(query, &names)
    }

    /// The same rows as they come, never all at once, for those who make a table of their own of them.
    ///
    /// Rows that the question sums over come as the smallest table has them: keys may repeat. Years come one after
    /// the other; [`Query::earlier`] only adds the years it needs.
    ///
    /// # Errors
    /// As [`ask`](Self::ask), and those of `take`.
    pub fn visit(
        &self,
        query: &Query,
        take: &mut dyn FnMut(&Batch<'_>, &Names) -> Result<()>,
    ) -> Result<Names> {
        walk(&self.open(query)?, query, take)
    }

    /// Opens all files of the answer before the first is read, so that it is of one manifest.
    fn open(&self, query: &Query) -> Result<Vec<Reader>> {
        match self.try_open(query) {
            // A year was replaced since the manifest was read: the new manifest names other files.
            Err(error) if is_missing(&error) => {
                let now = Self::load(self.folder.clone())?;
                match now.manifest == self.manifest {
                    true => Err(error),
                    false => now.try_open(query),
                }
            }
            done => done,
        }
    }

    fn try_open(&self, query: &Query) -> Result<Vec<Reader>> {
        let table = query.table();
        let years = self.manifest.years.iter();
        years
            .filter(|year| query.needs(year.year))
            .flat_map(|year| &year.files)
            .filter(|part| part.table == table)
            .map(|part| self.open_part(part))
            .collect()
    }
}

fn walk(readers: &[Reader], query: &Query, take: &mut scan::Take<'_>) -> Result<Names> {
    let mut names = Names::default();
    for reader in readers {
        scan::scan(reader, query, query.table(), &mut names, take)
            .map_err(|error| error.in_file(reader.path()))?;
    }
    Ok(names)
}

fn is_missing(error: &Error) -> bool {
    match error {
        Error::File { cause, .. } => is_missing(cause),
        Error::Io { cause, .. } => cause.kind() == ErrorKind::NotFound,
        _ => false,
    }
}
