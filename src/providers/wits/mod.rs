//! World Bank WITS.

pub mod query;
pub mod summary;
