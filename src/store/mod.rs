//! How flows rest and are read back: for now, the figures compiled into the library.

pub mod bundle;
pub mod catalogue;
mod rates;

pub use rates::Rates;
