//! One file as it was when it was opened.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use memchr::memchr;

use super::layout::Layout;
use super::packed::{Packing, members, with_stream};
use super::positioned::read_at;
use super::row::Cells;
use crate::error::{Error, Result};

/// The header of a file must end within so many bytes; BACI's takes 12 to 24.
const HEADER: usize = 4096;

/// A file of BACI, or one member of a zip of them.
#[derive(Debug)]
pub struct RawFile {
    path: PathBuf,
    name: String,
    pub(super) packing: Packing,
    layout: Layout,
    /// Where the first row begins, in the unpacked text.
    pub(super) body: u64,
    /// The year of the first row; `None` where it cannot be read.
    pub(super) first_year: Option<u16>,
    pub(super) stamp: Stamp,
    pub(super) file: File,
}

/// What tells that a file is still the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stamp {
    pub size: u64,
    pub modified: Option<SystemTime>,
}

impl Stamp {
    fn of(file: &File) -> std::io::Result<Self> {
        let metadata = file.metadata()?;
        Ok(Self {
            size: metadata.len(),
            modified: metadata.modified().ok(),
        })
    }
}

impl RawFile {
    /// Opens a file, plain or packed with gzip or Zstandard; of a zip, the only member.
    ///
    /// # Errors
    /// [`Error::File`] round those of [`Layout::of_header`] for another layout, which the general
    /// readers take, and round [`Error::Io`]; [`Error::Unreadable`] for a zip with several members.
    pub fn open(path: &Path) -> Result<Self> {
        let mut files = Self::open_members(path)?;
        match (files.pop(), files.is_empty()) {
            (Some(only), true) => only,
            _ => {
                let reason = "a zip without exactly one member; open its members".to_owned();
                Err(Error::Unreadable { reason }.in_file(path))
            }
        }
    }

    /// Opens a file, or every member of a zip; those that are not BACI's are errors of their own.
    ///
    /// # Errors
    /// [`Error::Io`] in [`Error::File`] if the file cannot be opened at all.
    pub fn open_members(path: &Path) -> Result<Vec<Result<Self>>> {
        let open = || -> Result<Vec<Packing>> {
            let file = File::open(path).map_err(Error::io("cannot open"))?;
            let mut magic = [0; 4];
            let met = read_at(&file, &mut magic, 0).map_err(Error::io("cannot read"))?;
            match Packing::of(&magic[..met]) {
                Packing::Zip(_) => members(&file),
                single => Ok(vec![single]),
            }
        };
        let packings = open().map_err(|error| error.in_file(path))?;
        let each = packings.into_iter().map(|packing| {
            let name = packing.name_in(path);
            Self::open_one(path, packing).map_err(|error| error.in_file(Path::new(&name)))
        });
        Ok(each.collect())
    }

    fn open_one(path: &Path, packing: Packing) -> Result<Self> {
        let file = File::open(path).map_err(Error::io("cannot open"))?;
        let stamp = Stamp::of(&file).map_err(Error::io("cannot read"))?;
        let mut head = Vec::with_capacity(HEADER);
        with_stream(&file, &packing, |stream| {
            let taken = stream.take(HEADER as u64).read_to_end(&mut head);
            taken.map_err(Error::io("cannot read")).map(|_| ())
        })?;
        let end = memchr(b'\n', &head);
        let line = &head[..end.unwrap_or(head.len())];
        let layout = Layout::of_header(line.strip_suffix(b"\r").unwrap_or(line))?;
        let body = end.map_or(head.len(), |end| end + 1);
        if end.is_none_or(|_| body == head.len()) {
            let reason =
                "there is a header and not one row; check that the file is whole".to_owned();
            return Err(Error::Unreadable { reason });
        }
        Ok(Self {
            name: packing.name_in(path),
            path: path.to_owned(),
            packing,
            body: body as u64,
            first_year: first_year(&head[body..], &layout),
            layout,
            stamp,
            file,
        })
    }

    /// The year of the first row, if it could be read.
    pub fn first_year(&self) -> Option<u16> {
        self.first_year
    }

    /// The file on disk.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The file, and behind a colon the member of a zip.
    pub fn name(&self) -> &str {
        &self.name
    }

    pub fn layout(&self) -> &Layout {
        &self.layout
    }

    /// Bytes on disk.
    pub fn size(&self) -> u64 {
        self.stamp.size
    }

    /// Whether any byte can be read without those before it.
    pub fn is_plain(&self) -> bool {
        matches!(self.packing, Packing::Plain)
    }

    /// Makes sure the file is as it was when it was opened.
    ///
    /// # Errors
    /// [`Error::Unreadable`] in [`Error::File`] if its size or time differ.
    pub(super) fn unchanged(&self) -> Result<()> {
        let now = Stamp::of(&self.file).map_err(|error| self.io("cannot read")(error))?;
        if now == self.stamp {
            return Ok(());
        }
        let reason = "the file changed while it was read; run again when it is whole".to_owned();
        Err(Error::Unreadable { reason }.in_file(Path::new(&self.name)))
    }

    /// Wraps an input error with the step that met it and the file.
    pub(super) fn io(&self, step: &'static str) -> impl FnOnce(std::io::Error) -> Error {
        move |cause| Error::Io { step, cause }.in_file(Path::new(&self.name))
    }

    /// An error about the content of the file.
    pub(crate) fn unreadable(&self, reason: impl Into<String>) -> Error {
        let reason = reason.into();
        Error::Unreadable { reason }.in_file(Path::new(&self.name))
    }
}

fn first_year(rows: &[u8], layout: &Layout) -> Option<u16> {
    let line = &rows[..memchr(b'\n', rows)?];
    let line = line.strip_suffix(b"\r").unwrap_or(line);
    Some(Cells::cut(line, layout).keys().ok()?.year)
}
