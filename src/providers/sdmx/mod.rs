//! SDMX, the exchange format of statistical offices: CSV, JSON and XML.

mod breakdowns;
pub mod columns;
pub mod csv_table;
mod flags;
pub mod groups;
pub mod json_message;
mod others;
pub mod prices;
pub mod row;
mod survey;
pub mod xml_message;
