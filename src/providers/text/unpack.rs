//! Bytes in, documents out: gzip, zstd and zip, told by their first bytes and not by their names.

use std::io::{Cursor, Read};
use std::path::Path;

use flate2::bufread::MultiGzDecoder;
use zip::ZipArchive;

use crate::error::Result;
use crate::providers::text::cell::unreadable;
use crate::providers::text::document::Document;
pub use crate::providers::text::limits::Limits;
use crate::providers::text::limits::within;

/// Members of an archive beyond this many are no data.
const MEMBERS: usize = 10_000;

/// Reads a file, or standard input for `-`, and unpacks it.
///
/// # Errors
/// [`crate::error::Error::Unreadable`] if it cannot be read, is not whole, or unpacks to more than the limits.
pub fn open(path: &Path, limits: &Limits) -> Result<Vec<Document>> {
    let mut bytes = Vec::new();
    let cause = |error: std::io::Error| unreadable(format!("cannot be read: {error}"));
    if path == Path::new("-") {
        let input = std::io::stdin().lock();
        input
            .take(limits.bytes + 1)
            .read_to_end(&mut bytes)
            .map_err(cause)?;
        within(bytes.len() as u64, u64::MAX, limits)?;
        return unpack("standard input", bytes, limits);
    }
    let size = std::fs::metadata(path).map_err(cause)?.len();
    within(size, u64::MAX, limits)?;
    let file = std::fs::File::open(path).map_err(cause)?;
    bytes
        .try_reserve_exact(usize::try_from(size).unwrap_or(usize::MAX))
        .map_err(|_| unreadable(format!("its {size} bytes do not fit in memory")))?;
    file.take(limits.bytes + 1)
        .read_to_end(&mut bytes)
        .map_err(cause)?;
    if bytes.len() as u64 != size && size > 0 {
        return Err(unreadable(
            "it changed while it was read; try again".to_owned(),
        ));
    }
    let name = path
        .file_name()
        .unwrap_or(path.as_os_str())
        .to_string_lossy();
    unpack(&name, bytes, limits)
}

