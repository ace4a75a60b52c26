//! Reading, block by block, what agrees with its sums.

use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::ops::Range;
use std::path::{Path, PathBuf};

use bytes::Bytes;

use super::BLOCK;
use super::sums::Sums;
use crate::error::{Error, Result};

/// A file open for reading, with the sums of its blocks.
#[derive(Debug)]
pub struct CheckedFile {
    path: PathBuf,
    file: File,
    sums: Sums,
}

impl CheckedFile {
    /// Opens the file.
    ///
    /// # Errors
    /// In [`Error::File`]: [`Error::Io`] if it cannot be opened, [`Error::Unreadable`] if it is longer or shorter
    /// than its sums say.
    pub fn open(path: &Path, sums: Sums) -> Result<Self> {
        let open = || {
            let file = File::open(path).map_err(Error::io("cannot open"))?;
            let length = file.metadata().map_err(Error::io("cannot open"))?.len();
            if length != sums.length {
                return Err(Error::Unreadable {
                    reason: format!(
                        "has {length} bytes where {} were written; import the year again",
                        sums.length
                    ),
                });
            }
            Ok(file)
        };
        let file = open().map_err(|error| error.in_file(path))?;
        let path = path.to_owned();
        Ok(Self { path, file, sums })
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Bytes of the file.
    pub fn length(&self) -> u64 {
        self.sums.length
    }

    /// The bytes of `range`, every block they lie in checked.
    ///
    /// # Errors
    /// In [`Error::File`]: [`Error::Unreadable`] where a block is not as it was written, [`Error::Io`] if it
    /// cannot be read.
    pub fn read(&self, range: Range<u64>) -> Result<Bytes> {
        self.blocks(range)
            .map_err(|error| error.in_file(&self.path))
    }

    fn blocks(&self, range: Range<u64>) -> Result<Bytes> {
        if range.start > range.end || range.end > self.sums.length {
            return Err(Error::Unreadable {
                reason: "points beyond its own end; import the year again".to_owned(),
            });
        }
        let first = range.start / BLOCK as u64;
        let start = first * BLOCK as u64;
        let end = range.end.next_multiple_of(BLOCK as u64);
        let length = (end.min(self.sums.length) - start) as usize;
        let mut bytes = vec![0; length];
        let mut file = &self.file;
        file.seek(SeekFrom::Start(start))
            .and_then(|_| file.read_exact(&mut bytes))
            .map_err(Error::io("cannot read"))?;
        for (block, bytes) in (first as usize..).zip(bytes.chunks(BLOCK)) {
            self.sums.check(block, bytes)?;
        }
        let inner = (range.start - start) as usize..(range.end - start) as usize;
        Ok(Bytes::from(bytes).slice(inner))
    }

    /// Checks every block.
    ///
    /// # Errors
    /// As [`read`](Self::read), for the first block that is not as it was written.
    pub fn read_all(&self) -> Result<()> {
        // Enough to keep the disk busy, little enough to forget.
        const STEP: u64 = 1 << 20;
        for start in (0..self.sums.length).step_by(STEP as usize) {
            self.read(start..(start + STEP).min(self.sums.length))?;
        }
        Ok(())
    }
}
