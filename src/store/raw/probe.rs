//! Looking at places of a sorted file, and finding where a key would begin.

use memchr::{memchr, memrchr};

use super::bisect::Stop;
use super::file::RawFile;
use super::pieces::BLOCK;
use super::positioned::read_at;
use super::row::{Cells, Row};
use crate::error::Result;

/// A stretch this short is read rather than halved.
const NEAR: u64 = 8 * 1024;
/// Holds a few rows.
const PROBE: usize = 512;

/// A sorted file, and how often it was looked at.
pub(super) struct Search<'f> {
    file: &'f RawFile,
    pub probes: u64,
    buffer: Vec<u8>,
}

/// What a look at a place gave.
pub(super) enum Probe {
    /// Where the first row that begins at the offset or after it begins, and its keys.
    Row(u64, Row),
    End,
}

impl<'f> Search<'f> {
    pub fn new(file: &'f RawFile) -> Self {
        Self {
            file,
            probes: 0,
            buffer: vec![0; PROBE],
        }
    }

    /// The start of a row below `target`, or of the first of all, close before the first that is not.
    pub fn lower_bound(&mut self, from: u64, target: &Row) -> Result<u64, Stop> {
        let layout = self.file.layout();
        let target = layout.key(target);
        let (mut low, mut high) = (from, self.file.size());
        let (mut least, mut most) = (0, u64::MAX);
        while high - low > NEAR {
            let middle = low + (high - low) / 2;
            match self.probe(middle)? {
                Probe::Row(start, row) if start < high => {
                    let key = layout.key(&row);
                    if key < least || key > most {
                        return Err(self.contradiction(start));
                    }
                    if key < target {
                        (low, least) = (start, key);
                    } else {
                        (high, most) = (middle, key);
                    }
                }
                // No row begins between here and what is known to lie behind.
                _ => high = middle,
            }
        }
        Ok(low)
    }

    /// The first row that is not below `target`, and where it begins.
    pub fn first_not_below(&mut self, from: u64, target: &Row) -> Result<Probe, Stop> {
        let layout = self.file.layout();
        let mut at = self.lower_bound(from, target)?;
        loop {
            match self.probe(at)? {
                Probe::Row(start, row) if layout.key(&row) < layout.key(target) => at = start + 1,
                found => return Ok(found),
            }
        }
    }

    /// The row that begins at the offset, which is behind the header, or the next one.
    pub fn probe(&mut self, offset: u64) -> Result<Probe, Stop> {
        self.probes += 1;
        let mut begin = offset.saturating_sub(1);
        loop {
            let met = self.fill(begin)?;
            let bytes = &self.buffer[..met];
            let at_end = begin + met as u64 >= self.file.size();
            let start = memchr(b'\n', bytes).map(|end| end + 1);
            let Some(start) = start.filter(|start| *start < met) else {
                if at_end {
                    return Ok(Probe::End);
                }
                self.widen()?;
                continue;
            };
            let end = memchr(b'\n', &bytes[start..]).map(|end| start + end);
            if end.is_none() && !at_end {
                self.widen()?;
                continue;
            }
            let line = &bytes[start..end.unwrap_or(met)];
            let start = begin + start as u64;
            if line.trim_ascii().is_empty() {
                begin = start + line.len() as u64;
                continue;
            }
            return match self.keys(line) {
                Some(row) => Ok(Probe::Row(start, row)),
                None => Err(self.contradiction(start)),
            };
        }
    }

    /// The keys of the last row, and whether its line has no end.
    pub fn last(&mut self) -> Result<(Row, bool), Stop> {
        loop {
            let begin = self.file.size().saturating_sub(self.buffer.len() as u64);
            let begin = begin.max(self.file.body - 1);
            let met = self.fill(begin)?;
            let bytes = &self.buffer[..met];
            let text = bytes.trim_ascii_end();
            if let Some(before) = memrchr(b'\n', text) {
                return match self.keys(&text[before + 1..]) {
                    Some(row) => Ok((row, bytes.last() != Some(&b'\n'))),
                    None => Err(self.contradiction(begin + before as u64 + 1)),
                };
            }
            self.widen()?;
        }
    }

    fn keys(&self, line: &[u8]) -> Option<Row> {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        Cells::cut(line, self.file.layout()).keys().ok()
    }

    fn fill(&mut self, begin: u64) -> Result<usize> {
        let met = read_at(&self.file.file, &mut self.buffer, begin);
        met.map_err(self.file.io("cannot read"))
    }

    /// Makes room for a longer line.
    fn widen(&mut self) -> Result<(), Stop> {
        if self.buffer.len() >= BLOCK {
            let reason = format!("a line is longer than {BLOCK} bytes");
            return Err(Stop::Contradiction(reason));
        }
        self.buffer.resize(self.buffer.len() * 4, 0);
        Ok(())
    }

    fn contradiction(&self, offset: u64) -> Stop {
        let file = self.file.name();
        Stop::Contradiction(format!(
            "{file}: the row at byte {offset} is not where a sorted file would have it; the whole file is read instead"
        ))
    }
}
