//! Making drafts part of a vintage.

use std::collections::HashSet;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::super::disk;
use super::super::manifest::Manifest;
use super::super::tables::Table;
use super::year::Draft;
use crate::error::{Error, Result};

/// Names the files of `drafts`, then puts `manifest` in force, then removes what it no longer names.
///
/// # Errors
/// In [`Error::File`], [`Error::Io`]; the old manifest is then in force and all its files are there.
pub fn commit(folder: &Path, drafts: &[Draft], manifest: &Manifest) -> Result<()> {
    let place = || -> io::Result<()> {
        let mut folders = HashSet::new();
        for draft in drafts {
            for (file, part) in draft.files.iter().zip(&draft.year.files) {
                let target = folder.join(&part.path);
                if let Some(parent) = target.parent() {
                    fs::create_dir_all(parent)?;
                    folders.insert(parent.to_owned());
                }
                write_synced(&file.path.with_extension("crc"), &file.sums)?;
                fs::rename(
                    file.path.with_extension("crc"),
                    folder.join(part.sums_path()),
                )?;
                fs::rename(&file.path, &target)?;
            }
        }
        for made in folders {
            disk::settle(&made)?;
        }
        for table in Table::ALL {
            disk::settle(&folder.join(table.as_str()))?;
        }
        disk::settle(folder)?;
        folder.parent().map_or(Ok(()), disk::settle)
    };
    place().map_err(|cause| {
        let step = "cannot write";
        Error::Io { step, cause }.in_file(folder)
    })?;
    manifest.save(folder)?;
    sweep(folder, manifest)
}

/// Removes files of tables that the manifest does not name.
///
/// # Errors
/// In [`Error::File`], [`Error::Io`].
pub fn sweep(folder: &Path, manifest: &Manifest) -> Result<()> {
    strangers(folder, manifest)
        .and_then(|found| disk::remove(&found))
        .map_err(|cause| {
            let step = "cannot clear away old files";
            Error::Io { step, cause }.in_file(folder)
        })
}

/// Files of tables that the manifest does not name.
pub fn strangers(folder: &Path, manifest: &Manifest) -> io::Result<Vec<PathBuf>> {
    let parts = manifest.years.iter().flat_map(|year| &year.files);
    let known: HashSet<PathBuf> = parts
        .flat_map(|part| [folder.join(&part.path), folder.join(part.sums_path())])
        .collect();
    let mut found = Vec::new();
    for table in Table::ALL {
        found.extend(disk::strangers(&folder.join(table.as_str()), &known)?);
    }
    Ok(found)
}

fn write_synced(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::create(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}
