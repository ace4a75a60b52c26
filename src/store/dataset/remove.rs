//! Taking years and vintages out of a store.

use std::fs;

use super::disk::{self, TEMPORARY};
use super::import::sweep;
use super::lock::Lock;
use super::store::Store;
use crate::error::{Error, Result};

impl Store {
    /// Removes the vintage that is meant, whole or not at all.
    ///
    /// # Errors
    /// Those of [`Store::vintage`]; in [`Error::File`]: [`Error::Unreadable`] while another process changes the store,
    /// [`Error::Io`] if it cannot be removed.
    pub fn drop_vintage(&self) -> Result<()> {
        let vintage = self.vintage()?;
        let _lock = Lock::take(self.root())?;
        // Under its new name it is none any more; what is left if this is stopped goes with the next import.
        let gone = self
            .root()
            .join(format!("{TEMPORARY}{}", vintage.manifest.vintage));
        disk::sweep_temporary(self.root())
            .and_then(|()| fs::rename(&vintage.folder, &gone))
            .and_then(|()| disk::settle(self.root()))
            .and_then(|()| fs::remove_dir_all(&gone))
            .map_err(|cause| {
                let step = "cannot remove";
                Error::Io { step, cause }.in_file(&vintage.folder)
            })
    }

    /// Removes a year of the vintage that is meant.
    ///
    /// # Errors
    /// As [`drop_vintage`](Self::drop_vintage); [`Error::NothingLeft`] if it has no such year.
    pub fn drop_year(&self, year: i32) -> Result<()> {
        self.vintage()?;
        let _lock = Lock::take(self.root())?;
        // Read again, now that nobody else can change it.
        let vintage = self.vintage()?;
        let mut manifest = vintage.manifest;
        if manifest.year(year).is_none() {
            return Err(Error::NothingLeft {
                what: format!("the vintage `{}` has no {year}", manifest.vintage),
                remedy: "`bilat store info` lists its years".to_owned(),
            });
        }
        manifest.years.retain(|known| known.year != year);
        manifest.forget_unused();
        manifest.save(&vintage.folder)?;
        sweep(&vintage.folder, &manifest)
    }
}
