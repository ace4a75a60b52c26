//! Blocks of rows: in memory while the budget lasts, then in a file.

use std::fs::File;
use std::io::{BufWriter, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use super::block::{Packed, ROW_BYTES, Run, gather};
use crate::error::{Error, Result};

/// Rows of a block.
pub const BLOCK: usize = 1 << 19;

/// Takes rows and keeps them in blocks.
pub struct Held {
    rows: Vec<Packed>,
    runs: Vec<Run>,
    blocks: Vec<Block>,
    /// How many more blocks memory has room for.
    room: usize,
    folder: PathBuf,
    spill: Option<BufWriter<File>>,
    spilled: u64,
    spare: Spare,
}

/// Memory of blocks that are done with, for those of the next input: fresh memory costs as much as sorting.
pub type Spare = Vec<Vec<Packed>>;

/// A block that is full.
pub struct Block {
    pub runs: Vec<Run>,
    place: Place,
}

enum Place {
    Memory(Vec<Packed>),
    /// The row of the file that it begins with.
    File(u64),
}

/// Every block, for reading.
pub struct Blocks {
    pub blocks: Vec<Block>,
    file: Option<File>,
    bytes: Vec<u8>,
}

impl Held {
    pub fn new(budget: usize, folder: &Path, spare: Spare) -> Self {
        Self {
            spare,
            rows: Vec::new(),
            runs: Vec::new(),
            blocks: Vec::new(),
            // One more is always being filled.
            room: (budget / (BLOCK * ROW_BYTES)).saturating_sub(1),
            folder: folder.to_owned(),
            spill: None,
            spilled: 0,
        }
    }

    #[inline]
    pub fn push(&mut self, row: Packed, key: u64) -> Result<()> {
        if self.rows.len() == self.rows.capacity() {
            self.turn()?;
        }
        match self.runs.last_mut() {
            Some(run) if run.key == key => run.rows += 1,
            _ => {
                let start = self.rows.len() as u32;
                self.runs.push(Run {
                    key,
                    start,
                    rows: 1,
                });
            }
        }
        self.rows.push(row);
        Ok(())
    }

    /// Makes room for a row.
    #[cold]
    fn turn(&mut self) -> Result<()> {
        if self.rows.len() >= BLOCK {
            self.seal()?;
        }
        if self.rows.capacity() < BLOCK {
            let spare = self.spare.pop().filter(|spare| spare.capacity() >= BLOCK);
            self.rows = spare.unwrap_or_else(|| Vec::with_capacity(BLOCK));
        }
        Ok(())
    }

    fn seal(&mut self) -> Result<()> {
        gather(&mut self.rows, &mut self.runs);
        let place = if self.room > 0 {
            self.room -= 1;
            Place::Memory(std::mem::take(&mut self.rows))
        } else {
            let from = self.spilled;
            let out = match &mut self.spill {
                Some(out) => out,
                None => {
                    let file = tempfile::tempfile_in(&self.folder);
                    let file = file.map_err(Error::io("cannot write rows aside"))?;
                    self.spill.insert(BufWriter::with_capacity(1 << 18, file))
                }
            };
            for row in &self.rows {
                out.write_all(&row.to_bytes())
                    .map_err(Error::io("cannot write rows aside"))?;
            }
            self.spilled += self.rows.len() as u64;
            self.rows.clear();
            Place::File(from)
        };
        let mut runs = std::mem::take(&mut self.runs);
        runs.shrink_to_fit();
        self.blocks.push(Block { runs, place });
        Ok(())
    }

    pub fn finish(mut self) -> Result<Blocks> {
        // The last one is given the place that was kept for it.
        self.room += 1;
        self.seal()?;
        let file = match self.spill {
            None => None,
            Some(out) => {
                let file = out.into_inner().map_err(|error| error.into_error());
                Some(file.map_err(Error::io("cannot write rows aside"))?)
            }
        };
        Ok(Blocks {
            blocks: self.blocks,
            file,
            bytes: Vec::new(),
        })
    }
}

impl Blocks {
    /// The memory of the blocks.
    pub fn into_spare(self) -> Spare {
        let memory = self
            .blocks
            .into_iter()
            .filter_map(|block| match block.place {
                Place::Memory(mut rows) => {
                    rows.clear();
                    Some(rows)
                }
                Place::File(_) => None,
            });
        memory.collect()
    }

    /// Appends the rows of a run to `out`.
    ///
    /// # Errors
    /// [`Error::Io`] if they cannot be read back.
    pub fn rows(&mut self, block: usize, run: Run, out: &mut Vec<Packed>) -> Result<()> {
        let (start, count) = (run.start as usize, run.rows as usize);
        match (&self.blocks[block].place, &mut self.file) {
            (Place::Memory(rows), _) => out.extend_from_slice(&rows[start..start + count]),
            (Place::File(from), Some(file)) => {
                let at = (from + start as u64) * ROW_BYTES as u64;
                self.bytes.resize(count * ROW_BYTES, 0);
                file.seek(SeekFrom::Start(at))
                    .and_then(|_| file.read_exact(&mut self.bytes))
                    .map_err(Error::io("cannot read rows back"))?;
                let (rows, _) = self.bytes.as_chunks::<ROW_BYTES>();
                out.extend(rows.iter().map(Packed::from_bytes));
            }
            (Place::File(_), None) => {
                return Err(Error::Unreadable {
                    reason: "rows that were written aside are gone".to_owned(),
                });
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::source::{Kind, Side};
    use crate::store::dataset::intake::Row;

    #[test]
    fn what_is_written_aside_comes_back_as_what_is_kept() {
        let folder = tempfile::tempdir().expect("folder");
        let row = |number: usize| Row {
            period: 0,
            exporter: 0,
            importer: 0,
            side: Side::Reconciled,
            kind: Kind::Total,
            product: number as u32,
            value: (!number.is_multiple_of(7)).then_some(number as i64 - 1_000),
            quantity: (!number.is_multiple_of(3)).then_some(-(number as i64)),
            unit: 0,
        };
        let rows = BLOCK * 2 + 1_000;
        let all = |budget: usize| {
            let mut held = Held::new(budget, folder.path(), Spare::new());
            for number in 0..rows {
                // Two keys in turns, so that each block is brought together.
                let row = Packed::new(&row(number), (number % 5) as u32);
                held.push(row, (number / 3 % 2) as u64).expect("push");
            }
            let mut blocks = held.finish().expect("finish");
            let aside = blocks
                .blocks
                .iter()
                .filter(|block| matches!(block.place, Place::File(_)));
            let aside = aside.count();
            let mut out = Vec::new();
            for key in 0..2 {
                for block in 0..blocks.blocks.len() {
                    let run = blocks.blocks[block].runs[key];
                    assert_eq!(run.key, key as u64);
                    blocks.rows(block, run, &mut out).expect("rows");
                }
            }
            (aside, out)
        };
        let (none, kept) = all(usize::MAX);
        let (some, aside) = all(0);
        assert_eq!((none, some), (0, 2));
        assert!(kept == aside && kept.len() == rows);
        let odd = kept.iter().filter(|row| (row.product / 3) % 2 == 1).count();
        assert!(
            kept[rows - odd..]
                .iter()
                .all(|row| (row.product / 3) % 2 == 1)
        );
    }
}
