//! Reading a table of ours back, only the groups, columns and pages that are needed.

use std::path::Path;

use parquet::file::metadata::{ColumnChunkMetaData, ParquetMetaData, ParquetMetaDataReader};

use super::column::{Codes, Numbers};
use super::failed;
use super::pages::Pages;
use super::table::{Form, Layout};
use crate::error::{Error, Result};
use crate::store::dataset::checked::CheckedFile;

/// A file open for reading.
pub struct Reader {
    file: CheckedFile,
    metadata: ParquetMetaData,
    layout: Layout,
}

/// Mark and length of the footer, at the very end.
const TAIL: u64 = 8;
/// Most footers are shorter and come with the first read.
const GUESS: u64 = 1 << 16;

impl Reader {
    /// Opens a table of `layout`.
    ///
    /// # Errors
    /// In [`Error::File`]: [`Error::Unreadable`] if it is damaged or another table.
    pub fn open(file: CheckedFile, layout: Layout) -> Result<Self> {
        let metadata = footer(&file).map_err(|error| error.in_file(file.path()))?;
        let reader = Self {
            file,
            metadata,
            layout,
        };
        let found: Vec<&str> = reader
            .metadata
            .file_metadata()
            .schema_descr()
            .columns()
            .iter()
            .map(|column| column.name())
            .collect();
        let expected = reader.layout.columns.iter().map(|(name, _)| *name);
        if !found.iter().copied().eq(expected) {
            let reason = format!(
                "has the columns {}; it is no table of this store",
                found.join(", ")
            );
            return Err(Error::Unreadable { reason }.in_file(reader.file.path()));
        }
        Ok(reader)
    }

    pub fn path(&self) -> &Path {
        self.file.path()
    }

    /// How many groups of rows there are.
    pub fn groups(&self) -> usize {
        self.metadata.num_row_groups()
    }

    /// Rows of a group.
    pub fn rows(&self, group: usize) -> usize {
        self.metadata.row_group(group).num_rows() as usize
    }

    /// Rows of the file.
    pub fn total_rows(&self) -> u64 {
        self.metadata.file_metadata().num_rows() as u64
    }

    /// The least and the greatest of a column in a group, as bytes; none if the file does not say.
    pub fn bounds(&self, group: usize, name: &str) -> Option<(&[u8], &[u8])> {
        let statistics = self.chunk(group, name)?.statistics()?;
        Some((statistics.min_bytes_opt()?, statistics.max_bytes_opt()?))
    }

    /// A column of codes or days, from its first page on.
    ///
    /// # Errors
    /// In [`Error::File`]: [`Error::MissingColumn`]; [`Error::Unreadable`] if the file is damaged.
    pub fn codes(&self, group: usize, name: &str) -> Result<Codes<'_>> {
        let constant = self.bounds(group, name);
        let constant = constant.filter(|(least, most)| least == most);
        let pages = self.pages(group, name)?;
        Ok(Codes::new(pages, constant.map(|(least, _)| least)))
    }

    /// A column of numbers, from its first page on.
    ///
    /// # Errors
    /// As [`codes`](Self::codes).
    pub fn numbers(&self, group: usize, name: &str) -> Result<Numbers<'_>> {
        let place = self.layout.place(name);
        let form = place.map(|place| self.layout.columns[place].1);
        let nullable = matches!(form, Some(Form::Fixed { .. }));
        let statistics = self.chunk(group, name).and_then(|chunk| chunk.statistics());
        let some_null = statistics.and_then(|all| all.null_count_opt()) != Some(0);
        let constant = match self.bounds(group, name) {
            Some((least, most)) if least == most => least.try_into().ok().map(i64::from_le_bytes),
            _ => None,
        };
        let pages = self.pages(group, name)?;
        Ok(Numbers::new(pages, nullable, some_null, constant))
    }

    /// Checks every byte of the file.
    ///
    /// # Errors
    /// As [`CheckedFile::read_all`].
    pub fn check(&self) -> Result<()> {
        self.file.read_all()
    }

    fn pages(&self, group: usize, name: &str) -> Result<Pages<'_>> {
        let Some(metadata) = self.chunk(group, name) else {
            let column = name.to_owned();
            let found = self
                .layout
                .columns
                .iter()
                .map(|(name, _)| (*name).to_owned());
            let found = found.collect();
            return Err(Error::MissingColumn { column, found }.in_file(self.file.path()));
        };
        Ok(Pages::new(&self.file, metadata, self.rows(group)))
    }

    fn chunk(&self, group: usize, name: &str) -> Option<&ColumnChunkMetaData> {
        let place = self.layout.place(name)?;
        self.metadata.row_group(group).columns().get(place)
    }
}

const STEP: &str = "cannot read";

fn footer(file: &CheckedFile) -> Result<ParquetMetaData> {
    let length = file.length();
    let short = || Error::Unreadable {
        reason: "is cut short; import the year again".to_owned(),
    };
    let start = length.saturating_sub(GUESS);
    let mut end = file.read(start..length)?;
    let tail = end.last_chunk::<8>().ok_or_else(short)?;
    if &tail[4..] != b"PAR1" {
        return Err(short());
    }
    let size = u64::from(u32::from_le_bytes([tail[0], tail[1], tail[2], tail[3]])) + TAIL;
    if size > length {
        return Err(short());
    }
    if size > end.len() as u64 {
        end = file.read(length - size..length)?;
    }
    let footer = end.slice(end.len() - size as usize..end.len() - TAIL as usize);
    ParquetMetaDataReader::decode_metadata(&footer).map_err(failed(STEP))
}
