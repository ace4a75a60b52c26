//! The user’s own tables, by usual column names or a mapping.

pub mod aliases;
pub mod columns;
mod dates;
pub mod mapping;
pub mod money;
mod products;
pub mod row_units;
mod rows;
pub mod table;
mod unread;
mod values;
