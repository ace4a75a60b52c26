//! Writing with the sums taken on the way.

use std::io::{self, Write};

use sha2::{Digest, Sha256};

use super::BLOCK;
use super::sums::Sums;
use crate::store::dataset::hexadecimal;

/// Hands bytes on to `W` and sums them.
pub struct Sink<W> {
    inner: W,
    length: u64,
    block: crc32fast::Hasher,
    blocks: Vec<u32>,
    whole: Sha256,
}

/// What a file came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    pub sums: Sums,
    /// SHA-256 of the whole, hexadecimal.
    pub sha256: String,
}

impl<W: Write> Sink<W> {
    pub fn new(inner: W) -> Self {
        Self {
            inner,
            length: 0,
            block: crc32fast::Hasher::new(),
            blocks: Vec::new(),
            whole: Sha256::new(),
        }
    }

    /// What was written to, and its sums.
    pub fn finish(mut self) -> (W, Written) {
        if !self.length.is_multiple_of(BLOCK as u64) {
            self.blocks.push(self.block.finalize());
        }
        let sha256 = hexadecimal(&self.whole.finalize());
        let sums = Sums::new(self.length, self.blocks);
        (self.inner, Written { sums, sha256 })
    }
}

impl<W: Write> Write for Sink<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let taken = self.inner.write(bytes)?;
        let mut rest = &bytes[..taken];
        self.whole.update(rest);
        while !rest.is_empty() {
            let room = BLOCK - (self.length % BLOCK as u64) as usize;
            let (here, later) = rest.split_at(room.min(rest.len()));
            self.block.update(here);
            self.length += here.len() as u64;
            if here.len() == room {
                let block = std::mem::take(&mut self.block);
                self.blocks.push(block.finalize());
            }
            rest = later;
        }
        Ok(taken)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}
