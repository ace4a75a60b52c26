//! Workbooks: XLSX, XLS, ODS.

mod around;
pub mod sheet;
pub mod workbook;
