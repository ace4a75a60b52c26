//! Flows of many years in a folder of Parquet files, for answers in milliseconds.
//!
//! # On disk
//!
//! ```text
//! DIR/.lock                                    held by whoever changes the store
//! DIR/baci-hs92-202301/manifest.toml           what the vintage holds, and the checksums of all of it
//! DIR/baci-hs92-202301/rows/year=2021/part-dabfdd9b20e9.parquet
//!                     /rows/year=2021/_part-dabfdd9b20e9.parquet.crc
//!                     /pairs/…  /exporter-products/…  /importer-products/…  /products/…
//! ```
//!
//! Each year of a [vintage](Vintage) has its rows, sorted by exporter, importer and product, and four roll-ups of them.
//! All are plain Parquet that other programs read by a pattern such as `DIR/baci-hs92-202301/rows/**/*.parquet`;
//! the sums beside them are hidden from these by their names.
//!
//! | column | type | |
//! |---|---|---|
//! | `period` | DATE | first day |
//! | `exporter`, `importer`, `side`, `kind`, `product`, `quantity_unit` | text | by dictionary |
//! | `value` | INT64, or DECIMAL(18, n) | null where not reported |
//! | `quantity` | DECIMAL(18, n), or INT64 | rows alone |
//! | `rows`, `missing` | INT64 | roll-ups alone: rows summed, and those of them without a value |
//!
//! # Use
//!
//! [`Store::at`] takes `DIR` or `DIR@vintage` apart. [`Import`] fills a store, [`Vintage::ask`] answers a [`Query`],
//! [`Vintage::visit`] hands over the rows of an answer as they are read.
//!
//! # What holds
//!
//! - A reader meets the old figures or the new ones, never a part: files are named by their contents, and the manifest
//!   that names them is swapped last. One import at a time; a killed one leaves nothing that counts.
//! - No byte is believed that does not agree with its checksum: blocks of files with the sums beside them, these with
//!   the manifest, and that with its own last line. Damage is an error and never a number.
//! - Values are whole numbers of a fixed unit; sums are exact, in any order, or refused.

mod checked;
mod disk;
mod import;
mod info;
mod intake;
mod lock;
mod manifest;
mod open;
mod parquet;
mod query;
mod remove;
mod sorting;
mod store;
mod tables;
mod verify;
mod watch;

pub use import::{Added, DEFAULT_MEMORY, Import, LEAST_MEMORY, Wish};
pub use info::Info;
pub use intake::{Intake, Row};
pub use manifest::{About, Input, Manifest, Part, Year};
pub use query::{Answer, Batch, By, Columns, Figure, Names, Products, Query, Tag};
pub use store::{Store, Vintage, check_name};
pub use tables::{Decimals, Table};
pub use verify::Fault;
pub use watch::{Progress, Stage, Watch};

/// Bytes of a checksum as they are written down.
fn hexadecimal(bytes: &[u8]) -> String {
    let digit = |half: u8| char::from_digit(u32::from(half), 16).unwrap_or('0');
    bytes
        .iter()
        .flat_map(|byte| [digit(byte >> 4), digit(byte & 15)])
        .collect()
}
