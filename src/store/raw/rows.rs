//! Every row of one file in turn, and the head of it.

use std::io::Read;

use super::account::Account;
use super::file::RawFile;
use super::packed::with_stream;
use super::pass::join;
use super::pieces::{each_block, each_packed_block};
use super::positioned::read_at;
use super::reader::{Reader, Sink};
use super::row::Row;
use crate::error::{Error, Result};

/// Two lines of BACI are far shorter.
const HEAD: u64 = 8 << 10;

impl RawFile {
    /// Gives `each` every row that can be read, with its line and how many bytes, unpacked, were read
    /// before its block, in the order of the file.
    ///
    /// # Errors
    /// The first of `each`; [`Error::Io`] and [`Error::Unreadable`] in [`Error::File`] where the file
    /// cannot be read or changed meanwhile.
    pub fn each_row(&self, each: impl FnMut(&Row, u64, u64) -> Result<()>) -> Result<Account> {
        let mut sink = Each {
            each,
            read: 0,
            failed: None,
        };
        let mut reader = Reader::new(self.layout());
        let unended = match self.is_plain() {
            true => {
                each_block(self, self.body, self.size(), |block| {
                    reader.feed(block, &mut sink);
                    sink.read += block.len() as u64;
                })?;
                let mut last = [0];
                read_at(&self.file, &mut last, self.size() - 1).map_err(self.io("cannot read"))?;
                last != *b"\n"
            }
            false => !with_stream(&self.file, &self.packing, |stream| {
                each_packed_block(self, stream, |block| {
                    reader.feed(block, &mut sink);
                    sink.read += block.len() as u64;
                })
            })
            .map_err(|error| error.in_file(self.name().as_ref()))?,
        };
        self.unchanged()?;
        match sink.failed {
            Some(error) => Err(error),
            None => Ok(join(self, vec![(reader, ())], unended).1),
        }
    }

    /// The header and the first row, unpacked.
    ///
    /// # Errors
    /// [`Error::Io`] in [`Error::File`] if the file cannot be read.
    pub fn head(&self) -> Result<Vec<u8>> {
        let mut head = Vec::new();
        with_stream(&self.file, &self.packing, |stream| {
            let taken = stream.take(HEAD).read_to_end(&mut head);
            taken.map_err(Error::io("cannot read")).map(|_| ())
        })
        .map_err(|error| error.in_file(self.name().as_ref()))?;
        if let Some(end) = memchr::memchr_iter(b'\n', &head).nth(1) {
            head.truncate(end + 1);
        }
        Ok(head)
    }
}

/// Hands rows on until one is refused; what follows is read and dropped.
struct Each<F> {
    each: F,
    read: u64,
    failed: Option<Error>,
}

impl<F: FnMut(&Row, u64, u64) -> Result<()>> Sink for Each<F> {
    fn row(&mut self, row: &Row, line: u64) {
        if self.failed.is_none() {
            // Lines are counted after the header.
            self.failed = (self.each)(row, line + 1, self.read).err();
        }
    }
}
