//! UN Comtrade: JSON replies, tables, and the files of its earlier site.

mod contradictions;
mod harmonized;
pub mod json;
pub mod legacy;
pub mod parts;
pub mod reply;
pub mod table;
