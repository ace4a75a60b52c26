//! Eurostat: Comext bulk files and TSV.

pub mod bulk;
pub mod tsv;
