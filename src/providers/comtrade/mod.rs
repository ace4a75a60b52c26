//! UN Comtrade: JSON replies, tables, and the files of its earlier site.

mod columns;
mod contradictions;
mod fields;
mod harmonized;
pub mod json;
pub mod legacy;
mod legacy_columns;
pub mod parts;
pub mod reply;
pub mod table;
