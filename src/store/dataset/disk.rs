//! Folders: what must survive a power cut, and what a killed import left behind.

use std::collections::HashSet;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

/// What temporary folders and files begin with.
pub const TEMPORARY: &str = ".tmp-";

/// Makes the names in a folder last.
pub fn settle(folder: &Path) -> io::Result<()> {
    // Elsewhere folders cannot be opened, and need not be.
    if cfg!(unix) {
        File::open(folder)?.sync_all()?;
    }
    Ok(())
}

/// Removes from a store whatever an import that was killed left in its temporary folders.
///
/// Only for the holder of the lock.
pub fn sweep_temporary(folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_name().to_string_lossy().starts_with(TEMPORARY) {
            match entry.file_type()?.is_dir() {
                true => fs::remove_dir_all(entry.path())?,
                false => fs::remove_file(entry.path())?,
            }
        }
    }
    Ok(())
}

/// Files of ours below a table's folder that are not in `known`.
pub fn strangers(table: &Path, known: &HashSet<PathBuf>) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    if !table.is_dir() {
        return Ok(found);
    }
    for year in fs::read_dir(table)? {
        let year = year?;
        let named = year.file_name().to_string_lossy().starts_with("year=");
        if !named || !year.file_type()?.is_dir() {
            continue;
        }
        for file in fs::read_dir(year.path())? {
            let path = file?.path();
            let name = path
                .file_name()
                .map(|name| name.to_string_lossy().into_owned());
            let ours = name.is_some_and(|name| {
                name.trim_start_matches('_').starts_with("part-")
                    && (name.ends_with(".parquet") || name.ends_with(".crc"))
            });
            if ours && !known.contains(&path) {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}

/// Removes files, and folders of years that are empty then.
pub fn remove(files: &[PathBuf]) -> io::Result<()> {
    for file in files {
        fs::remove_file(file)?;
        if let Some(folder) = file.parent() {
            // Fails, as it should, where other files are left.
            let _ = fs::remove_dir(folder);
        }
    }
    Ok(())
}
