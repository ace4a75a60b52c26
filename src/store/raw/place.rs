//! Where a row stands.

use memchr::memchr_iter;

use super::file::RawFile;
use super::pieces::BLOCK;
use super::positioned::read_at;
use crate::error::Result;

/// A line, counted from the line that begins at an offset.
///
/// The lines before that are counted only when somebody must be told the number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    /// Which of the files.
    pub file: usize,
    /// 0 where lines are counted from the start of the file.
    pub offset: u64,
    /// 1 is the line that begins at the offset.
    pub line: u64,
}

impl Place {
    /// The number of the line in its file, one of those given.
    ///
    /// # Errors
    /// [`Error::Io`](crate::Error::Io) where the file cannot be read.
    pub fn line_in(self, files: &[RawFile]) -> Result<u64> {
        let file = &files[self.file];
        let mut buffer = vec![0; BLOCK];
        let mut lines = 0;
        let mut at = 0;
        while at < self.offset {
            let wanted = (self.offset - at).min(BLOCK as u64) as usize;
            let met =
                read_at(&file.file, &mut buffer[..wanted], at).map_err(file.io("cannot read"))?;
            if met == 0 {
                break;
            }
            lines += memchr_iter(b'\n', &buffer[..met]).count() as u64;
            at += met as u64;
        }
        Ok(lines + self.line)
    }
}
