//! The user’s own tables, by usual column names or a mapping.

pub mod aliases;
pub mod columns;
mod dates;
mod flows;
mod found;
mod heard;
pub mod mapping;
pub mod money;
mod names;
mod products;
pub mod row_units;
mod rows;
pub mod table;
mod unit_words;
mod unread;
mod values;
