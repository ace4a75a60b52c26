//! The pages of one chunk, read as they are asked for.

use std::io::{self, Read};
use std::sync::Arc;

use bytes::Bytes;
use parquet::column::page::{Page, PageReader};
use parquet::errors::{ParquetError, Result as ParquetResult};
use parquet::file::metadata::ColumnChunkMetaData;
use parquet::file::reader::{ChunkReader, Length};
use parquet::file::serialized_reader::SerializedPageReader;

use crate::error::Error;
use crate::store::dataset::checked::CheckedFile;

/// The pages of a chunk, in order. Nothing is read or made ready before the first is asked for.
pub struct Pages<'a> {
    file: &'a CheckedFile,
    metadata: &'a ColumnChunkMetaData,
    rows: usize,
    pages: Option<SerializedPageReader<Source<'a>>>,
    passed: usize,
}

/// The file that pages are read from, every block of it checked.
struct Source<'a>(&'a CheckedFile);

impl<'a> Pages<'a> {
    pub fn new(file: &'a CheckedFile, metadata: &'a ColumnChunkMetaData, rows: usize) -> Self {
        Self {
            file,
            metadata,
            rows,
            pages: None,
            passed: 0,
        }
    }

    /// The dictionary, which comes first, and how many words it has.
    pub fn dictionary(&mut self) -> ParquetResult<(Bytes, usize)> {
        match self.pages()?.get_next_page()? {
            Some(Page::DictionaryPage {
                buf, num_values, ..
            }) => Ok((buf, num_values as usize)),
            _ => Err(unexpected()),
        }
    }

    /// Passes over a page of rows.
    pub fn pass(&mut self) {
        self.passed += 1;
    }

    /// The next page of rows, which must be so many.
    pub fn page(&mut self, rows: usize) -> ParquetResult<Bytes> {
        for _ in 0..std::mem::take(&mut self.passed) {
            self.pages()?.skip_next_page()?;
        }
        match self.pages()?.get_next_page()? {
            Some(Page::DataPage {
                buf, num_values, ..
            }) if num_values as usize == rows => Ok(buf),
            _ => Err(unexpected()),
        }
    }

    fn pages(&mut self) -> ParquetResult<&mut SerializedPageReader<Source<'a>>> {
        let pages = match self.pages.take() {
            Some(pages) => pages,
            None => {
                let source = Arc::new(Source(self.file));
                SerializedPageReader::new(source, self.metadata, self.rows, None)?
            }
        };
        Ok(self.pages.insert(pages))
    }
}

fn unexpected() -> ParquetError {
    ParquetError::General("a page is not where it should be; import the year again".to_owned())
}

impl Length for Source<'_> {
    fn len(&self) -> u64 {
        self.0.length()
    }
}

impl<'a> ChunkReader for Source<'a> {
    type T = Window<'a>;

    fn get_read(&self, start: u64) -> ParquetResult<Self::T> {
        Ok(Window {
            file: self.0,
            at: start,
            bytes: Bytes::new(),
        })
    }

    fn get_bytes(&self, start: u64, length: usize) -> ParquetResult<Bytes> {
        let range = start..start.saturating_add(length as u64);
        self.0.read(range).map_err(external)
    }
}

fn external(error: Error) -> ParquetError {
    ParquetError::External(Box::new(error))
}

/// Reads on from a place, a little at a time and nothing before it is asked: headers of pages are short.
struct Window<'a> {
    file: &'a CheckedFile,
    at: u64,
    bytes: Bytes,
}

/// Longer than a header of ours.
const HEADER: u64 = 128;

impl Read for Window<'_> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if self.bytes.is_empty() {
            let end = (self.at + HEADER).min(self.file.length());
            self.bytes = self.file.read(self.at..end).map_err(io::Error::other)?;
            self.at = end;
        }
        let taken = self.bytes.split_to(out.len().min(self.bytes.len()));
        out[..taken.len()].copy_from_slice(&taken);
        Ok(taken.len())
    }
}
