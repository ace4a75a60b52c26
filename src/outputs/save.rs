//! The contract of this wing.

use std::io::Write;

use crate::error::Result;
use crate::model::table::Table;

/// A format that tables can be written in.
pub trait Save: Sync {
    /// File endings, in lower case; the first one is also the name of the format.
    fn endings(&self) -> &'static [&'static str];

    /// # Errors
    /// [`Error::Io`](crate::Error::Io) if `out` does; [`Error::Frame`](crate::Error::Frame) for a
    /// column the format cannot hold.
    fn write(&self, table: &Table, out: &mut dyn Write) -> Result<()>;
}
