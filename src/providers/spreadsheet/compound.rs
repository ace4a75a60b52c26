//! The container of old workbooks, walked before calamine does, as a damaged one makes it allocate without bound.
//!
//! A compound file is sectors, a table of which sector follows which (the FAT), and a directory of
//! streams. A cycle in the table never ends, and one slip of a transfer as text is enough for it.
//!
//! Source: Microsoft, *[MS-CFB]: Compound File Binary File Format*.

use std::collections::HashSet;

/// Sector numbers from here on are marks: end of a chain, free, part of the table.
const MARKS: u32 = 0xffff_fffa;
const END: u32 = 0xffff_fffe;
/// Streams below this size lie in small sectors of their own.
const SMALL: u64 = 4096;
const SMALL_SECTOR: usize = 64;

/// A compound file whose chains all end.
pub(super) struct Compound<'a> {
    bytes: &'a [u8],
    sector: usize,
    fat: Vec<u32>,
    small_fat: Vec<u32>,
    small: Vec<u8>,
    entries: Vec<Entry>,
}

/// A stream in the directory.
struct Entry {
    name: String,
    start: u32,
    size: u64,
}

impl<'a> Compound<'a> {
    /// Nothing if the file is not whole.
    pub fn open(bytes: &'a [u8]) -> Option<Self> {
        let sector = match word(bytes, 30)? {
            9 => 512,
            12 => 4096,
            _ => return None,
        };
        let mut whole = Self {
            bytes,
            sector,
            fat: Vec::new(),
            small_fat: Vec::new(),
            small: Vec::new(),
            entries: Vec::new(),
        };
        for part in whole.parts_of_fat()? {
            whole.fat.extend(numbers(whole.at(part)?));
        }
        let directory = whole.chain(long(bytes, 48)?, None)?;
        let wide = sector == 4096;
        whole.entries = directory
            .chunks_exact(128)
            .map(|entry| Entry::of(entry, wide))
            .collect::<Option<_>>()?;
        if long(bytes, 64)? > 0 {
            let root = whole.entries.first()?;
            whole.small = whole.chain(root.start, Some(root.size))?;
            let table = u64::from(long(bytes, 64)?) * sector as u64;
            whole.small_fat = numbers(&whole.chain(long(bytes, 60)?, Some(table))?).collect();
        }
        Some(whole)
    }

    /// The bytes of a stream; nothing if there is none or it is not whole.
    pub fn stream(&self, name: &str) -> Option<Vec<u8>> {
        let named = |entry: &&Entry| entry.name.eq_ignore_ascii_case(name);
        let entry = self.entries.iter().find(named)?;
        if entry.size >= SMALL {
            return self.chain(entry.start, Some(entry.size));
        }
        let sector = |number: u32| {
            let from = number as usize * SMALL_SECTOR;
            self.small
                .get(from..self.small.len().min(from + SMALL_SECTOR))
        };
        collect(
            entry.start,
            Some(entry.size),
            SMALL_SECTOR,
            &self.small_fat,
            sector,
        )
    }

    /// Sectors that hold the FAT: the first 109 stand in the header, the others in a chain.
    fn parts_of_fat(&self) -> Option<Vec<u32>> {
        let mut parts: Vec<u32> = numbers(self.bytes.get(76..512)?).collect();
        let mut next = long(self.bytes, 68)?;
        let mut met = HashSet::new();
        while next < MARKS {
            if !met.insert(next) {
                return None;
            }
            parts.extend(numbers(self.at(next)?));
            next = parts.pop()?;
        }
        parts.retain(|part| *part < MARKS);
        Some(parts)
    }

    /// A sector; the last of a file may be short.
    fn at(&self, number: u32) -> Option<&'a [u8]> {
        let from = (number as usize + 1) * self.sector;
        let to = self.bytes.len().min(from + self.sector);
        self.bytes.get(from..to).filter(|bytes| !bytes.is_empty())
    }

    fn chain(&self, start: u32, size: Option<u64>) -> Option<Vec<u8>> {
        collect(start, size, self.sector, &self.fat, |number| {
            self.at(number)
        })
    }
}

impl Entry {
    fn of(bytes: &[u8], wide: bool) -> Option<Self> {
        let letters = bytes[..64].chunks_exact(2);
        let letters: Vec<u16> = letters
            .map(|pair| u16::from_le_bytes([pair[0], pair[1]]))
            .take_while(|letter| *letter != 0)
            .collect();
        let low = u64::from(long(bytes, 120)?);
        let high = u64::from(long(bytes, 124)?);
        Some(Self {
            name: String::from_utf16_lossy(&letters),
            start: long(bytes, 116)?,
            // In small files the upper half is undefined.
            size: if wide { low | (high << 32) } else { low },
        })
    }
}

/// The sectors of a chain one after the other; a chain without a size must come to its end.
fn collect<'a>(
    start: u32,
    size: Option<u64>,
    sector: usize,
    table: &[u32],
    at: impl Fn(u32) -> Option<&'a [u8]>,
) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let (mut next, mut met) = (start, HashSet::new());
    let most = size.map(|size| size.div_ceil(sector as u64));
    while next != END && most.is_none_or(|most| (met.len() as u64) < most) {
        if !met.insert(next) {
            return None;
        }
        bytes.extend_from_slice(at(next)?);
        if most == Some(met.len() as u64) {
            break;
        }
        next = *table.get(next as usize)?;
    }
    bytes.truncate(usize::try_from(size.unwrap_or(u64::MAX)).unwrap_or(usize::MAX));
    Some(bytes)
}

pub(super) fn word(bytes: &[u8], at: usize) -> Option<u16> {
    let pair = bytes.get(at..at + 2)?;
    Some(u16::from_le_bytes([pair[0], pair[1]]))
}

pub(super) fn long(bytes: &[u8], at: usize) -> Option<u32> {
    let four = bytes.get(at..at + 4)?;
    Some(u32::from_le_bytes([four[0], four[1], four[2], four[3]]))
}

fn numbers(bytes: &[u8]) -> impl Iterator<Item = u32> + '_ {
    let fours = bytes.chunks_exact(4);
    fours.map(|four| u32::from_le_bytes([four[0], four[1], four[2], four[3]]))
}
