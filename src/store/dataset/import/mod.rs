//! Bringing files into a store.
//!
//! Everything is written under temporary names, summed, synced and renamed; the manifest comes last. Whatever
//! stops the work before that, the manifest in force names the old files, and they are all still there.

mod amounts;
mod batch;
mod cell;
mod commit;
mod news;
mod refused;
mod sums;
mod year;

use std::fs;
use std::path::{Path, PathBuf};

pub use cell::Cell;
pub use commit::{strangers, sweep};

use super::disk::{self, TEMPORARY};
use super::intake::{Intake, Spare};
use super::lock::Lock;
use super::manifest::{About, FORMAT, Input, Manifest, Year};
use super::store::{Store, check_name};
use super::watch::Watch;
use crate::error::{Error, Result};
use news::News;
use refused::{check_replace, hashed, no_world, products, same_meaning};

/// What to import into, and how.
#[derive(Clone)]
pub struct Wish<'a> {
    /// Name of the vintage; one that is there is added to.
    pub vintage: String,
    pub about: About,
    /// Bytes that the work may take in all, the process included.
    pub memory: u64,
    /// Whether years may be replaced by those of a file with another name; one with the same name
    /// always replaces what came from it before.
    pub replace: bool,
    pub watch: Watch<'a>,
}

/// Enough for 20 million rows without writing any aside, under 500 MiB.
pub const DEFAULT_MEMORY: u64 = 384 << 20;
/// Less is refused: the program, a group of rows on its way out, and the totals by product.
pub const LEAST_MEMORY: u64 = 128 << 20;
/// What of it the program and the groups on their way out take.
const FIXED: u64 = 56 << 20;
/// The share of the rest that the totals by importer and product may take.
const SUMS_SHARE: u64 = 3;

/// An import at work; it holds the lock of the store.
pub struct Import<'a> {
    folder: PathBuf,
    temporary: tempfile::TempDir,
    manifest: Manifest,
    wish: Wish<'a>,
    spare: Spare,
    _lock: Lock,
}

/// What became of an input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Added {
    /// It was there already.
    Known,
    /// Its years, as they are now in the manifest.
    Years(Vec<Year>),
}

impl<'a> Import<'a> {
    /// Takes the lock of a store, made if it is not there, and clears away what a killed import left.
    ///
    /// # Errors
    /// Before anything is touched: [`Error::Unreadable`] for too little memory or a bad name,
    /// [`Error::BasisMismatch`] if the vintage is there and means other figures. In [`Error::File`]: [`Error::Unreadable`]
    /// while another process changes the store; [`Error::Io`] if it cannot be written.
    pub fn begin(store: &Store, wish: Wish<'a>) -> Result<Self> {
        check_name(&wish.vintage)?;
        if wish.memory < LEAST_MEMORY {
            let reason = format!(
                "an import takes at least {} MiB and may take {}; raise --memory",
                LEAST_MEMORY >> 20,
                wish.memory >> 20
            );
            return Err(Error::Unreadable { reason });
        }
        let in_root = |step| {
            let root = store.root();
            move |cause| Error::Io { step, cause }.in_file(root)
        };
        fs::create_dir_all(store.root()).map_err(in_root("cannot make the store"))?;
        let lock = Lock::take(store.root())?;
        disk::sweep_temporary(store.root()).map_err(in_root("cannot clear away old files"))?;
        let folder = store.root().join(&wish.vintage);
        let manifest = match Manifest::path(&folder).is_file() {
            true => {
                disk::sweep_temporary(&folder).map_err(in_root("cannot clear away old files"))?;
                let manifest = Manifest::load(&folder)?;
                same_meaning(&manifest.about, &wish.about)
                    .map_err(|error| error.in_file(&folder))?;
                commit::sweep(&folder, &manifest)?;
                manifest
            }
            false => {
                let latest = store.vintages()?.pop();
                Manifest {
                    format: FORMAT,
                    vintage: wish.vintage.clone(),
                    number: latest.map_or(0, |latest| latest.manifest.number) + 1,
                    made_by: String::new(),
                    about: wish.about.clone(),
                    products: String::new(),
                    inputs: Vec::new(),
                    years: Vec::new(),
                }
            }
        };
        let temporary = tempfile::Builder::new()
            .prefix(TEMPORARY)
            .tempdir_in(store.root())
            .map_err(in_root("cannot write"))?;
        Ok(Self {
            folder,
            temporary,
            manifest,
            wish,
            spare: Spare::new(),
            _lock: lock,
        })
    }

