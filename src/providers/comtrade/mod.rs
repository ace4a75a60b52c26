//! UN Comtrade: JSON replies, tables, and the files of its earlier site.

pub mod json;
pub mod legacy;
pub mod parts;
pub mod reply;
pub mod table;
