//! One writer at a time.

use std::fs::{File, TryLockError};
use std::io::{Read, Seek, Write};
use std::path::Path;

use crate::error::{Error, Result};

/// The right to change a store, given back when dropped.
///
/// The system holds the lock and frees it with the process, however that ends: a file that a killed
/// import left behind locks nobody out.
#[derive(Debug)]
pub struct Lock {
    _file: File,
}

const NAME: &str = ".lock";

impl Lock {
    /// Takes the lock of the store in `folder`.
    ///
    /// # Errors
    /// In [`Error::File`]: [`Error::Unreadable`] while another process has it, naming that one; [`Error::Io`] if
    /// there can be none.
    pub fn take(folder: &Path) -> Result<Self> {
        let path = folder.join(NAME);
        Self::take_file(&path).map_err(|error| error.in_file(&path))
    }

    fn take_file(path: &Path) -> Result<Self> {
        let mut file = File::options()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(path)
            .map_err(Error::io("cannot lock the store"))?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                let mut holder = String::new();
                // Only for the message; the lock itself is what counts.
                let _ = file.read_to_string(&mut holder);
                let holder = match holder.trim() {
                    "" => "another process".to_owned(),
                    number => format!("process {number}"),
                };
                let reason = format!("{holder} is changing this store; wait until it is done");
                return Err(Error::Unreadable { reason });
            }
            Err(TryLockError::Error(cause)) => {
                let step = "cannot lock the store";
                return Err(Error::Io { step, cause });
            }
        }
        let note = format!("{}\n", std::process::id());
        file.rewind()
            .and_then(|()| file.set_len(0))
            .and_then(|()| file.write_all(note.as_bytes()))
            .map_err(Error::io("cannot lock the store"))?;
        Ok(Self { _file: file })
    }
}
