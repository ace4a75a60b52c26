//! Files that are whole or not there at all.

use std::io::Write;
use std::path::Path;

use tempfile::NamedTempFile;

use crate::error::{Error, Result};

/// A file still in memory: its name below the folder of the results, and what it holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    pub name: String,
    pub bytes: Vec<u8>,
}

/// Writes `bytes` to `file`, so that a reader meets the old file or the new one, never a part.
///
/// Missing folders are made.
///
/// # Errors
/// [`Error::Io`] in [`Error::File`]; the old file is then untouched.
pub fn write(file: &Path, bytes: &[u8]) -> Result<()> {
    place(file, bytes).map_err(|error| error.in_file(file))
}

fn place(file: &Path, bytes: &[u8]) -> Result<()> {
    // A device or a pipe cannot be renamed into place.
    if file.exists() && !file.is_file() {
        return std::fs::write(file, bytes).map_err(Error::io("cannot write"));
    }
    // The file that a link names is written, and the link stays.
    let target = match file.is_symlink() {
        true => std::fs::canonicalize(file).map_err(Error::io("cannot follow the link"))?,
        false => file.to_owned(),
    };
    let folder = match target.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    std::fs::create_dir_all(folder).map_err(Error::io("cannot make the folder"))?;
    let mut new = beside(&target, folder).map_err(Error::io("cannot write"))?;
    new.write_all(bytes).map_err(Error::io("cannot write"))?;
    new.as_file()
        .sync_all()
        .map_err(Error::io("cannot write"))?;
    new.persist(&target)
        .map_err(|error| error.error)
        .map_err(Error::io("cannot replace the file"))?;
    Ok(())
}

/// A new file as readable as the one it is to replace, or as any other new file.
#[cfg(unix)]
fn beside(target: &Path, folder: &Path) -> std::io::Result<NamedTempFile> {
    use std::fs::Permissions;
    use std::os::unix::fs::PermissionsExt;
    // What a new file gets is what the user's mask leaves of this.
    let open = Permissions::from_mode(0o666);
    let new = tempfile::Builder::new()
        .permissions(open)
        .tempfile_in(folder)?;
    if let Ok(old) = std::fs::metadata(target) {
        new.as_file().set_permissions(old.permissions())?;
    }
    Ok(new)
}

#[cfg(not(unix))]
fn beside(_: &Path, folder: &Path) -> std::io::Result<NamedTempFile> {
    NamedTempFile::new_in(folder)
}
