//! What an import tells while it works, and what can stop it.

use std::sync::atomic::{AtomicBool, Ordering};

use crate::error::{Error, Result};

/// How far an import is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Progress {
    pub stage: Stage,
    /// Bytes of the input that were read.
    pub bytes: u64,
    /// Bytes of all input; 0 where that is not known.
    pub total: u64,
    /// Rows taken in, while reading; rows written, while writing.
    pub rows: u64,
}

/// What an import is at.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Stage {
    #[default]
    Reading,
    Writing,
}

/// Who is told of the progress, and the flag that stops the work.
#[derive(Clone, Copy, Default)]
pub struct Watch<'a> {
    /// Looked at every few thousand rows; once it is set the work ends with [`Error::Interrupted`].
    pub stop: Option<&'a AtomicBool>,
    pub progress: Option<&'a dyn Fn(Progress)>,
}

impl Watch<'_> {
    /// Tells the progress and looks at the flag.
    pub(super) fn look(&self, progress: &Progress) -> Result<()> {
        if let Some(tell) = self.progress {
            tell(*progress);
        }
        match self.stop.is_some_and(|stop| stop.load(Ordering::Relaxed)) {
            true => Err(Error::Interrupted),
            false => Ok(()),
        }
    }
}
