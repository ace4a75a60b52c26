//! The files of one data set.

use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

use super::account::Order;
use super::file::RawFile;
use super::memory::Memory;
use crate::error::Error;

/// Files of BACI, most often one a year.
#[derive(Debug)]
pub struct RawFiles {
    pub(super) files: Vec<RawFile>,
    threads: Option<NonZeroUsize>,
    pub(super) memory: Option<Memory>,
}

/// A file, or a member of a zip, that is not BACI's or cannot be read.
#[derive(Debug)]
pub struct Refused {
    /// The file, and behind a colon the member.
    pub name: String,
    /// Why, with the file in front.
    pub error: Error,
}

/// Totals of rows in any order take a table a thread: so many stay within 128 MiB.
const UNSORTED_THREADS: NonZeroUsize = NonZeroUsize::new(3).expect("three is not zero");

impl RawFiles {
    /// Opens files and the members of zips; those that are not BACI's are returned beside.
    ///
    /// The caller decides whether one refused is an error: a zip of BACI holds lists of codes, too.
    pub fn open(paths: &[PathBuf]) -> (Self, Vec<Refused>) {
        let mut files = Vec::new();
        let mut refused = Vec::new();
        let mut refuse = |path: &Path, error: Error| {
            let name = match &error {
                Error::File { file, .. } => file.display().to_string(),
                _ => path.display().to_string(),
            };
            refused.push(Refused { name, error });
        };
        for path in paths {
            match RawFile::open_members(path) {
                Ok(members) => members.into_iter().for_each(|member| match member {
                    Ok(file) => files.push(file),
                    Err(error) => refuse(path, error),
                }),
                Err(error) => refuse(path, error),
            }
        }
        let opened = Self {
            files,
            threads: None,
            memory: None,
        };
        (opened, refused)
    }

    /// The same files, read with so many threads.
    pub fn with_threads(self, threads: NonZeroUsize) -> Self {
        Self {
            threads: Some(threads),
            ..self
        }
    }

    /// The same files, with what was learnt of them before, and room for what is learnt now.
    pub fn with_memory(self, memory: Memory) -> Self {
        Self {
            memory: Some(memory),
            ..self
        }
    }

    pub fn files(&self) -> &[RawFile] {
        &self.files
    }

    /// The order of a file, if it is known without reading it.
    pub fn order_of(&self, file: &RawFile) -> Option<Order> {
        Some(self.memory.as_ref()?.recall(file)?.order)
    }

    /// How many threads read; asked of the system only when there is something to share out.
    pub(super) fn threads(&self) -> NonZeroUsize {
        let system = || std::thread::available_parallelism().unwrap_or(NonZeroUsize::MIN);
        self.threads.unwrap_or_else(system)
    }

    /// How many threads totals may take, each with a table of its own.
    pub(super) fn threads_for_tables(&self, file: &RawFile) -> NonZeroUsize {
        match self.order_of(file) {
            Some(_) => self.threads(),
            None => self.threads().min(UNSORTED_THREADS),
        }
    }

    /// Keeps what a pass learnt; where that fails, says so.
    pub(super) fn learn(
        &self,
        file: &RawFile,
        account: &super::account::Account,
    ) -> Option<String> {
        let kept = self.memory.as_ref()?.keep(file, account);
        kept.err().map(|error| error.to_string())
    }
}
