//! The user’s own tables, by usual column names or a mapping.

pub mod aliases;
pub mod columns;
pub mod mapping;
pub mod money;
pub mod table;
