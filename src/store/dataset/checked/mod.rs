//! Files whose every byte is checked before it is believed.
//!
//! Parquet itself does not notice a flipped bit. So each file is summed in blocks as it is written,
//! the sums lie beside it, and no block is handed on before it agrees with its own.

mod file;
mod sink;
mod sums;

pub use file::CheckedFile;
pub use sink::{Sink, Written};
pub use sums::Sums;

/// Bytes under one checksum: little more is read than is asked for, and the sums stay small.
const BLOCK: usize = 1 << 12;
