//! Files that are whole or not there at all.

use std::io::Write;
use std::path::Path;

use tempfile::NamedTempFile;

use crate::error::{Error, Result};

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
    let folder = match file.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    std::fs::create_dir_all(folder).map_err(Error::io("cannot make the folder"))?;
    let mut new = NamedTempFile::new_in(folder).map_err(Error::io("cannot write"))?;
    new.write_all(bytes).map_err(Error::io("cannot write"))?;
    new.as_file()
        .sync_all()
        .map_err(Error::io("cannot write"))?;
    readable(&new)?;
    new.persist(file)
        .map_err(|error| error.error)
        .map_err(Error::io("cannot replace the file"))?;
    Ok(())
}

/// Temporary files are private; a finished one is as readable as any other.
#[cfg(unix)]
fn readable(new: &NamedTempFile) -> Result<()> {
    use std::fs::Permissions;
    use std::os::unix::fs::PermissionsExt;
    new.as_file()
        .set_permissions(Permissions::from_mode(0o644))
        .map_err(Error::io("cannot write"))
}

#[cfg(not(unix))]
fn readable(_: &NamedTempFile) -> Result<()> {
    Ok(())
}
