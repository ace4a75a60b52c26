//! Files that are whole or not there at all.

use std::io::{BufWriter, Write};
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
    write_with(file, &|out| {
        out.write_all(bytes).map_err(Error::io("cannot write"))
    })
}

/// The same for what is written piece by piece.
///
/// # Errors
/// As [`write()`], and those of `content`.
pub fn write_with(file: &Path, content: &Content<'_>) -> Result<()> {
    place(file, content).map_err(|error| error.in_file(file))
}

/// Writes what a file is to hold.
type Content<'a> = dyn Fn(&mut dyn Write) -> Result<()> + 'a;

fn fill(sink: &mut dyn Write, content: &Content<'_>) -> Result<()> {
    let mut out = BufWriter::new(sink);
    content(&mut out)?;
    out.flush().map_err(Error::io("cannot write"))
}

fn place(file: &Path, content: &Content<'_>) -> Result<()> {
    // A device or a pipe cannot be renamed into place.
    if file.exists() && !file.is_file() {
        let open = std::fs::OpenOptions::new().write(true).open(file);
        return fill(&mut open.map_err(Error::io("cannot write"))?, content);
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
    fill(&mut new, content)?;
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
