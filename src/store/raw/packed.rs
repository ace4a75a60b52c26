//! Packed files: text that can only be read from its beginning on.

use std::fs::File;
use std::io::{BufReader, Read};
use std::path::Path;

use super::positioned::FromStart;
use crate::error::{Error, Result};

/// How a file is packed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Packing {
    Plain,
    Gzip,
    Zstandard,
    /// The name of a member.
    Zip(String),
}

impl Packing {
    /// What the first bytes say; the name of a file is not asked.
    pub fn of(magic: &[u8]) -> Self {
        match magic {
            [0x1F, 0x8B, ..] => Self::Gzip,
            [0x28, 0xB5, 0x2F, 0xFD] => Self::Zstandard,
            [b'P', b'K', 3 | 5, _] => Self::Zip(String::new()),
            _ => Self::Plain,
        }
    }

    /// The file's name, and behind a colon the member's.
    pub fn name_in(&self, path: &Path) -> String {
        match self {
            Self::Zip(member) => format!("{}:{member}", path.display()),
            _ => path.display().to_string(),
        }
    }
}

/// The members of a zip that hold anything.
pub(super) fn members(file: &File) -> Result<Vec<Packing>> {
    let mut archive = archive(file)?;
    let mut members = Vec::new();
    for at in 0..archive.len() {
        let member = archive.by_index_raw(at).map_err(zipped)?;
        if member.is_file() {
            let name = member.name().map_err(zipped)?;
            members.push(Packing::Zip(name.into_owned()));
        }
    }
    Ok(members)
}

/// Gives `read` the unpacked text from its beginning.
///
/// # Errors
/// Those of `read`; [`Error::Io`] and [`Error::Unreadable`] for a damaged archive. Damage further in
/// shows as an error of the stream.
pub(super) fn with_stream<T>(
    file: &File,
    packing: &Packing,
    read: impl FnOnce(&mut dyn Read) -> Result<T>,
) -> Result<T> {
    match packing {
        Packing::Plain => read(&mut FromStart::of(file)),
        // Several members after each other are one text, as `cat a.gz b.gz` makes them.
        Packing::Gzip => read(&mut flate2::bufread::MultiGzDecoder::new(BufReader::new(
            FromStart::of(file),
        ))),
        Packing::Zstandard => {
            let stream = zstd::stream::read::Decoder::new(FromStart::of(file));
            read(&mut stream.map_err(Error::io("cannot unpack"))?)
        }
        Packing::Zip(member) => {
            let mut archive = archive(file)?;
            read(&mut archive.by_name(member).map_err(zipped)?)
        }
    }
}

fn archive(file: &File) -> Result<zip::ZipArchive<BufReader<FromStart<'_>>>> {
    zip::ZipArchive::new(BufReader::new(FromStart::of(file))).map_err(zipped)
}

fn zipped(cause: zip::result::ZipError) -> Error {
    Error::Unreadable {
        reason: format!("the zip cannot be read: {cause}; fetch it again"),
    }
}
