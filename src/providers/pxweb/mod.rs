//! Cubes of PxWeb offices: JSON-stat, PX files, CSV.

pub mod areas;
pub mod breakdowns;
pub mod csv_table;
pub mod cube;
mod currency_labels;
pub mod headings;
pub mod json_stat;
pub mod label_money;
pub mod measures;
pub mod offices;
pub mod product_codes;
pub mod px;
pub mod px_text;
pub mod roles;
pub mod trade_cube;
pub mod trade_plan;
pub mod words;
