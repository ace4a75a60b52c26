//! Parquet files of our own tables: flat, in few encodings, that any reader of Parquet understands.
//!
//! Footers, page headers and statistics are those of the `parquet` crate. Pages are encoded here,
//! since a code that stands a thousand times in a row is one run and need not be looked up a thousand times.

mod bits;
mod chunk;
mod column;
mod delta;
mod draft;
mod hybrid;
mod pages;
mod reader;
mod table;
mod words;
mod writer;

pub use column::{Codes, Numbers};
pub use draft::PAGE;
pub use reader::Reader;
pub use table::{Data, Form, Layout};
pub use words::Words;
pub use writer::Writer;

use crate::error::Error;
use parquet::errors::ParquetError;

/// Wraps an error of the `parquet` crate with the step that met it, input and output errors as they were.
fn failed(step: &'static str) -> impl FnOnce(ParquetError) -> Error {
    move |error| match error {
        ParquetError::External(cause) => match cause.downcast::<std::io::Error>() {
            Ok(cause) => Error::Io {
                step,
                cause: *cause,
            },
            Err(cause) => match cause.downcast::<Error>() {
                Ok(ours) => *ours,
                Err(cause) => Error::Unreadable {
                    reason: format!("{step}: {cause}"),
                },
            },
        },
        error => Error::Unreadable {
            reason: format!("{step}: {error}"),
        },
    }
}