/// Unpacks the bytes of a file: one document for a plain or packed file, one for each file in an archive, by name.
///
/// # Errors
/// [`crate::error::Error::Unreadable`] if the packing is not whole, or holds more than the limits.
pub fn unpack(name: &str, bytes: Vec<u8>, limits: &Limits) -> Result<Vec<Document>> {
    let mut budget = Budget {
        left: limits.bytes,
        limits: *limits,
    };
    budget.unpack(name.to_owned(), bytes, 2)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Packing {
    Gzip,
    Zstd,
    Zip,
}

/// The packing that the first bytes tell. Spreadsheets are zip archives too, but documents in themselves.
fn packing(bytes: &[u8]) -> Option<Packing> {
    match bytes {
        [0x1F, 0x8B, ..] => Some(Packing::Gzip),
        [0x28, 0xB5, 0x2F, 0xFD, ..] => Some(Packing::Zstd),
        [b'P', b'K', 3, 4, ..] | [b'P', b'K', 5, 6, ..] => Some(Packing::Zip),
        _ => None,
    }
}

struct Budget {
    left: u64,
    limits: Limits,
}

impl Budget {
    /// `depth` packings may lie within each other.
    fn unpack(&mut self, name: String, bytes: Vec<u8>, depth: usize) -> Result<Vec<Document>> {
        let whole = |error: std::io::Error| {
            unreadable(format!(
                "`{name}` is packed and not whole: {error}; fetch it again"
            ))
        };
        let packed = bytes.len() as u64;
        match packing(&bytes) {
            None => Ok(vec![Document::new(&name, bytes)]),
            Some(Packing::Zip) if is_spreadsheet(&bytes) => Ok(vec![Document::new(&name, bytes)]),
            Some(_) if depth == 0 => Err(unreadable(format!(
                "`{name}` is packed more than twice; unpack it first"
            ))),
            Some(Packing::Gzip) => {
                let plain = self.read(MultiGzDecoder::new(bytes.as_slice()), packed, &whole)?;
                drop(bytes);
                self.unpack(name, plain, depth - 1)
            }
            Some(Packing::Zstd) => {
                let decoder =
                    zstd::stream::read::Decoder::with_buffer(bytes.as_slice()).map_err(whole)?;
                let plain = self.read(decoder, packed, &whole)?;
                drop(bytes);
                self.unpack(name, plain, depth - 1)
            }
            Some(Packing::Zip) => self.members(&name, bytes, depth - 1),
        }
    }

    fn members(&mut self, name: &str, bytes: Vec<u8>, depth: usize) -> Result<Vec<Document>> {
        let whole = |error: &dyn std::fmt::Display| {
            unreadable(format!(
                "`{name}` is packed and not whole: {error}; fetch it again"
            ))
        };
        let cursor = Cursor::new(bytes.as_slice());
        let mut archive = ZipArchive::new(cursor).map_err(|error| whole(&error))?;
        let start = archive.central_directory_start();
        if let Some(twice) = twice(&bytes, usize::try_from(start).unwrap_or(usize::MAX)) {
            return Err(two_files(name, &twice));
        }
        if archive.len() > MEMBERS {
            return Err(unreadable(format!(
                "`{name}` holds {} files, more than {MEMBERS}; unpack it first",
                archive.len()
            )));
        }
        let mut names = Vec::new();
        for at in 0..archive.len() {
            let member = archive.by_index_raw(at).map_err(|error| whole(&error))?;
            let inside = String::from_utf8_lossy(member.name_raw()).into_owned();
            let skipped = member.is_dir()
                || inside
                    .split(['/', '\\'])
                    .any(|part| part == "__MACOSX" || part == ".DS_Store");
            if !skipped {
                names.push((safe(&inside), at));
            }
        }
        names.sort();
        if let Some(twice) = names.windows(2).find(|pair| pair[0].0 == pair[1].0) {
            return Err(two_files(name, &twice[0].0));
        }
        if names.is_empty() {
            return Err(unreadable(format!("`{name}` holds no file")));
        }
        let mut documents = Vec::new();
        for (inside, at) in names {
            let member = archive.by_index(at).map_err(|error| whole(&error))?;
            let packed = member.compressed_size();
            let plain = self.read(member, packed, &|error| whole(&error))?;
            documents.extend(self.unpack(inside, plain, depth)?);
        }
        Ok(documents)
    }

    /// Reads what a packing yields, and no more than is left.
    fn read(
        &mut self,
        packed: impl Read,
        size: u64,
        whole: &dyn Fn(std::io::Error) -> crate::error::Error,
    ) -> Result<Vec<u8>> {
        let most = self.left.min(
            size.saturating_mul(self.limits.ratio)
                .max(self.limits.small),
        );
        let mut plain = Vec::new();
        packed
            .take(most + 1)
            .read_to_end(&mut plain)
            .map_err(whole)?;
        within(
            plain.len() as u64,
            size,
            &Limits {
                bytes: self.left,
                ..self.limits
            },
        )?;
        self.left -= plain.len() as u64;
        Ok(plain)
    }
}

fn is_spreadsheet(bytes: &[u8]) -> bool {
    let Ok(archive) = ZipArchive::new(Cursor::new(bytes)) else {
        return false;
    };
    ["[Content_Types].xml", "mimetype"]
        .iter()
        .any(|name| archive.index_for_name(name).is_some())
}

/// A name that stands twice in the directory of an archive, which a reader by names would not see.
fn twice(bytes: &[u8], start: usize) -> Option<String> {
    const ENTRY: &[u8] = b"PK\x01\x02";
    let mut names: Vec<&[u8]> = Vec::new();
    let mut at = start;
    while let Some(entry) = bytes
        .get(at..at + 46)
        .filter(|entry| entry.starts_with(ENTRY))
    {
        let length = |from: usize| usize::from(u16::from_le_bytes([entry[from], entry[from + 1]]));
        let (name, extra, comment) = (length(28), length(30), length(32));
        names.push(bytes.get(at + 46..at + 46 + name)?);
        at += 46 + name + extra + comment;
    }
    names.sort_unstable();
    let twice = names.windows(2).find(|pair| pair[0] == pair[1])?;
    Some(safe(&String::from_utf8_lossy(twice[0])))
}

fn two_files(archive: &str, inside: &str) -> crate::error::Error {
    unreadable(format!(
        "`{archive}` holds two files called `{inside}`; unpack it and rename one"
    ))
}

/// A member's name that may be shown and used: no way out of a folder, no control characters.
fn safe(name: &str) -> String {
    let parts = name
        .split(['/', '\\'])
        .filter(|part| !part.is_empty() && *part != "." && *part != "..");
    let clean = |part: &str| {
        part.chars()
            .map(|c| if c.is_control() || c == ':' { '_' } else { c })
            .collect::<String>()
    };
    let path: Vec<String> = parts.map(clean).collect();
    match path.is_empty() {
        true => "unnamed".to_owned(),
        false => path.join("/"),
    }
}
