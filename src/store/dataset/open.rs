//! Opening a file that the manifest names.

use super::checked::{CheckedFile, Sums};
use super::manifest::Part;
use super::parquet::Reader;
use super::store::Vintage;
use crate::error::{Error, Result};

impl Vintage {
    /// Opens a table, believing nothing that does not agree with the manifest.
    ///
    /// # Errors
    /// In [`Error::File`]: [`Error::Io`] if it or its sums cannot be read, [`Error::Unreadable`] if one is damaged.
    pub(super) fn open_part(&self, part: &Part) -> Result<Reader> {
        let path = self.folder.join(&part.path);
        let file = CheckedFile::open(&path, self.sums(part)?)?;
        let reader = Reader::open(file, part.table.layout(self.manifest.about.decimals))?;
        match reader.total_rows() == part.rows {
            true => Ok(reader),
            false => Err(Error::Unreadable {
                reason: format!(
                    "has {} rows where {} were written; import the year again",
                    reader.total_rows(),
                    part.rows
                ),
            }
            .in_file(&path)),
        }
    }

    fn sums(&self, part: &Part) -> Result<Sums> {
        let path = self.folder.join(part.sums_path());
        let read = || {
            let bytes = std::fs::read(&path).map_err(Error::io("cannot read"))?;
            let sum = u32::from_str_radix(&part.sums, 16).map_err(|_| Error::Unreadable {
                reason: format!("the manifest has `{}` as its checksum", part.sums),
            })?;
            Sums::from_bytes(&bytes, sum)
        };
        read().map_err(|error| error.in_file(&path))
    }
}
