//! How flows rest and are read back: the figures compiled into the library, and stores of Parquet files.

mod asked;
pub mod bundle;
pub mod catalogue;
pub mod dataset;
mod rates;
pub mod raw;
mod stored;

pub use asked::{Asked, Detail};
pub use dataset::{Store, Vintage};
pub use rates::Rates;
