//! Workbooks: XLSX, XLS, ODS.

mod around;
pub mod sheet;
mod weight;
pub mod workbook;
