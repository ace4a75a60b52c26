//! A stretch of a file in blocks of whole lines.

use std::io::Read;

use memchr::{memchr, memrchr};

use super::file::RawFile;
use super::positioned::{read_at, shortened};
use crate::error::Result;

/// Small enough to stay in the second cache between being read and being understood.
pub(super) const BLOCK: usize = 256 * 1024;

/// Gives `take` the lines that begin in `from..to` of a plain file, in blocks of whole lines.
///
/// # Errors
/// [`Error::Io`](crate::Error::Io) where reading fails or the file ends before its size;
/// [`Error::Unreadable`](crate::Error::Unreadable) for a line longer than a block.
pub(super) fn each_block(
    file: &RawFile,
    from: u64,
    to: u64,
    mut take: impl FnMut(&[u8]),
) -> Result<()> {
    let mut offset = from;
    let mut buffer = vec![0; BLOCK];
    if from > file.body {
        // The line that is under way at `from` belongs to the piece before.
        let met = read_at(&file.file, &mut buffer, from - 1).map_err(file.io("cannot read"))?;
        match memchr(b'\n', &buffer[..met]) {
            Some(end) => offset = from + end as u64,
            None if from - 1 + met as u64 >= file.size() => return Ok(()),
            None => return Err(too_long(file)),
        }
    }
    while offset < to {
        let met = read_at(&file.file, &mut buffer, offset).map_err(file.io("cannot read"))?;
        let read_to = offset + met as u64;
        if met < BLOCK && read_to < file.size() {
            return Err(file.io("cannot read")(shortened()));
        }
        let block = &buffer[..met];
        let last = match read_to >= to {
            // The last line of the piece is the one that reaches or crosses its end.
            true => {
                let within = (to - 1 - offset) as usize;
                memchr(b'\n', &block[within..]).map(|end| within + end)
            }
            false => None,
        };
        let whole = match last.or_else(|| memrchr(b'\n', block)) {
            _ if last.is_none() && read_to >= file.size() => met,
            Some(end) => end + 1,
            None => return Err(too_long(file)),
        };
        take(&block[..whole]);
        offset += whole as u64;
    }
    Ok(())
}

/// Gives `take` the lines of a packed text after its header, in blocks of whole lines.
///
/// Whether the text ends with a line end is returned.
///
/// # Errors
/// As [`each_block`]; damage to the packing shows as [`Error::Io`](crate::Error::Io).
pub(super) fn each_packed_block(
    file: &RawFile,
    stream: &mut dyn Read,
    mut take: impl FnMut(&[u8]),
) -> Result<bool> {
    let mut buffer = vec![0; BLOCK];
    let mut filled = 0;
    let mut header = file.body as usize;
    let mut ended = true;
    loop {
        let met = loop {
            match stream.read(&mut buffer[filled..]) {
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
                other => break other.map_err(file.io("cannot unpack"))?,
            }
        };
        filled += met;
        let block = &buffer[..filled];
        let whole = match memrchr(b'\n', block) {
            _ if met == 0 => filled,
            Some(end) => end + 1,
            None if filled == BLOCK => return Err(too_long(file)),
            None => 0,
        };
        if let Some(last) = block.last() {
            ended = *last == b'\n';
        }
        let skipped = header.min(whole);
        header -= skipped;
        if whole > skipped {
            take(&block[skipped..whole]);
        }
        if met == 0 {
            return Ok(ended);
        }
        buffer.copy_within(whole..filled, 0);
        filled -= whole;
    }
}

/// The length of the lines of a block that are whole; all of it at the end of a file.
pub(super) fn whole_lines(block: &[u8], at_end: bool) -> Option<usize> {
    match at_end {
        true => Some(block.len()),
        false => memrchr(b'\n', block).map(|end| end + 1),
    }
}

fn too_long(file: &RawFile) -> crate::error::Error {
    file.unreadable(format!(
        "a line is longer than {BLOCK} bytes; check that its lines end with a line feed"
    ))
}