    /// What the vintage holds by now.
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// Whether all these inputs are there already, byte for byte, as their SHA-256 says; they need not be read then.
    pub fn has(&self, inputs: &[Input]) -> bool {
        inputs.iter().all(|input| {
            let known = |known: &Input| known.sha256 == input.sha256;
            self.manifest.inputs.iter().any(known)
        })
    }

    /// Adds the rows that `read` pushes, which must be those of `inputs` and all of theirs.
    ///
    /// A year comes from one call alone: files that share years are given together. Once this returns the
    /// years are in the store; until then it is as it was.
    ///
    /// # Errors
    /// Those of `read` and of [`Intake::push`]. [`Error::Unreadable`] for an input whose SHA-256 was never said. [`Error::NothingLeft`] without a row; [`Error::Conflict`] for two
    /// figures of one key, or a year that is there from another file; [`Error::TotalsAmongParts`] for products of
    /// several levels. In [`Error::File`], [`Error::Io`] where the disk is full.
    pub fn add(
        &mut self,
        inputs: &[Input],
        read: impl FnOnce(&mut Intake<'a>) -> Result<()>,
    ) -> Result<Added> {
        if self.has(inputs) {
            return Ok(Added::Known);
        }
        let room = self.wish.memory - FIXED;
        let sums = (room / SUMS_SHARE) as usize;
        let rows = room as usize - sums;
        let folder = self.temporary.path().to_owned();
        let target = self.folder.clone();
        let in_folder = |error: Error| match error {
            Error::Io { .. } => error.in_file(&target),
            error => error,
        };
        let mut intake = Intake::new(
            rows,
            &folder,
            std::mem::take(&mut self.spare),
            self.wish.watch,
        );
        read(&mut intake)?;
        let (mut all, taken, watch) = intake.finish().map_err(in_folder)?;
        let inputs = &hashed(inputs, taken.hashes)?;
        if self.has(inputs) {
            return Ok(Added::Known);
        }
        let totals = taken.totals.by_year();
        if totals.is_empty() {
            return Err(Error::NothingLeft {
                what: "there is not one row of figures".to_owned(),
                remedy: "check that the file is whole".to_owned(),
            });
        }
        no_world(&all.areas)?;
        let products = products(&all.products, &self.manifest.products)?;
        for &year in totals.keys() {
            check_replace(&self.manifest, year, inputs, self.wish.replace)?;
        }
        let mut written = Vec::new();
        let mut progress = taken.progress;
        progress.rows = 0;
        for (&year, &total) in &totals {
            let job = year::Job {
                year,
                total,
                folder: &folder,
                decimals: self.wish.about.decimals,
                sums,
            };
            written.push(
                job.write(&mut all, &mut progress, &watch)
                    .map_err(in_folder)?,
            );
        }
        self.spare = all.into_spare();
        let news = News {
            inputs,
            rows: totals.values().map(|total| total.rows).sum(),
            rejected: taken.rejected,
            products,
        };
        let manifest = news.into_manifest(&self.manifest, &mut written);
        watch.look(&progress)?;
        commit::commit(&self.folder, &written, &manifest)?;
        self.manifest = manifest;
        let years = written.into_iter().map(|draft| draft.year).collect();
        Ok(Added::Years(years))
    }
}

/// Where a file of a year is written before it is named.
fn draft_path(folder: &Path, year: i32, table: &str) -> PathBuf {
    folder.join(format!("{table}-{year}.parquet"))
}
