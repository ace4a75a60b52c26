//! Reading at a place of a file, without moving anyone else's.

use std::fs::File;
use std::io::{Error, ErrorKind, Read, Result, Seek, SeekFrom};

/// Fills `buffer` from `offset` on; fewer bytes only at the end of the file.
pub(super) fn read_at(file: &File, buffer: &mut [u8], offset: u64) -> Result<usize> {
    let mut filled = 0;
    while filled < buffer.len() {
        match read_some(file, &mut buffer[filled..], offset + filled as u64) {
            Ok(0) => break,
            Ok(count) => filled += count,
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(filled)
}

#[cfg(unix)]
fn read_some(file: &File, buffer: &mut [u8], offset: u64) -> Result<usize> {
    std::os::unix::fs::FileExt::read_at(file, buffer, offset)
}

#[cfg(windows)]
fn read_some(file: &File, buffer: &mut [u8], offset: u64) -> Result<usize> {
    std::os::windows::fs::FileExt::seek_read(file, buffer, offset)
}

#[cfg(not(any(unix, windows)))]
fn read_some(_: &File, _: &mut [u8], _: u64) -> Result<usize> {
    Err(Error::from(ErrorKind::Unsupported))
}

/// What a file that ends before its size is: somebody shortened it.
pub(super) fn shortened() -> Error {
    Error::new(
        ErrorKind::UnexpectedEof,
        "the file became shorter while it was read",
    )
}

/// A file from its beginning on, with a place of its own: several may read one file at a time.
pub(super) struct FromStart<'f> {
    file: &'f File,
    at: u64,
}

impl<'f> FromStart<'f> {
    pub fn of(file: &'f File) -> Self {
        Self { file, at: 0 }
    }
}

impl Read for FromStart<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> Result<usize> {
        let met = read_some(self.file, buffer, self.at)?;
        self.at += met as u64;
        Ok(met)
    }
}

impl Seek for FromStart<'_> {
    fn seek(&mut self, to: SeekFrom) -> Result<u64> {
        let (from, by) = match to {
            SeekFrom::Start(at) => (at, 0),
            SeekFrom::Current(by) => (self.at, by),
            SeekFrom::End(by) => (self.file.metadata()?.len(), by),
        };
        let before_the_start = || Error::from(ErrorKind::InvalidInput);
        self.at = from.checked_add_signed(by).ok_or_else(before_the_start)?;
        Ok(self.at)
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Read, Seek, SeekFrom, Write};

    use super::FromStart;

    #[test]
    fn each_reader_has_a_place_of_its_own() {
        let mut file = tempfile::tempfile().expect("a file");
        file.write_all(b"0123456789").expect("written");
        let next = |reader: &mut FromStart<'_>| {
            let mut byte = [0];
            reader.read_exact(&mut byte).expect("a byte");
            char::from(byte[0])
        };
        let (mut a, mut b) = (FromStart::of(&file), FromStart::of(&file));
        assert_eq!((next(&mut a), next(&mut a), next(&mut b)), ('0', '1', '0'));
        a.seek(SeekFrom::Current(3)).expect("a place");
        assert_eq!(next(&mut a), '5');
        a.seek(SeekFrom::End(-1)).expect("a place");
        assert_eq!((next(&mut a), next(&mut b)), ('9', '1'));
        a.seek(SeekFrom::Start(7)).expect("a place");
        assert_eq!(next(&mut a), '7');
        assert!(a.seek(SeekFrom::Current(-99)).is_err());
    }
}
