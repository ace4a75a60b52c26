//! Reading at a place of a file, without moving anyone else's.

use std::fs::File;
use std::io::{Error, ErrorKind, Result};

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
