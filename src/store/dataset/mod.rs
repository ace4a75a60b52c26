//! Flows of many years in a folder of Parquet files.
mod checked;
mod disk;
mod import;
mod intake;
mod lock;
mod manifest;
mod open;
mod parquet;
mod query;
mod store;
mod tables;
mod watch;

pub use import::{Added, Cell, DEFAULT_MEMORY, Import, LEAST_MEMORY, Wish};
pub use intake::{Intake, Row};
pub use manifest::{About, Input, Manifest, Part, Year};
pub use query::{Answer, Batch, By, Columns, Figure, Names, Products, Query, Tag};
pub use store::{Store, Vintage, check_name};
pub use tables::{Decimals, Table};
pub use watch::{Progress, Stage, Watch};
