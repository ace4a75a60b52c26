//! The checksums of a file, block by block, as they lie beside it.

use super::BLOCK;
use crate::error::{Error, Result};

/// What the file of sums begins with.
const MARK: &[u8; 8] = b"bilatcrc";

/// CRC-32 of each block of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sums {
    /// Bytes of the file.
    pub length: u64,
    blocks: Vec<u32>,
}

impl Sums {
    pub(super) fn new(length: u64, blocks: Vec<u32>) -> Self {
        Self { length, blocks }
    }

    /// As they are written: the mark, the length of the file, then a sum a block, all little end first.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = MARK.to_vec();
        bytes.extend_from_slice(&self.length.to_le_bytes());
        for sum in &self.blocks {
            bytes.extend_from_slice(&sum.to_le_bytes());
        }
        bytes
    }

    /// Reads what [`to_bytes`](Self::to_bytes) wrote, if `sum` is its own checksum.
    ///
    /// # Errors
    /// [`Error::Unreadable`] for anything else.
    pub fn from_bytes(bytes: &[u8], sum: u32) -> Result<Self> {
        let damaged = || Error::Unreadable {
            reason: "the checksums are damaged; import the year again".to_owned(),
        };
        if crc32fast::hash(bytes) != sum {
            return Err(damaged());
        }
        let rest = bytes.strip_prefix(MARK).ok_or_else(damaged)?;
        let (length, blocks) = rest.split_first_chunk::<8>().ok_or_else(damaged)?;
        let length = u64::from_le_bytes(*length);
        let (blocks, odd) = blocks.as_chunks::<4>();
        if !odd.is_empty() || blocks.len() as u64 != length.div_ceil(BLOCK as u64) {
            return Err(damaged());
        }
        let blocks = blocks.iter().map(|sum| u32::from_le_bytes(*sum)).collect();
        Ok(Self { length, blocks })
    }

    /// Checks a block of the file.
    ///
    /// # Errors
    /// [`Error::Unreadable`] where its sum is another.
    pub fn check(&self, block: usize, bytes: &[u8]) -> Result<()> {
        if self.blocks.get(block) == Some(&crc32fast::hash(bytes)) {
            return Ok(());
        }
        let from = block * BLOCK;
        Err(Error::Unreadable {
            reason: format!(
                "damaged between bytes {from} and {}; import the year again",
                from + bytes.len()
            ),
        })
    }
}
