//! Whether files that are loaded whole fit in memory.

use std::path::{Path, PathBuf};

use crate::error::{Error, Result};

/// Checks that files which are loaded whole fit in the memory that was named, if any was.
///
/// # Errors
/// [`Error::Unreadable`] if not; nothing is read.
pub(super) fn fits(memory: Option<u64>, paths: &[PathBuf]) -> Result<()> {
    let Some(memory) = memory else {
        return Ok(());
    };
    let needed: u64 = paths.iter().map(|path| loaded_size(path)).sum();
    match needed > memory {
        true => Err(Error::Unreadable {
            reason: format!(
                "these files are loaded whole, which takes some {} MiB, and may take {}; raise --memory, or import them a few at a time",
                needed >> 20,
                memory >> 20
            ),
        }),
        false => Ok(()),
    }
}

/// Memory that a byte of text takes once it is loaded: 546 MiB at the peak for a tidy table of 25.6 MiB
/// and a million rows.
const LOADED: u64 = 20;
/// How much larger packed files are unpacked, most often.
const UNPACKED: u64 = 8;

/// The memory that a file takes once it is loaded, about.
fn loaded_size(path: &Path) -> u64 {
    let size = std::fs::metadata(path).map_or(0, |file| file.len());
    let packed = ["gz", "zst", "zip", "parquet", "xlsx", "ods"];
    let ending = path.extension().and_then(|ending| ending.to_str());
    match ending.is_some_and(|ending| packed.contains(&ending)) {
        true => size * UNPACKED * LOADED,
        false => size * LOADED,
    }
}
